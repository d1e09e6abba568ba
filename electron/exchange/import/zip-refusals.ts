import type { Refusal } from '../../../shared/domain/class-list.ts'
import type { ZipProblem } from './zip-entries.ts'

const WHAT_IS_WRONG: Readonly<Record<ZipProblem, string>> = {
  damaged: 'is damaged: it could not be unpacked whole.',
  'too-many-files': 'holds far more files than an export does.',
  'unsafe-path': 'holds a file whose name leads out of its folder, which no export has.',
  encrypted: 'is protected by a password, so it can’t be read.',
  'too-large-inside': 'unfolds to far more than a class list does.',
}

/** Refuses an archive; `what` with its capital, such as `This workbook`. `instead` is the advice. */
export const refuseZip = (problem: ZipProblem, what: string, instead: string): Refusal => ({
  code: problem === 'encrypted' ? 'password-protected' : problem,
  message: `${what} ${WHAT_IS_WRONG[problem]} Nothing was changed.`,
  advice: instead,
})

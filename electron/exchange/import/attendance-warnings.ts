import type { FileWarning } from '../../../shared/domain/class-list.ts'
import { type FileKind, refuseAs, type Refused } from '../../../shared/domain/recognised-file.ts'
import type { ReportRow } from '../../../shared/domain/report-people.ts'

/** Rows whose name is empty: a stay of nobody. */
export const aboutNames = (rows: readonly ReportRow[]): FileWarning[] =>
  rows.filter(({ name }) => name === '').map(({ line }) => ({ line, code: 'no-name', message: NO_NAME }))

const NO_NAME = 'There is no name on this line, so it was left out.'

/** Minutes by which a file's own length may differ from its times: lengths are rounded. */
const ROUNDING = 2

/** Says of a row of first join and last leave that its person was away in between, where its own length is shorter. */
export function aboutTimeAway({ line, from, to, totalMinutes }: ReportRow): FileWarning[] {
  if (from === null || to === null || totalMinutes === undefined) return []
  const isShorter = totalMinutes < (to - from) / 60_000 - ROUNDING
  return isShorter ? [{ line, code: 'time-away', message: AWAY }] : []
}

const AWAY =
  'The report’s own length is shorter than from first joining to last leaving: this person was away in between, and the report does not say when. The time away is counted as present.'

export const refuseBrokenReport = (kind: FileKind, line: number): Refused =>
  refuseAs(
    kind,
    'broken-quotes',
    `A quotation mark opened on line ${line} is not closed, so the rows after it can’t be told apart.`,
    'Download the report again and choose it as it is, without opening and saving it in another program.',
  )

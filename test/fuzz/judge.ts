import { recognise } from '../../electron/exchange/import/recognise.ts'
import { refusedFile, understoodFile } from '../../shared/domain/recognised-file.ts'
import type { FuzzInput } from './inputs.ts'

/** What became of an input; a finding is what must never be. */
export type Verdict = { answer: string; kind: string; finding: string | null }

/** Reads an input as the app would and says what is wrong with the answer, if anything is. */
export async function judge({ bytes, lessonDate }: FuzzInput): Promise<Verdict> {
  try {
    const found = await recognise(bytes, { lessonDate })
    const answer = found.understood ? (found.warnings.length > 0 ? 'warnings' : 'understood') : 'refused'
    return { answer, kind: found.kind, finding: findFault(found) }
  } catch (error) {
    const finding = `crash: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
    return { answer: 'crash', kind: 'none', finding }
  }
}

function findFault(found: Awaited<ReturnType<typeof recognise>>): string | null {
  const shape = found.understood ? understoodFile.safeParse(found) : refusedFile.safeParse(found)
  if (!shape.success) return `shape: ${shape.error.message.slice(0, 500)}`
  if (!found.understood) {
    const { code, message, advice } = found.refusal
    return [code, message, advice].some((part) => part.trim() === '') ? `no advice: ${code}` : null
  }
  if (found.warnings.some(({ code, message }) => code === '' || message === ''))
    return 'a warning says nothing'
  const people = (found.meetings ?? []).flatMap((meeting) => meeting.people)
  const isTurned = people.some(({ intervals }) =>
    intervals.some(({ from, to }) => to !== undefined && to < from),
  )
  if (isTurned) return 'a stretch ends before it begins'
  const names = (found.meetings ?? []).flatMap((meeting) => [
    new Set(meeting.people.map(({ name }) => name)).size,
  ])
  return names.reduce((sum, size) => sum + size, 0) === people.length
    ? null
    : 'a name stands twice in one meeting'
}

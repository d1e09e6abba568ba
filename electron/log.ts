import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

export type Log = { error(what: string, error: unknown): void }

/** Beyond this the log is put aside, in place of the one put aside before. */
const LARGEST_LOG_BYTES = 1_000_000

/** A plain log for school IT: what failed and where in the code, never a name or anything a person typed. */
export function createLog(folder: string): Log {
  const file = join(folder, 'session-companion.log')
  return {
    error: (what, error) => {
      const line = `${new Date().toISOString()} ${what}${codeOf(error)} ${placesOf(error)}\n`
      process.stderr.write(line)
      try {
        mkdirSync(folder, { recursive: true })
        putAsideWhenLarge(file)
        appendFileSync(file, line)
      } catch {
        // A log that cannot be written must not stop a lesson.
      }
    },
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? ` [${String(error.code)}]` : ''

/** Places in the code alone: an error's message, on however many lines, may hold a name. */
function placesOf(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : []
  return lines
    .filter((line) => /^\s+at \S.*:\d+:\d+\)?$/.test(line))
    .slice(0, 3)
    .join(' | ')
}

function putAsideWhenLarge(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > LARGEST_LOG_BYTES) renameSync(file, `${file}.old`)
}

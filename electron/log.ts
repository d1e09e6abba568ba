import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

export type Log = { error(what: string, error: unknown): void }

/** A plain log for school IT: what failed and where in the code, never a name or anything a person typed. */
export function createLog(folder: string): Log {
  return {
    error: (what, error) => {
      const code = error instanceof Error && 'code' in error ? ` [${String(error.code)}]` : ''
      const where = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 4).join(' | ') : ''
      const line = `${new Date().toISOString()} ${what}${code} ${where}\n`
      process.stderr.write(line)
      try {
        mkdirSync(folder, { recursive: true })
        appendFileSync(join(folder, 'session-companion.log'), line)
      } catch {
        // A log that cannot be written must not stop a lesson.
      }
    },
  }
}

import { SetupError } from './setup-error.ts'

/**
 * Runs the body of a script started by `npm run` and ends the process with the exit code it returns.
 * A SetupError is shown as its message alone: a stack trace would hide what to do.
 */
export async function runCommand(body: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await body()
  } catch (error) {
    console.error(error instanceof SetupError ? `\n${error.message}` : error)
    process.exitCode = 1
  }
}

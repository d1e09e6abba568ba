import { spawn } from 'node:child_process'
import path from 'node:path'
import { appEnvironment } from './runtime/app-environment.ts'
import { provideDisplay } from './runtime/display.ts'
import { provideElectron } from './runtime/electron.ts'
import { projectRoot } from './runtime/project-root.ts'

export type HeadlessRun = { code: number | null; out: string; problem: string }

/** Starts the built app in the real Electron with an order, and waits until it ends. */
export async function runHeadlessApp(
  words: readonly string[],
  { userData, clock }: { userData: string; clock: string },
): Promise<HeadlessRun> {
  const electron = await provideElectron()
  const { env } = await provideDisplay()
  const child = spawn(
    electron.executable,
    [
      ...electron.argumentsBeforeApp,
      `--user-data-dir=${userData}`,
      '-r',
      path.join(import.meta.dirname, 'runtime/clock.cjs'),
      projectRoot,
      ...words,
    ],
    { cwd: projectRoot, env: appEnvironment({ ...env, SESSION_COMPANION_TEST_CLOCK: clock }) },
  )
  const run: HeadlessRun = { code: null, out: '', problem: '' }
  child.stdout.on('data', (part: Buffer) => (run.out += part.toString()))
  child.stderr.on('data', (part: Buffer) => (run.problem += part.toString()))
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      run.code = code
      resolve()
    })
  })
  return run
}

import path from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import { appEnvironment } from './app-environment.ts'
import { provideDisplay, type Display } from './display.ts'
import { provideElectron } from './electron.ts'
import { projectRoot } from './project-root.ts'

export type LaunchOptions = {
  /** The app's data folder: one of its own for each test. */
  userData: string
  /** ISO UTC time the app believes it is at its start; its clock ticks on from there. */
  clock?: string
  /** What the operating system prefers; without it whatever the machine prefers. */
  colorScheme?: 'light' | 'dark'
  /** For the app and for Chromium, for example --use-fake-device-for-media-stream. */
  extraArgs?: readonly string[]
  env?: Readonly<Record<string, string>>
}

export type LaunchedApp = {
  app: ElectronApplication
  /** Of the app's main process. */
  pid: number
  /** Ends the main process at once, as a power cut or the task manager would (SIGKILL), and waits until it is gone. */
  kill(): Promise<void>
}

let display: Promise<Display> | undefined

/** Starts the built app in the provided Electron, driven by Playwright, on a display of its own where there is none. */
export async function launchApp(options: LaunchOptions): Promise<LaunchedApp> {
  const electron = await provideElectron()
  display ??= provideDisplay()
  const { env: displayEnv } = await display
  const app = await _electron.launch({
    executablePath: electron.executable,
    args: [
      ...electron.argumentsBeforeApp,
      `--user-data-dir=${options.userData}`,
      ...(options.clock ? ['-r', path.join(import.meta.dirname, 'clock.cjs')] : []),
      projectRoot,
      ...(options.extraArgs ?? []),
    ],
    cwd: projectRoot,
    env: appEnvironment({ ...displayEnv, ...clockEnvironment(options.clock), ...options.env }),
    // Playwright would switch the sandbox off everywhere on Linux; the launch arguments decide instead.
    chromiumSandbox: !electron.argumentsBeforeApp.includes('--no-sandbox'),
    // null: no emulation, so that the app's own choice of theme shows as it would.
    colorScheme: options.colorScheme ?? null,
  })
  // Asked of the app itself: on Windows the process that Playwright started is a shell around it.
  const pid = await askPid(app)
  return { app, pid, kill: () => killAndWait(app, pid) }
}

/** Now and then the debugger loses its first answer while the app starts ("promise was garbage collected"): ask again. */
async function askPid(app: ElectronApplication): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await app.evaluate(() => process.pid)
    } catch (error) {
      if (tries === 3) throw error
    }
  }
}

function clockEnvironment(clock: string | undefined): Record<string, string> {
  return clock ? { SESSION_COMPANION_TEST_CLOCK: clock } : {}
}

async function killAndWait(app: ElectronApplication, pid: number): Promise<void> {
  const closed = app.waitForEvent('close')
  process.kill(pid, 'SIGKILL')
  await closed
}

import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { appEnvironment } from './app-environment.ts'
import { buildIfNeeded } from './build.ts'
import { hasDisplay } from './display.ts'
import { provideElectron, type ProvidedElectron } from './electron.ts'
import { projectRoot } from './project-root.ts'
import { runCommand } from './run-command.ts'
import { installSystemPackages, packagesForElectron } from './system-libraries.ts'

/** `npm start`: builds the app and opens it. Words after `--` are handed to the app. */
await runCommand(async () => {
  const electron = await provideElectron()
  console.log(electron.description)
  await installSystemPackages(await packagesForElectron(electron.executable))
  await buildIfNeeded()
  if (hasDisplay()) return openApp(electron, process.argv.slice(2))
  console.log(
    'There is no display here to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set): running the demo.',
  )
  const { runDemo } = await import('../demo/run-demo.ts')
  return runDemo()
})

/** Resolves with the app's exit code once it has been closed. */
function openApp(
  { executable, argumentsBeforeApp }: ProvidedElectron,
  appArguments: string[],
): Promise<number> {
  const args = [...argumentsBeforeApp, projectRoot, ...appArguments]
  const app = spawn(executable, args, { stdio: 'inherit', env: appEnvironment() })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // Outlives the app, so that the app's own exit code can be passed on.
    process.on(signal, () => void app.kill(signal))
  }
  return new Promise((resolve, reject) => {
    app.once('error', reject)
    app.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
}

import { runDemo } from '../demo/run-demo.ts'
import { buildIfNeeded } from './build.ts'
import { provideElectron } from './electron.ts'
import { runCommand } from './run-command.ts'
import { installSystemPackages, packagesForElectron } from './system-libraries.ts'

/** `npm run demo`: the whole job on the example school, driven in the real app. */
await runCommand(async () => {
  const electron = await provideElectron()
  console.log(electron.description)
  await installSystemPackages(await packagesForElectron(electron.executable))
  await buildIfNeeded()
  return runDemo()
})

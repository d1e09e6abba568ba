import { runChecks } from './checks.ts'
import { runCommand } from './run-command.ts'

/** `npm run check`: everything tools can say about the source code without running it. */
await runCommand(async () => {
  const failed = (await runChecks()).filter(({ passed }) => !passed).map(({ name }) => name)
  console.log(failed.length === 0 ? '\nAll checks passed' : `\nFailed: ${failed.join(', ')}`)
  return failed.length === 0 ? 0 : 1
})

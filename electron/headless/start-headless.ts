import { app } from 'electron'
import { createLog } from '../log.ts'
import { quietContext } from './quiet-context.ts'
import { EXIT, isOrder, type Order, withoutOrder } from './read-words.ts'
import { runHeadless } from './run-headless.ts'

/** One run without windows, from opened records to closed ones; the app ends with how it went. */
export async function startHeadless(
  order: Order,
  paths: { records: string; preferences: string; logs: string },
): Promise<void> {
  // The page that is printed stands in a hidden window: that it closes is not the end.
  app.on('window-all-closed', () => {})
  let isWanted = false
  app.on('second-instance', (_event, words) => {
    isWanted ||= !isOrder(words)
  })
  const code = await run(order, paths)
  // Somebody opened the app meanwhile and was sent away: now it is their turn.
  if (isWanted) app.relaunch({ args: withoutOrder(process.argv.slice(1)) })
  app.exit(code)
}

async function run(order: Order, paths: Parameters<typeof startHeadless>[1]): Promise<number> {
  const log = createLog(paths.logs)
  try {
    const context = quietContext(paths)
    try {
      return await runHeadless(context, order, process.cwd(), {
        out: (line) => process.stdout.write(`${line}\n`),
        problem: (line) => process.stderr.write(`${line}\n`),
      })
    } finally {
      context.session.close()
    }
  } catch (error) {
    log.error('headless', error)
    process.stderr.write('Something went wrong and this was not done. Everything recorded before is safe.\n')
    return EXIT.unexpected
  }
}

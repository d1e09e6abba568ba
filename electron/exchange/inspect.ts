import { parseArgs } from 'node:util'
import { inspectNames } from './inspect-names.ts'
import type { Inspection } from './inspection.ts'

/**
 * `npm run inspect -- --class CLASSLIST --names NAMES [--json]`: what the app makes of files, without the app: nothing is
 * written, no records are opened. Standard output holds the answer and nothing else; exit code 1 says that a file was
 * refused, 2 that the command was not understood.
 */
const USAGE = 'Use: npm run -s inspect -- --class CLASSLIST.csv --names NAMES.txt [--json]'

const { answer, isJson } = inspect(process.argv.slice(2))
if (isJson) process.stdout.write(`${JSON.stringify(answer.json, null, 2)}\n`)
else if (answer.refusal === null) process.stdout.write(`${answer.text}\n`)
if (answer.refusal !== null) process.stderr.write(`${answer.text}\n`)
process.exitCode = answer.refusal === null ? 0 : answer.refusal.code === 'usage' ? 2 : 1

function inspect(args: string[]): { answer: Inspection; isJson: boolean } {
  const isJson = args.includes('--json')
  try {
    const { values } = parseArgs({
      args,
      options: { class: { type: 'string' }, names: { type: 'string' }, json: { type: 'boolean' } },
    })
    if (values.class !== undefined && values.names !== undefined)
      return { answer: inspectNames(values.class, values.names), isJson }
    return { answer: misunderstood('A class list and a file of names are needed.'), isJson }
  } catch (error) {
    return { answer: misunderstood(error instanceof Error ? error.message : String(error)), isJson }
  }
}

function misunderstood(message: string): Inspection {
  const refusal = { code: 'usage', message, advice: USAGE }
  return { json: { refusal }, text: `${message}\n${USAGE}`, refusal }
}

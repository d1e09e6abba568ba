import { parseArgs } from 'node:util'
import { calendarDate } from '../../shared/domain/school-calendar.ts'
import { inspectFiles } from './inspect-files.ts'
import { inspectNames } from './inspect-names.ts'
import type { Inspection } from './inspection.ts'

/**
 * `npm run -s inspect -- FILE... [--lesson-date DATE] [--json]`: what the app makes of files, without the app, as
 * docs/formats.md says; `-- --class CLASSLIST --names NAMES [--json]` matches names waiting with a class. Nothing is
 * written, no records are opened. Standard output holds the answer; exit code 1 says that a file was refused, 2 that the
 * command was not understood.
 */
const USAGE =
  'Use: npm run -s inspect -- FILE... [--lesson-date 2021-01-18] [--json], or: npm run -s inspect -- --class CLASSLIST.csv --names NAMES.txt [--json]'

const args = process.argv.slice(2)
const isJson = args.includes('--json')
const answer = await inspect()
if (isJson) process.stdout.write(`${JSON.stringify(answer.json, null, 2)}\n`)
else (answer.refusal === null ? process.stdout : process.stderr).write(`${answer.text}\n`)
if (isJson && answer.refusal !== null) process.stderr.write(`${answer.text}\n`)
process.exitCode = answer.refusal === null ? 0 : answer.refusal.code === 'usage' ? 2 : 1

async function inspect(): Promise<Inspection> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        class: { type: 'string' },
        names: { type: 'string' },
        'lesson-date': { type: 'string' },
        json: { type: 'boolean' },
      },
    })
    const lessonDate = values['lesson-date']
    if (lessonDate !== undefined && !calendarDate.safeParse(lessonDate).success)
      return misunderstood('The lesson’s date is not a date such as 2021-01-18.')
    if (values.class !== undefined && values.names !== undefined)
      return inspectNames(values.class, values.names)
    return positionals.length > 0
      ? await inspectFiles(positionals, { lessonDate })
      : misunderstood('Files are needed, or a class list and a file of names.')
  } catch (error) {
    return misunderstood(error instanceof Error ? error.message : String(error))
  }
}

function misunderstood(message: string): Inspection {
  const refusal = { code: 'usage', message, advice: USAGE }
  return { json: { refusal }, text: `${message}\n${USAGE}`, refusal }
}

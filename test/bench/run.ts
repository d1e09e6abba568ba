import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { schoolDateOf } from '../../shared/domain/times.ts'
import { buildIfNeeded } from '../support/runtime/build.ts'
import { provideDisplay } from '../support/runtime/display.ts'
import { provideElectron } from '../support/runtime/electron.ts'
import { runCommand } from '../support/runtime/run-command.ts'
import { SetupError } from '../support/runtime/setup-error.ts'
import { installSystemPackages, packagesForElectron } from '../support/runtime/system-libraries.ts'
import { measureExport } from './export.ts'
import { measureMerge } from './merge.ts'
import { measureOpening } from './opening.ts'
import { measureReading } from './reading.ts'
import { type Figure, lineOf, valuesOf } from './samples.ts'
import { measureStartAndMemory } from './start-and-memory.ts'
import { measureTaps } from './taps.ts'
import { writeTermOfData } from './term-of-data.ts'

/** Start and memory are of the same turns: asking for one measures both. */
const parts = {
  start: measureStartAndMemory,
  memory: measureStartAndMemory,
  taps: measureTaps,
  opening: measureOpening,
  reading: measureReading,
  export: measureExport,
  merge: measureMerge,
}
type Part = keyof typeof parts
const isPart = (name: string): name is Part => Object.hasOwn(parts, name)

/**
 * `npm run bench [-- --rounds N --taps N --only start,memory,taps,opening,reading,export,merge --json FILE]`: the app beside something bare, same
 * Electron, same flags, taken in turns so that a noisy machine is noisy for both. Says what it is; nothing fails by a
 * number.
 */
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '15' },
      taps: { type: 'string', default: '300' },
      only: { type: 'string', default: Object.keys(parts).join(',') },
      json: { type: 'string' },
    },
  })
  const [rounds, taps] = [Number(values.rounds), Number(values.taps)]
  const wanted = values.only.split(',')
  const unknown = wanted.filter((name) => !isPart(name))
  if (unknown.length > 0) {
    throw new SetupError(`There is no ${unknown.join(', ')}: --only takes ${Object.keys(parts).join(', ')}.`)
  }
  const electron = await provideElectron()
  console.log(electron.description)
  await installSystemPackages(await packagesForElectron(electron.executable))
  await buildIfNeeded()
  const display = await provideDisplay()
  const folder = mkdtempSync(join(tmpdir(), 'session-companion-bench-'))
  try {
    const term = writeTermOfData(join(folder, 'app'), schoolDateOf(Date.now()))
    console.log(
      `A term of data: ${term.pupils} pupils, ${term.events} events. ${rounds} rounds, ${taps} taps.`,
    )
    const setting = { electron, folder, env: display.env, rounds, taps, term }
    const figures: Figure[] = []
    for (const measure of new Set(wanted.filter(isPart).map((part) => parts[part]))) {
      const measured = await measure(setting)
      for (const figure of measured) console.log(lineOf(figure))
      figures.push(...measured)
    }
    if (values.json) {
      const byName = Object.fromEntries(figures.map((figure) => [figure.name, valuesOf(figure)]))
      const summary = { electron: electron.version, rounds, taps, ...byName }
      writeFileSync(values.json, `${JSON.stringify(summary, null, 2)}\n`)
    }
    return 0
  } finally {
    await display.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { schoolDateOf } from '../../shared/domain/times.ts'
import { buildIfNeeded } from '../support/runtime/build.ts'
import { provideDisplay } from '../support/runtime/display.ts'
import { provideElectron, type ProvidedElectron } from '../support/runtime/electron.ts'
import { projectRoot } from '../support/runtime/project-root.ts'
import { runCommand } from '../support/runtime/run-command.ts'
import { installSystemPackages, packagesForElectron } from '../support/runtime/system-libraries.ts'
import { startAndClick, workingSetMb } from './measure-app.ts'
import { median, percentile, round } from './statistics.ts'
import { writeTermOfData } from './term-of-data.ts'

/**
 * `npm run bench [-- --rounds N --json FILE]`: the app beside a bare window with one heading, same Electron, same
 * flags, taken in turns so that a noisy machine is noisy for both. Says what it is; nothing fails by a number.
 */
await runCommand(async () => {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '15' }, json: { type: 'string' } },
  })
  const rounds = Number(values.rounds)
  const electron = await provideElectron()
  console.log(electron.description)
  await installSystemPackages(await packagesForElectron(electron.executable))
  await buildIfNeeded()
  const display = await provideDisplay()
  const folder = mkdtempSync(join(tmpdir(), 'session-companion-bench-'))
  try {
    const term = writeTermOfData(join(folder, 'app'), schoolDateOf(Date.now()))
    console.log(`A term of data: ${term.pupils} pupils, ${term.events} events. ${rounds} rounds.`)
    const measured = await measure({
      electron,
      folder,
      env: display.env,
      rounds,
      liveLessonId: term.liveLessonId,
    })
    report(measured)
    if (values.json)
      writeFileSync(values.json, `${JSON.stringify(summary(electron, rounds, measured), null, 2)}\n`)
    return 0
  } finally {
    await display.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

type Samples = { bare: number[]; app: number[] }
type Measured = { startup: Samples; memory: Samples }
type Setting = {
  electron: ProvidedElectron
  folder: string
  env: Record<string, string>
  rounds: number
  liveLessonId: string
}

async function measure({ electron, folder, env, rounds, liveLessonId }: Setting): Promise<Measured> {
  const startup: Samples = { bare: [], app: [] }
  const memory: Samples = { bare: [], app: [] }
  const bare = {
    electron,
    env,
    folder: join(projectRoot, 'test/bench/bare'),
    userData: join(folder, 'bare'),
    control: 'button',
  }
  const app = { electron, env, folder: projectRoot, userData: join(folder, 'app'), control: 'article button' }
  // The first start of each fills caches (compiled code, fonts) that every later start of a day finds filled.
  for (let turn = -1; turn < rounds; turn += 1) {
    const one = await startAndClick(bare)
    await settle()
    const bareMb = workingSetMb(one.process.pid ?? 0)
    await one.stop()
    const two = await startAndClick(app)
    await two.page.evaluate(
      (lessonId) =>
        (
          globalThis as unknown as { api: { invoke(name: string, input: unknown): Promise<unknown> } }
        ).api.invoke('window.open', { lessonId, show: 'live' }),
      liveLessonId,
    )
    await settle()
    const appMb = workingSetMb(two.process.pid ?? 0)
    await two.stop()
    if (turn < 0) continue
    startup.bare.push(one.startMs)
    startup.app.push(two.startMs)
    memory.bare.push(bareMb)
    memory.app.push(appMb)
  }
  return { startup, memory }
}

/** Long enough for a window to have loaded and drawn all it shows. */
function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1500))
}

function ratio({ bare, app }: Samples): number {
  return round(median(app) / median(bare), 3)
}

function report({ startup, memory }: Measured): void {
  const line = (name: string, unit: string, samples: Samples) => {
    const of = (numbers: readonly number[]) =>
      `median ${round(median(numbers))} ${unit}, p95 ${round(percentile(numbers, 0.95))} ${unit}`
    console.log(`${name}: bare ${of(samples.bare)}; app ${of(samples.app)}; ratio ${ratio(samples)}`)
  }
  line('Startup, spawn to a click taken', 'ms', startup)
  line('Memory, main window and live panel against one bare window', 'MB', memory)
}

function summary(electron: ProvidedElectron, rounds: number, { startup, memory }: Measured): object {
  return {
    electron: electron.version,
    rounds,
    startup: {
      bareMs: round(median(startup.bare), 1),
      appMs: round(median(startup.app), 1),
      ratio: ratio(startup),
      bareP95Ms: round(percentile(startup.bare, 0.95), 1),
      appP95Ms: round(percentile(startup.app, 0.95), 1),
    },
    memory: {
      bareMb: round(median(memory.bare), 1),
      appMb: round(median(memory.app), 1),
      ratio: ratio(memory),
      bareP95Mb: round(percentile(memory.bare, 0.95), 1),
      appP95Mb: round(percentile(memory.app, 0.95), 1),
    },
  }
}

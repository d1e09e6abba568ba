import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { appEnvironment } from '../support/runtime/app-environment.ts'
import { projectRoot } from '../support/runtime/project-root.ts'
import { makeLargeReport } from './large-report.ts'
import { startAndClick } from './measure-app.ts'
import type { Figure } from './samples.ts'
import type { Setting } from './setting.ts'

/** Fewer turns than of a start: each reads twenty megabytes. */
const TURNS = 9

/**
 * A Zoom report of 10 MB: understood by the app's reader against merely parsed by the bare CSV parser, in processes of
 * the same kind; the most memory either had; and how long the window stood still while the report was dropped on it.
 */
export async function measureReading(setting: Setting): Promise<Figure[]> {
  const report = makeLargeReport()
  const file = join(setting.folder, 'report.csv')
  writeFileSync(file, report)
  const megabytes = (Buffer.byteLength(report) / 1e6).toFixed(1)
  const samples = await readInTurns(setting, file)
  const of = (name: keyof (typeof samples)[number]) => samples.map((one) => one[name])
  const what = `Zoom report of ${megabytes} MB, ${report.split('\n').length - 2} rows`
  return [
    {
      name: 'reading',
      says: `${what}: understood against parsed`,
      unit: 'ms',
      samples: { bare: of('bareMs'), app: of('appMs') },
    },
    {
      name: 'readingMemory',
      says: 'Most memory of the reader against the parser',
      unit: 'MB',
      samples: { bare: of('bareMb'), app: of('appMb') },
    },
    await measureStandstill(setting, report),
  ]
}

type Sample = { bareMs: number; bareMb: number; appMs: number; appMb: number }

async function readInTurns({ electron, folder, env }: Setting, file: string): Promise<Sample[]> {
  const results = join(folder, 'reading.json')
  const words = [
    ...electron.argumentsBeforeApp,
    `--user-data-dir=${join(folder, 'bare-reading')}`,
    join(projectRoot, 'test/bench/bare-reading'),
    join(projectRoot, 'out/main/reading-worker.cjs'),
    file,
    String(TURNS),
    results,
  ]
  const child = spawn(electron.executable, words, {
    env: appEnvironment(env),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = (await once(child, 'exit')) as [number]
  if (code !== 0) throw new Error('The report could not be read in turns.')
  return JSON.parse(readFileSync(results, 'utf8')) as Sample[]
}

/** The longest time between two frames of the main window: idle (the yardstick here), and while the report is read. */
async function measureStandstill({ electron, folder, env }: Setting, report: string): Promise<Figure> {
  const app = await startAndClick({
    electron,
    env,
    folder: projectRoot,
    userData: join(folder, 'app'),
    control: 'article button',
  })
  try {
    await app.page.evaluate((text) => {
      ;(globalThis as Held).report = new File([text], 'report.csv')
    }, report)
    const samples = { bare: [] as number[], app: [] as number[] }
    for (let turn = -1; turn < TURNS; turn += 1) {
      const idle = await longestFrame(app.page, false)
      const reading = await longestFrame(app.page, true)
      if (turn < 0) continue
      samples.bare.push(idle)
      samples.app.push(reading)
    }
    return {
      name: 'standstill',
      says: 'Longest time without a frame, while a report of 10 MB is dropped and read against idle',
      unit: 'ms',
      samples,
    }
  } finally {
    await app.stop()
  }
}

type Held = { report?: File }

/** Drops the report where asked to, and watches frames until the window says what became of it, or for two seconds. */
const longestFrame = (page: Page, isDropped: boolean): Promise<number> =>
  page.evaluate(
    (drops) =>
      new Promise<number>((resolve) => {
        document.querySelector<HTMLButtonElement>('[role="alert"] button')?.click()
        const file = (globalThis as Held).report
        const began = performance.now()
        let [last, longest] = [began, 0]
        const look = (now: number) => {
          longest = Math.max(longest, now - last)
          last = now
          const isOver = drops ? document.querySelector('[role="alert"]') !== null : now - began > 2000
          if (isOver) resolve(longest)
          else requestAnimationFrame(look)
        }
        setTimeout(() => {
          requestAnimationFrame((now) => {
            last = now
            requestAnimationFrame(look)
          })
          if (!drops || !file) return
          const transfer = new DataTransfer()
          transfer.items.add(file)
          document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }))
        }, 100)
      }),
    isDropped,
  )

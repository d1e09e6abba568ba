import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { projectRoot } from '../support/runtime/project-root.ts'
import { openPanel, startAndClick } from './measure-app.ts'
import type { Figure, Samples } from './samples.ts'
import type { Setting } from './setting.ts'
import { writeInTurns } from './writes.ts'

const SLOWDOWN = 6
const BEHAVIOUR = 'section[aria-label="Behaviours"] button >> nth=0'

/**
 * Taps in the real panel with thirty tiles beside taps on a bare page with thirty buttons that inserts one row. Both
 * are open at once and are clicked in turns, with a real mouse press each.
 *
 * - painted: from the time stamp of the click to the first task after the frame in which the changed tile was painted;
 * - durable: from asking main to its answer, which it gives once the row is committed with synchronous=FULL. Asked of
 *   the bridge as the panel asks it, so that no drawing is in it on either side.
 */
export async function measureTaps(setting: Setting): Promise<Figure[]> {
  const { electron, folder, env, taps, term } = setting
  const bare = await startAndClick({
    electron,
    env,
    folder: join(projectRoot, 'test/bench/bare-lesson'),
    userData: join(folder, 'bare-lesson'),
    control: 'button',
  })
  const app = await startAndClick({
    electron,
    env,
    folder: projectRoot,
    userData: join(folder, 'app'),
    control: 'article button',
  })
  try {
    const figures: Figure[] = []
    for (const [name, words, lessonId] of [
      ['', '', term.liveLessonId],
      ['AtEnd', ' in a lesson of 5,000 events', term.longLessonId],
    ] as const) {
      const panel = await openPanel(app.page, lessonId)
      const painted = await tapInTurns(bare.page, panel, taps, 1)
      const slow = await tapInTurns(bare.page, panel, Math.ceil(taps / 3), SLOWDOWN)
      const durable = await writeInTurns(bare.page, panel, lessonId, taps)
      await panel.close()
      figures.push(
        { name: `painted${name}`, says: `Tap to painted, 30 tiles${words}`, unit: 'ms', samples: painted },
        {
          name: `paintedSlow${name}`,
          says: `Tap to painted, 30 tiles${words}, processor slowed ${SLOWDOWN} times`,
          unit: 'ms',
          samples: slow,
        },
        { name: `durable${name}`, says: `Tap to durable${words}`, unit: 'ms', samples: durable },
      )
    }
    return figures
  } finally {
    await app.stop()
    await bare.stop()
  }
}

/** Gives a page's scripts and drawing a part of the processor while it does something, and the whole of it again. */
async function slowed<T>(page: Page, slowdown: number, run: () => Promise<T>): Promise<T> {
  if (slowdown === 1) return run()
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  try {
    return await run()
  } finally {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    await session.detach()
  }
}

async function tapInTurns(bare: Page, panel: Page, taps: number, slowdown: number): Promise<Samples> {
  const painted: Samples = { bare: [], app: [] }
  // The first taps compile what every later one of a lesson finds compiled.
  for (let tap = -10; tap < taps; tap += 1) {
    const tile = (tap + 30) % 30
    const button = `main button >> nth=${tile}`
    // One at a time: slowing keeps the processor busy, and must not slow the other.
    const one = await slowed(bare, slowdown, () => timeTap(bare, button, button))
    const pupil = `section[aria-label="Pupils"] button >> nth=${tile}`
    await panel.locator(pupil).click()
    const two = await slowed(panel, slowdown, () => timeTap(panel, BEHAVIOUR, pupil))
    if (tap < 0) continue
    painted.bare.push(one)
    painted.app.push(two)
  }
  return painted
}

/** Clicks a control and times, in ms, when a tile has been repainted. */
async function timeTap(page: Page, control: string, tile: string): Promise<number> {
  const tileHandle = await page.locator(tile).elementHandle()
  const timing = await page.evaluateHandle((changing) => {
    if (!changing) throw new Error('There is no tile.')
    const clicked = new Promise<number>((resolve) => {
      addEventListener('click', (event) => resolve(event.timeStamp), { capture: true, once: true })
    })
    const painted = new Promise<number>((resolve) => {
      const watcher = new MutationObserver(() => {
        watcher.disconnect()
        requestAnimationFrame(() => {
          const afterwards = new MessageChannel()
          afterwards.port1.addEventListener('message', () => resolve(performance.now()))
          afterwards.port1.start()
          afterwards.port2.postMessage(null)
        })
      })
      watcher.observe(changing, { attributes: true, childList: true, characterData: true, subtree: true })
    })
    return { all: Promise.all([clicked, painted]) }
  }, tileHandle)
  await page.locator(control).click()
  return timing.evaluate(async ({ all }) => {
    const [clickedAt, paintedAt] = await all
    return paintedAt - clickedAt
  })
}

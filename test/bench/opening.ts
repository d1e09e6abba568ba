import type { Page } from '@playwright/test'
import { projectRoot } from '../support/runtime/project-root.ts'
import { openPanel, startAndClick } from './measure-app.ts'
import type { Figure, Samples } from './samples.ts'
import type { Setting } from './setting.ts'
import { join } from 'node:path'

/**
 * Opens the panel of a lesson of 50 events (the yardstick here) and of one of 5,000, in turns, in one app: from the
 * command `window.open` to a tile that has been painted and takes a tap.
 */
export async function measureOpening({ electron, folder, env, rounds, term }: Setting): Promise<Figure[]> {
  const app = await startAndClick({
    electron,
    env,
    folder: projectRoot,
    userData: join(folder, 'app'),
    control: 'article button',
  })
  try {
    await app.page.context().addInitScript(noteFirstTap)
    const samples: Samples = { bare: [], app: [] }
    for (let turn = -1; turn < rounds; turn += 1) {
      const short = await timeOpening(app.page, term.shortLessonId)
      const long = await timeOpening(app.page, term.longLessonId)
      if (turn < 0) continue
      samples.bare.push(short)
      samples.app.push(long)
    }
    return [
      {
        name: 'opening',
        says: 'Panel opened, a lesson of 5,000 events against one of 50',
        unit: 'ms',
        samples,
      },
    ]
  } finally {
    await app.stop()
  }
}

type Noted = { firstTap?: number }

/** In the panel: taps the first tile once it has been painted, and notes the moment (UTC ms) it shows as chosen. */
function noteFirstTap(): void {
  const look = () => {
    const tile = document.querySelector<HTMLButtonElement>('section[aria-label="Pupils"] button')
    if (!tile) {
      requestAnimationFrame(look)
      return
    }
    const afterwards = new MessageChannel()
    afterwards.port1.addEventListener('message', () => {
      tile.click()
      queueMicrotask(() => {
        if (tile.getAttribute('aria-pressed') !== 'true') throw new Error('The first tile took no tap.')
        ;(globalThis as Noted).firstTap = performance.timeOrigin + performance.now()
      })
    })
    afterwards.port1.start()
    afterwards.port2.postMessage(null)
  }
  requestAnimationFrame(look)
}

async function timeOpening(main: Page, lessonId: string): Promise<number> {
  const asked = await main.evaluate(() => performance.timeOrigin + performance.now())
  const panel = await openPanel(main, lessonId)
  const tapped = await panel.waitForFunction(() => (globalThis as Noted).firstTap)
  const at = await tapped.jsonValue()
  if (at === undefined) throw new Error('The panel was not tapped.')
  await panel.close()
  return at - asked
}

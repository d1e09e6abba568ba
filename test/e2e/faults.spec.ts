import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import Database from 'better-sqlite3'
import { holdRecords } from '../support/disk-faults.ts'
import { answerChecks, pointsOf, startLesson, tapByKeys, tryExampleSchool } from '../support/journey.ts'
import { makeUserData, removeUserData, type Session, startSession, takePictures } from '../support/session.ts'

let userData: string
let session: Session

test.beforeEach(async () => {
  userData = makeUserData()
  session = await startSession({ userData })
})
test.afterEach(async () => {
  await session.app.close()
  removeUserData(userData)
})

async function goLive(): Promise<Page> {
  const main = await tryExampleSchool(session)
  await main.getByRole('button', { name: 'Get ready: 5C Maths' }).click()
  const checklist = await session.window('checklist')
  await answerChecks(checklist, 1)
  await checklist.keyboard.press('Control+a')
  await checklist.keyboard.press('Enter')
  return startLesson(session, checklist)
}

/** The behaviours in the log of today's lesson, oldest first, read from the disk beside the running app. */
function awardsOnDisk(): string[] {
  const db = new Database(join(userData, 'records', 'example.sqlite'), { readonly: true })
  const rows = db
    .prepare<[number], { value: string }>(
      `SELECT value FROM event WHERE kind = 'award' AND at > ? ORDER BY at, id`,
    )
    .all(Date.UTC(2021, 0, 18, 9))
  db.close()
  return rows.map(({ value }) => (JSON.parse(value) as { behaviour: string }).behaviour)
}

/** Taps behaviours one after the other for Freya, by their keys. */
async function tapAll(live: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await tapByKeys(live, 'fr', key)
}

const notSaved = (live: Page) => live.getByText(/\d+ taps? not saved, trying again/)

test('a disk that fills in the middle of a lesson loses no tap, says so, and all are written in order', async () => {
  const live = await goLive()
  const disk = await holdRecords(session)
  const keys = ['1', '2', '3', '4']
  await tapAll(live, keys)
  await expect.poll(() => awardsOnDisk().length).toBe(4)
  await disk.fill()
  // The pages there are have some room left: taps are taken until the next page is needed.
  let tapped = 4
  while (!(await notSaved(live).isVisible()) && tapped < 400) {
    await tapAll(live, [keys[tapped % 4] ?? ''])
    tapped += 1
  }
  await tapAll(live, keys.toReversed())
  await expect(notSaved(live)).toBeVisible()
  await expect(live.getByText('The disk is full. What was saved before is safe.')).toBeVisible()
  await expect(live.getByText(/kept here, in order/)).toBeVisible()
  await takePictures(live, 'live-disk-full')
  const before = awardsOnDisk()
  expect(before.length).toBeLessThan(tapped + 4)
  const points = await pointsOf(live, 'Freya')
  await disk.heal()
  await expect(notSaved(live)).toBeHidden()
  const after = awardsOnDisk()
  expect(after).toHaveLength(tapped + 4)
  expect(after.slice(0, before.length)).toEqual(before)
  expect(after.slice(-4)).toEqual(after.slice(0, 4).toReversed())
  expect(await pointsOf(live, 'Freya')).toBe(points)
})

test('records that become read-only in the middle of a lesson are said to be, and take everything afterwards', async () => {
  const live = await goLive()
  const disk = await holdRecords(session)
  await tapAll(live, ['1'])
  await expect.poll(() => awardsOnDisk().length).toBe(1)
  await disk.makeReadOnly()
  await tapAll(live, ['1', '2'])
  await expect(live.getByText('2 taps not saved, trying again')).toBeVisible()
  await expect(live.getByText(/can be read but not written/)).toBeVisible()
  await takePictures(live, 'live-read-only')
  expect(awardsOnDisk()).toHaveLength(1)
  await disk.heal()
  await expect(notSaved(live)).toBeHidden()
  expect(awardsOnDisk()).toHaveLength(3)
})

/** Freya's tile as the panel shows it, asked of the window itself: the driver loses a page that crashes. */
const tileOfFreya = () =>
  session.app.evaluate(async ({ BrowserWindow }) => {
    const panel = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().includes('#/live/'))
    if (!panel || panel.webContents.isCrashed()) return ''
    const read = "document.querySelector('[aria-label^=\"Freya,\"]')?.getAttribute('aria-label') ?? ''"
    // A page that goes away while it is asked never answers.
    const noAnswer = new Promise<string>((resolve) => setTimeout(() => resolve(''), 500))
    return Promise.race([panel.webContents.executeJavaScript(read) as Promise<string>, noAnswer])
  })

const crashPanel = () =>
  session.app.evaluate(({ BrowserWindow }) => {
    const panel = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().includes('#/live/'))
    panel?.webContents.forcefullyCrashRenderer()
  })

test('a panel that crashes three times in a row is back each time with everything', async () => {
  const live = await goLive()
  await tapAll(live, ['1', '1'])
  await expect.poll(() => awardsOnDisk().length).toBe(2)
  const before = await tileOfFreya()
  expect(before).toContain('Freya, 2 points')
  for (let crash = 0; crash < 3; crash += 1) {
    await crashPanel()
    await expect.poll(tileOfFreya, { timeout: 20_000 }).toBe(before)
  }
})

test('taps that could not be saved outlive a panel that crashes, and are written once they can be', async () => {
  const live = await goLive()
  const disk = await holdRecords(session)
  await tapAll(live, ['1'])
  await expect.poll(() => awardsOnDisk().length).toBe(1)
  await disk.makeReadOnly()
  await tapAll(live, ['1', '2', '3'])
  await expect(live.getByText('3 taps not saved, trying again')).toBeVisible()
  const before = await tileOfFreya()
  expect(before).toContain('not saved yet')
  await crashPanel()
  await expect.poll(tileOfFreya, { timeout: 20_000 }).toBe(before)
  expect(awardsOnDisk()).toHaveLength(1)
  await disk.heal()
  await expect.poll(() => awardsOnDisk().length, { timeout: 20_000 }).toBe(4)
  const [first, ...others] = awardsOnDisk()
  expect(others[0]).toBe(first)
  expect(new Set(others).size).toBe(3)
  expect(await tileOfFreya()).not.toContain('not saved yet')
})

test('a kill in the middle of a burst of 200 taps loses none that was acknowledged', async () => {
  const live = await goLive()
  // As the panel sends them, but as fast as main takes them; each answer is noted outside of the app.
  const acknowledged: string[] = []
  await live.exposeFunction('noteAcknowledged', (id: string) => acknowledged.push(id))
  const burst = live.evaluate(async () => {
    type Reply = {
      ok: boolean
      value: { pupils: { id: string }[]; behaviours: { id: string; group: string; points: number }[] }
    }
    const here = globalThis as unknown as {
      api: { invoke(name: string, input: unknown): Promise<Reply> }
      noteAcknowledged(id: string): Promise<void>
    }
    const lessonId = location.hash.split('/').at(-1) ?? ''
    const { value } = await here.api.invoke('lesson.get', { lessonId })
    const [behaviour] = value.behaviours
    if (!behaviour) throw new Error('no behaviour')
    const { id, group, points } = behaviour
    for (let tap = 0; tap < 200; tap += 1) {
      const entry = {
        kind: 'award',
        id: crypto.randomUUID(),
        pupilId: value.pupils[tap % 20]?.id,
        value: { behaviour: id, group, points },
      }
      const reply = await here.api.invoke('lesson.record', { lessonId, at: Date.now(), entries: [entry] })
      if (reply.ok) await here.noteAcknowledged(entry.id)
    }
  })
  const ended = burst.catch(() => 'the app was killed')
  await expect.poll(() => acknowledged.length, { intervals: [5] }).toBeGreaterThan(40)
  await session.kill()
  await ended
  expect(acknowledged.length).toBeLessThan(200)
  session = await startSession({ userData })
  await session.window('main')
  const db = new Database(join(userData, 'records', 'example.sqlite'), { readonly: true })
  const kept = new Set(
    db
      .prepare<[], { id: string }>('SELECT id FROM event')
      .all()
      .map(({ id }) => id),
  )
  db.close()
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
})

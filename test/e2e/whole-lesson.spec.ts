import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import Papa from 'papaparse'
import { createRandom, pick, type Random } from '../../shared/domain/example-school/random.ts'
import type { Api } from '../../renderer/lib/api.ts'
import type { Input, LessonRecordView, Reply } from '../../shared/ipc/contract.ts'
import { exportDay, tryExampleSchool } from '../support/journey.ts'
import { MONDAY_MORNING, removeUserData, type Session, startSession } from '../support/session.ts'
import { goLive, makeSharedFolder, openFromFolder, shareInFolder } from '../support/two-apps.ts'

const PHASES = 5
const KEYS_A_PHASE = 50
const CALLS_A_PHASE = 150
const UNDOS_A_PHASE = 2
/** Of the teacher's calls of the first phase, those made in the panel that came back. */
const CALLS_AFTER_CRASH = 10

type Tap = { pupilId: string; points: number }
/** One of the two, with what they have tapped and not taken back: the script's own book-keeping. */
type Adult = { session: Session; live: Page; taps: Tap[]; random: Random }

/** The app's bridge, as a page has it. */
type Bridge = { api: Api }

let record: LessonRecordView
const startedAt = Date.now()

/** The clock of a computer that is started again goes on. */
const clockNow = (): string => new Date(Date.parse(MONDAY_MORNING) + Date.now() - startedAt).toISOString()

const readRecord = (page: Page, lessonId: string): Promise<LessonRecordView> =>
  page.evaluate(async (id) => {
    const answer: unknown = await (window as unknown as Bridge).api.invoke('lesson.get', { lessonId: id })
    // A long answer comes as text.
    const reply = (typeof answer === 'string' ? JSON.parse(answer) : answer) as Reply<LessonRecordView>
    if (!reply.ok) throw new Error(reply.error.message)
    return reply.value
  }, lessonId)

/** Letters that mean a pupil and no command, even where the typing is slow. */
const typable = (): { id: string; letters: string }[] =>
  record.pupils.flatMap(({ id, label, forename }) => {
    const letters = forename.slice(0, 3).toLowerCase()
    const isOne = record.pupils.filter((one) => one.forename.toLowerCase().startsWith(letters)).length === 1
    return isOne && /^[bcdefhjklnosz][a-z]+$/.test(letters) && label === forename ? [{ id, letters }] : []
  })

const praise = () => record.behaviours.slice(0, 6)

/** Taps through the panel's own keys: letters of a name, then the number of a behaviour. */
async function tapByKeys({ live, taps, random }: Adult, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const pupil = pick(random, typable())
    const key = 1 + Math.floor(random() * 6)
    await live.keyboard.type(`${pupil?.letters ?? ''}${String(key)}`)
    taps.push({ pupilId: pupil?.id ?? '', points: praise()[key - 1]?.points ?? 0 })
  }
  await expect(live.getByText(/· saved/)).toBeVisible()
}

/** Taps for the bridge, written into the book at once: each is acknowledged or the test fails. */
function inventTaps({ taps, random }: Adult, count: number): Input<'lesson.record'>[] {
  return Array.from({ length: count }, () => {
    const [behaviour, pupil] = [pick(random, praise()), pick(random, record.pupils)]
    if (!behaviour || !pupil) throw new Error('There is nothing to tap.')
    const { id, group, points } = behaviour
    taps.push({ pupilId: pupil.id, points })
    const entry = {
      kind: 'award' as const,
      id: randomUUID(),
      pupilId: pupil.id,
      value: { behaviour: id, group, points },
    }
    return { lessonId: record.lesson.id, at: Date.parse(clockNow()), entries: [entry] }
  })
}

/** Taps through the bridge, one after the other, each acknowledged before the next. */
const tapByCalls = (adult: Adult, count: number): Promise<void> =>
  adult.live.evaluate(
    async (inputs) => {
      for (const input of inputs) {
        const reply = await (window as unknown as Bridge).api.invoke('lesson.record', input)
        if (!reply.ok) throw new Error(reply.error.message)
      }
    },
    inventTaps(adult, count),
  )

async function undo({ live, taps }: Adult, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    await live.keyboard.press('Control+z')
    taps.pop()
  }
  await expect(live.getByText(/· saved/)).toBeVisible()
}

async function phase(adult: Adult, calls: number): Promise<void> {
  await tapByCalls(adult, calls)
  await tapByKeys(adult, KEYS_A_PHASE)
  await undo(adult, UNDOS_A_PHASE)
}

/** What the script says each pupil has, by label. */
function expected(adults: readonly Adult[]): Record<string, number> {
  const sums = new Map<string, number>()
  for (const { pupilId, points } of adults.flatMap(({ taps }) => taps)) {
    sums.set(pupilId, (sums.get(pupilId) ?? 0) + points)
  }
  return Object.fromEntries(record.pupils.map(({ id, label }) => [label, sums.get(id) ?? 0]))
}

/** Points by label, out of what tiles are called. */
const pointsIn = (names: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const points = /, (-?\d+) points?/.exec(name)?.[1]
      return points === undefined ? [] : [[name.split(',')[0] ?? '', Number(points)]]
    }),
  )

/** What a panel shows, by label. */
const shown = async (live: Page): Promise<Record<string, number>> =>
  pointsIn(
    await live
      .getByRole('button', { name: /, -?\d+ points?/ })
      .evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute('aria-label') ?? '')),
  )

/** Asks the panel itself: the driver loses a page whose process has died, though the app brings it back. */
const askPanel = (session: Session, code: string): Promise<unknown> =>
  session.app.evaluate(async ({ BrowserWindow }, script) => {
    const panel = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().includes('#/live/'))
    if (!panel || panel.webContents.isCrashed()) return null
    // A page that goes away while it is asked never answers.
    const noAnswer = new Promise<null>((resolve) => setTimeout(() => resolve(null), 2000))
    return Promise.race([panel.webContents.executeJavaScript(script) as Promise<unknown>, noAnswer])
  }, code)

const TILES = `[...document.querySelectorAll('button[aria-label]')].map((tile) => tile.getAttribute('aria-label'))`

/** The process of the panel dies and comes back by itself, with every point; taps go on in it. */
async function crashPanel(adult: Adult, adults: readonly Adult[]): Promise<void> {
  const { session } = adult
  await session.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.forcefullyCrashRenderer()
  })
  const shownBack = async () => pointsIn(((await askPanel(session, TILES)) as string[] | null) ?? [])
  await expect.poll(shownBack, { timeout: 30_000 }).toEqual(expected(adults))
  const inputs = inventTaps(adult, CALLS_AFTER_CRASH)
  for (const input of inputs) {
    const reply = await askPanel(session, `window.api.invoke('lesson.record', ${JSON.stringify(input)})`)
    expect(reply).toMatchObject({ ok: true })
  }
  await expect.poll(shownBack, { timeout: 30_000 }).toEqual(expected(adults))
}

/** The way back after a crash, as a person takes it. */
async function backToLesson(session: Session): Promise<Page> {
  const main = await session.window('main')
  await main
    .getByRole('button', { name: /^(Back to the lesson|Open the panel)/ })
    .first()
    .click()
  const live = await session.window('live')
  await expect(live.getByText(/· saved/)).toBeVisible()
  return live
}

async function killAndRestart(adult: Adult): Promise<void> {
  await adult.session.kill()
  adult.session = await startSession({ userData: adult.session.userData, clock: clockNow() })
  adult.live = await backToLesson(adult.session)
}

/**
 * Forty minutes at speed: 2,000 taps by two adults on two computers, 20 undos, a crash of the panel and a SIGKILL of
 * each app. Both computers and the office's file must agree with a sum the script keeps by itself, to the point.
 */
test('a whole lesson by two adults, with three crashes, adds up everywhere', async () => {
  test.setTimeout(480_000)
  const folder = makeSharedFolder()
  const [first, second] = [
    await startSession({ clock: clockNow() }),
    await startSession({ clock: clockNow() }),
  ]
  const main = await tryExampleSchool(first)
  const live = await goLive(first, main)
  const code = await shareInFolder(first, live, folder)
  await live.getByRole('button', { name: 'Done', exact: true }).click()
  const joining = await openFromFolder(second, { name: 'Mrs T Okafor', folder, code })
  await joining.getByRole('button', { name: 'Join and open the panel' }).click()
  const other = await second.window('live')
  const lessonId = new URL(live.url()).hash.split('/').at(-1) ?? ''
  record = await readRecord(live, lessonId)
  expect(record.pupils).toHaveLength(30)
  expect(typable().length).toBeGreaterThan(8)

  const teacher: Adult = { session: first, live, taps: [], random: createRandom('teacher') }
  const assistant: Adult = { session: second, live: other, taps: [], random: createRandom('assistant') }
  const adults = [teacher, assistant]
  const bothAgree = async () => {
    for (const one of adults) {
      await expect.poll(() => shown(one.live), { timeout: 30_000 }).toEqual(expected(adults))
    }
  }
  for (let n = 1; n <= PHASES; n += 1) {
    const willCrash = n === 1 ? CALLS_AFTER_CRASH : 0
    await Promise.all([phase(teacher, CALLS_A_PHASE - willCrash), phase(assistant, CALLS_A_PHASE)])
    await bothAgree()
    if (n === 1) {
      await crashPanel(teacher, adults)
      await killAndRestart(teacher)
    }
    if (n === 3) await killAndRestart(assistant)
  }
  await bothAgree()
  const total = Object.values(expected(adults)).reduce((sum, points) => sum + points, 0)
  const logs = await Promise.all(adults.map((one) => readRecord(one.live, lessonId)))
  const awards = logs.map(({ events }) => events.filter(({ kind }) => kind === 'award').length)
  expect(awards).toEqual([2000, 2000])
  expect(logs.map(({ events }) => events.filter(({ kind }) => kind === 'revoked').length)).toEqual([20, 20])
  expect(logs[1]?.events.map(({ id }) => id)).toEqual(logs[0]?.events.map(({ id }) => id))

  await teacher.live.getByRole('button', { name: 'End', exact: true }).click()
  const question = teacher.live.getByRole('alertdialog')
  await question
    .getByRole('button', { name: 'End for everyone' })
    .click()
    .catch(() => undefined)
  await expect(assistant.live.getByText(/This lesson has ended/)).toBeVisible()
  expect(await exportedPoints(teacher.session)).toEqual(expected(adults))
  test.info().annotations.push({
    type: 'figures',
    description: `${String(PHASES * 2 * KEYS_A_PHASE)} taps by keys, ${String(PHASES * 2 * CALLS_A_PHASE)} by calls, ${String(total)} points`,
  })

  for (const { session } of adults) {
    await session.app.close()
    removeUserData(session.userData)
  }
  rmSync(folder, { recursive: true, force: true })
})

/** Signs the lesson, exports the day, and reads the points the office is given. */
async function exportedPoints(session: Session): Promise<Record<string, number>> {
  const main = await session.window('main')
  await main.getByRole('button', { name: /Accept all/ }).click()
  await main.getByRole('button', { name: /^Sign off as/ }).click()
  await expect(main.getByRole('heading', { name: /Signed by/ })).toBeVisible()
  const office = join(session.userData, 'office')
  mkdirSync(office)
  await session.chooses(office)
  await main.getByRole('link', { name: 'Settings' }).click()
  await main.getByRole('button', { name: 'Choose the folder', exact: true }).click()
  await expect(main.getByText(office)).toBeVisible()
  await main.getByRole('link', { name: 'Today' }).click()
  await exportDay(main)
  await expect(main.getByText(/exported to the office/)).toBeVisible()
  const [day = ''] = readdirSync(office)
  return pointsInFile(join(office, day, 'Points and rewards 2021-01-18.csv'))
}

/** The points of the office's file, by the pupils' labels. */
function pointsInFile(path: string): Record<string, number> {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(path, 'utf8').replace('\uFEFF', ''), {
    header: true,
    skipEmptyLines: true,
  })
  return Object.fromEntries(
    record.pupils.map(({ label, forename, surname }) => [
      label,
      Number(data.find((row) => row['Called'] === `${forename} ${surname}`)?.['Points']),
    ]),
  )
}

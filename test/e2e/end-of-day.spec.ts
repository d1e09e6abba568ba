import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { act, ask, giveLesson, sign } from '../support/by-command.ts'
import { exportDay, finishDay, tryExampleSchool } from '../support/journey.ts'
import { makeUserData, removeUserData, type Session, startSession, takePictures } from '../support/session.ts'

test.describe.configure({ mode: 'serial' })

test.describe('the end of a day', () => {
  const userData = makeUserData()
  const office = join(userData, 'office')
  const away = `${office} away`
  const days = () => readdirSync(office).filter((name) => name.startsWith('2021-01-18'))
  let session: Session
  let lessonId: string

  const toEndOfDay = async (main: Page) => {
    await main.getByRole('link', { name: 'Today', exact: true }).click()
    await finishDay(main)
  }

  /** The same with a long subject, in a narrow window. */
  const takeLongPictures = async (main: Page) => {
    const { lessons } = await ask(main, 'today.get', {})
    await ask(main, 'lesson.plan', {
      lessonId: lessons.at(-1)?.id ?? '',
      subject: 'Personal, social, health and economic education, catch-up',
      learningIntention: 'Naming feelings',
      adaptations: null,
      secondAdultId: null,
    })
    const resize = (width: number) =>
      session.app.evaluate(
        ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setSize(to, 800),
        width,
      )
    await resize(640)
    await expect(main.getByText(/^5C Personal, social/)).toBeVisible()
    await takePictures(main, 'end-of-day-narrow')
    await resize(1200)
  }

  test.beforeAll(async () => {
    mkdirSync(office)
    session = await startSession({ userData })
  })
  test.afterAll(async () => {
    await session.app.close()
    removeUserData(userData)
  })

  test('says of each lesson what is unfinished, and leads there', async () => {
    const main = await tryExampleSchool(session)
    const { school } = await ask(main, 'app.status', {})
    if (!school) throw new Error('no school')
    await ask(main, 'school.save', { ...school, officeFolder: office })
    lessonId = await giveLesson(main)
    await toEndOfDay(main)
    await expect(main.getByText(/Nobody has said whether \d+ pupils took part/)).toBeVisible()
    await takePictures(main, 'end-of-day-unfinished')
    await takeLongPictures(main)
    await main.getByRole('link', { name: 'Sign off: 5C Maths' }).click()
    await expect(main.getByRole('button', { name: /^Sign off as/ })).toBeVisible()
    await sign(main, lessonId, null)
  })

  test('a folder that is away: the day waits, and goes after a restart as it is back', async () => {
    renameSync(office, away)
    let main = await session.window('main')
    await toEndOfDay(main)
    await main.getByRole('button', { name: 'Export the day' }).click()
    await expect(main.getByText('Not exported yet: the day waits')).toBeVisible()
    await takePictures(main, 'end-of-day-folder-away')
    await session.kill()

    session = await startSession({ userData, clock: '2021-01-18T15:40:00Z' })
    main = await session.window('main')
    await expect(main.getByText(/has not reached the office yet/)).toBeVisible()
    await takePictures(main, 'today-day-waits')
    await finishDay(main)
    await expect(main.getByText(/^Waits for the office’s folder/)).toBeVisible()
    await takePictures(main, 'end-of-day-waiting')
    renameSync(away, office)
    await expect(main.getByText('With the office', { exact: true })).toBeVisible({ timeout: 60_000 })
    await expect(main.getByText(/^Monday 18 January 2021 has gone to the office/)).toBeVisible()
    expect(days()).toEqual(['2021-01-18 Ms J Reid'])
    await takePictures(main, 'end-of-day-went')
  })

  test('a correction makes version 2, which says what changed', async () => {
    const main = await session.window('main')
    const { pupils } = await ask(main, 'lesson.get', { lessonId })
    await act(main, lessonId, { kind: 'moved', value: { to: 'ended' } })
    await expect(main.getByText('Opened again for a correction, not signed')).toBeVisible()
    await sign(main, lessonId, pupils[0]?.id ?? null)
    await expect(main.getByText('Corrected since it went to the office')).toBeVisible()
    await takePictures(main, 'end-of-day-corrected')
    await main.getByRole('button', { name: 'Export the day' }).click()
    await expect(main.getByText('One lesson exported to the office, version 2')).toBeVisible()
    await takePictures(main, 'end-of-day-version-2')
    const changed = join(office, '2021-01-18 Ms J Reid v2', 'What changed 2021-01-18.csv')
    expect(readFileSync(changed, 'utf8')).toMatch(/Participation,.*Status.*,Took part,Absent/)
  })

  test('a share that stops answering holds up neither the window nor the end of the app', async () => {
    const main = await session.window('main')
    await act(main, lessonId, { kind: 'moved', value: { to: 'ended' } })
    await sign(main, lessonId, null)
    await toEndOfDay(main)
    // The process that deals with the folder is held as a share would hold it: it answers no more, whatever it is told.
    await session.app.evaluate(({ app }) => {
      const held = new Set<number>()
      setInterval(() => {
        for (const { pid, name } of app.getAppMetrics()) {
          if (name !== 'Session Companion office folder' || held.has(pid)) continue
          process.kill(pid, 'SIGSTOP')
          held.add(pid)
        }
      }, 1)
    })
    await main.getByRole('button', { name: 'Export the day' }).click()
    await expect(main.getByText('Looking at the office’s folder')).toBeVisible()
    await takePictures(main, 'end-of-day-progress')
    await main.getByRole('button', { name: 'Stop' }).click()
    await expect(main.getByRole('button', { name: 'Stop' })).toBeHidden()
    await main.getByRole('button', { name: 'Export the day' }).click()
    await expect(main.getByText(/The office’s folder did not answer in time/)).toBeVisible({
      timeout: 40_000,
    })
    await takePictures(main, 'end-of-day-no-answer')
    expect(days()).toHaveLength(2)
    await main.getByRole('button', { name: 'Export the day' }).click()
    await expect(main.getByText('Looking at the office’s folder')).toBeVisible()
    const closed = session.app.waitForEvent('close', { timeout: 30_000 })
    await session.app.evaluate(({ app }) => app.quit()).catch(() => undefined)
    await closed

    session = await startSession({ userData, clock: '2021-01-18T16:40:00Z' })
    await expect.poll(() => days().length, { timeout: 30_000 }).toBe(3)
    expect(existsSync(join(office, '2021-01-18 Ms J Reid v3', 'manifest.json'))).toBe(true)
    await exportDay(await session.window('main'))
    await expect((await session.window('main')).getByText(/nothing has changed/)).toBeVisible()
  })
})

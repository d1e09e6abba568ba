import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { seriousIssues } from '../support/axe.ts'
import { answerChecks, startLesson, tapByKeys, tile, tryExampleSchool } from '../support/journey.ts'
import { makeLeader } from '../support/make-leader.ts'
import { pagesOf } from '../support/pdf.ts'
import { projectRoot } from '../support/runtime/project-root.ts'
import { makeUserData, removeUserData, type Session, startSession, takePictures } from '../support/session.ts'

test.describe.configure({ mode: 'serial' })

/** A morning of the example school: a lesson, the scheme changed by a leader, and the next lesson. */
test.describe('the school’s scheme and its rewards', () => {
  const userData = makeUserData()
  const office = join(userData, 'office')
  let session: Session

  test.beforeAll(async () => {
    mkdirSync(office)
    session = await startSession({ userData })
  })
  test.afterAll(async () => {
    await session.app.close()
    removeUserData(userData)
  })

  const openScheme = async (): Promise<Page> => {
    const main = await session.window('main')
    await main.getByRole('link', { name: 'Settings' }).click()
    await main.getByRole('link', { name: 'Open behaviours and rewards' }).click()
    await main.getByRole('heading', { name: 'Versions' }).waitFor()
    return main
  }
  /** Through the checks and the waiting room until everyone is in. */
  const goLive = async (subject: string): Promise<Page> => {
    const main = await session.window('main')
    await main.getByRole('link', { name: 'Today' }).click()
    await main.getByRole('button', { name: `Get ready: 5C ${subject}` }).click()
    const checklist = await session.window('checklist')
    await answerChecks(checklist, 'planned')
    await checklist.keyboard.press('Control+a')
    await checklist.keyboard.press('Enter')
    return startLesson(session, checklist)
  }
  const end = async (live: Page, subject: string): Promise<Page> => {
    await live.getByRole('button', { name: 'End', exact: true }).click()
    await live.getByRole('alertdialog').getByRole('button', { name: 'End for everyone' }).click()
    const main = await session.window('main')
    await main.getByRole('heading', { name: `Sign off 5C ${subject}` }).waitFor()
    return main
  }
  const pad = (live: Page) => live.getByRole('region', { name: 'Behaviours' })

  let signOffPage = ''

  test('is read by a teacher, who cannot change it', async () => {
    await tryExampleSchool(session)
    const main = await openScheme()
    await expect(main.getByText('One set for all staff. A leader edits it.')).toBeVisible()
    await expect(main.getByRole('button', { name: /^(Move|Save as|Add a) / })).toHaveCount(0)
    await takePictures(main, 'scheme-teacher')
    const live = await goLive('Maths')
    await expect(pad(live).getByRole('button', { name: /Brilliant/ })).toBeVisible()
    const ended = await end(live, 'Maths')
    signOffPage = new URL(ended.url()).hash
    await session.app.close()
    makeLeader(userData)
  })

  test('is changed by a leader, as the next version', async () => {
    session = await startSession({ userData, clock: '2021-01-18T10:50:00Z' })
    const main = await openScheme()
    await takePictures(main, 'scheme')
    await main.getByRole('button', { name: /Brilliant/, expanded: false }).click()
    await main.getByLabel('Name', { exact: true }).fill('Superb')
    await main.getByLabel('Points', { exact: true }).selectOption('3 points')
    await main.getByRole('radio', { name: 'Trophy' }).check()
    await takePictures(main, 'scheme-open')
    await main.getByLabel('Name of attitude 2').fill('Very good')
    for (const level of ['Gold', 'Silver']) {
      await main.getByRole('button', { name: `Remove ${level}` }).click()
    }
    await main.getByLabel('Points for Bronze').fill('')
    await expect(main.getByText('From 1 to 10,000 points.').first()).toBeVisible()
    await takePictures(main, 'scheme-problem')
    await main.getByLabel('Points for Bronze').fill(String((await pointsOfFreya()) + 1))
    await takePictures(main, 'scheme-unsaved')
    expect(await seriousIssues(main)).toEqual([])
    await main.getByRole('button', { name: 'Save as version 2' }).click()
    await expect(main.getByText('Version 2 is in force')).toBeVisible()
    await takePictures(main, 'scheme-saved')
  })

  /** What Freya has this term, before the lesson that is to come. */
  const pointsOfFreya = async (): Promise<number> => {
    const main = await session.window('main')
    const points = await main.evaluate(async () => {
      type Asks = { invoke(name: string, input: unknown): Promise<{ value: never }> }
      type Lesson = { id: string; className: string; subject: string }
      type Opened = { pupils: { id: string; label: string }[]; termPointsBefore: Record<string, number> }
      const { api } = window as unknown as { api: Asks }
      const today: { lessons: Lesson[] } = (await api.invoke('today.get', {})).value
      const next = today.lessons.find((one) => one.className === '5C' && one.subject === 'Reading')
      const opened: Opened = (await api.invoke('lesson.get', { lessonId: next?.id })).value
      return opened.termPointsBefore[opened.pupils.find(({ label }) => label === 'Freya')?.id ?? '']
    })
    return points ?? 0
  }

  test('leaves the lesson taught before with its own words', async () => {
    const main = await session.window('main')
    await main.evaluate((hash) => {
      window.location.hash = hash
    }, signOffPage)
    await main.getByRole('heading', { name: 'Sign off 5C Maths' }).waitFor()
    await expect(main.getByRole('option', { name: 'Good', exact: true }).first()).toBeAttached()
    await expect(main.getByRole('option', { name: 'Very good' })).toHaveCount(0)
  })

  test('is what the next lesson has; a level reached in it is shown to the teacher', async () => {
    const live = await goLive('Reading')
    await expect(pad(live).getByRole('button', { name: /Superb/ })).toBeVisible()
    await expect(pad(live).getByRole('button', { name: /Brilliant/ })).toHaveCount(0)
    await tapByKeys(live, 'fr', '5')
    await expect(live.getByText(/^Freya reached Bronze \(\d+ points\)$/)).toBeVisible()
    await expect(tile(live, 'Freya')).toHaveAttribute('aria-label', /reached Bronze/)
    await takePictures(live, 'live-level-reached')
    await live.keyboard.press('Control+z')
    await expect(tile(live, 'Freya')).not.toHaveAttribute('aria-label', /reached/)
    await tapByKeys(live, 'fr', '5')
    await expect(live.getByText(/· saved/)).toBeVisible()
  })

  test('gives the certificates at signing off, a PDF each', async () => {
    const main = await end(await session.window('live'), 'Reading')
    await expect(main.getByRole('heading', { name: 'Certificates earned' })).toBeVisible()
    await takePictures(main, 'sign-off-certificates')
    await session.chooses(office)
    await main.getByRole('button', { name: /^Prepare the certificate/ }).click()
    await expect(main.getByText('The certificate is ready')).toBeVisible()
    await expect(main.getByText(/made on 18 January 2021/)).toBeVisible()
    await takePictures(main, 'sign-off-certificates-made')
    const [folder = ''] = readdirSync(office)
    expect(folder).toMatch(/^2021-01-18 .* certificates$/)
    const files = readdirSync(join(office, folder))
    expect(files).toHaveLength(1)
    expect(files[0]).toMatch(/^Bronze Freya .*\.pdf$/)
    const pdf = join(office, folder, files[0] ?? '')
    copyFileSync(pdf, join(projectRoot, 'pictures/certificate.pdf'))
    const pages = pagesOf(pdf)
    expect(pages).toHaveLength(1)
    for (const words of [
      /Certificate/,
      /Freya/,
      /Bronze/,
      /\d+ points/,
      /18 January 2021/,
      /invented data/,
    ]) {
      expect(pages[0]).toMatch(words)
    }
    expect(await seriousIssues(main)).toEqual([])
  })
})

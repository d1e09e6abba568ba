import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { NewEntry } from '../../shared/domain/events.ts'
import { act, ask, giveLesson, sign } from '../support/by-command.ts'
import { finishDay, tryExampleSchool } from '../support/journey.ts'
import { makeLeader } from '../support/make-leader.ts'
import { drawInGrey, factsOf, pagesOf } from '../support/pdf.ts'
import { projectRoot } from '../support/runtime/project-root.ts'
import { makeUserData, removeUserData, type Session, startSession, takePictures } from '../support/session.ts'

test.describe.configure({ mode: 'serial' })

/** What is made of a day for others than the office's folder, by the real app, opened by programs that are not ours. */
test.describe('the files of a day', () => {
  const userData = makeUserData()
  const out = join(userData, 'out')
  const pictures = join(projectRoot, 'pictures')
  let session: Session
  let praised = ''

  test.beforeAll(async () => {
    mkdirSync(out)
    mkdirSync(pictures, { recursive: true })
    session = await startSession({ userData })
  })
  test.afterAll(async () => {
    await session.app.close()
    removeUserData(userData)
  })

  test('what the export holds and where its parts go is set in Settings', async () => {
    let main = await tryExampleSchool(session)
    await main.getByRole('link', { name: 'Settings' }).click()
    await main.getByLabel('The office’s e-mail address').fill('office@hilltop.example')
    await main.getByRole('button', { name: 'Save the address' }).click()
    await expect(main.getByText('Saved', { exact: true })).toBeVisible()
    await session.app.close()
    makeLeader(userData)
    session = await startSession({ userData })
    main = await session.window('main')
    await main.getByRole('link', { name: 'Settings' }).click()
    await main.getByText('One for each class').click()
    await main
      .getByText(/^\d+ columns$/)
      .nth(2)
      .click()
    await main.getByLabel('Participation: UPN is called').fill('Unique number')
    await main.getByRole('button', { name: 'Save the export' }).click()
    await expect(
      main.getByRole('region', { name: 'What the export holds' }).getByText('Saved', { exact: true }),
    ).toBeVisible()
    await main.getByRole('region', { name: 'What the export holds' }).scrollIntoViewIfNeeded()
    await takePictures(main, 'settings-export')
  })

  test('praise goes home: a PDF each and one of the class, tagged, with nobody else in it', async () => {
    const main = await session.window('main')
    const lessonId = await giveLesson(main, async (id, pupilIds) => {
      const taps = pupilIds.flatMap((pupilId, at): NewEntry[] =>
        // Every third is not praised.
        Array.from({ length: at % 3 === 2 ? 0 : (at % 4) + 1 }, (_, tap) => {
          const value =
            tap % 2 === 0
              ? ({ behaviour: 'listening', group: 'praise', points: 1 } as const)
              : ({ behaviour: 'brilliant', group: 'praise', points: 2 } as const)
          return { kind: 'award', pupilId, value }
        }),
      )
      await act(main, id, ...taps)
    })
    await sign(main, lessonId, null)
    const { pupils } = await ask(main, 'lesson.get', { lessonId })
    const [first, , third] = pupils
    praised = `${first?.forename} ${first?.surname}`
    await main.getByRole('link', { name: 'Today', exact: true }).click()
    await finishDay(main)
    await main.getByText('Other ways: by e-mail, for leaders, for home').click()
    await session.chooses(out)
    await main.getByRole('button', { name: 'Make for home' }).click()
    await expect(main.getByText(/files for home made/)).toBeVisible({ timeout: 60_000 })
    await takePictures(main, 'end-of-day-other-ways')
    const folder = join(out, '2021-01-18 Ms J Reid home')
    const own = readdirSync(folder).find((name) => name.includes(praised)) ?? ''
    const [page = ''] = pagesOf(join(folder, own))
    expect(page).toMatch(
      new RegExp(`18 January 2021[\\s\\S]*Well done[\\s\\S]*${praised}[\\s\\S]*Maths[\\s\\S]*Ms J Reid`),
    )
    expect(page).toContain('Example school - invented data')
    for (const { forename, surname } of pupils.slice(1)) expect(page).not.toContain(`${forename} ${surname}`)
    expect(factsOf(join(folder, own))).toMatchObject({ Tagged: 'yes', Pages: '1' })
    const whole = join(folder, '5C all praise notes.pdf')
    expect(pagesOf(whole).join('')).not.toContain(`${third?.forename} ${third?.surname}`)
    expect(Number(factsOf(whole)['Pages'])).toBe(
      readdirSync(folder).filter((name) => name.endsWith('praise.pdf')).length,
    )
    drawInGrey(whole, pictures, 'praise-grey')
  })

  test('the office’s part goes by e-mail, and opens with the password told once', async () => {
    const main = await session.window('main')
    await main.getByRole('button', { name: 'Send by e-mail' }).click()
    await takePictures(main, 'email-way-before')
    await main.getByRole('button', { name: 'Choose a folder' }).click()
    const told = main.getByLabel('Password of the zip')
    await expect(told).toBeVisible({ timeout: 60_000 })
    await takePictures(main, 'email-way-password')
    const password = (await told.textContent()) ?? ''
    await main.getByRole('button', { name: 'I have passed it on' }).click()
    const folder = join(out, '2021-01-18 Ms J Reid by e-mail')
    const eml = readFileSync(join(folder, 'To the office 2021-01-18.eml'), 'latin1')
    expect(eml).toContain('X-Unsent: 1')
    expect(eml).not.toContain(password)
    const opened = join(userData, 'opened')
    const zip = join(folder, 'Session participation 2021-01-18.zip')
    execFileSync('7z', ['x', `-p${password}`, `-o${opened}`, zip], { stdio: 'ignore' })
    expect(() => execFileSync('7z', ['t', '-pwrong', zip], { stdio: 'ignore' })).toThrow()
    const participation = readFileSync(join(opened, 'Participation 2021-01-18.csv'), 'utf8')
    expect(participation).toContain('Unique number')
    const lessons = join(opened, 'Lessons 2021-01-18.pdf')
    expect(factsOf(lessons)).toMatchObject({ Tagged: 'yes', Pages: '1' })
    expect(pagesOf(lessons)[0]).toMatch(
      /5C: Maths[\s\S]*Teacher[\s\S]*Checks before[\s\S]*Participation[\s\S]*Teacher, date/,
    )
    drawInGrey(lessons, pictures, 'lesson-grey')
  })
})

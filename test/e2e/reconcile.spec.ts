import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { ownPupils } from '../../shared/domain/example-school/names.ts'
import { seriousIssues } from '../support/axe.ts'
import { dropFile } from '../support/drop-file.ts'
import { tryExampleSchool } from '../support/journey.ts'
import { makeUserData, removeUserData, type Session, startSession, takePictures } from '../support/session.ts'
import { goLive } from '../support/two-apps.ts'
import { type ReportRow, zoomReport } from '../support/zoom-report.ts'

/** In the reports under other names than their own, not at all, or at other times than the rest. */
const NOT_AS_THE_REST = [
  'Freya Lindgren',
  'Zoe Kowalczyk',
  'Noah Grimshaw',
  'Omar El-Sayegh',
  'Kofi Ampofo',
  'Leila Haddow',
]
const everybodyElse = ownPupils
  .map(({ forename, surname }) => `${forename} ${surname}`)
  .filter((name) => !NOT_AS_THE_REST.includes(name))

/** The meeting until it broke off: a rename, two devices, a shared device, an unknown name. */
const firstFile: ReportRow[] = [
  ['Ms J Reid', '09:20', '09:50'],
  ['Mrs T Okafor', '09:24', '09:50'],
  ...everybodyElse.map((name): ReportRow => [name, '09:29', '09:50']),
  ['Moon Fox (Freya Lindgren)', '09:29', '09:50'],
  ['Zoe Kowalczyk', '09:29', '09:50'],
  ['Zoe K', '09:35', '09:50'],
  ['iPad (2)', '09:29', '09:50'],
  ['Notes Robot', '09:30', '09:50'],
  ['Leila Haddow', '09:41', '09:50'],
]
/** The same meeting started again. */
const secondFile: ReportRow[] = [
  ['Ms J Reid', '09:53', '10:31'],
  ...everybodyElse.map((name): ReportRow => [name, '09:54', '10:30']),
  ['Moon Fox (Freya Lindgren)', '09:54', '10:30'],
  ['Zoe Kowalczyk', '09:54', '10:30'],
  ['iPad (2)', '09:54', '10:30'],
  ['Leila Haddow', '09:54', '10:05'],
]

const section = (main: Page) => main.getByRole('region', { name: 'Meeting report' })
const question = (main: Page, name: string) =>
  section(main).getByRole('list', { name: 'Names to settle' }).getByRole('listitem', { name })

/** A lesson of the example school, live from 09:22, ended at 10:32 on a computer that was started again meanwhile. */
async function endedLesson(userData: string): Promise<{ session: Session; main: Page }> {
  const before = await startSession({ userData })
  await goLive(before, await tryExampleSchool(before))
  await before.app.close()
  const session = await startSession({ userData, clock: '2021-01-18T10:32:00Z' })
  const main = await session.window('main')
  await main.getByRole('button', { name: /^Back to the lesson/ }).click()
  const live = await session.window('live')
  await live.getByRole('button', { name: 'End', exact: true }).click()
  await live.getByRole('button', { name: 'End for everyone' }).click()
  await main.getByRole('heading', { name: 'Sign off 5C Maths' }).waitFor()
  return { session, main }
}

test('a restarted meeting’s reports are held against the lesson and settled', async () => {
  test.slow()
  const userData = makeUserData()
  const files = mkdtempSync(join(tmpdir(), 'reports-'))
  const { session, main } = await endedLesson(userData)
  const choose = async (name: string, content: string) => {
    const file = join(files, name)
    writeFileSync(file, content)
    await session.chooses(file)
    await section(main)
      .getByRole('button', { name: /^Take in (the|another)/ })
      .click()
  }
  await section(main).scrollIntoViewIfNeeded()
  await takePictures(main, 'report-none')

  await choose('poll.csv', 'Forename,Surname,Class\nAda,Lovelace,5C\n')
  await expect(section(main).getByRole('alert')).toContainText('not a report of who was in a meeting')
  await takePictures(main, 'report-refused')
  await section(main).getByRole('button', { name: 'All right' }).click()

  await choose('participants_1.csv', zoomReport('5C Maths', firstFile))
  await expect(section(main).getByRole('group', { name: 'The chosen report' })).toContainText(
    '09:20 to 09:50',
  )
  await takePictures(main, 'report-preview')
  await section(main).getByRole('button', { name: 'Take it in' }).click()
  await expect(question(main, 'iPad (2)')).toBeVisible()

  await choose('again.csv', zoomReport('5C Maths', firstFile))
  await expect(section(main).getByText('This file was taken in before')).toBeVisible()
  await section(main).getByRole('button', { name: 'All right' }).click()

  // Dropped anywhere it finds the lesson it is of.
  await main.getByRole('link', { name: 'Today', exact: true }).click()
  await main.getByRole('heading', { level: 1, name: /^(Monday|Today)/ }).waitFor()
  await dropFile(main, 'participants_2.csv', Buffer.from(zoomReport('5C Maths', secondFile)))
  await main.getByRole('heading', { name: 'Sign off 5C Maths' }).waitFor()
  await section(main).getByRole('button', { name: 'Take it in' }).click()
  await expect(
    section(main).getByRole('list', { name: 'Reports taken in' }).getByRole('listitem'),
  ).toHaveCount(2)
  await section(main).getByRole('heading', { name: 'Who is this?' }).scrollIntoViewIfNeeded()
  await takePictures(main, 'report-names')
  expect(await seriousIssues(main)).toEqual([])

  // The rename: one key says who it is. The shared device: two are ticked. The unknown name: nobody of ours.
  await question(main, 'Moon Fox (Freya Lindgren)').getByRole('button', { name: 'Freya Lindgren' }).focus()
  await main.keyboard.press('1')
  await expect(question(main, 'Moon Fox (Freya Lindgren)')).toHaveCount(0)
  await question(main, 'iPad (2)').getByRole('button', { name: 'Other pupils…' }).click()
  await question(main, 'iPad (2)').getByRole('checkbox', { name: 'Noah Grimshaw' }).check()
  await question(main, 'iPad (2)').getByRole('checkbox', { name: 'Omar El-Sayegh' }).check()
  await takePictures(main, 'report-shared-device')
  await question(main, 'iPad (2)').getByRole('button', { name: 'It is 2 pupils' }).click()
  await question(main, 'Notes Robot').getByRole('button', { name: 'Not ours' }).focus()
  await main.keyboard.press('n')
  await expect(section(main).getByRole('list', { name: 'Names to settle' })).toHaveCount(0)
  await expect(
    section(main).getByText(/29 pupils came, .*; Zoe Kowalczyk on two devices at once/),
  ).toBeVisible()

  const differences = section(main).getByRole('table', { name: /differ/ })
  await expect(
    differences.getByRole('row', { name: /Kofi Ampofo.*Not in the report.*Let in at/ }),
  ).toBeVisible()
  await expect(
    differences.getByRole('row', { name: /Leila Haddow.*11 minutes late.*Not late/ }),
  ).toBeVisible()
  await expect(differences.getByRole('row')).toHaveCount(4)
  await differences.scrollIntoViewIfNeeded()
  await takePictures(main, 'report-differences')
  expect(await seriousIssues(main)).toEqual([])
  await differences.getByRole('button', { name: /^The report is right: Kofi/ }).focus()
  await main.keyboard.press('r')
  await expect(
    differences.getByRole('button', { name: /^The report is right: Leila Haddow, 11/ }),
  ).toBeFocused()
  await main.keyboard.press('r')
  await expect(
    differences.getByRole('button', { name: /^The report is right: Leila Haddow, Left/ }),
  ).toBeFocused()
  await main.keyboard.press('k')
  await expect(section(main).getByText('Every difference from the report is settled')).toBeVisible()
  await expect(
    main.getByRole('row', { name: /Kofi Ampofo/ }).getByRole('radio', { name: /^Absent/ }),
  ).toBeChecked()
  await expect(main.getByLabel('Minutes Leila Haddow was late')).toHaveValue('11')
  await section(main)
    .getByText(/names of the report are settled/)
    .click()
  await takePictures(main, 'report-settled')

  await main.getByRole('button', { name: /^Accept all/ }).click()
  await main.getByRole('button', { name: 'Sign off as Ms J Reid' }).click()
  await expect(main.getByRole('heading', { name: /Signed by Ms J Reid/ })).toBeVisible()
  await section(main).scrollIntoViewIfNeeded()
  await takePictures(main, 'report-signed')
  await session.app.close()
  removeUserData(userData)
  rmSync(files, { recursive: true })
})

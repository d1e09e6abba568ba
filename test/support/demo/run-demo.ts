import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ownPupils } from '../../../shared/domain/example-school/names.ts'
import {
  answerChecks,
  finishDay,
  pasteNames,
  startLesson,
  tapByKeys,
  tile,
  tryExampleSchool,
} from '../journey.ts'
import { projectRoot } from '../runtime/project-root.ts'
import { type Session, startSession, takePictures } from '../session.ts'

const folder = join(projectRoot, 'demo')
const [userData, office, pictures] = ['data', 'office', 'pictures'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
]

/** Drives the real app through the main job on the example school and leaves what it made. Resolves to an exit code. */
export async function runDemo(): Promise<number> {
  rmSync(folder, { recursive: true, force: true })
  for (const one of [userData, office, pictures]) mkdirSync(one, { recursive: true })
  let step = 0
  const picture = async (page: Page, name: string) => {
    step += 1
    await takePictures(page, `${String(step).padStart(2, '0')}-${name}`, pictures)
    console.log(`  ${name.replaceAll('-', ' ')}`)
  }

  console.log('The main job on the example school, in the real app:')
  let session = await startSession({ userData })
  await prepareAndAdmit(session, picture)
  // The laptop loses power at the start of the lesson and is back eighteen minutes into it.
  await session.kill()
  session = await startSession({ userData, clock: '2021-01-18T09:48:24Z' })
  await teach(session, picture)
  await signAndExport(session, picture)
  await session.app.close()

  console.log(`\nPictures of every step, light and dark: ${pictures}`)
  console.log(`The database: ${join(userData, 'records')}`)
  for (const day of readdirSync(office)) console.log(`The files for the office: ${join(office, day)}`)
  return 0
}

const absent = ['Ethan', 'Kofi', 'Rosa']

/** The participants panel as it is copied: one pupil under the name of a device, one stranger. */
const waitingRoom = [
  'Participants (29)',
  'Ms J Reid (Host, me)',
  ...ownPupils
    .filter(({ forename }) => !absent.includes(forename))
    .map(({ forename, surname }) => (forename === 'Zoe' ? 'Zoe’s iPad' : `${forename} ${surname}`)),
  'Dragon Slayer 99',
].join('\n')

type Picture = (page: Page, name: string) => Promise<void>

async function prepareAndAdmit(session: Session, picture: Picture): Promise<void> {
  await picture(await session.window('main'), 'welcome')
  const main = await tryExampleSchool(session)
  await picture(main, 'today')
  await main.getByRole('button', { name: 'Get ready: 5C Maths' }).click()
  const checklist = await session.window('checklist')
  await picture(checklist, 'checklist')
  await answerChecks(checklist, 'planned')
  await pasteNames(session, checklist, waitingRoom)
  await picture(checklist, 'name-to-ask-about')
  await checklist.keyboard.press('Enter')
  await picture(checklist, 'waiting-list')
  await checklist.keyboard.press('Enter')
  await picture(checklist, 'admitted')
  const live = await startLesson(session, checklist)
  await picture(live, 'lesson-begins')
}

/** Letters of a name, then the key of a behaviour or mark. */
const taps: readonly (readonly [string, string])[] = [
  ['ais', '1'],
  ['ais', '0'],
  ['alf', '0'],
  ['alf', '0'],
  ['ama', '5'],
  ['ama', '1'],
  ['ama', '0'],
  ['cal', '5'],
  ['cal', '2'],
  ['cal', '0'],
  ['dai', '3'],
  ['dai', '0'],
  ['dyl', '1'],
  ['els', '4'],
  ['far', '0'],
  ['far', '0'],
  ['far', '0'],
  ['fre', '2'],
  ['fre', '0'],
  ['har', '9'],
  ['imo', '6'],
  ['imo', '0'],
  ['isa', '5'],
  ['isa', '0'],
  ['jay', '3'],
  ['joe', '1'],
  ['joe', '0'],
  ['luc', '9'],
  ['luc', '9'],
  ['luc', '1'],
  ['may', '4'],
  ['may', '0'],
  ['noa', '2'],
  ['oma', '5'],
  ['oma', '6'],
  ['pri', '1'],
  ['pri', '0'],
  ['sam', '3'],
  ['sam', '0'],
  ['aya', 'Shift+C'],
  ['isa', 'Shift+C'],
  ['dyl', 'Shift+G'],
  ['eth', 'Shift+L'],
]

async function teach(session: Session, picture: Picture): Promise<void> {
  const main = await session.window('main')
  await picture(main, 'today-after-power-cut')
  await main.getByRole('button', { name: 'Back to the lesson: 5C Maths' }).click()
  const live = await session.window('live')
  for (const [name, key] of taps) {
    await tapByKeys(live, name, key)
    if (key.startsWith('Shift')) await live.keyboard.press('Escape')
  }
  await live.keyboard.press('Escape')
  await live.keyboard.type('fr')
  await picture(live, 'live-panel')
  await live.keyboard.press('1')
  for (const label of ['Elsie', 'Leila', 'Zoe']) await tile(live, label).click()
  await picture(live, 'several-pupils')
  await live.getByRole('button', { name: /^Teamwork/ }).click()
  await live.getByRole('button', { name: 'End', exact: true }).click()
  await picture(live, 'ending-for-everyone')
  await live.getByRole('button', { name: 'End for everyone' }).click()
  await main.getByRole('heading', { name: /5C Maths/ }).waitFor()
}

async function signAndExport(session: Session, picture: Picture): Promise<void> {
  const main = await session.window('main')
  await picture(main, 'sign-off')
  await main.getByRole('button', { name: /^Accept all/ }).click()
  await main.getByRole('button', { name: 'All tasks done' }).click()
  await main.getByRole('button', { name: /^Attitude: all/ }).click()
  await picture(main, 'sign-off-marked')
  await main.getByRole('button', { name: /^Sign off as/ }).click()
  await main.getByRole('heading', { name: /^Signed by/ }).waitFor()
  await picture(main, 'signed')
  await main.getByRole('link', { name: 'Back to Today' }).click()
  await finishDay(main)
  await session.chooses(office)
  await main.getByRole('button', { name: 'Choose the folder' }).click()
  await main.getByRole('button', { name: 'Export the day' }).click()
  await main.getByRole('button', { name: 'Show the folder' }).waitFor()
  await picture(main, 'exported')
}

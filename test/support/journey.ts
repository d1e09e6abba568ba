import { expect, type Page } from '@playwright/test'
import type { Session } from './session.ts'

/** The steps of the main job as a teacher takes them, for the demo and the end-to-end tests alike. */

export async function tryExampleSchool(session: Session): Promise<Page> {
  const main = await session.window('main')
  await main.getByRole('button', { name: 'Try it with an example school' }).click()
  await main.getByRole('heading', { name: /^Monday/ }).waitFor()
  return main
}

export async function setUpSchool(session: Session, teacher: string, school: string): Promise<Page> {
  const main = await session.window('main')
  await main.getByLabel('Your name').fill(teacher)
  await main.getByLabel('School').fill(school)
  await main.getByRole('button', { name: 'Go on to your class list' }).click()
  await main.getByRole('heading', { name: 'Import a class list' }).waitFor()
  return main
}

/**
 * Answers every check by keyboard alone and says with how many keys. `secondAdult` is the number of the person on the
 * list, or whoever is planned, null for nobody.
 */
export async function answerChecks(checklist: Page, secondAdult: number | 'planned' | null): Promise<number> {
  let keys = 0
  const press = async (key: string) => {
    keys += 1
    await checklist.keyboard.press(key)
  }
  const question = checklist.getByRole('heading', { level: 1 })
  for (let guard = 0; guard < 20; guard += 1) {
    const asked = await question.textContent()
    if (asked?.startsWith('Who is waiting')) return keys
    if (asked?.startsWith('Who is your second adult')) {
      if (secondAdult === null) await passOver(checklist, 'Nobody is free this hour')
      else {
        if (secondAdult !== 'planned') await press(String(secondAdult))
        await press('Enter')
      }
    } else if (asked?.startsWith('Is your training')) {
      await passOver(checklist, 'Recorded on paper so far, agreed with the head teacher')
    } else await press('Enter')
    await expect(question).not.toHaveText(asked ?? '')
  }
  throw new Error('The checks do not come to an end.')
}

/** Passes the check on screen over, with a reason. */
export async function passOver(checklist: Page, reason: string): Promise<void> {
  await checklist.keyboard.press('n')
  await checklist.getByRole('textbox').fill(reason)
  await checklist.keyboard.press('Enter')
}

/** Pastes with the keys, from the real clipboard. */
export async function pasteNames(session: Session, checklist: Page, text: string): Promise<void> {
  await session.app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text)
  await checklist.keyboard.press('Control+v')
}

/** Types a pupil's name in the live panel, then a key. */
export async function tapByKeys(live: Page, name: string, key: string): Promise<void> {
  await live.keyboard.type(name)
  await live.keyboard.press(key)
}

export const tile = (live: Page, label: string) =>
  live.getByRole('button', { name: new RegExp(`^${label},`) })

/** Points on a pupil's tile. */
export const pointsOf = async (live: Page, label: string): Promise<number> =>
  Number(/, (-?\d+) points?/.exec((await tile(live, label).getAttribute('aria-label')) ?? '')?.[1])

/** Presses the key that starts the lesson; the overlay closes under it, which the driver takes for an error. */
export async function startLesson(session: Session, checklist: Page): Promise<Page> {
  await checklist.getByRole('button', { name: /Start the lesson/ }).waitFor()
  await checklist.keyboard.press('Enter').catch(() => undefined)
  return session.window('live')
}

/** From Today to the page of the end of the day. */
export async function finishDay(main: Page): Promise<void> {
  await main.getByRole('link', { name: 'Finish the day' }).click()
  await main.getByRole('heading', { name: 'End of day', level: 1 }).waitFor()
}

/** From Today, exports the day. */
export async function exportDay(main: Page): Promise<void> {
  await finishDay(main)
  await main.getByRole('button', { name: 'Export the day' }).click()
}

import { expect, type Page, test } from '@playwright/test'
import { answerChecks, pointsOf, startLesson, tapByKeys, tile, tryExampleSchool } from '../support/journey.ts'
import { makeUserData, removeUserData, type Session, startSession, takePictures } from '../support/session.ts'

/** A live lesson of the example school with all thirty pupils in. */
async function openLesson(session: Session): Promise<Page> {
  const main = await tryExampleSchool(session)
  await main.getByRole('button', { name: 'Get ready: 5C Maths' }).click()
  const checklist = await session.window('checklist')
  await answerChecks(checklist, 'planned')
  await checklist.keyboard.press('Control+a')
  await expect(checklist.getByText('30 of 30 waiting')).toBeVisible()
  await checklist.keyboard.press('Enter')
  return startLesson(session, checklist)
}

type Logged = { kind: string; id: string; revokes?: string }

/** The lesson's log as main has it. */
const logOf = (live: Page): Promise<Logged[]> =>
  live.evaluate(async () => {
    const lessonId = window.location.hash.split('/').at(-1) ?? ''
    const { api } = window as unknown as {
      api: { invoke(name: string, input: unknown): Promise<{ value: { events: Logged[] } }> }
    }
    return (await api.invoke('lesson.get', { lessonId })).value.events
  })
const ofKind = async (live: Page, kind: string) => (await logOf(live)).filter((one) => one.kind === kind)

const button = (live: Page, name: string | RegExp) => live.getByRole('button', { name, exact: true })
const hint = (live: Page) => live.locator('output[for]')

/** A finger on the middle of a control, as the system reports it. */
async function touch(live: Page, session: Session, target: ReturnType<typeof tile>): Promise<void> {
  const box = await target.boundingBox()
  if (!box) throw new Error('Nothing there to touch.')
  const cdp = await session.app.context().newCDPSession(live)
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }]
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await cdp.detach()
}

test('two gestures for everything, by mouse, keyboard and touch', async () => {
  const userData = makeUserData()
  let session = await startSession({ userData })
  let live = await openLesson(session)

  await test.step('by mouse: a tile, then a behaviour', async () => {
    await tile(live, 'Freya').click()
    await button(live, 'Listening').click()
    expect(await pointsOf(live, 'Freya')).toBe(1)
    await tile(live, 'Freya').click()
    await tile(live, 'George').click()
    await tile(live, 'Hana').click()
    await expect(hint(live)).toHaveText('3 pupils — press 1–9')
    await button(live, 'Brilliant').click()
    expect(await pointsOf(live, 'Hana')).toBe(2)
    await button(live, 'Repeat Brilliant').click()
    expect(await pointsOf(live, 'George')).toBe(4)
  })

  await test.step('by keyboard: two letters, then a key', async () => {
    await tapByKeys(live, 'fr', 'Shift+Digit4')
    expect(await pointsOf(live, 'Freya')).toBe(7)
    await live.keyboard.type('ge')
    await live.keyboard.press('.')
    expect(await pointsOf(live, 'George')).toBe(6)
    await live.keyboard.type('a6')
    expect(await pointsOf(live, 'George')).toBe(7)
  })

  await test.step('by touch: a tile, then a behaviour', async () => {
    const before = await pointsOf(live, 'Omar')
    await touch(live, session, tile(live, 'Omar'))
    await expect(tile(live, 'Omar')).toHaveAttribute('aria-pressed', 'true')
    await touch(live, session, button(live, 'Kind'))
    await expect.poll(() => pointsOf(live, 'Omar')).toBe(before + 1)
  })

  await test.step('everyone except those chosen', async () => {
    const [omar, freya] = [await pointsOf(live, 'Omar'), await pointsOf(live, 'Freya')]
    await tile(live, 'Omar').click()
    await live.keyboard.press('x')
    await expect(hint(live)).toHaveText('All but Omar (29) — press 1–9')
    await live.keyboard.press('1')
    expect([await pointsOf(live, 'Omar'), await pointsOf(live, 'Freya')]).toEqual([omar, freya + 1])
  })

  await test.step('more behaviours stay until one is chosen', async () => {
    await tile(live, 'Kofi').click()
    await button(live, 'More behaviours').click()
    await takePictures(live, 'gestures-more-behaviours')
    await button(live, 'Explained well').click()
    await expect(live.getByRole('region', { name: 'Behaviours', exact: true })).toBeVisible()
  })

  await test.step('a group on the spot and a group that is kept', async () => {
    await tile(live, 'Maya').click()
    await tile(live, 'Noah').click()
    await live.keyboard.press('g')
    await live.keyboard.press('0')
    await live.keyboard.press('1')
    await live.keyboard.press('g')
    await live.keyboard.press('0')
    await expect(hint(live)).toHaveText('2 pupils — press 1–9')
    await tile(live, 'Priya').click()
    await button(live, 'Groups').click()
    await live.getByRole('textbox', { name: 'Save as a group' }).fill('Blue table')
    await live.keyboard.press('Enter')
    await expect(hint(live)).toHaveText('Blue table: 3 pupils, saved')
    await takePictures(live, 'gestures-groups')
    await live.keyboard.press('Escape')
  })

  await test.step('the group is there after a restart', async () => {
    await session.app.close()
    session = await startSession({ userData })
    const main = await session.window('main')
    await main.getByRole('button', { name: /^Back to the lesson/ }).click()
    live = await session.window('live')
    const before = await pointsOf(live, 'Priya')
    await live.keyboard.press('g')
    await live.keyboard.press('Enter')
    await live.keyboard.press('1')
    await expect(hint(live)).toHaveText('Blue table (3) — press 1–9')
    await live.keyboard.press('2')
    expect(await pointsOf(live, 'Priya')).toBe(before + 1)
  })

  await test.step('twenty-five undos in a row each leave a trace', async () => {
    const sofar = (await ofKind(live, 'award')).length
    for (let tap = 0; tap < 25; tap += 1) await tapByKeys(live, tap % 2 === 0 ? 'fr' : 'ka', '1')
    await expect.poll(async () => (await ofKind(live, 'award')).length).toBe(sofar + 25)
    const before = await pointsOf(live, 'Freya')
    const revoked = (await ofKind(live, 'revoked')).length
    const awards = await ofKind(live, 'award')
    for (let key = 0; key < 25; key += 1) await live.keyboard.press('Control+z')
    await expect.poll(async () => (await ofKind(live, 'revoked')).length).toBe(revoked + 25)
    expect(await ofKind(live, 'award')).toEqual(awards)
    const traces = new Set((await ofKind(live, 'revoked')).map(({ revokes }) => revokes))
    expect(awards.slice(-25).every(({ id }) => traces.has(id))).toBe(true)
    expect(await pointsOf(live, 'Freya')).toBe(before - 13)
  })

  await test.step('any one tap is taken back from the list', async () => {
    await tapByKeys(live, 'fr', '2')
    await tapByKeys(live, 'fr', 'Shift+C')
    const before = await pointsOf(live, 'Freya')
    await live.keyboard.press('Shift+U')
    await live.getByRole('button', { name: 'Take back Freya: Good idea +1' }).click()
    expect(await pointsOf(live, 'Freya')).toBe(before - 1)
    await takePictures(live, 'gestures-last-taps')
    await live.keyboard.press('Escape')
    await live.keyboard.press('F1')
    await takePictures(live, 'gestures-keys')
  })

  await session.app.close()
  removeUserData(userData)
})

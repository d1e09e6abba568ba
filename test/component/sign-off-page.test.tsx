import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { SignOffPage } from '../../renderer/features/sign-off/sign-off-page.tsx'
import type { Entry, NewEntry } from '../../shared/domain/events.ts'
import { pupilTally, tally } from '../../shared/domain/tally.ts'
import { clockTime } from '../../shared/domain/times.ts'
import { idOf } from '../support/day-fixture.ts'
import { createFakeApi, type FakeApi, renderInApp } from '../support/fake-api.tsx'
import type { FakeLessonOptions } from '../support/fake-lesson.ts'

async function openPage(lesson: FakeLessonOptions = {}) {
  const api = createFakeApi({ lesson: { state: 'ended', minutesIn: 45, ...lesson } })
  const user = userEvent.setup()
  renderInApp(<SignOffPage lessonId={api.lessonId} />, { api })
  await screen.findByRole('heading', { level: 1, name: /5C Maths/ })
  return { api, user }
}

/** The acts a person did on the page, each as its entries. */
const acts = (api: FakeApi) =>
  api.callsOf('lesson.record').map((call) => (call as { entries: Entry[] }).entries)
const tookPart = (pupilId: string): NewEntry => ({
  kind: 'participation',
  pupilId,
  value: { status: 'took-part' },
})
const rowOf = (name: string) => screen.getByRole('row', { name: new RegExp(name) })
const radio = (pupil: string, mark: RegExp) => within(rowOf(pupil)).getByRole('radio', { name: mark })
const signButton = () => screen.getByRole('button', { name: 'Sign off as Ms J Reid' })
const marksOf = (api: FakeApi, label: string) => {
  const pupil = api.record().pupils.find((one) => one.label === label)
  return pupilTally(tally(api.record().events), pupil?.id ?? '')
}

describe('what is not said yet', () => {
  it('is suggested from who was admitted, and stands in the way of the signature', async () => {
    const { api, user } = await openPage({ notIn: ['Kofi'] })
    expect((radio('Aisha', /^Took part, suggested$/) as HTMLInputElement).checked).toBe(false)
    expect(radio('Kofi', /^Absent, suggested$/)).toBeDefined()
    expect(screen.getByText('29 suggested')).toBeDefined()
    expect(screen.getByText('Say for 30 pupils whether they took part before you sign.')).toBeDefined()
    expect(signButton().getAttribute('aria-disabled')).toBe('true')
    await user.click(signButton())
    expect(acts(api)).toEqual([])
  })

  it('is accepted for everyone in one act', async () => {
    const { api, user } = await openPage({ notIn: ['Kofi'] })
    await user.click(screen.getByRole('button', { name: 'Accept all 30 suggestions' }))
    await waitFor(() => expect(acts(api)).toHaveLength(1))
    expect(acts(api)[0]).toHaveLength(30)
    expect(marksOf(api, 'Aisha').participation).toBe('took-part')
    expect(marksOf(api, 'Kofi').participation).toBe('absent')
    expect(signButton().getAttribute('aria-disabled')).toBe('false')
  })

  it('leaves alone what a person has said before', async () => {
    const { api, user } = await openPage()
    await user.click(radio('Bella', /^Absent$/))
    await user.click(screen.getByRole('button', { name: 'Accept all 29 suggestions' }))
    await waitFor(() => expect(marksOf(api, 'Aisha').participation).toBe('took-part'))
    expect(marksOf(api, 'Bella').participation).toBe('absent')
  })
})

describe('a pupil who does not take part', () => {
  it('is never absent, in nobody’s way, and signed as what they are', async () => {
    const pupils = ['Aisha', 'Ben', 'Kofi'].map((forename) => ({ forename }))
    const kofi = idOf(102)
    const { api, user } = await openPage({ pupils, notIn: ['Kofi'], change: { optedOutIds: [kofi] } })
    const others = api.record().pupils.filter(({ id }) => id !== kofi)
    expect(radio('Kofi', /^Does not take part, suggested$/)).toBeDefined()
    expect(within(rowOf('Kofi')).queryByRole('radio', { name: /^Absent/ })).toBeNull()
    expect(screen.getByText('Say for 2 pupils whether they took part before you sign.')).toBeDefined()
    act(() => api.happened(others.map(({ id }) => tookPart(id))))
    await user.click(signButton())
    await waitFor(() => expect(acts(api)).toHaveLength(1))
    expect(acts(api)[0]).toMatchObject([
      { kind: 'participation', pupilId: kofi, value: { status: 'does-not-take-part' } },
      { kind: 'moved', value: { to: 'signed-off' } },
    ])
  })
})

describe('marks', () => {
  it('gives the task to all who took part and have none, in one act', async () => {
    const { api, user } = await openPage({ notIn: ['Kofi'] })
    await user.click(radio('Alfie', /^Partly$/))
    await user.click(screen.getByRole('button', { name: 'All tasks done' }))
    await waitFor(() => expect(acts(api)).toHaveLength(2))
    expect(acts(api)[1]).toHaveLength(28)
    expect(marksOf(api, 'Aisha').task).toBe('done')
    expect(marksOf(api, 'Alfie').task).toBe('partly')
    expect(marksOf(api, 'Kofi').task).toBeNull()
  })

  it('gives the usual attitude of the school’s scale to all who have none', async () => {
    const { api, user } = await openPage()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Attitude of Aisha Khan' }), 'Needs focus')
    await user.click(screen.getByRole('button', { name: 'Attitude: all Good' }))
    await waitFor(() => expect(marksOf(api, 'Alfie').attitude).toBe(2))
    expect(marksOf(api, 'Aisha').attitude).toBe(3)
    expect(acts(api)).toHaveLength(2)
  })

  it('reminds of missing marks and does not wait for them', async () => {
    const { user } = await openPage({ notIn: ['Kofi'] })
    await user.click(radio('Aisha', /^Done$/))
    expect(
      screen.getByText(
        '28 pupils without a task mark, 29 pupils without an attitude mark. These may stay empty.',
      ),
    ).toBeDefined()
    await user.click(screen.getByRole('button', { name: /^Accept all/ }))
    await user.click(signButton())
    expect(await screen.findByRole('heading', { name: /^Signed by/ })).toBeDefined()
  })

  it('corrects minutes late, when the field is left', async () => {
    const { api, user } = await openPage()
    const late = screen.getByRole('textbox', { name: 'Minutes Aisha Khan was late' })
    await user.type(late, '1x2')
    expect(acts(api)).toEqual([])
    await user.tab()
    await waitFor(() => expect(marksOf(api, 'Aisha').minutesLate).toBe(12))
    await user.clear(late)
    await user.keyboard('{Enter}')
    await waitFor(() => expect(marksOf(api, 'Aisha').minutesLate).toBe(0))
  })

  it('shows when a pupil left, and takes it back without erasing it', async () => {
    const { api, user } = await openPage({
      log: [{ minute: 20, entry: { kind: 'left', pupilId: idOf(100), value: {} } }],
    })
    const time = clockTime(api.record().lesson.startsAt + 20 * 60_000)
    const left = screen.getByRole('combobox', { name: 'Whether Aisha Khan left early' })
    expect(within(left).getByRole<HTMLOptionElement>('option', { name: `Left at ${time}` }).selected).toBe(
      true,
    )
    await user.selectOptions(left, 'Stayed to the end')
    await waitFor(() => expect(marksOf(api, 'Aisha').leftAt).toBeNull())
    expect(api.record().events.some((event) => event.kind === 'left')).toBe(true)
  })

  it('asks nothing more of a pupil who did not take part', async () => {
    const { user } = await openPage()
    await user.click(radio('Aisha', /^Absent$/))
    expect(within(rowOf('Aisha')).queryByRole('radiogroup', { name: /^Task/ })).toBeNull()
    expect(within(rowOf('Aisha')).queryByRole('combobox')).toBeNull()
  })
})

describe('incidents to complete', () => {
  const log = [
    { minute: 21, entry: { kind: 'incident', pupilId: idOf(100), value: { why: 'escalated' } } as const },
  ]
  const what = () => screen.getByRole('textbox', { name: /^What happened: Aisha Khan/ })

  it('are told when the field is left, and a description can be put right', async () => {
    const { api, user } = await openPage({ log })
    const at = clockTime(api.record().lesson.startsAt + 21 * 60_000)
    expect(screen.getByText(new RegExp(`, ${at} · Escalated by an adult`))).toBeDefined()
    expect(screen.getByText(/1 incident not described\. These may stay empty\.$/)).toBeDefined()
    await user.type(what(), 'Shouted')
    expect(acts(api)).toEqual([])
    await user.tab()
    await waitFor(() => expect(screen.queryByText(/not described/)).toBeNull())
    await user.type(what(), ' at a classmate{Control>}{Enter}{/Control}')
    await waitFor(() => expect(acts(api)).toHaveLength(2))
    expect(acts(api)[1]).toMatchObject([
      { kind: 'incident-described', pupilId: idOf(100), text: 'Shouted at a classmate' },
    ])
  })

  it('may be signed without, and say so afterwards', async () => {
    const { user } = await openPage({ log })
    await user.click(screen.getByRole('button', { name: /^Accept all/ }))
    await user.click(signButton())
    await screen.findByRole('heading', { name: /^Signed by/ })
    expect(screen.getByText(/^Not described yet/)).toBeDefined()
    expect(screen.queryByRole('textbox', { name: /^What happened/ })).toBeNull()
  })

  it('are taken back where they were raised by mistake', async () => {
    const { api, user } = await openPage({ log })
    await user.click(screen.getByRole('button', { name: /^Take back the incident of Aisha Khan/ }))
    await waitFor(() => expect(marksOf(api, 'Aisha').incidents).toBe(0))
    expect(screen.queryByRole('heading', { name: /^Incidents/ })).toBeNull()
  })
})

describe('what was marked live', () => {
  it('stands beside the name', async () => {
    const pupilId = idOf(100)
    await openPage({
      log: [
        { minute: 1, entry: { kind: 'equipment', pupilId, value: { equipment: 'missing' }, text: 'ruler' } },
        { minute: 2, entry: { kind: 'name-corrected', pupilId, value: {} } },
        { minute: 3, entry: { kind: 'left', pupilId, value: {} } },
        { minute: 4, entry: { kind: 'admitted', pupilId, value: {} } },
      ],
    })
    expect(
      within(rowOf('Aisha')).getByText('Equipment missing: ruler · Name put right · Came back'),
    ).toBeDefined()
  })

  it('as a quick note can become a follow-up, in one act', async () => {
    const { api, user } = await openPage({
      log: [
        {
          minute: 5,
          entry: {
            kind: 'note',
            pupilId: idOf(100),
            value: { about: 'quick' },
            text: 'Ask about the bar model',
          },
        },
      ],
    })
    await user.click(screen.getByRole('button', { name: 'Make a follow-up: Ask about the bar model' }))
    await waitFor(() => expect(acts(api)).toHaveLength(1))
    expect(acts(api)[0]).toMatchObject([
      { kind: 'revoked' },
      { kind: 'note', pupilId: idOf(100), value: { about: 'follow-up' }, text: 'Ask about the bar model' },
    ])
    expect(screen.getByText('Follow-up, Aisha:')).toBeDefined()
    expect(screen.queryByRole('radio', { name: 'Quick note' })).toBeNull()
  })
})

describe('by keyboard alone', () => {
  it('marks the pupil of the row and goes on to the next', async () => {
    const { api, user } = await openPage()
    radio('Aisha', /^Took part/).focus()
    await user.keyboard('a{ArrowDown}p2')
    await waitFor(() => expect(acts(api)).toHaveLength(3))
    expect(marksOf(api, 'Aisha').participation).toBe('absent')
    expect(marksOf(api, 'Alfie')).toMatchObject({ participation: 'took-part', task: 'partly' })
  })

  it('stays in the column, past rows that have nothing to say in it', async () => {
    const { user } = await openPage({ notIn: ['Alfie'] })
    const attitudeOf = (name: string) => screen.getByRole('combobox', { name: `Attitude of ${name}` })
    attitudeOf('Aisha Khan').focus()
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(attitudeOf('Amara Osei'))
    await user.keyboard('{ArrowUp}')
    expect(document.activeElement).toBe(attitudeOf('Aisha Khan'))
  })

  it('takes a letter typed into the minutes for no mark', async () => {
    const { api, user } = await openPage()
    await user.type(screen.getByRole('textbox', { name: 'Minutes Aisha Khan was late' }), 'a1')
    await user.tab()
    await waitFor(() => expect(acts(api)).toHaveLength(1))
    expect(acts(api)[0]).toMatchObject([{ kind: 'late', value: { minutes: 1 } }])
  })
})

describe('the signature', () => {
  async function signed() {
    const page = await openPage({ notIn: ['Kofi'] })
    await page.user.click(screen.getByRole('button', { name: /^Accept all/ }))
    await page.user.click(signButton())
    const heading = await screen.findByRole('heading', { name: /^Signed by/ })
    return { ...page, heading }
  }

  it('says who signed and when, and shows the way on', async () => {
    const { api, heading } = await signed()
    const at = tally(api.record().events).signedAt ?? 0
    expect(heading.textContent).toBe(`Signed by Ms J Reid at ${clockTime(at)}`)
    expect(document.activeElement).toBe(heading)
    expect(screen.getByRole('link', { name: 'Back to Today' }).getAttribute('href')).toBe('#/today')
    expect(screen.queryByRole('radio')).toBeNull()
    expect(within(rowOf('Kofi')).getByText('Absent')).toBeDefined()
  })

  it('is opened again for a correction, and given anew', async () => {
    const { api, user } = await signed()
    await user.click(screen.getByRole('button', { name: 'Correct something' }))
    await waitFor(() => expect(tally(api.record().events).state).toBe('ended'))
    await user.click(radio('Kofi', /^Took part$/))
    await user.click(signButton())
    expect(await screen.findByRole('heading', { name: /^Signed by/ })).toBeDefined()
    expect(marksOf(api, 'Kofi').participation).toBe('took-part')
    expect(acts(api).map(([first]) => first?.kind)).toEqual([
      'participation',
      'moved',
      'moved',
      'participation',
      'moved',
    ])
  })

  it('is not shown before it is in the log', async () => {
    const { api, user } = await openPage()
    await user.click(screen.getByRole('button', { name: /^Accept all/ }))
    await waitFor(() => expect(marksOf(api, 'Zoe').participation).toBe('took-part'))
    api.failNext('lesson.record', { code: 'not-saved', message: 'The disk is full.' })
    await user.click(signButton())
    expect(await screen.findByText('Not saved yet')).toBeDefined()
    expect(signButton().getAttribute('data-loading')).toBe('true')
    expect(screen.queryByRole('heading', { name: /^Signed by/ })).toBeNull()
    expect(await screen.findByRole('heading', { name: /^Signed by/ }, { timeout: 4000 })).toBeDefined()
    expect(screen.queryByText('Not saved yet')).toBeNull()
  })

  it('that main refuses leaves the page open and says why', async () => {
    const { api, user } = await openPage()
    await user.click(screen.getByRole('button', { name: /^Accept all/ }))
    await waitFor(() => expect(marksOf(api, 'Zoe').participation).toBe('took-part'))
    api.failNext('lesson.record', { code: 'not-now', message: 'It was signed on another computer.' })
    await user.click(signButton())
    expect((await screen.findByRole('alert')).textContent).toContain('It was signed on another computer.')
    expect(signButton()).toBeDefined()
  })

  it('of an exported lesson tells of the export and of the next version', async () => {
    await openPage({ state: 'exported' })
    expect(screen.getByText(/^Exported to the office on .* it makes a new version\.$/)).toBeDefined()
    expect(screen.getByText('Not marked', { selector: 'dt' })).toBeDefined()
    expect(document.activeElement).toBe(document.body)
  })
})

describe('what stands above the table', () => {
  it('is the lesson with its times, its second adult and what was passed over', async () => {
    const { api } = await openPage({
      log: [
        {
          minute: -7,
          entry: {
            kind: 'check-answered',
            value: { item: 'resources', answer: 'not-applicable' },
            text: 'A quiz on screen only',
          },
        },
      ],
    })
    const { startsAt } = api.record().lesson
    const times = `${clockTime(startsAt)} to ${clockTime(startsAt + 39 * 60_000)}, 39 minutes`
    expect(screen.getByText(times)).toBeDefined()
    expect(screen.getByText('Mr A Patel')).toBeDefined()
    const passedOver = screen.getByRole('list', { name: 'Checks passed over' })
    expect(within(passedOver).getByRole('listitem').textContent).toBe(
      'Passed over: Resources with every pupil. A quiz on screen only',
    )
  })

  it('and under it, that these are not marks of the register', async () => {
    await openPage()
    expect(screen.getByRole('table').textContent).toContain(
      'These are not marks of the statutory attendance register.',
    )
  })
})

describe('a lesson that cannot be signed off', () => {
  it('shows the way back while it is live', async () => {
    const { api, user } = await openPage({ state: 'live' })
    expect(screen.queryByRole('table')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Back to the lesson' }))
    expect(api.callsOf('window.open')).toEqual([{ lessonId: api.lessonId, show: 'live' }])
  })

  it('shows the checklist before it has begun', async () => {
    const { api, user } = await openPage({ state: 'planned' })
    await user.click(screen.getByRole('button', { name: 'Get ready' }))
    expect(api.callsOf('window.open')).toEqual([{ lessonId: api.lessonId, show: 'checklist' }])
  })

  it('says so when it is not there any more', async () => {
    renderInApp(<SignOffPage lessonId={idOf(404)} />, { api: createFakeApi() })
    expect((await screen.findByRole('alert')).textContent).toContain('That lesson is not here any more.')
    expect(screen.getByRole('link', { name: 'Back to Today' })).toBeDefined()
  })

  it('opens by itself when it ends meanwhile', async () => {
    const { api } = await openPage({ state: 'live' })
    api.happened([{ kind: 'moved', value: { to: 'ended' } }])
    expect(await screen.findByRole('table')).toBeDefined()
  })
})

it('signs a lesson of an empty class as it is', async () => {
  const { user } = await openPage({ pupils: 0 })
  expect(screen.getByText('Nobody is in class 5C')).toBeDefined()
  await user.click(signButton())
  expect(await screen.findByRole('heading', { name: /^Signed by/ })).toBeDefined()
})

describe('what to come back to', () => {
  it('is written for the class or a pupil, and taken back', async () => {
    const { api, user } = await openPage()
    const note = screen.getByRole('textbox', { name: 'Note' })
    await user.type(note, 'Adds the denominators{Enter}')
    await screen.findByText('Misconception:')
    expect((note as HTMLInputElement).value).toBe('')
    expect(document.activeElement).toBe(note)
    await user.click(screen.getByRole('radio', { name: 'Follow-up' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'About whom' }), 'Kofi')
    await user.type(note, 'Bring a ruler{Enter}')
    await screen.findByText('Follow-up, Kofi:')
    const kofi = api.record().pupils.find(({ label }) => label === 'Kofi')
    expect(acts(api)).toMatchObject([
      [{ kind: 'note', value: { about: 'misconception' }, text: 'Adds the denominators' }],
      [{ kind: 'note', pupilId: kofi?.id, value: { about: 'follow-up' }, text: 'Bring a ruler' }],
    ])
    await user.click(screen.getByRole('button', { name: 'Take back: Adds the denominators' }))
    await waitFor(() => expect(screen.queryByText('Adds the denominators')).toBeNull())
    expect(screen.getByText('Bring a ruler')).toBeTruthy()
  })

  it('asks for words before it writes', async () => {
    const { api, user } = await openPage()
    await user.click(screen.getByRole('button', { name: 'Add the note' }))
    expect(screen.getByText('Write what to come back to first.')).toBeTruthy()
    expect(acts(api)).toEqual([])
  })

  it('is only read once the lesson is signed', async () => {
    const text = 'Bring a ruler'
    const entry = { kind: 'note', value: { about: 'follow-up' }, text } as const
    await openPage({ state: 'signed-off', log: [{ minute: 38, entry }] })
    expect(screen.getByText(text)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Add the note' })).toBeNull()
    expect(screen.queryByRole('button', { name: /^Take back/ })).toBeNull()
  })
})

import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { ChecklistWindow } from '../../renderer/features/checklist/checklist-window.tsx'
import type { StaffMember } from '../../shared/domain/people.ts'
import type { Entry } from '../../shared/domain/events.ts'
import type { Status } from '../../shared/ipc/contract.ts'
import { assistantId, idOf, teacherId } from '../support/day-fixture.ts'
import { createFakeApi, type FakeApi, renderInApp } from '../support/fake-api.tsx'
import type { FakeLessonOptions, NamedPupil } from '../support/fake-lesson.ts'

const pupils: NamedPupil[] = [
  { forename: 'Freya', surname: 'Reed' },
  { forename: 'George', surname: 'Dunn' },
  { forename: 'Hana', surname: 'Price' },
  { forename: 'Harvey', surname: 'Ward' },
]
const threeStaff: StaffMember[] = [
  { id: teacherId, name: 'Ms J Reid', role: 'teacher' },
  { id: assistantId, name: 'Mr A Patel', role: 'assistant' },
  { id: idOf(3), name: 'Mrs D Okafor', role: 'assistant' },
]

async function openChecklist(lesson: FakeLessonOptions = {}, status: Partial<Status> = {}) {
  const api = createFakeApi({
    lesson: { pupils, state: 'planned', minutesIn: -8, change: { staff: threeStaff }, ...lesson },
    status,
  })
  renderInApp(<ChecklistWindow lessonId={api.lessonId} />, { api })
  await screen.findByRole('heading')
  return { api, user: userEvent.setup() }
}

/** Straight to the page after the checks, with the keys a teacher would use. */
async function openWaitingList(lesson: FakeLessonOptions = {}, secondAdult = '1{Enter}') {
  const opened = await openChecklist(lesson)
  await opened.user.keyboard(`{Enter>}{/Enter}`.repeat(5) + secondAdult + `{Enter>}{/Enter}`.repeat(3))
  return opened
}
const nobody = 'nNobody is free{Enter}'

const question = () => screen.getByRole('heading', { level: 1 }).textContent
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const row = (name: RegExp) =>
  within(screen.getByRole('navigation', { name: 'All checks' })).getByRole('button', { name })
const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name })
const actsOf = (api: FakeApi): object[][] =>
  api
    .callsOf('lesson.record')
    .map((input) => (input as { entries: Entry[] }).entries.map(({ id: _id, ...rest }) => rest))
const lastActOf = (api: FakeApi) => actsOf(api).at(-1)
const done = (item: string) => ({ kind: 'check-answered', value: { item, answer: 'done' } })
const to = (state: string) => ({
  kind: 'moved',
  value: state === 'preparing' ? { to: state, checklist: 1 } : { to: state },
})

describe('opening', () => {
  it('begins to prepare a planned lesson, once', async () => {
    const { api } = await openChecklist()
    expect(actsOf(api)).toEqual([[to('preparing')]])
  })

  it('writes nothing for a lesson that is being prepared already', async () => {
    const { api } = await openChecklist({ state: 'preparing' })
    expect(actsOf(api)).toEqual([])
  })

  it('says which lesson, when, and how far along', async () => {
    await openChecklist()
    expect(screen.getByText('5C Maths')).toBeTruthy()
    expect(screen.getByText(/^\d\d:\d\d · in 8 minutes$/)).toBeTruthy()
    expect(screen.getByText('0 of 9')).toBeTruthy()
    expect(screen.getByRole('progressbar', { name: 'Checks answered' }).getAttribute('value')).toBe('0')
    expect(screen.getByText('Admitting opens when all nine are answered.')).toBeTruthy()
  })

  it('says why where the lesson cannot be shown, and tries again when asked', async () => {
    const api = createFakeApi({ lesson: { pupils, state: 'planned' } })
    api.failNext('lesson.get', { code: 'broken', message: 'The records could not be read.' })
    renderInApp(<ChecklistWindow lessonId={api.lessonId} />, { api })
    expect((await screen.findByRole('alert')).textContent).toContain('The records could not be read.')
    await userEvent.click(button('Try again'))
    expect(await screen.findByRole('heading', { name: 'Is this a school laptop?' })).toBeTruthy()
  })

  it.each([
    ['live', 'The lesson is live', 'Back to the lesson', 'live'],
    ['ended', 'The lesson has ended', 'Sign off', 'sign-off'],
  ] as const)('shows the way on from a lesson that is %s', async (state, title, label, show) => {
    const { api, user } = await openChecklist({ state, minutesIn: 18 })
    expect(question()).toBe(title)
    await user.click(button(label))
    expect(api.callsOf('window.open')).toEqual([{ lessonId: api.lessonId, show }])
  })

  it('is in the middle of a lesson again after a restart', async () => {
    const log = ['school-device', 'school-account'].map((item) => ({
      minute: -5,
      entry: { kind: 'check-answered' as const, value: { item, answer: 'done' as const } },
    }))
    await openChecklist({ state: 'preparing', log })
    expect(question()).toBe('Is your background neutral?')
    expect(screen.getByText('2 of 9')).toBeTruthy()
  })
})

describe('answering checks', () => {
  it('takes an all-well lesson to the waiting list in ten keys', async () => {
    const { api } = await openWaitingList()
    expect(question()).toBe('Who is waiting?')
    expect(actsOf(api)).toEqual([
      [to('preparing')],
      ...['school-device', 'school-account', 'neutral-area', 'nothing-overheard', 'resources'].map((item) => [
        done(item),
      ]),
      [done('second-adult'), { kind: 'second-adult-joined', value: { staffId: assistantId } }],
      ...['chat', 'mute', 'names'].map((item) => [done(item)]),
    ])
  })

  it('puts the focus on the answer, described by the question it stands under', async () => {
    const { user } = await openChecklist()
    await user.keyboard('{Enter}')
    expect(document.activeElement).toBe(button('Yes, school account'))
    expect(screen.getByRole('region', { name: 'Is the meeting under your school account?' })).toBeTruthy()
  })

  it('counts a key that is held down once', async () => {
    const { api, user } = await openChecklist()
    await user.keyboard('{Enter>4/}')
    expect(actsOf(api)).toHaveLength(2)
    expect(question()).toBe('Is the meeting under your school account?')
  })

  it('answers with Enter although the focus was lost', async () => {
    const { user } = await openChecklist()
    act(() => (document.activeElement as HTMLElement).blur())
    await user.keyboard('{Enter}')
    expect(question()).toBe('Is the meeting under your school account?')
  })

  it('asks for a reason before a check is passed over', async () => {
    const { api, user } = await openChecklist()
    await user.keyboard('n')
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Why does this not apply?' }))
    expect(screen.getByText('A leader will see this reason.')).toBeTruthy()
    await user.keyboard('{Enter}')
    expect(screen.getByText('Say why in a few words, then press Enter.')).toBeTruthy()
    expect(actsOf(api)).toEqual([[to('preparing')]])
    await user.keyboard('No new laptop yet{Enter}')
    expect(lastActOf(api)).toEqual([
      {
        kind: 'check-answered',
        value: { item: 'school-device', answer: 'not-applicable' },
        text: 'No new laptop yet',
      },
    ])
    expect(row(/^School laptop Not applicable: No new laptop yet/)).toBeTruthy()
    expect(question()).toBe('Is the meeting under your school account?')
  })

  it('fills in a usual reason without saving it', async () => {
    const { api, user } = await openChecklist()
    await user.keyboard('n')
    await user.click(button('Done another way'))
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('Done another way')
    expect(actsOf(api)).toHaveLength(1)
    await user.keyboard('{Enter}')
    expect(lastActOf(api)).toMatchObject([{ text: 'Done another way' }])
  })

  it('leaves the reason with Escape and stays on the check', async () => {
    const { api, user } = await openChecklist()
    await user.keyboard('{Enter}nsomething{Escape}')
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(question()).toBe('Is the meeting under your school account?')
    expect(document.activeElement).toBe(button('Yes, school account'))
    expect(actsOf(api)).toHaveLength(2)
  })

  it('goes back with Escape, along with the arrows, and anywhere with a click', async () => {
    const { user } = await openChecklist()
    await user.keyboard('{Enter}{Enter}{Escape}')
    expect(question()).toBe('Is the meeting under your school account?')
    await user.keyboard('{ArrowUp}{ArrowUp}')
    expect(question()).toBe('Is this a school laptop?')
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}')
    expect(question()).toBe('Can nothing personal be overheard?')
    await user.click(row(/^Pupils enter muted/))
    expect(question()).toBe('Do pupils enter muted?')
    expect(row(/^Pupils enter muted/).getAttribute('aria-current')).toBe('step')
    expect(document.activeElement).toBe(button('Yes, muted'))
  })

  it('changes an answer, and writes nothing where it stays the same', async () => {
    const { api, user } = await openChecklist()
    await user.keyboard('{Enter}nNot used{Enter}')
    await user.keyboard('{Escape}{Escape}{Enter}')
    expect(actsOf(api)).toHaveLength(3)
    await user.click(row(/^School account/))
    expect(screen.getByText(/^Passed over at \d\d:\d\d: Not used$/)).toBeTruthy()
    await user.keyboard('{Enter}')
    expect(lastActOf(api)).toEqual([done('school-account')])
    expect(row(/^School account done/)).toBeTruthy()
  })

  it('shows an answer that was refused as open again, and why', async () => {
    const { api, user } = await openChecklist()
    api.failNext('lesson.record', { code: 'not-now', message: 'Somebody ended this lesson.' })
    await user.keyboard('{Enter}')
    expect((await screen.findByRole('alert')).textContent).toContain('Somebody ended this lesson.')
    expect(row(/^School laptop open/)).toBeTruthy()
    await user.click(button('Seen'))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('says that an answer is not saved yet, and keeps it on screen', async () => {
    const { api, user } = await openChecklist()
    api.failNext('lesson.record', { code: 'not-saved', message: 'The disk is full.' })
    await user.keyboard('{Enter}')
    expect(await screen.findByText('Not saved yet')).toBeTruthy()
    expect(row(/^School laptop done/)).toBeTruthy()
  })

  it('follows an answer given on another computer', async () => {
    const { api } = await openChecklist()
    act(() => api.happened([{ kind: 'check-answered', value: { item: 'names', answer: 'done' } }]))
    expect(row(/^Names visible done/)).toBeTruthy()
    expect(screen.getByText('1 of 9')).toBeTruthy()
  })
})

describe('the second adult', () => {
  const openSecondAdult = async (lesson: FakeLessonOptions = {}) => {
    const opened = await openChecklist(lesson)
    await opened.user.click(row(/^Second adult/))
    return opened
  }

  it('offers everybody but the teacher, and waits for a choice', async () => {
    const { api, user } = await openSecondAdult()
    const names = screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)
    expect(names).toEqual(['Mr A Patel1', 'Mrs D Okafor2', 'Someone else3'])
    await user.keyboard('{Enter}')
    expect(screen.getByRole('alert').textContent).toBe('Press a number or use the arrow keys first.')
    expect(actsOf(api)).toHaveLength(1)
  })

  it('chooses by arrow keys', async () => {
    const { api, user } = await openSecondAdult()
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    expect(lastActOf(api)).toEqual([
      done('second-adult'),
      { kind: 'second-adult-joined', value: { staffId: idOf(3) } },
    ])
    expect(row(/^Second adult Mrs D Okafor/)).toBeTruthy()
  })

  it('has the only colleague chosen already', async () => {
    const { api, user } = await openSecondAdult({ change: { staff: threeStaff.slice(0, 2) } })
    await user.keyboard('{Enter}')
    expect(lastActOf(api)).toMatchObject([{}, { value: { staffId: assistantId } }])
  })

  it('takes somebody who is not on the list', async () => {
    const { api, user } = await openSecondAdult()
    await user.keyboard('3')
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name of the second adult' }))
    await user.keyboard('Miss N Quinn{Enter}')
    expect(api.callsOf('staff.add')).toEqual([{ name: 'Miss N Quinn' }])
    const added = api.record().staff.at(-1)
    expect(lastActOf(api)).toMatchObject([{}, { value: { staffId: added?.id } }])
    expect(row(/^Second adult Miss N Quinn/)).toBeTruthy()
  })

  it('does not add a colleague twice, nor the teacher as their own second adult', async () => {
    const { api, user } = await openSecondAdult()
    await user.keyboard('3ms j reid{Enter}')
    expect(screen.getByRole('alert').textContent).toBe('That is you. The second adult is somebody else.')
    await user.clear(screen.getByRole('textbox'))
    await user.keyboard('mr a patel{Enter}')
    expect(api.callsOf('staff.add')).toEqual([])
    expect(lastActOf(api)).toMatchObject([{}, { value: { staffId: assistantId } }])
  })

  it('says in words where a name could not be added, and keeps it', async () => {
    const { api, user } = await openSecondAdult()
    api.failNext('staff.add', { code: 'not-saved', message: 'The name could not be saved.' })
    await user.keyboard('3Miss Quinn{Enter}')
    expect(await screen.findByText(/The name could not be saved\./)).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('Miss Quinn')
  })

  it('keeps the rule on screen when there is none, and the one who was in leaves', async () => {
    const { api, user } = await openSecondAdult()
    expect(screen.queryByText(/two or more pupils must be waiting/)).toBeNull()
    await user.keyboard('1{Enter}')
    await user.click(row(/^Second adult/))
    await user.keyboard('nCalled away{Enter}')
    expect(lastActOf(api)).toEqual([
      {
        kind: 'check-answered',
        value: { item: 'second-adult', answer: 'not-applicable' },
        text: 'Called away',
      },
      { kind: 'second-adult-left', value: {} },
    ])
    expect(screen.getByText(/two or more pupils must be waiting before you admit/)).toBeTruthy()
  })

  it('writes that one left and another came when the choice changes', async () => {
    const { api, user } = await openSecondAdult()
    await user.keyboard('1{Enter}')
    await user.click(row(/^Second adult/))
    await user.keyboard('2{Enter}')
    expect(lastActOf(api)).toEqual([
      { kind: 'second-adult-left', value: {} },
      { kind: 'second-adult-joined', value: { staffId: idOf(3) } },
    ])
  })
})

describe('admitting', () => {
  it('waits for somebody to be ticked', async () => {
    const { api, user } = await openWaitingList()
    const before = actsOf(api).length
    expect(screen.getByText('0 of 4 waiting')).toBeTruthy()
    const admit = button('Admit')
    expect(admit.getAttribute('aria-disabled')).toBe('true')
    const reason = document.getElementById(admit.getAttribute('aria-describedby') ?? '')
    expect(reason?.textContent).toBe('Tick the pupils you see in the waiting room first.')
    await user.keyboard('{Enter}')
    await user.click(admit)
    expect(actsOf(api)).toHaveLength(before)
  })

  it('finds pupils by letters, ticks and unticks them, and admits them in one act', async () => {
    const { api, user } = await openWaitingList()
    const [freya, , , harvey] = api.record().pupils
    await user.keyboard('fr')
    expect(screen.getByText('Freya Reed: press Enter')).toBeTruthy()
    await user.keyboard('{Enter}ha')
    expect(screen.getByText('Hana Price, 1 of 2')).toBeTruthy()
    await user.keyboard('{ArrowDown} ')
    await user.click(box('George Dunn'))
    expect(screen.getByText('3 of 4 waiting')).toBeTruthy()
    await user.keyboard('ge{Enter}')
    expect(lastActOf(api)).toMatchObject([{ kind: 'waiting', value: { waiting: false } }])
    await user.keyboard('{Enter}')
    expect(lastActOf(api)).toEqual([
      to('admitting'),
      { kind: 'admitted', pupilId: freya?.id, value: {} },
      { kind: 'admitted', pupilId: harvey?.id, value: {} },
    ])
    expect(
      within(screen.getByRole('list', { name: 'Pupils in the meeting' })).getAllByRole('listitem'),
    ).toHaveLength(2)
  })

  it('ticks everybody in one act, and admits and starts with two more keys', async () => {
    const { api, user } = await openWaitingList()
    await user.keyboard('{Control>}a{/Control}')
    expect(lastActOf(api)).toHaveLength(4)
    expect(screen.getByText('4 of 4 waiting')).toBeTruthy()
    await user.keyboard('{Enter}')
    expect(question()).toBe('Everybody is in')
    expect(document.activeElement).toBe(button('Start the lesson'))
    expect(api.callsOf('window.open')).toEqual([])
    await user.keyboard('{Enter}')
    expect(lastActOf(api)).toEqual([to('live')])
    expect(api.callsOf('window.open')).toEqual([{ lessonId: api.lessonId, show: 'live' }])
  })

  it('keeps one pupil out while the teacher is alone, and says why', async () => {
    const { api, user } = await openWaitingList({}, nobody)
    await user.keyboard('fr{Enter}')
    const before = actsOf(api).length
    expect(button('Admit 1 pupil').getAttribute('aria-disabled')).toBe('true')
    expect(
      screen.getByText(/^No second adult is in\. Wait until at least two pupils are waiting/),
    ).toBeTruthy()
    expect(screen.getByText(/two or more pupils must be waiting before you admit/)).toBeTruthy()
    expect(screen.getByText('1 check passed over; a leader will see why.')).toBeTruthy()
    await user.keyboard('{Enter}')
    expect(actsOf(api)).toHaveLength(before)
    await user.keyboard('ge{Enter}{Enter}')
    expect(lastActOf(api)).toMatchObject([to('admitting'), { kind: 'admitted' }, { kind: 'admitted' }])
  })

  it('lets a late pupil in before Enter starts the lesson, which may start without them too', async () => {
    const { api, user } = await openWaitingList()
    await user.keyboard('fr{Enter}{Enter}ge{Enter}')
    expect(screen.getByText('1 in · 1 of 3 more waiting')).toBeTruthy()
    expect(button('Start the lesson')).toBeTruthy()
    await user.keyboard('{Enter}')
    expect(lastActOf(api)).toMatchObject([{ kind: 'admitted' }])
    expect(screen.getByText('2 in · 0 of 2 more waiting')).toBeTruthy()
  })

  it('does nothing for a name nobody has', async () => {
    const { api, user } = await openWaitingList()
    const before = actsOf(api).length
    await user.keyboard('xy')
    expect(screen.getByText('Nobody begins like that')).toBeTruthy()
    await user.keyboard('{Enter} {Escape}')
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('')
    expect(question()).toBe('Who is waiting?')
    expect(actsOf(api)).toHaveLength(before)
  })

  it('goes back to the last check, and on again', async () => {
    const { api, user } = await openWaitingList()
    await user.keyboard('{Escape}')
    expect(question()).toBe('Will names be visible throughout?')
    await user.keyboard('{Enter}')
    expect(question()).toBe('Who is waiting?')
    await user.keyboard('{Control>}a{/Control}{Enter}')
    await user.click(button('Back to the checks'))
    expect(lastActOf(api)).toEqual([{ kind: 'moved', value: { to: 'preparing' } }])
    expect(question()).toBe('Will names be visible throughout?')
    await user.keyboard('{Enter}')
    expect(question()).toBe('Everybody is in')
    await user.click(button('Go on admitting'))
    expect(lastActOf(api)).toEqual([to('admitting')])
    expect(button('Start the lesson')).toBeTruthy()
  })

  it('goes back and on again without a second adult, while two or more are in', async () => {
    const { user } = await openWaitingList({}, nobody)
    await user.keyboard('{Control>}a{/Control}{Enter}')
    await user.click(button('Back to the checks'))
    await user.keyboard('{Enter}')
    await user.click(button('Go on admitting'))
    expect(button('Start the lesson')).toBeTruthy()
  })

  it('offers no way back that would shut the teacher out', async () => {
    const { api } = await openChecklist({ state: 'admitting', secondAdult: false })
    const first = api.record().pupils[0]
    act(() => api.happened([{ kind: 'admitted', pupilId: first?.id ?? '', value: {} }]))
    expect(screen.queryByRole('button', { name: /Back to the checks/ })).toBeNull()
  })

  it('raises the alarm when one pupil is left alone with the teacher', async () => {
    const { api } = await openChecklist({ state: 'admitting', secondAdult: false })
    const first = api.record().pupils[0]
    act(() => api.happened([{ kind: 'admitted', pupilId: first?.id ?? '', value: {} }]))
    expect(screen.getByRole('alert').textContent).toContain('You are alone with one pupil')
  })

  it('shows why a start was refused and stays where it was', async () => {
    const { api, user } = await openWaitingList()
    await user.keyboard('{Control>}a{/Control}{Enter}')
    api.failNext('lesson.record', { code: 'not-now', message: 'Nobody has been admitted yet.' })
    await user.keyboard('{Enter}')
    expect((await screen.findByRole('alert')).textContent).toContain('Nobody has been admitted yet.')
    expect(button('Start the lesson')).toBeTruthy()
    expect(api.callsOf('window.open')).toEqual([])
  })

  it('says that names can be seen where the system shows this window in a shared screen', async () => {
    const { user } = await openChecklist({}, { sharing: 'seen' })
    expect(screen.queryByText(/if you share your whole screen/)).toBeNull()
    await user.keyboard('{Enter}{Enter}{Enter}{Enter}{Enter}1{Enter}{Enter}{Enter}{Enter}')
    expect(screen.getByText('These names can be seen if you share your whole screen.')).toBeTruthy()
  })

  it('says what to do about a class without pupils, early and at the end', async () => {
    const { api, user } = await openChecklist({ pupils: [] })
    expect(screen.getByText('5C has no pupils yet')).toBeTruthy()
    await user.keyboard('{Enter}{Enter}{Enter}{Enter}{Enter}1{Enter}{Enter}{Enter}{Enter}')
    expect(question()).toBe('5C has no pupils yet')
    await user.click(button('Open the main window'))
    expect(api.callsOf('window.open')).toEqual([{ lessonId: api.lessonId, show: 'today' }])
    await user.click(button('Look again'))
    expect(await screen.findByText('5C has no pupils yet')).toBeTruthy()
    expect(api.callsOf('lesson.get')).toHaveLength(2)
  })
})

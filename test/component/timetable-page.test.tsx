import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Handlers, Refusal } from '../../electron/ipc/dispatch.ts'
import { EntryPage } from '../../renderer/features/timetable/entry-page.tsx'
import { SchoolDayPage } from '../../renderer/features/timetable/school-day-page.tsx'
import { TimetableImportPage } from '../../renderer/features/timetable/timetable-import-page.tsx'
import { TimetablePage } from '../../renderer/features/timetable/timetable-page.tsx'
import { StartLessonPage } from '../../renderer/features/today/start-lesson-page.tsx'
import type { Output } from '../../shared/ipc/contract.ts'
import { createFakeApi, renderInApp } from '../support/fake-api.tsx'
import {
  approval,
  calendar2021,
  class5C,
  entryWith,
  leader,
  mrKhan,
  msReid,
} from '../support/timetable-fixture.ts'

const entry = entryWith()
const moved = entryWith({
  subject: 'Science',
  exceptions: [
    {
      date: '2021-01-19',
      change: { kind: 'moved', date: '2021-01-20', startsAt: '11:00', endsAt: '11:30', approval: null },
    },
  ],
  when: { repeats: 'weekly', weekday: 2, from: '2021-01-05', until: null, everyWeeks: 2 },
})
const late = entryWith({
  subject: 'Club',
  startsAt: '16:00',
  endsAt: '16:30',
  approval,
  secondAdultId: mrKhan,
})

const week: Output<'timetable.get'> = {
  today: '2021-01-18',
  monday: '2021-01-18',
  days: ['18', '19', '20', '21', '22', '23', '24'].map((day) => ({
    date: `2021-01-${day}`,
    closed: day === '22' ? 'The school is closed on Friday 22 January 2021: INSET day.' : null,
  })),
  lessons: [
    { entryId: entry.id, plannedDate: '2021-01-18', date: '2021-01-18', startsAt: '09:30', endsAt: '10:10' },
    { entryId: late.id, plannedDate: '2021-01-18', date: '2021-01-18', startsAt: '16:00', endsAt: '16:30' },
    { entryId: moved.id, plannedDate: '2021-01-19', date: '2021-01-20', startsAt: '11:00', endsAt: '11:30' },
  ],
  notHeld: [{ entryId: moved.id, date: '2021-01-19', movedTo: '2021-01-20' }],
  entries: [entry, moved, late],
  problems: { [late.id]: ['16:00 to 16:30 is outside the school day, which is 08:45 to 15:30.'] },
  classes: [{ id: class5C, name: '5C' }],
  staff: [
    { id: msReid, name: 'Ms J Reid', role: 'teacher' },
    { id: mrKhan, name: 'Mr A Khan', role: 'assistant' },
    { id: leader, name: 'Mrs P Adeyemi', role: 'leader' },
  ],
  calendar: calendar2021,
}

const open = (page: React.ReactElement, handlers: Partial<Handlers> = {}) => {
  const api = createFakeApi({ handlers: { 'timetable.get': () => week, ...handlers } })
  renderInApp(page, { api })
  return { api, user: userEvent.setup() }
}
beforeEach(() => {
  window.location.hash = ''
})

describe('the week', () => {
  it('shows each day’s lessons with their people, what is moved, approved and closed', async () => {
    open(<TimetablePage />)
    const monday = await screen.findByRole('region', { name: 'Monday 18 January' })
    expect(within(monday).getByRole('link', { name: /09:30.10:10 ?5C Maths ?Ms J Reid/ })).toBeDefined()
    expect(within(monday).getByRole('link', { name: /5C Club.*with Mr A Khan.*Approved/ })).toBeDefined()
    const tuesday = screen.getByRole('region', { name: 'Tuesday 19 January' })
    expect(within(tuesday).getByText('Moved to Wednesday 20 January')).toBeDefined()
    const wednesday = screen.getByRole('region', { name: 'Wednesday 20 January' })
    expect(within(wednesday).getByText('Moved from Tuesday 19 January')).toBeDefined()
    expect(
      within(screen.getByRole('region', { name: 'Friday 22 January' })).getByText('INSET day'),
    ).toBeDefined()
    expect(screen.queryByRole('region', { name: 'Saturday 23 January' })).toBeNull()
  })

  it('says what it is for where it is empty, and where to begin', async () => {
    const empty = { ...week, lessons: [], notHeld: [], entries: [], problems: {} }
    const { unmount } = renderInApp(<TimetablePage />, {
      api: createFakeApi({ handlers: { 'timetable.get': () => empty } }),
    })
    expect(await screen.findByText('No lessons this week')).toBeDefined()
    unmount()
    open(<TimetablePage />, { 'timetable.get': () => ({ ...empty, classes: [] }) })
    expect(await screen.findByRole('link', { name: 'Import a class list' })).toBeDefined()
    expect(screen.queryByRole('link', { name: 'Add a lesson' })).toBeNull()
  })

  it('says where the calendar was written', async () => {
    const { user } = open(<TimetablePage />, {
      'timetable.export': () => ({ path: '/office/Timetable.ics' }),
    })
    await user.click(await screen.findByRole('button', { name: 'Export as a calendar' }))
    expect(await screen.findByText('/office/Timetable.ics')).toBeDefined()
  })
})

describe('a lesson of the timetable', () => {
  it('is refused in words, and saved with a leader’s approval', async () => {
    const problem = '16:00 to 16:40 is outside the school day, which is 08:45 to 15:30.'
    const { api, user } = open(<EntryPage />, {
      'timetable.save': ({ approval: given }) =>
        given
          ? { outcome: 'saved' }
          : {
              outcome: 'refused',
              problems: [{ kind: 'outside-hours', date: '2021-01-18', message: problem }],
            },
    })
    await user.type(await screen.findByLabelText(/Subject/), 'Maths')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText(problem)).toBeDefined()
    await user.selectOptions(screen.getByLabelText(/Who agreed/), 'Mrs P Adeyemi')
    await user.type(screen.getByLabelText(/Their reason/), 'Catch-up club')
    await user.click(screen.getByRole('button', { name: 'Save with this approval' }))
    const [first, second] = api.callsOf('timetable.save') as { entry: { id: string }; approval: unknown }[]
    expect(first).toMatchObject({
      entry: { classId: class5C, subject: 'Maths', when: { repeats: 'weekly', weekday: 1, until: null } },
      approval: null,
    })
    expect(second).toMatchObject({
      entry: { id: first?.entry.id },
      approval: { leaderId: leader, reason: 'Catch-up club' },
    })
    expect(window.location.hash).toBe('#/timetable')
  })

  it('cancels one day, and leaves the others', async () => {
    const { api, user } = open(<EntryPage entryId={entry.id} date="2021-01-18" />, {
      'timetable.except': () => ({ outcome: 'saved' }),
    })
    const day = await screen.findByRole('form', { name: 'Only Monday 18 January' })
    await user.click(within(day).getByRole('button', { name: 'Cancel this day' }))
    expect(api.callsOf('timetable.except')).toEqual([
      { entryId: entry.id, date: '2021-01-18', change: { kind: 'cancelled' }, approval: null },
    ])
  })

  it('shows why a move is refused, and keeps what was typed', async () => {
    const { user } = open(<EntryPage entryId={entry.id} date="2021-01-18" />, {
      'timetable.except': () => ({
        outcome: 'refused',
        problems: [{ kind: 'closed-day', date: '2021-01-23', message: 'Saturday is not a school day.' }],
      }),
    })
    const day = await screen.findByRole('form', { name: 'Only Monday 18 January' })
    await user.click(within(day).getByRole('button', { name: 'Move it' }))
    expect(await within(day).findByText('Saturday is not a school day.')).toBeDefined()
    expect(within(day).getByRole('button', { name: 'Move with this approval' })).toBeDefined()
  })
})

describe('a calendar', () => {
  const { classId: _class, ...words } = entryWith({ subject: 'Assembly' })
  const preview = {
    fileName: 'spring.ics',
    lessons: [
      { title: 'Assembly', line: 3, classId: null, entry: words, change: 'new' as const, problems: [] },
      {
        title: '5C Maths',
        line: 9,
        classId: class5C,
        entry: { ...words, id: entry.id, subject: 'Maths' },
        change: 'new' as const,
        problems: ['5C already has Reading.'],
      },
    ],
    warnings: [
      { line: 20, code: 'event-left-out', message: '“Half term” is for whole days. It is left out.' },
    ],
    classes: week.classes,
    staff: week.staff,
  }

  it('is shown first, takes a class where none is named and an approval where one is needed', async () => {
    const { api, user } = open(<TimetableImportPage />, {
      'timetable.import-choose': () => ({ outcome: 'understood', token: entry.id, preview }),
      'timetable.import-confirm': () => ({
        added: 1,
        changed: 0,
        unchanged: 0,
        leftOut: [{ title: '5C Maths', reasons: ['5C already has Reading.'] }],
      }),
    })
    await user.click(screen.getByRole('button', { name: 'Choose a calendar file' }))
    expect(await screen.findByText('Left out: 5C already has Reading.')).toBeDefined()
    expect(screen.getByText(/Half term/)).toBeDefined()
    await user.selectOptions(screen.getByLabelText('Class for Assembly'), '5C')
    await user.click(screen.getByRole('button', { name: 'A leader approved the lesson left out' }))
    await user.type(screen.getByLabelText(/Their reason/), 'Agreed')
    await user.click(screen.getByRole('button', { name: 'Import' }))
    expect(api.callsOf('timetable.import-confirm')).toEqual([
      {
        token: entry.id,
        classes: [{ title: 'Assembly', classId: class5C }],
        approval: { leaderId: leader, reason: 'Agreed' },
      },
    ])
    expect(await screen.findByText('1 added, 0 changed, 0 as before')).toBeDefined()
    expect(screen.getByText(/5C already has Reading/)).toBeDefined()
  })

  it('of very many lessons shows those that ask for something, and how many more there are', async () => {
    const many = Array.from({ length: 1999 }, (_, index) => ({
      title: `5C Maths ${index}`,
      line: index,
      classId: class5C,
      entry: { ...words, id: entryWith().id, subject: `Maths ${index}` },
      change: 'new' as const,
      problems: [],
    }))
    const [unnamed] = preview.lessons
    const lessons = unnamed ? [...many, unnamed] : many
    const { user } = open(<TimetableImportPage />, {
      'timetable.import-choose': () => ({
        outcome: 'understood',
        token: entry.id,
        preview: { ...preview, lessons },
      }),
    })
    await user.click(screen.getByRole('button', { name: 'Choose a calendar file' }))
    expect(await screen.findByText('and 1800 lessons more')).toBeDefined()
    expect(screen.getByLabelText('Class for Assembly')).toBeDefined()
  })

  it('that is refused says why, and another can be chosen', async () => {
    const refusal = {
      code: 'no-lessons',
      message: 'It has no lessons. Nothing was changed.',
      advice: 'Export it again.',
    }
    const { user } = open(<TimetableImportPage />, {
      'timetable.import-choose': () => ({ outcome: 'refused', fileName: 'x.ics', refusal }),
    })
    await user.click(screen.getByRole('button', { name: 'Choose a calendar file' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Nothing was changed.')
    expect(screen.getByRole('button', { name: 'Choose a calendar file' })).toBeDefined()
  })
})

describe('a lesson on the spot', () => {
  it('that is refused is started with a leader’s approval, and asked anew when its length changes', async () => {
    const refusal = new Refusal('needs-approval', '15:10 to 15:50 is outside the school day.')
    const { api, user } = open(<StartLessonPage />, {
      'classes.list': () => ({ classes: [{ id: class5C, name: '5C', yearGroup: '5', pupilCount: 30 }] }),
      'lesson.start': ({ approval: given }) => {
        if (!given) throw refusal
        return { lessonId: entry.id }
      },
    })
    await user.type(await screen.findByLabelText(/Subject/), 'Art')
    await user.type(screen.getByLabelText(/Learning intention/), 'Shading')
    await user.type(screen.getByLabelText(/Why is it outside/), 'Swapped')
    const start = () => user.click(screen.getByRole('button', { name: 'Start with the checks' }))
    await start()
    expect(await screen.findByText('15:10 to 15:50 is outside the school day.')).toBeDefined()
    await user.selectOptions(screen.getByLabelText('Length'), '20')
    expect(screen.queryByLabelText(/Their reason/)).toBeNull()
    await start()
    await user.type(await screen.findByLabelText(/Their reason/), 'By telephone')
    await user.click(screen.getByRole('button', { name: 'Start with this approval' }))
    expect(api.callsOf('lesson.start').at(-1)).toMatchObject({
      minutes: 20,
      approval: { leaderId: leader, reason: 'By telephone' },
    })
  })
})

describe('the school day', () => {
  it('is kept with its terms and closed days, and refused when it ends before it begins', async () => {
    const { api, user } = open(<SchoolDayPage />)
    const until = screen.getByLabelText(/Until/)
    await user.clear(until)
    await user.type(until, '08:00')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('The school day ends before it begins.')).toBeDefined()
    await user.clear(until)
    await user.type(until, '15:00')
    await user.click(screen.getByRole('button', { name: 'Add a closed day' }))
    const closed = screen.getByRole('group', { name: 'New closed day' })
    await user.type(within(closed).getByLabelText(/First day/), '2021-02-15')
    await user.type(within(closed).getByLabelText(/Last day/), '2021-02-19')
    await user.type(within(closed).getByLabelText(/Name/), 'Half term')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Saved')).toBeDefined()
    expect(api.callsOf('school.save')).toMatchObject([
      {
        calendar: {
          dayUntil: '15:00',
          weekdays: [1, 2, 3, 4, 5],
          closures: [{ name: 'Half term', from: '2021-02-15', until: '2021-02-19' }],
        },
      },
    ])
  })
})

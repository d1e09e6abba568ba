import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../electron/ipc/dispatch.ts'
import { OfficePage } from '../../renderer/features/office/office-page.tsx'
import type { MadeReport } from '../../renderer/features/office/office-store.ts'
import type { OfficeDayView, OfficeLessonView } from '../../shared/ipc/commands/office.ts'
import { instantOf } from '../../shared/domain/times.ts'
import { createFakeApi, renderInApp } from '../support/fake-api.tsx'
import { idOf } from '../support/log-fixture.ts'

const hash = 'a'.repeat(64)
const startsAt = instantOf('2021-01-18', '09:30')
const lesson = (change: Partial<OfficeLessonView> = {}): OfficeLessonView => ({
  lessonId: idOf(11),
  className: '5C',
  subject: 'Maths',
  startsAt,
  endsAt: startsAt + 1,
  standing: 'in',
  since: null,
  sums: { expected: 28, tookPart: 27, absent: 1, points: 64, incidents: 0, passedOver: 2 },
  notes: [],
  ...change,
})
const teacher = (lessons: OfficeLessonView[] = [lesson()]) => ({
  deviceId: idOf(7),
  deviceName: 'CJS-114',
  teacherName: 'Ms J Reid',
  version: 1,
  writtenAt: startsAt,
  takenAt: startsAt,
  leftOut: 0,
  lessons,
})

const made: MadeReport = {
  outcome: 'written',
  folder: '/office/x',
  version: 1,
  lessons: 1,
  unchanged: false,
  isGone: false,
}

function openPage(
  change: Partial<OfficeDayView> = {},
  handlers: NonNullable<Parameters<typeof createFakeApi>[0]>['handlers'] = {},
) {
  const day = { ...change }
  const api = createFakeApi({
    handlers: {
      'office.day': ({ date }) => ({
        date,
        dates: ['2021-01-18'],
        incoming: { state: 'well', folder: '/office', waiting: 0, notSaved: 0 },
        hasKey: true,
        teachers: [teacher()],
        hasTimetable: true,
        missing: [],
        silent: [],
        setAside: [],
        notes: [],
        report: null,
        ...day,
      }),
      'office.report': () => made,
      ...handlers,
    },
  })
  renderInApp(<OfficePage />, { api })
  return { api, day, user: userEvent.setup() }
}

describe('the Office view', () => {
  it.each([
    [
      { incoming: { state: 'not-chosen' as const, folder: null, waiting: 0, notSaved: 0 } },
      'Choose the office’s folder first',
    ],
    [{ hasKey: false }, 'Make the office’s key first'],
    [
      { incoming: { state: 'missing' as const, folder: '/o', waiting: 0, notSaved: 0 } },
      'The office’s folder cannot be opened',
    ],
    [
      { incoming: { state: 'slow' as const, folder: '/o', waiting: 0, notSaved: 0 } },
      'The office’s folder does not answer',
    ],
    [
      { incoming: { state: 'well' as const, folder: '/o', waiting: 2, notSaved: 0 } },
      '2 files are still being written',
    ],
    [
      { incoming: { state: 'not-saving' as const, folder: '/o', waiting: 0, notSaved: 3 } },
      'This computer’s records take nothing just now',
    ],
    [{}, 'No teacher’s day has come in yet'],
  ])('says what keeps days from coming in, and offers the next step', async (change, title) => {
    openPage({ teachers: [], ...change })
    expect(await screen.findByText(title)).toBeDefined()
    expect(screen.getByRole('button', { name: 'Make the day’s report' }).hasAttribute('disabled')).toBe(true)
  })

  it('shows each lesson with its sums, its standing in words, and what is new since the report', async () => {
    openPage({
      teachers: [
        teacher([
          lesson({ since: 'changed' }),
          lesson({ lessonId: idOf(12), subject: 'Art', standing: 'open', sums: null }),
        ]),
      ],
      report: { version: 1, madeAt: startsAt, isOutdated: true },
    })
    const maths = await screen.findByRole('row', { name: /5C: Maths/ })
    expect(maths.textContent).toContain('27 of 28')
    expect(maths.textContent).toContain('2 checks passed over')
    expect(maths.textContent).toContain('Changed since the report')
    expect(screen.getByRole('row', { name: /5C: Art/ }).textContent).toContain('Not signed off yet')
    expect(screen.getByText(/1 teacher, 1 lesson in · 1 still to come/)).toBeDefined()
    expect(screen.getByText('The last report is not up to date')).toBeDefined()
  })

  it('names what is not in yet', async () => {
    openPage({
      missing: [{ className: '4K', subject: 'Science', startsAt, endsAt: startsAt + 1, teacherName: 'Mr B' }],
      silent: [{ deviceId: idOf(8), name: 'CJS-115', teacherName: 'Mrs C' }],
    })
    expect(await screen.findByText('4K: Science')).toBeDefined()
    expect(screen.getByText('Mrs C (CJS-115)')).toBeDefined()
  })

  it('never reads as if all were in where there is no timetable, and offers to bring one in', async () => {
    openPage({ hasTimetable: false })
    expect(await screen.findByText(/1 lesson in · no timetable to say what is missing/)).toBeDefined()
    const link = screen.getByRole('link', { name: 'Bring in the timetable' })
    expect(link.getAttribute('href')).toBe('#/timetable/import')
  })

  it('makes the report and offers its folder', async () => {
    const { api, user } = openPage({ report: { version: 1, madeAt: startsAt, isOutdated: false } })
    await user.click(await screen.findByRole('button', { name: 'Make the day’s report' }))
    expect(await screen.findByText('The day’s report is made: 1 lesson')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Show the folder' }))
    expect(api.callsOf('office.reveal')).toHaveLength(1)
  })

  it('says so when something comes in after the report was made', async () => {
    const { api, day, user } = openPage({ report: { version: 1, madeAt: startsAt, isOutdated: false } })
    await user.click(await screen.findByRole('button', { name: 'Make the day’s report' }))
    await screen.findByText('The day’s report is made: 1 lesson')
    day.report = { version: 1, madeAt: startsAt, isOutdated: true }
    api.tell('office.changed', {})
    expect(await screen.findByText('The last report is not up to date')).toBeDefined()
  })

  it('makes the leaders’ report where that is chosen, and tells of theirs alone', async () => {
    const asked: unknown[] = []
    const { api, user } = openPage(
      { report: { version: 3, madeAt: startsAt, isOutdated: false } },
      {
        'office.report': (input) => {
          asked.push(input)
          return { ...made, folder: '/leaders/x' }
        },
      },
    )
    expect(await screen.findByText(/version 3/)).toBeDefined()
    await user.click(screen.getByRole('radio', { name: 'Leaders' }))
    expect(await screen.findByText(/It goes into the leaders’ folder/)).toBeDefined()
    expect(api.callsOf('office.day').at(-1)).toMatchObject({ split: 'leaders' })
    await user.click(screen.getByRole('button', { name: 'Make the leaders’ report' }))
    expect(await screen.findByText('/leaders/x')).toBeDefined()
    expect(screen.getByText('The leaders’ report is made: 1 lesson')).toBeDefined()
    expect(asked).toMatchObject([{ split: 'leaders' }])
    await user.click(screen.getByRole('button', { name: 'Show the folder' }))
    expect(api.callsOf('office.reveal')).toMatchObject([{ split: 'leaders' }])
  })

  it('offers to write a report again that was moved away, and only then does', async () => {
    const asked: unknown[] = []
    const { user } = openPage(
      { report: { version: 1, madeAt: startsAt, isOutdated: false } },
      {
        'office.report': (input) => {
          asked.push(input)
          return input.again ? { ...made, version: 2 } : { ...made, unchanged: true, isGone: true }
        },
      },
    )
    await user.click(await screen.findByRole('button', { name: 'Make the day’s report' }))
    expect(await screen.findByText(/Exactly this was made as version 1: nothing was written/)).toBeDefined()
    expect(asked).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Write it again' }))
    expect(await screen.findByText('The day’s report is made: 1 lesson, version 2')).toBeDefined()
    expect(asked).toMatchObject([{}, { again: true }])
  })

  it('says who has the version before open, and that a clock is wrong', async () => {
    const report = {
      ...made,
      version: 2,
      earlierIsDated: startsAt,
      openFiles: [{ file: 'Whole school 2021-01-18.xlsx', by: 'Mr H Head' }],
    }
    const { user } = openPage(
      { report: { version: 2, madeAt: startsAt, isOutdated: false } },
      { 'office.report': () => report },
    )
    await user.click(await screen.findByRole('button', { name: 'Make the day’s report' }))
    expect(await screen.findByText('A clock is wrong')).toBeDefined()
    expect(screen.getByText(/Mr H Head has “Whole school 2021-01-18.xlsx” open/)).toBeDefined()
  })

  it('says how far the report is, and can be stopped, which is no failure', async () => {
    let stop = () => {}
    const { api, user } = openPage(
      {},
      {
        'office.report': () =>
          new Promise((_made, refuse) => {
            stop = () => refuse(new Refusal('stopped', 'It was stopped.'))
          }),
      },
    )
    await user.click(await screen.findByRole('button', { name: 'Make the day’s report' }))
    const ofReport = { date: '2021-01-18', way: 'report' } as const
    act(() => api.tell('export.progress', { ...ofReport, step: 'printing', done: 0, of: 0 }))
    expect(screen.getByText('Making the workbook, printing a page for each lesson')).toBeDefined()
    act(() => api.tell('export.progress', { ...ofReport, step: 'writing', done: 2, of: 9 }))
    expect(screen.getByText('Writing file 3 of 9')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'The day before' }))
    const { date } = api.callsOf('office.report')[0] as { date: string }
    await user.click(screen.getByRole('button', { name: 'Stop' }))
    expect(api.callsOf('office.stop-report')).toEqual([{ date, split: 'office' }])
    act(() => stop())
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull())
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('takes a computer in only after its fingerprint is shown to be compared', async () => {
    const { api, user } = openPage({
      setAside: [
        {
          contentHash: hash,
          fileName: '2021-01-18 CJS-200 v1.bundle',
          reason: 'unknown-device',
          at: startsAt,
          from: {
            deviceName: 'CJS-200',
            teacherName: 'Mr N New',
            schoolName: 'Hilltop',
            fingerprint: 'K3QF-9MWX-4HPT-7RDA-2C6E',
          },
        },
      ],
    })
    await user.click(await screen.findByRole('button', { name: 'Compare and take in' }))
    const dialog = screen.getByRole('alertdialog')
    expect(dialog.textContent).toContain('K3QF-9MWX-4HPT-7RDA-2C6E')
    expect(api.callsOf('office.take-in')).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'It is the same: take it in' }))
    await waitFor(() => expect(api.callsOf('office.take-in')).toEqual([{ contentHash: hash }]))
    expect(screen.queryByRole('alertdialog')).toBeNull()
  })

  it('takes a computer off the list only after saying what becomes of its days, and names those taken off', async () => {
    const about = { listedAt: startsAt, removedAt: null, fingerprint: 'K3QF-9MWX-4HPT-7RDA-2C6E' }
    const devices = [
      { ...about, deviceId: idOf(7), name: 'CJS-114', teacherName: 'Ms J Reid' },
      {
        ...about,
        deviceId: idOf(8),
        name: 'CJS-90',
        teacherName: 'Mr O Old',
        removedAt: startsAt,
        fingerprint: 'AAAA-BBBB-CCCC-DDDD-EEEE',
      },
    ]
    const { api, user } = openPage({}, { 'office.devices': () => ({ devices }) })
    await user.click(await screen.findByText('The office’s computers: 1 computer on the list'))
    const gone = within(screen.getByRole('table', { name: 'Computers taken off the list' }))
    expect(gone.getByRole('row', { name: /CJS-90/ }).textContent).toContain('18 January 2021')
    expect(gone.queryByRole('button')).toBeNull()
    const listed = within(screen.getByRole('table', { name: 'Computers on the list' }))
    expect(listed.getByRole('row', { name: /CJS-114/ }).textContent).toContain('K3QF-9MWX-4HPT-7RDA-2C6E')
    await user.click(screen.getByRole('button', { name: 'Take CJS-114 of Ms J Reid off the list' }))
    const dialog = screen.getByRole('alertdialog')
    expect(dialog.textContent).toContain('What it sent stays')
    expect(api.callsOf('office.remove-device')).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'Take it off' }))
    await waitFor(() => expect(api.callsOf('office.remove-device')).toEqual([{ deviceId: idOf(7) }]))
    expect(screen.queryByRole('alertdialog')).toBeNull()
  })

  it('offers no way round a bad signature, only to take it off the list', async () => {
    const { api, user } = openPage({
      setAside: [
        { contentHash: hash, fileName: 'x.bundle', reason: 'bad-signature', at: startsAt, from: null },
      ],
    })
    expect(await screen.findByText('This day is not signed by the computer it names.')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Compare and take in' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Take x.bundle off this list' }))
    expect(api.callsOf('office.dismiss')).toEqual([{ contentHash: hash }])
  })

  it('writes a note beside a lesson and beside the day, and keeps the words where it is not written', async () => {
    const { api, user } = openPage()
    await user.click(await screen.findByRole('button', { name: 'Add a note to 5C, Maths' }))
    const dialog = screen.getByRole('dialog')
    api.failNext('office.add-note', { code: 'busy', message: 'The records are busy.' })
    await user.type(within(dialog).getByLabelText(/Your note/), 'Rang home')
    await user.click(within(dialog).getByRole('button', { name: 'Add the note' }))
    expect(within(dialog).getByLabelText(/Your note/)).toMatchObject({ value: 'Rang home' })
    await user.click(within(dialog).getByRole('button', { name: 'Add the note' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.type(screen.getByLabelText(/A note on this day/), 'Snow')
    await user.click(screen.getByRole('button', { name: 'Add the note' }))
    expect(api.callsOf('office.add-note').map((input) => (input as { text: string }).text)).toEqual([
      'Rang home',
      'Rang home',
      'Snow',
    ])
  })
})

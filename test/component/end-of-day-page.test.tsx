import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { Refusal } from '../../electron/ipc/dispatch.ts'
import { EndOfDayPage } from '../../renderer/features/end-of-day/end-of-day-page.tsx'
import type { DayLesson, SchoolDay } from '../../shared/domain/end-of-day.ts'
import { newSchool } from '../../shared/domain/school.ts'
import { minutes } from '../../shared/domain/times.ts'
import type { ExportedDay } from '../../shared/ipc/commands/export.ts'
import { createFakeApi, renderInApp } from '../support/fake-api.tsx'
import { idOf } from '../support/log-fixture.ts'

const TODAY = '2021-01-18'
const ended = Date.now() - minutes(60)

const lesson = (n: number, change: Partial<DayLesson> = {}): DayLesson => ({
  id: idOf(n),
  classId: idOf(50),
  className: '5C',
  subject: `Maths ${n}`,
  learningIntention: 'Fractions of amounts',
  startsAt: ended - minutes(40),
  endsAt: ended,
  state: 'signed-off',
  checksAnswered: 9,
  checksTotal: 9,
  secondAdultNamed: true,
  pupilCount: 30,
  incidentsToDescribe: 0,
  unreconciled: 0,
  wasExported: false,
  ...change,
})
const day = (lessons: DayLesson[], change: Partial<SchoolDay> = {}): SchoolDay => ({
  date: TODAY,
  lessons,
  joined: [],
  waiting: null,
  last: null,
  mailed: null,
  ...change,
})
const waiting = { date: TODAY, since: ended, reason: 'folder-missing' as const, tries: 3 }
const exported: ExportedDay = { folder: '/office/today', version: 1, files: [], lessons: 1, unchanged: false }

function open(
  days: SchoolDay[],
  {
    officeFolder = '/office',
    outcome = exported,
    older = 0,
    knowsOffice = false,
    chosen = null,
  }: {
    officeFolder?: string | null
    outcome?: ExportedDay
    older?: number
    knowsOffice?: boolean
    chosen?: string | null
  } = {},
) {
  const school = { ...newSchool('Crofton', 'Ms J Reid', 'Not the register.'), officeFolder }
  const shown = { days }
  const api = createFakeApi({
    status: { school },
    handlers: {
      'export.get': () => ({ today: TODAY, days: shown.days, older, knowsOffice }),
      'export.day': () => outcome,
      'folder.choose': () => ({ folder: chosen }),
    },
  })
  renderInApp(<EndOfDayPage />, { api })
  return { api, user: userEvent.setup(), shown }
}

const exportButton = () => screen.findByRole<HTMLButtonElement>('button', { name: 'Export the day' })
const rowOf = async (name: string) => {
  const shown = await screen.findByText(name)
  const row = shown.closest('li')
  if (!row) throw new Error('no row')
  return within(row)
}

describe('the lessons of the day', () => {
  it('say each what is unfinished, with the one click to finish it', async () => {
    const { api, user } = open([
      day([
        lesson(1),
        lesson(2, { state: 'ended' }),
        lesson(3, { state: 'ended', unreconciled: 4 }),
        lesson(4, { incidentsToDescribe: 2 }),
        lesson(5, { wasExported: true }),
        lesson(6, { state: 'live' }),
        lesson(7, { state: 'planned' }),
        lesson(8, { state: 'exported', wasExported: true }),
      ]),
    ])
    expect((await rowOf('5C Maths 1')).queryByRole('button')).toBeNull()
    const said = async (name: string, words: string) => (await rowOf(name)).getByText(words)
    expect(await said('5C Maths 2', 'Not signed off yet')).toBeTruthy()
    expect(await said('5C Maths 3', 'Nobody has said whether 4 pupils took part')).toBeTruthy()
    expect(await said('5C Maths 4', '2 incidents are not described yet')).toBeTruthy()
    expect(await said('5C Maths 5', 'Corrected since it went to the office')).toBeTruthy()
    expect(await said('5C Maths 7', 'Nothing of it goes to the office')).toBeTruthy()
    expect(await said('5C Maths 8', 'With the office')).toBeTruthy()
    const way = screen.getByRole('link', { name: 'Sign off: 5C Maths 2' })
    expect(way.getAttribute('href')).toContain(`/sign-off/${idOf(2)}`)
    expect(screen.getByRole('link', { name: 'Describe it: 5C Maths 4' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Back to the lesson: 5C Maths 6' }))
    expect(api.callsOf('window.open')).toEqual([{ lessonId: idOf(6), show: 'live' }])
    expect(
      screen.getByText(
        '3 lessons ready to export, 1 lesson with the office, 3 lessons unfinished and kept back.',
      ),
    ).toBeTruthy()
  })

  it('say of one that is opened again that it is not signed', async () => {
    open([day([lesson(1, { state: 'ended', wasExported: true })])])
    expect(await screen.findByText('Opened again for a correction, not signed')).toBeTruthy()
    expect((await exportButton()).disabled).toBe(true)
  })

  it('are none on an empty day, which says what the page is for', async () => {
    open([day([])])
    expect(await screen.findByText('Nothing to export today')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Back to Today' })).toBeTruthy()
  })

  it('of an earlier day stand under it, with a button of their own', async () => {
    const { api, user } = open([day([]), day([lesson(9)], { date: '2021-01-15' })])
    const section = within(await screen.findByRole('region', { name: /^Friday 15 January 2021/ }))
    await user.click(section.getByRole('button', { name: 'Export the day' }))
    expect(api.callsOf('export.day')).toEqual([{ date: '2021-01-15' }])
  })

  it('cannot be shown without the records, and the page says why', async () => {
    const api = createFakeApi({
      handlers: {
        'export.get': () => {
          throw new Refusal('unexpected', 'The records did not answer.')
        },
      },
    })
    renderInApp(<EndOfDayPage />, { api })
    expect((await screen.findByRole('alert')).textContent).toContain('The records did not answer.')
  })
})

describe('lessons that were joined', () => {
  const joined = [
    { id: idOf(9), className: '5C', subject: 'Maths', teacherName: 'Ms J Reid', startsAt: ended },
  ]

  it('stand on the page of who has none of their own, and go to the office where its key is known', async () => {
    const { api, user } = open([day([], { joined })], {
      knowsOffice: true,
      outcome: { ...exported, lessons: 0 },
    })
    expect((await rowOf('Ms J Reid signs it')).getByText('Joined')).toBeTruthy()
    await user.click(await exportButton())
    expect(api.callsOf('export.day')).toEqual([{ date: TODAY }])
    expect(await screen.findByText('What was recorded in joined lessons has gone to the office')).toBeTruthy()
    expect(screen.queryByText(/Other ways/)).toBeNull()
  })

  it('do not go from here where it is not', async () => {
    open([day([], { joined })])
    expect(await screen.findByText(/teacher’s computer sends joined lessons/)).toBeTruthy()
    expect((await exportButton()).disabled).toBe(true)
  })
})

describe('files for an e-mail', () => {
  const mailed = { version: 1, at: Date.UTC(2021, 0, 18, 15, 40) }

  it('are said to be made, and nothing is asked for any more', async () => {
    open([day([lesson(1, { isMailed: true })], { mailed })], { officeFolder: null })
    expect(
      await screen.findByText('Files for e-mail made on 18 January 2021 at 15:40, version 1'),
    ).toBeTruthy()
    expect(screen.getByText('1 lesson made ready to e-mail.')).toBeTruthy()
    expect(screen.queryByText(/Choose the office’s folder first/)).toBeNull()
  })

  it('are said to be out of date once more is signed', async () => {
    open([day([lesson(1)], { mailed })], { officeFolder: null })
    expect(await screen.findByText(/version 1: what was signed since is not in them/)).toBeTruthy()
    expect(screen.getByText(/Choose the office’s folder first, or send the day by e-mail/)).toBeTruthy()
  })
})

it('says how much is older than what is listed', async () => {
  open([day([lesson(1)])], { older: 3 })
  expect(await screen.findByText('3 older lessons are not with the office')).toBeTruthy()
})

describe('exporting the day', () => {
  it('asks for the folder first, there and then', async () => {
    const { api, user } = open([day([lesson(1)])], { officeFolder: null, chosen: '/office' })
    await user.click(await screen.findByRole('button', { name: 'Choose the folder' }))
    expect(api.callsOf('school.save')).toMatchObject([{ officeFolder: '/office', name: 'Crofton' }])
  })

  it('says why the folder that was chosen is not kept', async () => {
    const { api, user } = open([day([lesson(1)])], { officeFolder: null, chosen: '/office' })
    api.failNext('school.save', { code: 'not-yours', message: 'Only a leader may change that.' })
    await user.click(await screen.findByRole('button', { name: 'Choose the folder' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Only a leader may change that.')
  })

  it('says where the files are, and shows the folder', async () => {
    const { api, user } = open([day([lesson(1)])])
    await user.click(await exportButton())
    expect(await screen.findByText('One lesson exported to the office')).toBeTruthy()
    expect(screen.getByText('/office/today')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Show the folder' }))
    expect(api.callsOf('export.reveal')).toEqual([{ date: TODAY }])
  })

  it('says in words what it does, and can be stopped', async () => {
    let finish = () => {}
    const school = { ...newSchool('Crofton', 'Ms J Reid', 'Not the register.'), officeFolder: '/office' }
    const api = createFakeApi({
      status: { school },
      handlers: {
        'export.get': () => ({ today: TODAY, days: [day([lesson(1)])], older: 0, knowsOffice: false }),
        'export.day': () =>
          new Promise((_done, refuse) => {
            finish = () => refuse(new Refusal('stopped', 'The export was stopped.'))
          }),
      },
    })
    renderInApp(<EndOfDayPage />, { api })
    const user = userEvent.setup()
    await user.click(await exportButton())
    const tell = (step: 'looking' | 'printing' | 'writing', done = 0, of = 0) =>
      act(() => api.tell('export.progress', { date: TODAY, way: 'office', step, done, of }))
    tell('looking')
    expect(screen.getByText('Looking at the office’s folder')).toBeTruthy()
    tell('printing')
    expect(screen.getByText('Making the workbook, printing the pages for signature')).toBeTruthy()
    tell('writing', 2, 10)
    expect(screen.getByText('Writing file 3 of 10')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Stop' }))
    expect(api.callsOf('export.cancel')).toEqual([{ date: TODAY }])
    await act(async () => {
      finish()
      await Promise.resolve()
    })
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('keeps saying how it went when a last word of its progress comes late', async () => {
    const { api, user } = open([day([lesson(1)])])
    await user.click(await exportButton())
    await screen.findByText('One lesson exported to the office')
    act(() => {
      api.tell('export.progress', { date: TODAY, way: 'office', step: 'writing', done: 10, of: 10 })
      api.tell('export.changed', {})
    })
    expect(screen.getByText('One lesson exported to the office')).toBeTruthy()
  })

  it('brings what came of it into sight, once', async () => {
    const places: Element[] = []
    const seen = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
      places.push(this)
    })
    const { api, user } = open([day([lesson(1)])])
    await user.click(await exportButton())
    const outcome = await screen.findByText('One lesson exported to the office')
    expect(places.map((place) => place.contains(outcome))).toEqual([true])
    act(() => api.tell('export.changed', {}))
    expect(places).toHaveLength(1)
    seen.mockRestore()
  })

  it('says what went wrong, in the words of main', async () => {
    const { api, user } = open([day([lesson(1)])])
    api.failNext('export.day', { code: 'failed', message: 'Not finished. Nothing was lost.' })
    await user.click(await exportButton())
    expect((await screen.findByRole('alert')).textContent).toContain('Nothing was lost')
  })

  it('of a day the office has moved away writes it again only when asked', async () => {
    const { api, user } = open([day([lesson(1)])], {
      outcome: { ...exported, unchanged: true, isGone: true },
    })
    await user.click(await exportButton())
    expect(await screen.findByText(/has had exactly this as version 1/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Write it again' }))
    expect(api.callsOf('export.day')).toEqual([{ date: TODAY }, { date: TODAY, again: true }])
  })

  it('says that a clock is wrong', async () => {
    const earlierIsDated = Date.UTC(2021, 0, 19, 15, 30)
    const { user } = open([day([lesson(1)])], { outcome: { ...exported, version: 2, earlierIsDated } })
    await user.click(await exportButton())
    expect(await screen.findByText(/written on 19 January 2021 at 15:30, later than this one/)).toBeTruthy()
  })

  it('says who has the version before open', async () => {
    const openFiles = [
      { file: 'Session participation 2021-01-18.xlsx', by: 'Ms O Office' },
      { file: 'Summary 2021-01-18.csv', by: null },
    ]
    const { user } = open([day([lesson(1)])], { outcome: { ...exported, version: 2, openFiles } })
    await user.click(await exportButton())
    const words =
      'Ms O Office has “Session participation 2021-01-18.xlsx” open; Somebody has “Summary 2021-01-18.csv” open: that is the version before.'
    expect(await screen.findByText((text) => text.startsWith(words))).toBeTruthy()
  })
})

describe('a day whose folder is away', () => {
  it('says what it waits for', async () => {
    open([day([lesson(1)], { waiting: { ...waiting, reason: 'disk-full' } })])
    expect(await screen.findByText(/^Waits for room where the office’s folder is/)).toBeTruthy()
    expect(screen.getByText(/Stopped, the day stays here until you export it/)).toBeTruthy()
  })

  it('waits quietly, and no longer once a person says so', async () => {
    const { api, user } = open([day([lesson(1)], { waiting })])
    expect(await screen.findByText(/^Waits for the office’s folder/)).toBeTruthy()
    expect(screen.getByText(/The office’s folder cannot be found/)).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Stop sending by itself' }))
    expect(api.callsOf('export.cancel')).toEqual([{ date: TODAY }])
  })

  it('is told once as it begins to wait, and what was told goes when the app has tried again', async () => {
    const { api, user, shown } = open([day([lesson(1)])])
    await exportButton()
    shown.days = [day([lesson(1)], { waiting })]
    api.failNext('export.day', { code: 'folder-missing', message: 'The folder is away. Nothing was lost.' })
    await user.click(await exportButton())
    expect(await screen.findByText('Not exported yet: the day waits')).toBeTruthy()
    shown.days = [day([lesson(1, { state: 'exported', wasExported: true })])]
    act(() => api.tell('export.changed', {}))
    expect(await screen.findByText('With the office')).toBeTruthy()
    expect(screen.queryByText(/the day waits/)).toBeNull()
  })
})

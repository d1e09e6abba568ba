import { describe, expect, it } from 'vitest'
import { createRandom, wholeBetween } from '../../shared/domain/example-school/random.ts'
import { defaultExportSettings } from '../../shared/domain/export-settings.ts'
import { missingLessons, officeTeachers, type Reported, sumsOf } from '../../shared/domain/office-day.ts'
import {
  type BundleHead,
  newestHead,
  type OfficeFrame,
  schoolDays,
  uniteFrames,
} from '../../shared/domain/office-frames.ts'
import { lessonAccounts } from '../../shared/domain/office-sheets/lesson-account.ts'
import { schoolSheets } from '../../shared/domain/office-sheets/school-sheets.ts'
import { splitSheets } from '../../shared/domain/export-split.ts'
import { officeSheets } from '../../shared/domain/office-sheets.ts'
import { decisionFor, setAsideReason, setAsideWords, whyAside } from '../../shared/domain/office-set-aside.ts'
import { minutes } from '../../shared/domain/times.ts'
import { ordersOf } from '../support/orders.ts'
import { buildDay, idOf } from '../support/day-fixture.ts'

const day = buildDay({ pupils: 5 })
const [lesson] = day.lessons
if (!lesson) throw new Error('no lesson')
const { events, ...words } = lesson
const frame = (change: Partial<OfficeFrame> = {}): OfficeFrame => ({
  ...words,
  deviceId: idOf(7),
  date: day.date,
  version: 1,
  writtenAt: 1000,
  isOwn: true,
  ...change,
})
const head = (change: Partial<BundleHead> = {}): BundleHead => {
  const { lessons: _lessons, ...dayFrame } = day
  return {
    version: 1,
    writtenAt: 1000,
    takenAt: 2000,
    leftOut: 0,
    device: { id: idOf(7), name: 'LAPTOP-1' },
    teacher: { id: idOf(1), name: day.teacherName },
    day: dayFrame,
    stillOpen: [],
    ...change,
  }
}

describe('which bundle of a computer stands', () => {
  const random = createRandom('bundles')
  const some = (most: number) => wholeBetween(random, 1, most)
  /** The one that stands in every order. */
  const inOrders = (all: readonly BundleHead[]) =>
    new Set([...ordersOf(all)].map((order) => newestHead(order)))
  const many = <One>(make: (place: number) => One): One[] =>
    Array.from({ length: some(4) }, (_, at) => make(at))
  const [one, two] = [idOf(10), idOf(11)]

  it('is the one with the longest log, whatever any clock and any number says', () => {
    for (let round = 0; round < 500; round += 1) {
      let entries = 0
      const marks = many((place) => {
        entries += some(5)
        const times = { writtenAt: some(1e6), takenAt: some(1e6) }
        // Of a lesson that only one of two holds, nothing can be said.
        const alone = { [idOf(20 + place)]: some(900) }
        return head({ version: some(4), ...times, entries: { [one]: entries, ...alone } })
      })
      expect(inOrders(marks)).toEqual(new Set([marks.at(-1)]))
    }
  })

  it('is the one written last where each was written after the office had the one before, whatever the numbers', () => {
    for (let round = 0; round < 500; round += 1) {
      const marks = many((place) => {
        const writtenAt = 20 * place + some(9)
        return head({ version: some(4), writtenAt, takenAt: writtenAt + some(9) })
      })
      expect(inOrders(marks)).toEqual(new Set([marks.at(-1)]))
    }
  })

  it('is the one of the highest number of those that wait for one look, whatever the clock, but gives way to what was written since', () => {
    for (let round = 0; round < 500; round += 1) {
      const all = many((place) => head({ version: place + 1, writtenAt: some(300), takenAt: 100 }))
      expect(inOrders(all)).toEqual(new Set([all.at(-1)]))
      const next = head({ version: 1, writtenAt: 101, takenAt: 102 })
      expect(inOrders([...all, next])).toEqual(new Set([next]))
    }
  })

  it.each([
    ['one lesson is reopened', [60, 70], 3],
    ['it is signed again', [60, 70, 80], 4],
    ['it is signed again by a clock a day behind', [60, 70, -9e7], 4],
    ['it is reopened by a clock that is behind', [60, 40], 3],
    ['a clock goes back each time', [60, 40, 30], 4],
  ])('is the later where %s', (_, written, version) => {
    const entries = [{ [one]: 6, [two]: 3 }, { [two]: 3 }, { [one]: 9, [two]: 3 }]
    const sent = written.map((writtenAt, place) =>
      head({ version: place + 2, writtenAt, takenAt: 61 + 10 * place, entries: entries[place] }),
    )
    expect([...inOrders(sent)].map((stands) => stands?.version)).toEqual([version])
  })
})

describe('frames of one lesson', () => {
  it('gives way to the teacher’s own, whoever wrote last, and knows everybody of all', () => {
    const [first, ...rest] = words.pupils
    if (!first) throw new Error('no pupil')
    const own = frame({ pupils: rest })
    const assistant = frame({
      isOwn: false,
      deviceId: idOf(8),
      writtenAt: 9000,
      pupils: [first, ...rest.map((one) => ({ ...one, upn: null }))],
    })
    for (const united of [uniteFrames([own, assistant]), uniteFrames([assistant, own])]) {
      expect(united.isOwn).toBe(true)
      expect(united.deviceId).toBe(idOf(7))
      expect(united.pupils).toEqual([...rest, first])
    }
  })

  it('takes the one written last where two say the lesson is theirs', () => {
    const [older, newer] = [frame(), frame({ deviceId: idOf(6), writtenAt: 2000 })]
    expect(uniteFrames([older, newer])).toEqual(uniteFrames([newer, older]))
    expect(uniteFrames([older, newer]).deviceId).toBe(idOf(6))
  })
})

describe('a day in the office’s view', () => {
  it('adds a lesson up as its page does', () => {
    const [account] = lessonAccounts({ ...day, lessons: [lesson] })
    const { expected, tookPart, absent, points } = account ?? {}
    expect(sumsOf(frame(), events)).toEqual({
      expected,
      tookPart,
      absent,
      points,
      incidents: account?.incidents.length,
      passedOver: account?.exceptions.length,
    })
    expect(points).toBeGreaterThan(0)
  })

  const sums = sumsOf(frame(), events)
  const known = { frame: frame(), revision: 4, sums }
  const open = {
    lessonId: idOf(77),
    className: '5C',
    subject: 'Art',
    startsAt: 5,
    endsAt: 6,
    state: 'live' as const,
  }

  it('says what is in, being corrected, open, and what came since the report', () => {
    const standings = (heads: BundleHead[], lessons = [known], reported: Reported | null = null) =>
      officeTeachers(heads, lessons, reported).flatMap((one) =>
        one.lessons.map(({ standing, since }) => `${standing} ${since ?? '-'}`),
      )
    expect(standings([head({ stillOpen: [open] })])).toEqual(['open -', 'in -'])
    expect(standings([head({ stillOpen: [{ ...open, lessonId: words.lesson.id }] })])).toEqual([
      'being-corrected -',
    ])
    const held = { revision: 3, lessonIds: [words.lesson.id] }
    for (const version of [1, 2]) {
      expect(standings([head({ version })], [known], { ...held, lessonIds: [] })).toEqual(['in new'])
      expect(standings([head({ version })], [known], held)).toEqual(['in changed'])
    }
    expect(standings([head()], [known], { ...held, lessonIds: null })).toEqual(['in changed'])
    expect(standings([head({ version: 2 })], [known], { ...held, revision: 4 })).toEqual(['in -'])
    expect(standings([head()], [{ ...known, frame: frame({ isOwn: false }) }])).toEqual([
      'second-adult-only -',
    ])
  })

  it('misses what the timetable has and nobody sent, whatever the spelling of the class', () => {
    const teachers = officeTeachers([head()], [known], null)
    const { startsAt, endsAt } = words.lesson
    const planned = {
      className: '4 k',
      subject: 'Maths',
      startsAt: startsAt + minutes(5),
      endsAt,
      teacherName: null,
    }
    const later = { ...planned, startsAt: endsAt, endsAt: endsAt + minutes(30) }
    const other = { ...planned, className: '4L' }
    expect(missingLessons([planned, later, other], teachers)).toEqual([other, later])
  })

  it('makes a record of each teacher’s own lessons, and none of a second adult’s alone', () => {
    const other = head({ device: { id: idOf(8), name: 'LAPTOP-2' }, teacher: { id: idOf(2), name: 'Mr A' } })
    const joined = { frame: frame({ isOwn: false, deviceId: idOf(8) }), events }
    expect(schoolDays([other, head()], [joined])).toEqual([])
    const days = schoolDays([other, head()], [joined, { frame: frame(), events }])
    expect(days.map((one) => one.lessons.length)).toEqual([1])
  })
})

describe('the whole school’s sheets', () => {
  const other = buildDay({
    pupils: 4,
    teacherName: 'Mr B Other',
    lessons: 1,
  })
  const [otherLesson] = other.lessons
  if (!otherLesson) throw new Error('no lesson')
  const ofOther = {
    ...other,
    lessons: [
      {
        ...otherLesson,
        behaviours: [
          { ...(otherLesson.behaviours[0] ?? ({} as never)), id: 'patience', label: 'Patience (invented)' },
          ...otherLesson.behaviours.slice(1),
        ],
      },
    ],
  }
  const { sheets, leftOut } = schoolSheets(day, [day, ofOther], defaultExportSettings)
  const sheet = (name: string) => {
    const found = sheets.find((one) => one.name === name)
    if (!found) throw new Error(name)
    return found
  }
  const cellsOf = (name: string, header: string) => {
    const place = sheet(name).columns.findIndex((one) => one.header === header)
    return sheet(name).rows.map((row) => row[place])
  }

  it('holds every row of every teacher, and says whose it is', () => {
    for (const name of ['Summary', 'Checks', 'Participation', 'Points and rewards'] as const) {
      const parts = [day, ofOther].map(
        (one) => officeSheets(one).find((part) => part.name === name)?.rows.length ?? 0,
      )
      expect(sheet(name).rows.length).toBe((parts[0] ?? 0) + (parts[1] ?? 0))
      expect(new Set(cellsOf(name, 'Teacher'))).toEqual(new Set(['Ms J Reid', 'Mr B Other']))
    }
  })

  it('puts columns only one teacher has beside the others and leaves them empty elsewhere', () => {
    const kind = cellsOf('Points and rewards', 'Behaviour: Patience (invented)')
    expect(kind.slice(0, 6).every((cell) => cell === null)).toBe(true)
    expect(kind.at(-1)).not.toBeNull()
    expect(
      sheet('Points and rewards').rows.every(
        (row) => row.length === sheet('Points and rewards').columns.length,
      ),
    ).toBe(true)
  })

  it('holds what the office’s own export holds: no words about a pupil that only a leader needs', () => {
    const own = splitSheets(day, 'office')
    expect(leftOut).toEqual(own.leftOut)
    expect(leftOut).toContainEqual({
      sheet: 'Incidents',
      column: 'What happened',
      why: 'not for this reader',
    })
    expect(sheet('Incidents').columns.map(({ header }) => header)).not.toContain('What happened')
    expect(sheet('Follow-up').columns.map(({ header }) => header)).not.toContain('Detail')
  })

  it('is as the office’s computer has it: sheets and columns left out, its own names, namesakes told apart', () => {
    const namesakes = ofOther.lessons.map((one) => ({
      ...one,
      pupils: one.pupils.map((pupil) => ({ ...pupil, forename: 'Sam', surname: 'Same' })),
    }))
    const settings = {
      ...defaultExportSettings,
      leftOutSheets: ['Packs' as const],
      sameNames: 'number' as const,
      columns: [
        { sheet: 'Participation' as const, column: 'UPN', name: 'Number', isLeftOut: false },
        { sheet: 'Participation' as const, column: 'Camera', name: null, isLeftOut: true },
      ],
    }
    const made = schoolSheets(day, [day, { ...ofOther, lessons: namesakes }], settings)
    expect(made.sheets.map(({ name }) => name)).not.toContain('Packs')
    const columns = made.sheets.find(({ name }) => name === 'Participation')?.columns.map((one) => one.header)
    expect(columns).toContain('Number')
    expect(columns).not.toContain('Camera')
    expect(columns).toContain('Teacher')
    expect(made.renamed).toEqual([{ sheet: 'Participation', column: 'UPN', as: 'Number' }])
    expect(made.leftOut).toContainEqual({ sheet: 'Packs', column: null, why: 'left out by the school' })
    expect(JSON.stringify(made.sheets)).toContain('Same (2)')
  })

  it('says once that there is none, and not at all where somebody has one', () => {
    expect(sheet('Packs').rows.map((row) => row[0])).toEqual(['None recorded in Session Companion'])
    expect(cellsOf('Follow-up', 'To follow up')).not.toContain('None recorded in Session Companion')
  })
})

describe('what is set aside', () => {
  const office = {
    device: 'listed' as const,
    schoolNames: ['Crofton'],
    isExample: false,
    isOwnedElsewhere: false,
  }
  const of = (schoolName: string, isExample = false) => ({ day: { ...day, schoolName, isExample } })

  it('takes in a day of a listed computer of the school, whatever the capitals', () => {
    expect(whyAside(of('crofton'), office)).toBeNull()
  })

  it('sets aside whoever is not on the list before anything else is asked', () => {
    expect(whyAside(of('Elsewhere'), { ...office, device: 'unknown' })).toBe('unknown-device')
    expect(whyAside(of('Crofton'), { ...office, device: 'removed' })).toBe('removed-device')
    expect(whyAside(of('Crofton'), { ...office, device: 'other-key' })).toBe('other-key')
  })

  it('keeps other schools and invented days out, until told that a name is ours', () => {
    expect(whyAside(of('Elsewhere'), office)).toBe('other-school')
    expect(whyAside(of('Elsewhere'), { ...office, schoolNames: ['Crofton', 'Elsewhere'] })).toBeNull()
    expect(whyAside(of('Crofton', true), office)).toBe('example')
  })

  it('asks a person where a lesson is another computer’s here', () => {
    expect(whyAside(of('Crofton'), { ...office, isOwnedElsewhere: true })).toBe('two-owners')
    expect(whyAside(of('Elsewhere'), { ...office, isOwnedElsewhere: true })).toBe('other-school')
  })

  it('has words for every reason, and a decision only where a person can know', () => {
    for (const reason of setAsideReason.options) {
      expect(setAsideWords[reason].happened).toMatch(/\.$|record/)
      expect(setAsideWords[reason].toDo.length).toBeGreaterThan(20)
    }
    expect(setAsideReason.options.filter((reason) => decisionFor(reason) !== null)).toEqual([
      'unknown-device',
      'removed-device',
      'other-key',
      'other-school',
      'two-owners',
    ])
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import juniorSchool from '../../assets/presets/junior-school.json' with { type: 'json' }
import { type LessonEvent, lessonEvent, standing } from '../../shared/domain/events.ts'
import { type ExampleSchool, exampleSchool } from '../../shared/domain/example-school/example-school.ts'
import { lesson as lessonShape } from '../../shared/domain/lesson.ts'
import { calledForename, calledSurname, labelPupils, pupilIdentity } from '../../shared/domain/people.ts'
import { type Preset, preset as presetShape } from '../../shared/domain/preset.ts'
import { mayRecord } from '../../shared/domain/record.ts'
import { school as schoolShape } from '../../shared/domain/school.ts'
import { pupilTally, tally } from '../../shared/domain/tally.ts'
import { isSchoolDay, termOf } from '../../shared/domain/school-calendar.ts'
import { addDays, clockTime, minutes, schoolDateOf, weekdayOf } from '../../shared/domain/times.ts'
import { occurrencesBetween, occurrencesOn, timetableEntry } from '../../shared/domain/timetable.ts'
import { judgeEntry, judgeMove } from '../../shared/domain/timetable-problems.ts'
import { trainingStanding } from '../../shared/domain/training.ts'

const preset = presetShape.parse(juniorSchool)
const deviceId = '0f8fad5b-d9cb-469f-a165-70867728950e'
const monday = '2021-01-18'
const saturday = '2021-01-23'
/** Its three weeks hold the change to summer time of 28 March 2021. */
const afterClockChange = '2021-04-07'
const computer = { name: 'EX-LAPTOP', account: 'j.reid' }
const make = (today: string, one: Preset = preset) =>
  exampleSchool({ today, deviceId, preset: one, computer })

let example: ExampleSchool
beforeAll(() => {
  example = make(monday)
})

const ownClass = ({ classes }: ExampleSchool) => {
  const [own] = classes
  if (!own) throw new Error('the example has no class')
  return own
}
const pupilsOf = ({ pupils }: ExampleSchool, classId: string) =>
  pupils.filter((pupil) => pupil.classId === classId)
const historyOf = ({ lessons }: ExampleSchool) => lessons.filter(({ events }) => events.length > 0)
const plannedOf = ({ lessons }: ExampleSchool) => lessons.filter(({ events }) => events.length === 0)

/** Events of one person, computer and moment are one act, as the store takes them. */
function actsOf(events: readonly LessonEvent[]): LessonEvent[][] {
  const acts: LessonEvent[][] = []
  for (const event of events) {
    const last = acts.at(-1)
    if (last?.[0]?.at === event.at && last[0].actorId === event.actorId) last.push(event)
    else acts.push([event])
  }
  return acts
}

/** The refusals of the domain's rules when a school's whole history is recorded again, act by act. */
function refusalsOf(one: ExampleSchool, rules: Preset): string[] {
  const pupilIds = pupilsOf(one, ownClass(one).id).map(({ id }) => id)
  const secondAdultIds = one.staff.flatMap(({ id }) => (id === one.teacherId ? [] : [id]))
  return historyOf(one).flatMap(({ lesson, events }) => {
    const written: LessonEvent[] = []
    return actsOf(events).flatMap((act) => {
      const {
        checkItems: items,
        scheme: { behaviours },
      } = rules
      const record = { events: written, items, pupilIds, optedOutIds: [], behaviours, secondAdultIds }
      const verdict = mayRecord(record, act)
      written.push(...act)
      const [first] = act
      return verdict.ok
        ? []
        : [`${lesson.subject} ${clockTime(first?.at ?? 0)} ${first?.kind}: ${verdict.reason}`]
    })
  })
}

describe('the example school', () => {
  it('is the same to the last id for the same day, computer and preset', () => {
    expect(make(monday)).toEqual(example)
  })

  it('shares no id with the example of another computer', () => {
    const other = exampleSchool({
      today: monday,
      deviceId: 'a1b2c3d4-0000-4000-8000-000000000001',
      preset,
      computer,
    })
    const ids = new Set(idsOf(example))
    expect(idsOf(other).filter((id) => ids.has(id))).toEqual([])
    expect(other.pupils.map(({ identity }) => identity)).toEqual(
      example.pupils.map(({ identity }) => identity),
    )
  })

  it('gives every person, class, lesson and event an id of its own', () => {
    const ids = idsOf(example)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('gives events ids of version 7: their moment first, then their place in the act', () => {
    for (const act of historyOf(example).flatMap(({ events }) => actsOf(events))) {
      for (const [place, { id, at }] of act.entries()) {
        const hex = id.replaceAll('-', '')
        expect(parseInt(hex.slice(0, 12), 16)).toBe(at)
        expect(hex.slice(12, 16)).toBe(`7${place.toString(16).padStart(3, '0')}`)
      }
    }
  })

  it('has the shapes of the domain', () => {
    schoolShape.parse(example.school)
    for (const { identity } of example.pupils)
      expect(pupilIdentity.strict().parse(identity)).toEqual(identity)
    for (const { lesson, events } of example.lessons) {
      expect(lessonShape.strict().parse(lesson)).toEqual(lesson)
      for (const event of events) expect(lessonEvent.safeParse(event).error).toBeUndefined()
    }
  })
})

const idsOf = ({ staff, classes, pupils, lessons, timetable }: ExampleSchool): string[] => [
  ...[...staff, ...classes, ...pupils, ...timetable].map(({ id }) => id),
  ...lessons.flatMap(({ lesson, events }) => [lesson.id, ...events.map(({ id }) => id)]),
]

describe('its people', () => {
  it('are a teacher with four assistants, a head teacher, two other teachers and four classes', () => {
    expect(example.staff).toHaveLength(8)
    expect(example.staff[0]).toMatchObject({
      id: example.teacherId,
      name: example.school.teacherName,
      role: 'teacher',
    })
    const sizes = example.classes.map((one) => [one.name, pupilsOf(example, one.id).length])
    expect(Object.fromEntries(sizes)).toEqual({ '5C': 30, '3B': 28, '4A': 31, '6D': 29 })
  })

  it('are known in 5C by the forenames of the live panel, each alone', () => {
    const named = pupilsOf(example, ownClass(example).id).map(({ id, identity }) => ({
      id,
      forename: calledForename(identity),
      surname: calledSurname(identity),
    }))
    expect(labelPupils(named).map(({ label }) => label)).toEqual(
      (
        'Aisha Alfie Amara Ayaan Bella Callum Chloe Daisy Dylan Elsie Ethan Farah Freya George Hana Harvey Imogen ' +
        'Isaac Jaya Joe Kofi Leila Lucas Maya Noah Omar Priya Rosa Sam Zoe'
      ).split(' '),
    )
  })

  it.each(['2021-01-18', '2021-08-31', '2021-09-01'])('are of the age of their year group on %s', (today) => {
    const one = make(today)
    const startYear = today < '2021-09-01' ? 2020 : 2021
    for (const { id, yearGroup } of one.classes) {
      const born = startYear - Number(yearGroup.replace('Year ', '')) - 5
      for (const { identity } of pupilsOf(one, id)) {
        expect(identity.dateOfBirth && identity.dateOfBirth >= `${born}-09-01`).toBe(true)
        expect(identity.dateOfBirth && identity.dateOfBirth <= `${born + 1}-08-31`).toBe(true)
      }
    }
  })

  it('can be nobody real: reserved addresses, numbers for drama, a local authority that does not exist', () => {
    const contacts = example.pupils.flatMap(({ identity }) => identity.contacts)
    expect(contacts.length).toBeGreaterThan(example.pupils.length)
    for (const { email, telephone } of contacts) {
      expect(email).toMatch(/^[a-z.]+@example\.com$/)
      expect(telephone).toMatch(/^01632 960\d{3}$/)
    }
    expect(new Set(contacts.map(({ telephone }) => telephone)).size).toBe(contacts.length)
    for (const { identity } of example.pupils) expect(identity.upn).toMatch(/^[A-HJ-NP-RT-Z]999\d{9}$/)
    expect(example.school.teacherEmail).toMatch(/@example-junior\.example$/)
    const everything = JSON.stringify(example).match(/[^\s"]+@[^\s"]+/g) ?? []
    expect(everything.filter((address) => !/(\.example|@example\.com)$/.test(address))).toEqual([])
  })

  it('bring the surnames that break careless software', () => {
    const surnames = pupilsOf(example, ownClass(example).id).map(({ identity }) => calledSurname(identity))
    expect(surnames.some((name) => name.includes("'"))).toBe(true)
    expect(surnames.some((name) => /[^ -~]/.test(name))).toBe(true)
    expect(surnames.some((name) => name.includes('-') && name.length > 24)).toBe(true)
  })
})

describe.each([monday, saturday, afterClockChange])('its history before %s', (today) => {
  let one: ExampleSchool
  beforeAll(() => {
    one = make(today)
  })

  it('covers the fifteen school days of three weeks, two or three lessons each', () => {
    const perDay = new Map<string, number>()
    for (const { lesson } of historyOf(one)) {
      const date = schoolDateOf(lesson.startsAt)
      perDay.set(date, (perDay.get(date) ?? 0) + 1)
    }
    expect(perDay.size).toBe(15)
    expect([...perDay.keys()].every((date) => date < today && weekdayOf(date) <= 5)).toBe(true)
    expect(new Set(perDay.values())).toEqual(new Set([2, 3]))
  })

  it('keeps the school’s clock', () => {
    const clocks = historyOf(one).map(
      ({ lesson }) => `${clockTime(lesson.startsAt)}-${clockTime(lesson.endsAt)}`,
    )
    expect(new Set(clocks)).toEqual(new Set(['09:30-10:10', '11:00-11:30', '13:30-14:10']))
  })

  it('obeys the domain’s rules act by act', () => {
    expect(refusalsOf(one, preset)).toEqual([])
  })

  it('leaves today’s three lessons planned', () => {
    const planned = plannedOf(one).map(({ lesson }) => [
      schoolDateOf(lesson.startsAt),
      clockTime(lesson.startsAt),
      clockTime(lesson.endsAt),
      lesson.subject,
      lesson.learningIntention,
    ])
    expect(planned).toEqual([
      [today, '09:30', '10:10', 'Maths', 'Fractions of amounts'],
      [today, '11:00', '11:30', 'Reading', 'Inference: chapter 4'],
      [today, '13:30', '14:10', 'Science', 'Forces and friction'],
    ])
  })
})

describe('a lesson of its history', () => {
  it('is written act after act, from preparing to the export of its own day', () => {
    for (const { lesson, events } of historyOf(example)) {
      const ats = actsOf(events).map(([first]) => first?.at ?? 0)
      expect(ats).toEqual([...new Set(ats)].toSorted((a, b) => a - b))
      expect(ats[0]).toBeGreaterThan(lesson.startsAt - minutes(15))
      expect(schoolDateOf(ats.at(-1) ?? 0)).toBe(schoolDateOf(lesson.startsAt))
      const moves = events.flatMap((event) => (event.kind === 'moved' ? [event.value.to] : []))
      expect(moves).toEqual(['preparing', 'admitting', 'live', 'ended', 'signed-off', 'exported'])
    }
  })

  it('runs at about its time', () => {
    for (const { lesson, events } of historyOf(example)) {
      const { liveAt, endedAt } = tally(events)
      expect(Math.abs((liveAt ?? 0) - lesson.startsAt)).toBeLessThan(minutes(3))
      expect(Math.abs((endedAt ?? 0) - lesson.endsAt)).toBeLessThan(minutes(3))
    }
  })

  it('answers every check, with a reason where one is passed over', () => {
    const exceptions = historyOf(example).flatMap(({ events }) => {
      const { checks } = tally(events)
      expect([...checks.keys()]).toEqual(preset.checkItems.map(({ id }) => id))
      return [...checks.values()].filter(({ answer }) => answer === 'not-applicable')
    })
    expect(exceptions.every(({ reason }) => (reason ?? '').length > 10)).toBe(true)
    expect(exceptions.length).toBeGreaterThan(3)
    expect(exceptions.length).toBeLessThan(20)
  })

  it('holds free text only as the reason of a check, or to come back to', () => {
    const withText = historyOf(example).flatMap(({ events }) => events.filter((event) => 'text' in event))
    expect(new Set(withText.map(({ kind }) => kind))).toEqual(new Set(['check-answered', 'note']))
  })

  it('says of every pupil whether they took part, and marks those who did', () => {
    const classPupils = pupilsOf(example, ownClass(example).id)
    for (const { events } of historyOf(example)) {
      const told = tally(events)
      const all = classPupils.map(({ id }) => pupilTally(told, id))
      const absent = all.filter(({ participation }) => participation === 'absent')
      const present = all.filter(({ participation }) => participation === 'took-part')
      expect(absent.length + present.length).toBe(30)
      expect(absent.length).toBeLessThanOrEqual(3)
      expect(
        present.every((one) => one.admittedAt !== null && one.task !== null && one.attitude !== null),
      ).toBe(true)
      expect(absent.every((one) => one.admittedAt === null && one.task === null && !one.noticed)).toBe(true)
    }
  })

  it('spreads nought to five points, taps only those in the meeting, and is mostly praise', () => {
    const groups: string[] = []
    const points = historyOf(example).flatMap(({ events }) => {
      const told = tally(events)
      for (const event of standing(events)) {
        if (event.kind !== 'award') continue
        groups.push(event.value.group)
        expect(event.at).toBeGreaterThan(pupilTally(told, event.pupilId).admittedAt ?? Infinity)
      }
      return [...told.pupils.values()].map((one) => one.points)
    })
    expect(new Set(points)).toEqual(new Set([0, 1, 2, 3, 4, 5]))
    expect(new Set(groups)).toEqual(new Set(['praise', 'nudge', 'mute', 'step']))
    expect(groups.filter((group) => group === 'praise').length / groups.length).toBeGreaterThan(0.8)
  })

  it('has something of everything that can happen', () => {
    const kinds = new Set(historyOf(example).flatMap(({ events }) => events.map(({ kind }) => kind)))
    const wanted =
      'moved check-answered second-adult-joined second-adult-left waiting admitted left award contribution late ' +
      'camera participation task attitude note revoked'
    expect(kinds).toEqual(new Set(wanted.split(' ')))
  })
})

describe('with a school’s own settings', () => {
  it('obeys the rules and stays on the scales', () => {
    const short: Preset = {
      ...preset,
      checkItems: preset.checkItems.filter(({ kind }) => kind !== 'second-adult').slice(0, 2),
      scheme: {
        ...preset.scheme,
        behaviours: preset.scheme.behaviours.filter(({ id }) => id === 'brilliant' || id === 'reminder'),
        ladder: [{ name: 'Reminder', reachesLeader: false }],
        attitudes: ['Good', 'Not yet'],
      },
    }
    const one = make(monday, short)
    expect(refusalsOf(one, short)).toEqual([])
    const tallies = historyOf(one).flatMap(({ events }) => [...tally(events).pupils.values()])
    expect(Math.max(...tallies.map(({ steps }) => steps))).toBe(1)
    expect(new Set(tallies.map(({ attitude }) => attitude))).toEqual(new Set([1, 2, null]))
  })
})

/** Monday to Sunday: every way today can stand to the week's own lessons. */
const week = Array.from({ length: 7 }, (_, day) => addDays(monday, day))

describe.each([...week, afterClockChange, '2021-08-11', '2024-02-29'])('its timetable on %s', (today) => {
  let one: ExampleSchool
  beforeAll(() => {
    one = make(today)
  })
  const mine = () => one.timetable.filter(({ teacherId }) => teacherId === one.teacherId)
  const held = (from: string, until: string) => occurrencesBetween(mine(), from, until, one.school.calendar)

  it('holds exactly the three lessons of today, with the adult planned for them', () => {
    const lessons = occurrencesOn(mine(), today, one.school.calendar).map(({ entry, startsAt, endsAt }) => {
      const { subject, secondAdultId, classId } = entry
      return { startsAt, endsAt, subject, secondAdultId, classId }
    })
    expect(lessons).toEqual(
      plannedOf(one).map(({ lesson }) => ({
        startsAt: clockTime(lesson.startsAt),
        endsAt: clockTime(lesson.endsAt),
        subject: lesson.subject,
        secondAdultId: lesson.secondAdultId,
        classId: lesson.classId,
      })),
    )
  })

  it('stands without approval, but for lessons on a day without school', () => {
    const { calendar } = one.school
    const surroundings = { calendar, nameOf: (id: string) => id }
    const problems = one.timetable.flatMap((entry) => [
      ...judgeEntry(entry, one.timetable, surroundings),
      ...entry.exceptions.flatMap((exception) => judgeMove(entry, exception, one.timetable, surroundings)),
    ])
    expect(problems.map(({ kind }) => kind)).toEqual(
      isSchoolDay(calendar, today) ? [] : ['closed-day', 'closed-day', 'closed-day'],
    )
    expect(one.timetable.filter(({ approval }) => approval !== null)).toHaveLength(problems.length)
    for (const entry of one.timetable) expect(timetableEntry.strict().parse(entry)).toEqual(entry)
  })

  it('names a teacher for every lesson, for each other class somebody else', () => {
    const teachers = one.classes.map(({ id }) => [
      ...new Set(one.timetable.flatMap(({ classId, teacherId }) => (classId === id ? [teacherId] : []))),
    ])
    expect(teachers.map((ids) => ids.length)).toEqual([1, 1, 1, 1])
    expect(new Set(teachers.flat()).size).toBe(4)
    expect(teachers[0]).toEqual([one.teacherId])
    expect(one.staff.map(({ id }) => id)).toEqual(expect.arrayContaining(teachers.flat()))
  })

  it('moves one lesson of next week, and rests for half-term', () => {
    const nextMonday = addDays(today, 8 - weekdayOf(today))
    const next = held(nextMonday, addDays(nextMonday, 6))
    expect(next).toHaveLength(14)
    expect(next.filter(({ date, plannedDate }) => date !== plannedDate)).toMatchObject([
      { entry: { subject: 'Writing' }, date: addDays(nextMonday, 4), startsAt: '14:20' },
    ])
    expect(held(addDays(nextMonday, 21), addDays(nextMonday, 27))).toEqual([])
    expect(held(addDays(nextMonday, 28), addDays(nextMonday, 34))).toHaveLength(14)
  })

  it('lies in the middle one of three terms, its history in school days', () => {
    const { calendar } = one.school
    expect(new Set(calendar.terms.map(({ name }) => name)).size).toBe(3)
    expect(termOf(calendar, today).key).toBe(calendar.terms[1]?.from)
    const days = historyOf(one).map(({ lesson }) => schoolDateOf(lesson.startsAt))
    expect(days.filter((date) => !isSchoolDay(calendar, date))).toEqual([])
  })
})

describe('its staff', () => {
  it('have their training in date, but for one training of one assistant', () => {
    const behind = example.staff.flatMap(({ id, role }) => {
      const records = example.evidence.training.filter(({ staffId }) => staffId === id)
      return trainingStanding(example.school.trainingTopics, records, monday).flatMap(({ state, topic }) =>
        state === 'in-date' ? [] : [[role, topic.id, state]],
      )
    })
    expect(behind).toEqual([['assistant', 'online-safety', 'overdue']])
  })

  it('have all acknowledged the code of conduct this term', () => {
    const { key } = termOf(example.school.calendar, monday)
    const acknowledged = example.evidence.acknowledgements.filter(({ term }) => term === key)
    expect(acknowledged.map(({ staffId }) => staffId)).toEqual(example.staff.map(({ id }) => id))
  })
})

it('has one pupil who does not take part, of another class', () => {
  const optedOut = example.evidence.joinings.filter(({ known }) => known.optOut !== null)
  expect(optedOut).toHaveLength(1)
  const ownIds = pupilsOf(example, ownClass(example).id).map(({ id }) => id)
  expect(ownIds).not.toContain(optedOut[0]?.pupilId)
})

import { describe, expect, it } from 'vitest'
import { checkItem, type SightKind } from '../../shared/domain/checks.ts'
import type { NewEntry } from '../../shared/domain/events.ts'
import { labelPupils } from '../../shared/domain/people.ts'
import { school } from '../../shared/domain/school.ts'
import { answersSeen, lookAt, type Sighting, type SightingFacts } from '../../shared/domain/sightings.ts'
import { tally } from '../../shared/domain/tally.ts'
import { idOf, startLog } from '../support/day-fixture.ts'

const startsAt = Date.UTC(2021, 0, 18, 9, 30)
const pupils = labelPupils(
  ['Kofi', 'Rosa', 'Sam', 'Zoe', 'Maya'].map((forename, index) => ({
    id: idOf(100 + index),
    forename,
    surname: 'Reed',
  })),
)
const facts: SightingFacts = {
  lesson: {
    id: idOf(10),
    classId: idOf(50),
    className: '5C',
    subject: 'Maths',
    learningIntention: 'Fractions of amounts',
    startsAt,
    endsAt: startsAt + 40 * 60_000,
    adaptations: [],
  },
  school: school.parse({
    name: 'Hilltop',
    domain: 'hilltop.example',
    teacherName: 'Ms J Reid',
    teacherEmail: 'j.reid@hilltop.example',
    officeFolder: null,
    notTheRegister: 'Not the register.',
    devices: ['CJS-113', 'CJS-114'],
    trainingTopics: [{ id: 'online-safety', title: 'Online safety' }],
  }),
  me: { id: idOf(1), name: 'Ms J Reid', role: 'teacher', account: 'j.reid' },
  computer: { name: 'CJS-114', account: 'j.reid' },
  training: [
    {
      id: idOf(60),
      staffId: idOf(1),
      topic: 'online-safety',
      date: '2020-01-19',
      expires: '2021-01-18',
      confidence: 4,
    },
  ],
  conductTerms: ['2021-spring'],
  pupils,
  receipts: Object.fromEntries(pupils.map((one) => [one.id, 'collected'])),
}
type Change = {
  [K in keyof SightingFacts]?: SightingFacts[K] extends readonly unknown[] | null
    ? SightingFacts[K]
    : Partial<SightingFacts[K]>
}
const itemOf = (sees: SightKind) =>
  checkItem.parse({
    id: `a-${sees}`,
    clause: 'staff.x',
    kind: 'seen',
    sees,
    title: 'T',
    question: 'Q',
    detail: 'D',
    confirm: 'C',
  })

/** What the app sees where everything is well but for a change. */
function see(sees: SightKind, change: Change = {}): Omit<Sighting, 'item'> {
  const { lesson, me, computer, school: settings, ...lists } = change
  const [sighting] = lookAt([itemOf(sees)], {
    ...facts,
    ...(lists as Partial<SightingFacts>),
    lesson: { ...facts.lesson, ...lesson },
    me: { ...facts.me, ...me },
    computer: { ...facts.computer, ...computer },
    school: { ...facts.school, ...settings },
  })
  if (!sighting) throw new Error('The app does not look at that.')
  const { item, ...seen } = sighting
  expect(item).toBe(`a-${sees}`)
  return seen
}
const met = (says: string) => ({ outcome: 'met', says })
const notMet = (says: string) => ({ outcome: 'not-met', says })
const unknown = (says: string) => ({ outcome: 'unknown', says })

describe('the device', () => {
  it('is on the list, whatever the case, and signed in as the teacher’s own', () => {
    expect(see('device')).toEqual(met('CJS-114, your own profile'))
    expect(see('device', { computer: { name: 'cjs-114', account: 'J.Reid' } })).toEqual(
      met('cjs-114, your own profile'),
    )
  })

  it('is wrong where it is another one, or another’s account is signed in', () => {
    expect(see('device', { computer: { name: 'HOME-PC' } })).toEqual(
      notMet('HOME-PC is not on the school’s list'),
    )
    expect(see('device', { computer: { account: 'supply1' } })).toEqual(
      notMet('CJS-114, signed in as supply1, not as j.reid'),
    )
    expect(see('device', { computer: { account: 'supply1' }, school: { devices: [] } }).outcome).toBe(
      'not-met',
    )
  })

  it('is for the teacher to say where there is no list, or the account was never confirmed', () => {
    expect(see('device', { school: { devices: [] } })).toEqual(
      unknown('CJS-114; the school has no device list yet'),
    )
    const { account: _none, ...me } = facts.me
    const [seen] = lookAt([itemOf('device')], { ...facts, me })
    expect(seen).toMatchObject(unknown('CJS-114, signed in as j.reid: is that you?'))
  })
})

describe('the address of the meeting', () => {
  it('is in the school’s domain, or below it', () => {
    expect(see('account')).toEqual(met('j.reid@hilltop.example'))
    expect(see('account', { school: { teacherEmail: 'j.reid@Staff.Hilltop.example' } }).outcome).toBe('met')
    expect(see('account', { school: { domain: '@hilltop.example' } }).outcome).toBe('met')
  })

  it.each([
    'j.reid@home.example',
    'j.reid@nothilltop.example',
    'hilltop.example',
    'j.reid@hilltop.example.net',
  ])('is not %s', (teacherEmail) => {
    expect(see('account', { school: { teacherEmail } })).toEqual(
      notMet(`${teacherEmail} is not under hilltop.example`),
    )
  })

  it('is for the teacher to say where Settings has none', () => {
    expect(see('account', { school: { domain: '' } }).outcome).toBe('unknown')
    expect(see('account', { school: { teacherEmail: ' ' } }).outcome).toBe('unknown')
  })
})

describe('the time', () => {
  it('is within the school day', () => {
    expect(see('timetable')).toEqual(met('Mon 09:30, within the school day'))
  })

  it('is wrong outside it, and on a day the school is closed', () => {
    const evening = { startsAt: startsAt + 9 * 3_600_000, endsAt: startsAt + 10 * 3_600_000 }
    expect(see('timetable', { lesson: evening }).outcome).toBe('not-met')
    const inset = { name: 'INSET day', from: '2021-01-18', until: '2021-01-18' }
    const calendar = { ...facts.school.calendar, closures: [inset] }
    expect(see('timetable', { school: { calendar } }).says).toContain('INSET day')
  })

  it('is an exception already where a reason was given', () => {
    expect(see('timetable', { lesson: { outsideTimetable: 'Moved from Friday' } })).toEqual({
      outcome: 'not-met',
      says: 'Mon 09:30, outside the timetable',
      exception: 'Moved from Friday',
    })
  })
})

describe('training', () => {
  it('is in date on the day of the lesson', () => {
    expect(see('training')).toEqual(met('All in date'))
    const nextDay = { startsAt: startsAt + 86_400_000, endsAt: startsAt + 90_000_000 }
    expect(see('training', { lesson: nextDay })).toEqual(
      notMet('Online safety: overdue since 18 January 2021'),
    )
  })

  it('is wrong where one of several is missing, and says which', () => {
    const trainingTopics = [
      ...facts.school.trainingTopics,
      { id: 'first-aid', title: 'First aid' },
      { id: 'fire', title: 'Fire' },
    ]
    expect(see('training', { school: { trainingTopics } })).toEqual(
      notMet('First aid: not recorded; Fire: not recorded'),
    )
  })

  it('is for the teacher to say where the school names none', () => {
    expect(see('training', { school: { trainingTopics: [] } }).outcome).toBe('unknown')
  })
})

describe('the code of conduct', () => {
  it('is acknowledged once for each term', () => {
    expect(see('conduct')).toEqual(met('Acknowledged, Spring term 2021'))
    expect(see('conduct', { conductTerms: ['2020-autumn'] })).toEqual(
      notMet('Not yet acknowledged, Spring term 2021'),
    )
  })

  it('goes by the school’s own terms', () => {
    const terms = [{ name: 'Term 3', from: '2021-01-04', until: '2021-02-12' }]
    const calendar = { ...facts.school.calendar, terms }
    expect(see('conduct', { school: { calendar } })).toEqual(notMet('Not yet acknowledged, Term 3'))
    expect(see('conduct', { school: { calendar }, conductTerms: ['2021-01-04'] }).outcome).toBe('met')
  })
})

describe('resources', () => {
  const without = (count: number) =>
    Object.fromEntries(pupils.slice(count).map((one) => [one.id, 'collected' as const]))

  it('are with everyone who takes part', () => {
    expect(see('resources')).toEqual(met('5 of 5 have them'))
  })

  it('name those without, three at most', () => {
    expect(see('resources', { receipts: without(2) })).toEqual({
      ...notMet('3 of 5: Kofi, Maya without'),
      pupilIds: pupils.slice(0, 2).map(({ id }) => id),
      outOf: 5,
    })
    expect(see('resources', { receipts: {} })).toMatchObject(
      notMet('0 of 5: Kofi, Maya, Rosa and 2 more without'),
    )
  })

  it('are for the teacher to say where nothing was recorded', () => {
    expect(see('resources', { receipts: null }).outcome).toBe('unknown')
  })
})

describe('what the lesson is for', () => {
  it('has an intention, and says what is adapted, be it nothing', () => {
    expect(see('intention')).toEqual(met('Nothing needs adapting'))
    const adaptations = [{ text: 'Large print', pupilIds: [] }]
    expect(see('intention', { lesson: { adaptations } })).toEqual(met('1 adaptation'))
  })

  it('is wrong without either', () => {
    expect(see('intention', { lesson: { learningIntention: ' ' } })).toEqual(
      notMet('No learning intention yet'),
    )
    const { adaptations: _unsaid, ...lesson } = facts.lesson
    expect(lookAt([itemOf('intention')], { ...facts, lesson })[0]?.outcome).toBe('not-met')
  })
})

it('does not look at what a person answers', () => {
  const word = checkItem.parse({ ...itemOf('device'), kind: 'word', sees: undefined })
  expect(lookAt([word], facts)).toEqual([])
})

describe('what the app writes by itself', () => {
  const seen = (outcome: Sighting['outcome'], exception?: string): Sighting => ({
    item: 'conduct',
    outcome,
    says: 'what it sees',
    ...(exception === undefined ? {} : { exception }),
  })
  const lessonWith = (...entries: NewEntry[]) => {
    const log = startLog({ lessonId: idOf(10), startsAt })
    log.at(-9, { kind: 'moved', value: { to: 'preparing' } })
    for (const entry of entries) log.at(-8, entry)
    return tally(log.events)
  }
  const answer = (value: 'done' | 'not-applicable' | 'open', isSeen: boolean): NewEntry => ({
    kind: 'check-answered',
    value: { item: 'conduct', answer: value, ...(isSeen ? { seen: true as const } : {}) },
    ...(value === 'not-applicable' ? { text: 'A reason' } : {}),
  })
  const written = (lesson: ReturnType<typeof tally>, sighting: Sighting) =>
    answersSeen(lesson, [sighting]).map((entry) =>
      entry.kind === 'check-answered' ? `${entry.value.answer}: ${entry.text}` : entry.kind,
    )

  it('answers what is open and met, or an exception already', () => {
    expect(written(lessonWith(), seen('met'))).toEqual(['done: what it sees'])
    expect(written(lessonWith(), seen('not-met', 'Moved'))).toEqual(['not-applicable: Moved'])
    expect(written(lessonWith(), seen('not-met'))).toEqual([])
    expect(written(lessonWith(), seen('unknown'))).toEqual([])
  })

  it('opens again what it answered itself and sees no longer', () => {
    expect(written(lessonWith(answer('done', true)), seen('not-met'))).toEqual(['open: what it sees'])
    expect(written(lessonWith(answer('done', true)), seen('met'))).toEqual([])
  })

  it('leaves what a person answered', () => {
    expect(written(lessonWith(answer('done', false)), seen('not-met'))).toEqual([])
    expect(written(lessonWith(answer('not-applicable', false)), seen('met'))).toEqual([])
  })

  it('writes nothing but while the lesson is prepared', () => {
    const admitting = lessonWith({ kind: 'moved', value: { to: 'admitting' } })
    expect(written(admitting, seen('met'))).toEqual([])
    expect(written(tally([]), seen('met'))).toEqual([])
  })
})

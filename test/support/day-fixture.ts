import preset from '../../assets/presets/junior-school.json' with { type: 'json' }
import type { DayRecord, LessonRecordForOffice, PupilForOffice } from '../../shared/domain/day-record.ts'
import type { LessonEvent, NewEntry } from '../../shared/domain/events.ts'
import { preset as presetSchema } from '../../shared/domain/preset.ts'
import { instantOf, minutes } from '../../shared/domain/times.ts'

const { notTheRegister, checkItems, scheme } = presetSchema.parse(preset)
const { behaviours, ladder, attitudes } = scheme

/** The same id for the same number, a valid UUID. */
export const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

export const teacherId = idOf(1)
export const assistantId = idOf(2)
const pupilIdOf = (index: number): string => idOf(100 + index)

const forenames = ['Aisha', 'Ben', 'Chloé', 'Dylan', 'Ewa', 'Finn', 'Grace', 'Hamza', 'Isla', 'Jakub']
const surnames = [
  "O'Neill",
  'Khan',
  'Smith-Jones',
  'Nowak',
  'Ward',
  'Begum',
  'Łukasz',
  'Evans',
  'Ali',
  'Green',
]

type NamedPupil = { forename: string; surname: string; called?: string; upn?: string | null }

/** Invented pupils with telling names apart; `names` replaces the first ones. */
function buildPupils(count: number, names: readonly NamedPupil[] = []): PupilForOffice[] {
  return Array.from({ length: count }, (_, index): PupilForOffice => {
    const forename = names[index]?.forename ?? forenames[index % 10] ?? ''
    const surname = names[index]?.surname ?? surnames[(index * 3 + Math.floor(index / 10)) % 10] ?? ''
    const called = names[index]?.called ?? forename
    const upn = `A${String(820_000_000_000 + index)}`
    return {
      id: pupilIdOf(index),
      forename: called,
      surname,
      label: called,
      legalForename: forename,
      legalSurname: surname,
      upn: names[index]?.upn === undefined ? upn : names[index].upn,
    }
  })
}

/**
 * A log that reads like a lesson: `log.at(12, entry)` writes an entry twelve minutes after the start. Ids count up, so
 * the order is that of writing.
 */
export function startLog({ lessonId = idOf(10), startsAt }: { lessonId?: string; startsAt: number }) {
  const events: LessonEvent[] = []
  let next = Number(lessonId.slice(-6)) * 1000
  const at = (minute: number, entry: NewEntry, actorId: string = teacherId): LessonEvent => {
    next += 1
    const stamp = { id: idOf(next), lessonId, at: startsAt + minutes(minute), actorId, deviceId: idOf(9) }
    const event: LessonEvent = { ...entry, ...stamp }
    events.push(event)
    return event
  }
  return { at, events }
}

type LessonOptions = {
  number: number
  clock: string
  date: string
  pupils: readonly PupilForOffice[]
  subject: string
}

/** One lesson of an hour with everything in it; pupil 3 is absent, pupil 4 does not take part (if there are so many). */
function buildLesson({ number, clock, date, pupils, subject }: LessonOptions): LessonRecordForOffice {
  const startsAt = instantOf(date, clock)
  const lessonId = idOf(10 + number)
  const log = startLog({ lessonId, startsAt })
  for (const [index, item] of checkItems.entries()) {
    if (item.id === 'resources') {
      const value = { item: item.id, answer: 'not-applicable' } as const
      log.at(-10, { kind: 'check-answered', value, text: 'Nothing to hand out: work is on screen today' })
      continue
    }
    log.at(-10 + index / 10, { kind: 'check-answered', value: { item: item.id, answer: 'done' } })
  }
  log.at(-6, { kind: 'second-adult-joined', value: { staffId: assistantId } }, assistantId)
  log.at(-2, { kind: 'moved', value: { to: 'admitting' } })
  const inLesson = pupils.filter((_, index) => index !== 2 && index !== 3)
  for (const { id } of inLesson) log.at(-1, { kind: 'admitted', pupilId: id, value: {} })
  log.at(1, { kind: 'moved', value: { to: 'live' } })
  addTaps(log, inLesson)
  log.at(58, { kind: 'moved', value: { to: 'ended' } })
  addMarks(log, pupils)
  log.at(65, { kind: 'moved', value: { to: 'signed-off' } })
  return {
    lesson: {
      id: lessonId,
      classId: idOf(50),
      className: '4K',
      subject,
      learningIntention: 'To compare and order fractions with the same denominator',
      startsAt,
      endsAt: startsAt + minutes(60),
    },
    checkItems,
    checklistVersion: 2,
    behaviours,
    ladder,
    attitudes,
    staff: [
      { id: teacherId, name: 'Ms J Reid', role: 'teacher' },
      { id: assistantId, name: 'Mr A Patel', role: 'assistant' },
    ],
    pupils,
    events: log.events,
  }
}

type Log = ReturnType<typeof startLog>

function addTaps(log: Log, pupils: readonly PupilForOffice[]): void {
  for (const [index, { id }] of pupils.entries()) {
    const behaviour = behaviours[index % 6]
    if (behaviour) {
      const value = { behaviour: behaviour.id, group: behaviour.group, points: behaviour.points }
      log.at(10 + index / 10, { kind: 'award', pupilId: id, value })
    }
    if (index % 2 === 0) log.at(20, { kind: 'contribution', pupilId: id, value: {} })
    if (index % 7 === 0) {
      log.at(22, { kind: 'award', pupilId: id, value: { behaviour: 'reminder', group: 'step', points: 0 } })
      log.at(23, { kind: 'award', pupilId: id, value: { behaviour: 'mute', group: 'mute', points: 0 } })
    }
    if (index % 9 === 5) log.at(5, { kind: 'late', pupilId: id, value: { minutes: 4 } })
    if (index % 9 === 7) log.at(6, { kind: 'camera', pupilId: id, value: { camera: 'off-by-agreement' } })
    if (index === 6) log.at(40, { kind: 'left', pupilId: id, value: {} })
  }
}

function addMarks(log: Log, pupils: readonly PupilForOffice[]): void {
  for (const [index, { id }] of pupils.entries()) {
    const status = index === 2 ? 'absent' : index === 3 ? 'does-not-take-part' : 'took-part'
    log.at(60, { kind: 'participation', pupilId: id, value: { status } })
    if (status !== 'took-part') continue
    const task = index % 8 === 5 ? 'not-yet' : index % 6 === 4 ? 'partly' : 'done'
    log.at(60, { kind: 'task', pupilId: id, value: { task } })
    log.at(60, { kind: 'attitude', pupilId: id, value: { attitude: (index % 3) + 1 } })
  }
}

type DayOptions = Partial<Omit<DayRecord, 'lessons'>> & {
  pupils?: number
  names?: readonly NamedPupil[]
  lessons?: number
}

/** A teacher's day of up to three signed-off lessons of one class; 18 January 2021, winter time, unless told. */
export function buildDay({ pupils = 30, names = [], lessons = 2, ...day }: DayOptions = {}): DayRecord {
  const date = day.date ?? '2021-01-18'
  const ofClass = buildPupils(pupils, names)
  const plan = [
    { number: 1, clock: '09:30', subject: 'Mathematics' },
    { number: 2, clock: '11:00', subject: 'English' },
    { number: 3, clock: '13:30', subject: 'Science' },
  ]
  return {
    schoolName: 'Hilltop Junior School',
    teacherName: 'Ms J Reid',
    deviceName: 'LAPTOP-014',
    notTheRegister,
    isExample: false,
    packs: [],
    ...day,
    date,
    lessons: plan.slice(0, lessons).map((one) => buildLesson({ ...one, date, pupils: ofClass })),
  }
}

/** Names meant to break something: formulas, separators, markup, directions, planes beyond the first, length. */
export const hostileNames: NamedPupil[] = [
  { forename: "=cmd|' /C calc'!A0", surname: '+1', called: '-2' },
  { forename: '@SUM(A1)', surname: '\tTab', called: '"Quote", comma' },
  { forename: 'New\nline', surname: 'Semi;=1+1', called: "O'Neill" },
  { forename: '<script>alert(1)</script>', surname: '& Sons', called: '<b>Bold' },
  { forename: 'مُحَمَّد', surname: 'אברהם', called: '\u202Egnp.exe' },
  { forename: '👩‍🚀 Zoë', surname: '𝔘nicode', called: '李小龍' },
  { forename: 'N'.repeat(120), surname: 'Wolfeschlegelsteinhausen'.repeat(5), called: 'Aleksandra Wiktoria' },
  { forename: '007', surname: '1e5', called: '2021-01-18', upn: '0123456789012' },
]

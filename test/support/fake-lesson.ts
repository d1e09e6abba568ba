import preset from '../../assets/presets/junior-school.json' with { type: 'json' }
import { firstChecklist } from '../../electron/store/migrations/first-checklist.ts'
import { checkItems as checkItemsSchema } from '../../shared/domain/checks.ts'
import type { NewEntry, LessonEvent } from '../../shared/domain/events.ts'
import type { LessonState } from '../../shared/domain/lesson.ts'
import { lessonStates } from '../../shared/domain/lesson.ts'
import { labelPupils, type Pupil } from '../../shared/domain/people.ts'
import { preset as presetSchema } from '../../shared/domain/preset.ts'
import { minutes } from '../../shared/domain/times.ts'
import type { LessonRecordView } from '../../shared/ipc/contract.ts'
import { assistantId, idOf, startLog, teacherId } from './day-fixture.ts'

const forenames =
  'Aisha Alfie Amara Ayaan Bella Callum Chloe Daisy Dylan Elsie Ethan Farah Freya George Hana Harvey Imogen Isaac ' +
  'Jaya Joe Kofi Leila Lucas Maya Noah Omar Priya Rosa Sam Zoe'
const surnames = 'Khan Ward Osei Malik Price Reed Dunn Hall Evans Brooks'

/** A pupil by name; anything left out is invented. */
export type NamedPupil = { forename: string; surname?: string }

export type FakeLessonOptions = {
  /** So many invented pupils (the first 30 have names of their own), or these. */
  pupils?: number | readonly NamedPupil[]
  /** How far the lesson has come; on the way there everything was answered, and all were admitted. */
  state?: LessonState
  /** Minutes since it became live (or since it was planned to start, where it is not live yet). */
  minutesIn?: number
  /** False: nobody joined the teacher. */
  secondAdult?: boolean
  /** Labels of pupils who were never admitted. */
  notIn?: readonly string[]
  /** What else is in the log, at its minute after the start. */
  log?: readonly { minute: number; entry: NewEntry }[]
  pointsEarlierToday?: Record<string, number>
  change?: Partial<LessonRecordView>
}

export const fakeLessonId = idOf(10)
export const fakeDeviceId = idOf(9)
const { behaviours, ladder, attitudes, phases, rewardLevels } = presetSchema.parse(preset).scheme
/** The checks as first worded: a lesson may always be held to an earlier version. */
const checkItems = checkItemsSchema.parse(firstChecklist)

export function buildFakePupils(wish: number | readonly NamedPupil[]): Pupil[] {
  const first = forenames.split(' ')
  const last = surnames.split(' ')
  const names: readonly NamedPupil[] =
    typeof wish !== 'number'
      ? wish
      : Array.from({ length: wish }, (_, index) => ({
          forename: first[index] ?? `Pupil${String(index + 1)}`,
        }))
  return labelPupils(
    names.map(({ forename, surname }, index) => ({
      id: idOf(100 + index),
      forename,
      surname: surname ?? last[index % last.length] ?? '',
    })),
  )
}

/** A lesson record as main would hand it out, brought to a state by a log that reads like a real one. */
export function buildFakeLesson(options: FakeLessonOptions = {}): LessonRecordView {
  const { state = 'live', minutesIn = 18, pointsEarlierToday = {}, change = {} } = options
  const startsAt = Date.now() - Math.round(minutes(minutesIn))
  const pupils = buildFakePupils(options.pupils ?? 30)
  return {
    lesson: {
      id: fakeLessonId,
      classId: idOf(50),
      className: '5C',
      subject: 'Maths',
      learningIntention: 'Fractions of amounts',
      startsAt,
      endsAt: startsAt + minutes(40),
    },
    me: { id: teacherId, name: 'Ms J Reid', role: 'teacher' },
    pupils,
    optedOutIds: [],
    cameraAgreedIds: [],
    staff: [
      { id: teacherId, name: 'Ms J Reid', role: 'teacher' },
      { id: assistantId, name: 'Mr A Patel', role: 'assistant' },
    ],
    checkItems,
    checklistVersion: 1,
    behaviours,
    ladder,
    attitudes,
    phases,
    rewardLevels,
    groups: [],
    events: buildLog(startsAt, pupils, state, options),
    pointsEarlierToday,
    termPointsBefore: {},
    notesBefore: [],
    ...change,
  }
}

function buildLog(
  startsAt: number,
  pupils: readonly Pupil[],
  state: LessonState,
  { secondAdult = true, notIn = [], log: more = [] }: FakeLessonOptions,
): LessonEvent[] {
  const log = startLog({ lessonId: fakeLessonId, startsAt })
  const isPast = (one: LessonState) => lessonStates.indexOf(state) >= lessonStates.indexOf(one)
  if (isPast('preparing')) log.at(-9, { kind: 'moved', value: { to: 'preparing' } })
  if (isPast('admitting')) {
    for (const { id } of checkItems)
      log.at(-8, { kind: 'check-answered', value: { item: id, answer: 'done' } })
    if (secondAdult) log.at(-6, { kind: 'second-adult-joined', value: { staffId: assistantId } })
    log.at(-2, { kind: 'moved', value: { to: 'admitting' } })
  }
  if (isPast('live')) {
    for (const { id, label } of pupils) {
      if (!notIn.includes(label)) log.at(-1, { kind: 'admitted', pupilId: id, value: {} })
    }
    log.at(0, { kind: 'moved', value: { to: 'live' } })
  }
  for (const { minute, entry } of more) log.at(minute, entry)
  for (const to of ['ended', 'signed-off', 'exported'] as const) {
    if (isPast(to)) log.at(39, { kind: 'moved', value: { to } })
  }
  return log.events
}

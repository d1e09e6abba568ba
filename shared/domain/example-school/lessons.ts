import type { LessonEvent, NewEntry } from '../events.ts'
import type { Lesson } from '../lesson.ts'
import { calledForename } from '../people.ts'
import type { Preset } from '../preset.ts'
import { instantOf, type SchoolDate } from '../times.ts'
import { signOff } from './after-lesson.ts'
import { prepareAndAdmit } from './before-lesson.ts'
import { teach } from './during-lesson.ts'
import { openLog } from './log.ts'
import { inventedNotes } from './notes.ts'
import type { ExamplePupil, PeopledClass } from './people.ts'
import type { Habits, Learner, LessonPlan } from './plan.ts'
import { createRandom, happens, inventId, pick, pickWeighted, type Random, shuffle } from './random.ts'
import { type Slot, daysBefore, slotsOf } from './timetable.ts'

export type ExampleLesson = { lesson: Lesson; events: LessonEvent[] }

/** Who and what the lessons are made of. */
type Cast = {
  teacherId: string
  /** Who may be second adult, the usual one first. */
  colleagueIds: readonly string[]
  ownClass: PeopledClass
  preset: Preset
  deviceId: string
}

type Making = { cast: Cast; learners: readonly Learner[]; ids: Random; random: Random }

/** Three weeks of signed and exported lessons, then today's, still planned. */
export function inventLessons(today: SchoolDate, cast: Cast, ids: Random): ExampleLesson[] {
  const random = createRandom('the lessons of the example school')
  const learners = cast.ownClass.pupils.map((pupil) => ({ id: pupil.id, habits: habitsOf(pupil, random) }))
  const making = { cast, learners, ids, random }
  const history = daysBefore(today).flatMap(({ date, slots }) => inventDay(date, slots, making))
  const [secondAdultId] = cast.colleagueIds
  const planned = slotsOf(today).map((slot) => ({
    lesson: {
      ...lessonOf(slot, cast, ids),
      adaptations: slot.adaptations ?? [],
      ...(secondAdultId === undefined ? {} : { secondAdultId }),
    },
    events: [],
  }))
  return [...history, ...planned]
}

/** Pupils whose story a reader of the three weeks can find again; they match the pictures in the user guide. */
const known: Record<string, Partial<Habits>> = {
  Amara: { eager: 0.95 },
  Ayaan: { cameraOff: 0.4 },
  Dylan: { cameraAgreed: true },
  Ethan: { late: 0.35 },
  Farah: { eager: 0.2 },
  Harvey: { restless: 0.5 },
  Isaac: { cameraOff: 0.3 },
  Lucas: { restless: 0.75 },
  Rosa: { eager: 1 },
}

const habitsOf = ({ identity }: ExamplePupil, random: Random): Habits => ({
  eager: 0.2 + random() * 0.6,
  restless: random() ** 4 * 0.3,
  late: 0.02,
  cameraOff: 0.04,
  cameraAgreed: false,
  ...known[calledForename(identity)],
})

/** One day: the same pupils are away all day, and all its lessons go to the office together. */
function inventDay(date: SchoolDate, slots: readonly Slot[], making: Making): ExampleLesson[] {
  const { cast, learners, ids, random } = making
  const absent = shuffle(random, learners).slice(0, pickWeighted(random, [2, 4, 3, 1]))
  const exportedAt = instantOf(date, '15:20') + Math.floor(random() * 20 * 60_000)
  return slots.map((slot) => {
    const lesson = lessonOf(slot, cast, ids)
    const plan: LessonPlan = {
      lesson,
      preset: cast.preset,
      teacherId: cast.teacherId,
      ...adultsAndException(cast, random),
      learners: learners.filter((one) => !absent.includes(one)),
      absentIds: absent.map(({ id }) => id),
      notes: notesOf(lesson, cast, absent),
      exportedAt,
    }
    return { lesson, events: inventEvents(plan, cast.deviceId, making) }
  })
}

/** A note about a pupil who was away that day is left out. */
const notesOf = ({ learningIntention }: Lesson, { ownClass }: Cast, absent: readonly Learner[]): NewEntry[] =>
  (inventedNotes[learningIntention] ?? []).flatMap(({ about, text, of }): NewEntry[] => {
    const note = { kind: 'note', value: { about }, text } as const
    if (of === undefined) return [note]
    const pupil = ownClass.pupils.find(({ identity }) => calledForename(identity) === of)
    const isAway = !pupil || absent.some(({ id }) => id === pupil.id)
    return isAway ? [] : [{ ...note, pupilId: pupil.id }]
  })

function inventEvents(plan: LessonPlan, deviceId: string, { ids, random }: Making): LessonEvent[] {
  const log = openLog(ids, plan.lesson.id, deviceId)
  const part = prepareAndAdmit(log, plan, random)
  teach(log, plan, part, random)
  signOff(log, plan, part, random)
  return log.read()
}

const reasons: Record<string, readonly string[]> = {
  'school-device': ['School laptop is being mended. Loan laptop from the office, my own profile.'],
  resources: [
    'Discussion lesson: nothing to print or collect.',
    'All on the shared screen today, no resources needed.',
  ],
  chat: ['Chat is switched off for everyone in this lesson.'],
}
const aloneReason = 'Nobody was free. Pupils admitted together once several were waiting.'

/** A second adult in nearly every lesson; now and then a check that does not apply. */
function adultsAndException(
  { preset, colleagueIds }: Cast,
  random: Random,
): Pick<LessonPlan, 'secondAdultId' | 'exception'> {
  const [usual, ...others] = colleagueIds
  const asksForAdult = preset.checkItems.find(({ kind }) => kind === 'second-adult')
  if (asksForAdult && happens(random, 0.08)) {
    return { secondAdultId: null, exception: { item: asksForAdult.id, reason: aloneReason } }
  }
  const secondAdultId = (happens(random, 0.75) ? usual : pick(random, others)) ?? null
  const item = pick(
    random,
    preset.checkItems.filter(({ id }) => id in reasons),
  )
  const reason = item && happens(random, 0.18) ? pick(random, reasons[item.id] ?? []) : undefined
  return { secondAdultId, exception: item && reason ? { item: item.id, reason } : null }
}

const lessonOf = (slot: Slot, { ownClass }: Cast, ids: Random): Lesson => ({
  id: inventId(ids),
  classId: ownClass.id,
  className: ownClass.name,
  subject: slot.subject,
  learningIntention: slot.learningIntention,
  startsAt: instantOf(slot.date, slot.from),
  endsAt: instantOf(slot.date, slot.until),
})

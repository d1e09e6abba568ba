import { minutes } from '../times.ts'
import type { NewEntry } from '../events.ts'
import type { LessonLog } from './log.ts'
import type { Attendance, Learner, LessonPlan, LivePart } from './plan.ts'
import { happens, type Random, wholeBetween } from './random.ts'

const seconds = (random: Random, from: number, to: number): number =>
  wholeBetween(random, from * 1000, to * 1000)

const admitted = (pupilId: string): NewEntry => ({ kind: 'admitted', pupilId, value: {} })

/** The checks, then everybody let in, until the lesson is live. */
export function prepareAndAdmit(log: LessonLog, plan: LessonPlan, random: Random): LivePart {
  const { lesson, teacherId, learners } = plan
  const checkedAt = answerChecks(log, plan, random)
  const admittingAt = Math.max(lesson.startsAt - seconds(random, 100, 170), checkedAt + 2000)
  const late = learners.filter(({ habits }) => happens(random, habits.late))
  const inTime = learners.filter((learner) => !late.includes(learner))
  // With nobody beside them a teacher lets pupils in only when two or more are waiting.
  if (plan.secondAdultId === null) gatherInWaitingRoom(log, plan, inTime, random)
  log.write(admittingAt, teacherId, [{ kind: 'moved', value: { to: 'admitting' } }])
  const early = admitInGroups(log, teacherId, inTime, admittingAt, random)
  const liveAt = Math.max(lesson.startsAt + seconds(random, -20, 60), early.until + 3000)
  log.write(liveAt, teacherId, [{ kind: 'moved', value: { to: 'live' } }])
  const endedAt = lesson.endsAt + seconds(random, -90, 60)
  const latecomers = late.map((learner) => admitLate(log, plan, learner, liveAt, random))
  return { liveAt, endedAt, attendances: [...early.attendances, ...latecomers] }
}

/** Answers them one after the other, in about a minute, and says when the last was answered. */
function answerChecks(log: LessonLog, plan: LessonPlan, random: Random): number {
  const { lesson, preset, teacherId, exception } = plan
  let at = lesson.startsAt - minutes(wholeBetween(random, 7, 12)) + seconds(random, 0, 40)
  log.write(at, teacherId, [{ kind: 'moved', value: { to: 'preparing' } }])
  const joined = secondAdultJoined(plan)
  // A school may have taken the question out of its checks; the second adult comes all the same.
  if (!preset.checkItems.some(({ kind }) => kind === 'second-adult') && joined.length > 0) {
    log.write(at + 1000, teacherId, joined)
  }
  for (const { id, kind } of preset.checkItems) {
    at += seconds(random, 2, 8)
    const passedOver = exception?.item === id ? exception.reason : null
    if (passedOver !== null) at += seconds(random, 5, 15)
    const answer: NewEntry =
      passedOver === null
        ? { kind: 'check-answered', value: { item: id, answer: 'done' } }
        : { kind: 'check-answered', value: { item: id, answer: 'not-applicable' }, text: passedOver }
    log.write(at, teacherId, kind === 'second-adult' ? [...joined, answer] : [answer])
  }
  return at
}

const secondAdultJoined = ({ secondAdultId }: LessonPlan): NewEntry[] =>
  secondAdultId === null ? [] : [{ kind: 'second-adult-joined', value: { staffId: secondAdultId } }]

function gatherInWaitingRoom(
  log: LessonLog,
  { lesson, teacherId }: LessonPlan,
  learners: readonly Learner[],
  random: Random,
): void {
  for (const { id } of learners) {
    const at = lesson.startsAt - seconds(random, 180, 300)
    log.write(at, teacherId, [{ kind: 'waiting', pupilId: id, value: { waiting: true } }])
  }
}

/** Most are let in with one tap, the others a little later with another. */
function admitInGroups(
  log: LessonLog,
  teacherId: string,
  learners: readonly Learner[],
  admittingAt: number,
  random: Random,
): { attendances: Attendance[]; until: number } {
  const first = Math.max(2, Math.round(learners.length * (0.6 + random() * 0.4)))
  const groups = [learners.slice(0, first), learners.slice(first)].filter((group) => group.length > 0)
  let at = admittingAt
  const attendances = groups.flatMap((group) => {
    at += seconds(random, 4, 45)
    const act = log.write(
      at,
      teacherId,
      group.map(({ id }) => admitted(id)),
    )
    return group.map((learner): Attendance => ({ learner, from: act[0]?.at ?? at, gap: null }))
  })
  return { attendances, until: at }
}

function admitLate(
  log: LessonLog,
  { lesson, teacherId }: LessonPlan,
  learner: Learner,
  liveAt: number,
  random: Random,
): Attendance {
  const at = Math.max(
    liveAt + 5000,
    lesson.startsAt + minutes(wholeBetween(random, 2, 9)) + seconds(random, 0, 50),
  )
  const minutesLate = Math.floor((at - lesson.startsAt) / minutes(1))
  log.write(at, teacherId, [
    admitted(learner.id),
    { kind: 'late', pupilId: learner.id, value: { minutes: minutesLate } },
  ])
  return { learner, from: at, gap: null }
}

import type { Behaviour } from '../behaviours.ts'
import { minutes } from '../times.ts'
import type { NewEntry } from '../events.ts'
import type { LessonLog } from './log.ts'
import type { Attendance, LessonPlan, LivePart } from './plan.ts'
import { happens, pick, pickWeighted, type Random, shuffle, wholeBetween } from './random.ts'

/** No pupil of the example gathers more in one lesson. */
const MOST_POINTS = 5

const award = (pupilId: string, { id, group, points }: Behaviour): NewEntry => ({
  kind: 'award',
  pupilId,
  value: { behaviour: id, group, points },
})

/** Everything tapped between live and ended: praise first, now and then a nudge, a mute reminder, a step. */
export function teach(log: LessonLog, plan: LessonPlan, part: LivePart, random: Random): void {
  const helperId = interruptSecondAdult(log, plan, part, random)
  const attendances = dropOne(log, plan, part, random)
  const live = { ...part, attendances }
  markCameras(log, helperId, live, random)
  praise(log, plan, live, random)
  slip(log, plan, live, random)
  listen(log, plan, live, random)
  correct(log, plan, live, random)
  log.write(part.endedAt, plan.teacherId, [{ kind: 'moved', value: { to: 'ended' } }])
}

/** Now and then the second adult's connection fails for a minute or two. Says who marks the cameras. */
function interruptSecondAdult(log: LessonLog, plan: LessonPlan, part: LivePart, random: Random): string {
  const { secondAdultId, teacherId } = plan
  if (secondAdultId === null) return teacherId
  if (!happens(random, 0.1)) return secondAdultId
  const at = part.liveAt + minutes(wholeBetween(random, 10, 15))
  log.write(at, teacherId, [{ kind: 'second-adult-left', value: {} }])
  log.write(at + wholeBetween(random, 40_000, 160_000), teacherId, [
    { kind: 'second-adult-joined', value: { staffId: secondAdultId } },
  ])
  return teacherId
}

/** In every third lesson one pupil drops out for a minute or two and is let in again. */
function dropOne(log: LessonLog, plan: LessonPlan, part: LivePart, random: Random): readonly Attendance[] {
  const unlucky = happens(random, 0.33) ? pick(random, part.attendances) : undefined
  if (!unlucky) return part.attendances
  const pupilId = unlucky.learner.id
  const from = Math.max(part.liveAt, unlucky.from) + minutes(wholeBetween(random, 3, 8))
  const until = from + wholeBetween(random, 30_000, 180_000)
  log.write(from, plan.teacherId, [{ kind: 'left', pupilId, value: {} }])
  log.write(until, plan.teacherId, [{ kind: 'admitted', pupilId, value: {} }])
  return part.attendances.map((one) => (one === unlucky ? { ...one, gap: { from, until } } : one))
}

/** A moment in which the pupil was there, never in the first and last half minute. */
function momentOf({ from, gap }: Attendance, { liveAt, endedAt }: LivePart, random: Random): number {
  const first = Math.max(liveAt, from) + 30_000
  const at = wholeBetween(random, first, endedAt - 30_000)
  if (gap === null || at < gap.from || at > gap.until) return at
  return gap.until + wholeBetween(random, 5000, 60_000)
}

function markCameras(log: LessonLog, actorId: string, live: LivePart, random: Random): void {
  for (const { learner, from } of live.attendances) {
    const { cameraAgreed, cameraOff } = learner.habits
    const mark = (at: number, camera: 'on' | 'off' | 'off-by-agreement') =>
      log.write(at, actorId, [{ kind: 'camera', pupilId: learner.id, value: { camera } }])
    const at = Math.max(live.liveAt, from) + wholeBetween(random, 5000, 100_000)
    if (cameraAgreed) mark(at, 'off-by-agreement')
    else if (happens(random, cameraOff)) {
      mark(at, 'off')
      if (happens(random, 0.6)) mark(at + minutes(wholeBetween(random, 1, 6)), 'on')
    }
  }
}

/** Points: for the whole class, for a group, and one at a time, never above `MOST_POINTS` a pupil. */
function praise(log: LessonLog, plan: LessonPlan, live: LivePart, random: Random): void {
  const kinds = plan.preset.scheme.behaviours.filter(({ group, points }) => group === 'praise' && points > 0)
  const left = new Map(live.attendances.map((one) => [one, pointsToEarn(one, random)]))
  const give: Give = (at, to, behaviour) => {
    for (const one of to) left.set(one, (left.get(one) ?? 0) - behaviour.points)
    const drafts = to.map(({ learner }) => award(learner.id, behaviour))
    if (drafts.length > 0) log.write(at, plan.teacherId, drafts)
  }
  praiseTogether(live, kinds, left, give, random)
  for (const one of live.attendances) {
    let fitting = kinds
    while ((fitting = fitting.filter(({ points }) => points <= (left.get(one) ?? 0))).length > 0) {
      const weights = fitting.map(({ points }) => 1 / points ** 2)
      const behaviour = fitting[pickWeighted(random, weights)]
      if (behaviour) give(momentOf(one, live, random), [one], behaviour)
    }
  }
}

type Give = (at: number, to: readonly Attendance[], behaviour: Behaviour) => void

/** The one tap for all comes in the last minutes, when nobody is late or dropped out any more. */
function praiseTogether(
  live: LivePart,
  kinds: readonly Behaviour[],
  left: ReadonlyMap<Attendance, number>,
  give: Give,
  random: Random,
): void {
  const behaviour = pick(
    random,
    kinds.filter(({ points }) => points === 1),
  )
  if (!behaviour) return
  if (happens(random, 0.15)) {
    give(live.endedAt - wholeBetween(random, 40_000, 90_000), live.attendances, behaviour)
  }
  if (happens(random, 0.3)) {
    const willing = live.attendances.filter((one) => one.gap === null && (left.get(one) ?? 0) > 0)
    const group = shuffle(random, willing).slice(0, wholeBetween(random, 3, 6))
    give(live.endedAt - minutes(wholeBetween(random, 4, 9)), group, behaviour)
  }
}

/** How often, 0 upwards: the weights are an average pupil's, an eager one comes to the higher ones more often. */
const howOften = ({ learner }: Attendance, weights: readonly number[], random: Random): number =>
  pickWeighted(
    random,
    weights.map((weight, times) => weight * (0.6 + learner.habits.eager) ** times),
  )

/** What a pupil is to earn in this lesson. */
const pointsToEarn = (one: Attendance, random: Random): number =>
  Math.min(MOST_POINTS, howOften(one, [30, 32, 20, 10, 5, 3], random))

/** In every fourth lesson a point goes to the wrong tile and is undone at once. */
function slip(log: LessonLog, { preset, teacherId }: LessonPlan, live: LivePart, random: Random): void {
  const behaviour = pick(
    random,
    preset.scheme.behaviours.filter(({ group }) => group === 'praise'),
  )
  const wrong = pick(random, live.attendances)
  if (!behaviour || !wrong || !happens(random, 0.25)) return
  const at = momentOf(wrong, live, random)
  const [tapped] = log.write(at, teacherId, [award(wrong.learner.id, behaviour)])
  if (!tapped) return
  log.write(tapped.at + wholeBetween(random, 1500, 5000), teacherId, [
    { kind: 'revoked', revokes: tapped.id },
  ])
}

function listen(log: LessonLog, { teacherId }: LessonPlan, live: LivePart, random: Random): void {
  for (const one of live.attendances) {
    const times = howOften(one, [55, 28, 12, 5], random)
    for (let n = 0; n < times; n += 1) {
      const pupilId = one.learner.id
      log.write(momentOf(one, live, random), teacherId, [{ kind: 'contribution', pupilId, value: {} }])
    }
  }
}

/** Zero-point nudges and mute reminders for anybody, steps of the ladder for the few who are restless. */
function correct(log: LessonLog, { preset, teacherId }: LessonPlan, live: LivePart, random: Random): void {
  const tap = (one: Attendance, group: Behaviour['group'], times: number) => {
    const behaviour = preset.scheme.behaviours.find((kind) => kind.group === group)
    if (!behaviour) return
    for (let n = 0; n < times; n += 1) {
      log.write(momentOf(one, live, random), teacherId, [award(one.learner.id, behaviour)])
    }
  }
  for (const one of live.attendances) {
    const { restless } = one.learner.habits
    tap(one, 'nudge', happens(random, 0.03 + restless * 0.3) ? 1 : 0)
    tap(one, 'mute', happens(random, 0.03 + restless * 0.2) ? 1 : 0)
    const steps = happens(random, restless * 0.4) ? pickWeighted(random, [8, 3, 1]) + 1 : 0
    tap(one, 'step', Math.min(steps, preset.scheme.ladder.length))
  }
}

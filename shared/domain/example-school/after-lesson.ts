import { standing } from '../events.ts'
import { type PupilTally, pupilTally, type TaskStatus, tally } from '../tally.ts'
import { minutes } from '../times.ts'
import type { NewEntry } from '../events.ts'
import type { LessonLog } from './log.ts'
import type { LessonPlan, LivePart } from './plan.ts'
import { happens, pickWeighted, type Random, wholeBetween } from './random.ts'

/** Participation, tasks and attitude, the signature, and the day's export. */
export function signOff(log: LessonLog, plan: LessonPlan, { endedAt }: LivePart, random: Random): void {
  const lesson = tally(standing(log.read()))
  let at = endedAt + minutes(1)
  const write = (drafts: readonly NewEntry[]) => {
    if (drafts.length === 0) return
    at += wholeBetween(random, 3000, 25_000)
    log.write(at, plan.teacherId, drafts)
  }
  write([
    ...plan.learners.map(({ id }) => participation(id, 'took-part')),
    ...plan.absentIds.map((id) => participation(id, 'absent')),
  ])
  const tasks = plan.learners.map(({ id, habits }) => taskOf(id, habits.eager, random))
  for (const group of mostThenEach(tasks)) write(group)
  const scale = plan.preset.scheme.attitudes.length
  const attitudes = plan.learners.map(({ id, habits }) =>
    attitudeOf(id, placeOnScale(pupilTally(lesson, id), habits.eager, random), scale),
  )
  for (const group of mostThenEach(attitudes)) write(group)
  for (const note of plan.notes) write([note])
  write([{ kind: 'moved', value: { to: 'signed-off' } }])
  log.write(plan.exportedAt, plan.teacherId, [{ kind: 'moved', value: { to: 'exported' } }])
}

const participation = (pupilId: string, status: 'took-part' | 'absent'): NewEntry => ({
  kind: 'participation',
  pupilId,
  value: { status },
})

function taskOf(pupilId: string, eager: number, random: Random): NewEntry {
  const statuses: readonly TaskStatus[] = ['done', 'partly', 'not-yet']
  const task = statuses[pickWeighted(random, [12 + eager * 10, 3, 1])] ?? 'done'
  return { kind: 'task', pupilId, value: { task } }
}

/** 1 is best. Follows from what was seen in the lesson, so that the record makes sense to a reader. */
function placeOnScale(one: PupilTally, eager: number, random: Random): number {
  if (one.steps >= 3) return 4
  if (one.steps > 0) return 3
  if (one.points >= 3 || happens(random, eager * 0.3)) return 1
  return happens(random, 0.04) ? 3 : 2
}

const attitudeOf = (pupilId: string, place: number, scale: number): NewEntry => ({
  kind: 'attitude',
  pupilId,
  value: { attitude: Math.min(place, scale) },
})

/** The commonest mark is given to all its pupils with one tap, the others one by one. */
function mostThenEach(drafts: readonly NewEntry[]): NewEntry[][] {
  const groups = new Map<string, NewEntry[]>()
  for (const draft of drafts) {
    const mark = JSON.stringify('value' in draft ? draft.value : null)
    groups.set(mark, [...(groups.get(mark) ?? []), draft])
  }
  const [most, ...rest] = [...groups.values()].toSorted((a, b) => b.length - a.length)
  return most ? [most, ...rest.flat().map((draft) => [draft])] : []
}

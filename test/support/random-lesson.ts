import type { LessonEvent, NewEntry } from '../../shared/domain/events.ts'
import {
  happens,
  pick,
  type Random,
  shuffle,
  wholeBetween,
} from '../../shared/domain/example-school/random.ts'
import { lessonStates, type LessonState } from '../../shared/domain/lesson.ts'
import type { Happened } from './lesson-oracle.ts'
import { idOf } from './log-fixture.ts'

/** What a window could send, drawn blindly or with the next step in mind, so that every corner is reached often. */
export type Draw = {
  random: Random
  pupilIds: readonly string[]
  staffIds: readonly string[]
  items: readonly string[]
  log: readonly LessonEvent[]
  now: Happened
}

const onward: Record<LessonState, LessonState> = {
  planned: 'preparing',
  preparing: 'admitting',
  admitting: 'live',
  live: 'ended',
  ended: 'signed-off',
  'signed-off': 'exported',
  exported: 'ended',
}

const moved = (to: LessonState): NewEntry => ({ kind: 'moved', value: { to } })

const one = <T>(draw: Draw, list: readonly T[]): T => {
  const picked = pick(draw.random, list)
  if (picked === undefined) throw new Error('Nothing to draw from.')
  return picked
}
const pupil = (draw: Draw): string => one(draw, draw.pupilIds)
/** One pupil to all of them, one of them at times named twice. */
function somePupils(draw: Draw): string[] {
  const some = shuffle(draw.random, draw.pupilIds).slice(
    0,
    wholeBetween(draw.random, 1, draw.pupilIds.length),
  )
  return happens(draw.random, 0.15) ? [...some, one(draw, some)] : some
}

type Drawn = (draw: Draw) => NewEntry[]

const steps = {
  onward: ({ now }) => [moved(onward[now.state])],
  anywhere: (draw) => [moved(one(draw, lessonStates))],
  allChecks: ({ items, now }) =>
    items.map((item) =>
      answer(item, item === 'second-adult' && now.adult === null ? 'not-applicable' : 'done'),
    ),
  aCheck: (draw) => [answer(one(draw, draw.items), one(draw, ['done', 'not-applicable', 'open']))],
  adultComes: (draw) => [{ kind: 'second-adult-joined', value: { staffId: one(draw, draw.staffIds) } }],
  adultGoes: () => [{ kind: 'second-adult-left', value: {} }],
  someWait: (draw) => somePupils(draw).map((pupilId) => waits(pupilId, happens(draw.random, 0.8))),
  oneComesIn: (draw) => [admitted(pupil(draw))],
  someComeIn: (draw) => somePupils(draw).map(admitted),
  oneGoes: (draw) => [left(pupil(draw))],
  someGo: (draw) => somePupils(draw).map(left),
  aTap: (draw) => [tap(draw)],
  oneTakenBack: (draw) => [takenBack(draw)],
  allTookPart: ({ pupilIds }) => pupilIds.map(tookPart),
} satisfies Record<string, Drawn>

const anything: readonly Drawn[] = Object.values(steps)

/** What is likely next in each state, so that random lessons get through their whole life, often and by odd ways. */
const apt: Record<LessonState, readonly Drawn[]> = {
  planned: [steps.onward],
  preparing: [
    steps.allChecks,
    steps.allChecks,
    steps.someWait,
    steps.adultComes,
    steps.onward,
    steps.onward,
    steps.oneGoes,
  ],
  admitting: [
    steps.someComeIn,
    steps.someComeIn,
    steps.oneComesIn,
    steps.adultGoes,
    steps.onward,
    () => [moved('preparing')],
  ],
  live: [
    steps.onward,
    steps.onward,
    steps.someGo,
    steps.oneGoes,
    steps.adultGoes,
    steps.oneTakenBack,
    steps.oneComesIn,
  ],
  ended: [steps.allTookPart, steps.allTookPart, steps.onward, () => [moved('live')], steps.oneGoes],
  'signed-off': [steps.onward, steps.aTap, () => [moved('ended')]],
  exported: [steps.onward, steps.aTap],
}

const answer = (item: string, given: 'done' | 'not-applicable' | 'open'): NewEntry => ({
  kind: 'check-answered',
  value: { item, answer: given },
  ...(given === 'not-applicable' ? { text: 'Nobody is free' } : {}),
})
const waits = (pupilId: string, waiting: boolean): NewEntry => ({
  kind: 'waiting',
  pupilId,
  value: { waiting },
})
const admitted = (pupilId: string): NewEntry => ({ kind: 'admitted', pupilId, value: {} })
const left = (pupilId: string): NewEntry => ({ kind: 'left', pupilId, value: {} })
const tookPart = (pupilId: string): NewEntry => ({
  kind: 'participation',
  pupilId,
  value: { status: 'took-part' },
})
const tap = (draw: Draw): NewEntry =>
  one(draw, [
    { kind: 'late', pupilId: pupil(draw), value: { minutes: wholeBetween(draw.random, 0, 9) } },
    { kind: 'contribution', pupilId: pupil(draw), value: {} },
    { kind: 'camera', pupilId: pupil(draw), value: { camera: 'off' } },
  ])

/** Anything of the log, what matters most more often, or what never was. */
function takenBack(draw: Draw): NewEntry {
  const ofWeight = draw.log.filter(({ kind }) => ['admitted', 'left', 'second-adult-left'].includes(kind))
  const from = happens(draw.random, 0.7) ? ofWeight : draw.log
  return { kind: 'revoked', revokes: pick(draw.random, from)?.id ?? idOf(1) }
}

/** A lesson as it should go, for the first acts of a random one: the later states are reached in few acts. */
const asItShould: readonly Drawn[] = [
  steps.onward,
  steps.allChecks,
  (draw) => (happens(draw.random, 0.5) ? steps.adultComes(draw) : draw.pupilIds.map((id) => waits(id, true))),
  steps.onward,
  ({ pupilIds }) => pupilIds.map(admitted),
  steps.onward,
  steps.onward,
  steps.allTookPart,
  steps.onward,
]

/** How many acts of a lesson go as they should before chance takes over. */
export const drawLead = (random: Random): number => wholeBetween(random, 0, asItShould.length)

/**
 * The act at a place in a lesson: as it should be in the first `lead` ones, then one step mostly, likely or blind,
 * and at times several, in any order.
 */
export function drawAct(draw: Draw, place: number, lead: number): NewEntry[] {
  const expected = place < lead ? asItShould[place] : undefined
  if (expected) return expected(draw)
  const count = happens(draw.random, 0.25) ? wholeBetween(draw.random, 2, 3) : 1
  const likely = apt[draw.now.state]
  const entries = Array.from({ length: count }, () =>
    one(draw, happens(draw.random, 0.7) ? likely : anything)(draw),
  ).flat()
  return count > 1 && happens(draw.random, 0.5) ? shuffle(draw.random, entries) : entries
}

/** Stamps an act. Ids are as random as a window may choose them, or ascending as this app's own are. */
export function stampAct(random: Random, entries: readonly NewEntry[], at: number): LessonEvent[] {
  const ids = entries.map(() => String(wholeBetween(random, 100_000_000, 999_999_999)))
  const given = happens(random, 0.5) ? ids.toSorted() : ids
  return entries.map((entry, index): LessonEvent => ({
    ...entry,
    id: given[index] ?? '',
    lessonId: idOf(900),
    at,
    actorId: idOf(1),
    deviceId: idOf(2),
  }))
}

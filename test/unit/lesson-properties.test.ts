import { beforeAll, describe, expect, it } from 'vitest'
import type { LessonEvent } from '../../shared/domain/events.ts'
import { createRandom, type Random, wholeBetween } from '../../shared/domain/example-school/random.ts'
import { guardAlert } from '../../shared/domain/lesson.ts'
import { earlyLeave, staysOf } from '../../shared/domain/office-sheets/presence.ts'
import { type LessonRecord, mayRecord } from '../../shared/domain/record.ts'
import { factsOf, type LessonTally, tally } from '../../shared/domain/tally.ts'
import { forbidden, type Happened, whatHappened } from '../support/lesson-oracle.ts'
import { idOf } from '../support/log-fixture.ts'
import { drawAct, drawLead, stampAct } from '../support/random-lesson.ts'
import { testPreset } from '../support/test-school.ts'

const SEQUENCES = 100_000

const items = testPreset.checkItems.filter(({ id }) => ['second-adult', 'chat'].includes(id))
const required = items.map(({ id }) => id)
const secondAdultIds = [idOf(5), idOf(6)]

const recordOf = (events: readonly LessonEvent[], pupilIds: readonly string[]): LessonRecord => ({
  events,
  items,
  pupilIds,
  optedOutIds: [],
  behaviours: testPreset.scheme.behaviours,
  secondAdultIds,
})

type Step = { log: readonly LessonEvent[]; now: Happened; wrong: string | null; isTaken: boolean }

/** One act after another: taken or refused by the rules, and what is taken held against the policy. */
function step(before: Step, act: readonly LessonEvent[], pupilIds: readonly string[]): Step {
  if (!mayRecord(recordOf(before.log, pupilIds), act).ok) return { ...before, isTaken: false }
  const log = [...before.log, ...act]
  const now = whatHappened(log)
  const wrong =
    forbidden({ before: before.log, already: before.now, act, required }, now) ??
    disagreement(log, now, pupilIds)
  return { log, now, wrong, isTaken: true }
}

/** What the app shows and exports must be what happened: one end for all, and the alert for a pupil alone. */
function disagreement(
  log: readonly LessonEvent[],
  now: Happened,
  pupilIds: readonly string[],
): string | null {
  const shown = tally(log)
  if (shown.state !== now.state) return `shown as ${shown.state}, it is ${now.state}`
  if (shown.secondAdultId !== now.adult) return 'another second adult is shown than is in'
  const present = pupilIds.filter((id) => shown.pupils.get(id)?.present)
  if (present.length !== now.inside.size || !present.every((id) => now.inside.has(id))) {
    return 'other pupils are shown than are in'
  }
  return missingAlert(shown, now, pupilIds) ?? unequalEnds(log, shown, now, pupilIds)
}

function missingAlert(shown: LessonTally, now: Happened, pupilIds: readonly string[]): string | null {
  const isAlone = now.adult === null && now.inside.size === 1
  const isOpen = ['preparing', 'admitting', 'live'].includes(now.state)
  const isAlertDue = isAlone && isOpen
  const isRaised = guardAlert(factsOf(shown, items, pupilIds, [])) === 'alone-with-one-pupil'
  return isAlertDue === isRaised ? null : `alone with one pupil: ${isAlertDue}, alert: ${isRaised}`
}

function unequalEnds(
  log: readonly LessonEvent[],
  shown: LessonTally,
  now: Happened,
  pupilIds: readonly string[],
): string | null {
  if (!['ended', 'signed-off', 'exported'].includes(now.state)) return null
  const { endedAt } = now
  if (endedAt === null || shown.endedAt !== endedAt) return `ended at ${endedAt}, shown as ${shown.endedAt}`
  for (const pupilId of pupilIds) {
    const last = staysOf(log, pupilId).at(-1)
    if (last && last.from > endedAt) return 'a pupil came in after the end'
    const end = earlyLeave(log, pupilId, endedAt)
    if (now.inside.has(pupilId) && end !== null) return 'a pupil still in has an end of their own'
    if (end !== null && end.at !== null && end.at > endedAt) return 'a pupil stayed longer than the lesson'
  }
  return null
}

const start: Step = { log: [], now: whatHappened([]), wrong: null, isTaken: true }

/** Small cases find the same faults sooner; the large ones are there too. */
const mostlyFew = (random: Random, from: number, to: number): number =>
  Math.min(...[1, 2, 3].map(() => wholeBetween(random, from, to)))

type Sequence = { pupilIds: string[]; acts: LessonEvent[][]; steps: Step[] }

function runSequence(seed: string): Sequence {
  const random = createRandom(seed)
  const pupilIds = Array.from({ length: mostlyFew(random, 2, 6) }, (_, n) => idOf(100 + n))
  const staffIds = [...secondAdultIds, idOf(1), idOf(77)]
  const acts: LessonEvent[][] = []
  const steps: Step[] = []
  let last = start
  const lead = drawLead(random)
  const length = mostlyFew(random, 5, 25)
  for (let n = 0; n < length && last.wrong === null; n += 1) {
    const draw = { random, pupilIds, staffIds, items: [...required], log: last.log, now: last.now }
    const act = stampAct(random, drawAct(draw, n, lead), 1000 * (n + 1))
    last = step(last, act, pupilIds)
    acts.push(act)
    steps.push(last)
  }
  return { pupilIds, acts, steps }
}

/** The shortest part of a sequence that still goes wrong, so that a failure can be read. */
function shrink({ acts, pupilIds }: Sequence): { wrong: string; acts: LessonEvent[][] } | null {
  const wrongIn = (some: readonly LessonEvent[][]): string | null => {
    let last = start
    for (const act of some) {
      last = step(last, act, pupilIds)
      if (last.wrong !== null) return last.wrong
    }
    return null
  }
  let kept = acts
  for (let n = kept.length - 1; n >= 0; n -= 1) {
    const without = kept.toSpliced(n, 1)
    if (wrongIn(without) !== null) kept = without
  }
  const wrong = wrongIn(kept)
  return wrong === null ? null : { wrong, acts: kept }
}

const inWords = (events: readonly LessonEvent[]): string =>
  events
    .map((event) => {
      const { id, kind, lessonId: _lesson, actorId: _actor, deviceId: _device, at: _at, ...said } = event
      return `${kind} ${JSON.stringify(said)} (${id})`
    })
    .join(' + ')

/** How often the corners that matter were reached: a walk that never gets there proves nothing. */
const corners = {
  taken: ({ isTaken }: Step) => isTaken,
  refused: ({ isTaken }: Step) => !isTaken,
  'two or more in without a second adult': ({ now }: Step) => now.adult === null && now.inside.size >= 2,
  'alone with one pupil': ({ now }: Step) => now.adult === null && now.inside.size === 1,
  'live with a second adult': ({ now }: Step) => now.state === 'live' && now.adult !== null,
  'ended with pupils in': ({ now }: Step) => now.state === 'ended' && now.inside.size > 0,
  'signed off': ({ now }: Step) => now.state === 'signed-off',
  exported: ({ now }: Step) => now.state === 'exported',
  'live again after an end': ({ now, log }: Step) =>
    now.state === 'live' && log.some((event) => event.kind === 'moved' && event.value.to === 'ended'),
  'an admission taken back': ({ log }: Step) =>
    log.some(
      (event) =>
        event.kind === 'revoked' && log.some(({ id, kind }) => id === event.revokes && kind === 'admitted'),
    ),
}
type Corner = keyof typeof corners
const cornerNames = Object.keys(corners) as Corner[]

describe(`${SEQUENCES} random lessons`, () => {
  const reached = new Map<Corner, number>()
  let failure: { seed: string; wrong: string; acts: string[] } | null = null

  beforeAll(() => {
    for (let n = 0; n < SEQUENCES && failure === null; n += 1) {
      const seed = `lesson ${n}`
      const sequence = runSequence(seed)
      for (const name of cornerNames) {
        if (sequence.steps.some(corners[name])) reached.set(name, (reached.get(name) ?? 0) + 1)
      }
      const found = sequence.steps.at(-1)?.wrong === null ? null : shrink(sequence)
      if (found) failure = { seed, wrong: found.wrong, acts: found.acts.map(inWords) }
    }
  }, 120_000)

  it('let nobody in to one adult alone, end for all at once, and take nothing after the signature', () => {
    expect(failure).toBeNull()
  })

  it.each(cornerNames)('reach: %s', (name) => {
    expect(reached.get(name) ?? 0).toBeGreaterThan(SEQUENCES / 100)
  })
})

import { describe, expect, it } from 'vitest'
import { inOrder, type LessonEvent, type NewEntry } from '../../shared/domain/events.ts'
import {
  createRandom,
  happens,
  pick,
  type Random,
  shuffle,
  wholeBetween,
} from '../../shared/domain/example-school/random.ts'
import { emptyLog, extendLog, type LessonLog } from '../../shared/domain/lesson-log.ts'
import { tally } from '../../shared/domain/tally.ts'
import { idOf, point, startLog } from '../support/log-fixture.ts'

const LOGS = 1500
const pupilIds = [idOf(101), idOf(102), idOf(103)]

/** One event of any kind that adds up to something, of one pupil or of the lesson. */
function drawEntry(random: Random, events: readonly LessonEvent[]): NewEntry {
  const pupilId = pick(random, pupilIds) ?? ''
  const kinds: NewEntry[] = [
    point(pupilId, wholeBetween(random, -5, 5)),
    { kind: 'admitted', pupilId, value: {} },
    { kind: 'left', pupilId, value: {} },
    { kind: 'waiting', pupilId, value: { waiting: happens(random, 0.5) } },
    { kind: 'incident', pupilId, value: { why: 'ladder' } },
    { kind: 'picked', pupilId, value: { round: wholeBetween(random, 1, 3) } },
    { kind: 'timer', value: { minutes: wholeBetween(random, 0, 5) } },
    { kind: 'moved', value: { to: happens(random, 0.5) ? 'live' : 'ended' } },
    { kind: 'check-answered', value: { item: 'chat', answer: happens(random, 0.5) ? 'done' : 'open' } },
    { kind: 'second-adult-joined', value: { staffId: idOf(5) } },
    { kind: 'second-adult-left', value: {} },
    { kind: 'revoked', revokes: pick(random, events)?.id ?? idOf(1) },
  ]
  return pick(random, kinds) ?? point(pupilId)
}

function drawLog(random: Random): LessonEvent[] {
  const log = startLog(idOf(900))
  const acts = wholeBetween(random, 1, 40)
  for (let act = 0; act < acts; act += 1) {
    const count = happens(random, 0.2) ? 3 : 1
    log.act(Array.from({ length: count }, () => drawEntry(random, log.events)))
  }
  return log.events
}

/** The events in pieces: in their order, or in any; some of them more than once. */
function drawPieces(random: Random, events: readonly LessonEvent[]): LessonEvent[][] {
  const order = happens(random, 0.5) ? [...events] : shuffle(random, events)
  const pieces: LessonEvent[][] = []
  for (let from = 0; from < order.length;) {
    const until = from + wholeBetween(random, 1, 4)
    const again = happens(random, 0.2) ? order.slice(0, wholeBetween(random, 0, from)) : []
    pieces.push([...order.slice(from, until), ...again])
    from = until
  }
  return pieces
}

describe('a log that is extended', () => {
  it('is in order and adds up to the same as all its events at once, whichever way they come', () => {
    const random = createRandom('a log in pieces')
    for (let round = 0; round < LOGS; round += 1) {
      const events = drawLog(random)
      let log: LessonLog = emptyLog
      for (const piece of drawPieces(random, events)) log = extendLog(log, piece)
      expect(log.events).toEqual(events.toSorted(inOrder))
      expect(log.tally).toEqual(tally(events))
    }
  })

  it('leaves the log it was made from as it was', () => {
    const written = startLog(idOf(900))
    const [first] = written.act([point(idOf(101))])
    const before = extendLog(emptyLog, written.events)
    const copy = structuredClone(before)
    extendLog(before, written.act([point(idOf(101)), { kind: 'revoked', revokes: first?.id ?? '' }]))
    expect(before).toEqual(copy)
  })

  it('is the same log where there is nothing new, and keeps what it says of others as it is', () => {
    const written = startLog(idOf(900))
    written.act([point(idOf(101)), point(idOf(102))])
    const before = extendLog(emptyLog, written.events)
    expect(extendLog(before, written.events)).toBe(before)
    const after = extendLog(before, written.act([point(idOf(101))]))
    expect(after.tally.pupils.get(idOf(102))).toBe(before.tally.pupils.get(idOf(102)))
  })
})

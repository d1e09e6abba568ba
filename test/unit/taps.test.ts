import { describe, expect, it } from 'vitest'
import { lastAct, type LessonEvent, type NewEntry } from '../../shared/domain/events.ts'
import { lastTaps } from '../../shared/domain/taps.ts'
import { idOf } from '../support/day-fixture.ts'

const [reid, patel] = [idOf(1), idOf(2)]
const contribution = (pupil: number): NewEntry => ({
  kind: 'contribution',
  pupilId: idOf(100 + pupil),
  value: {},
})

/** A log of acts, each at its own moment; events are numbered from 1. */
function logOf(...acts: [actorId: string, entries: NewEntry[]][]): LessonEvent[] {
  let number = 0
  return acts.flatMap(([actorId, entries], at) =>
    entries.map((entry): LessonEvent => {
      number += 1
      return { ...entry, id: idOf(number), lessonId: idOf(10), at, actorId, deviceId: idOf(9) }
    }),
  )
}
const revoked = (number: number): NewEntry => ({ kind: 'revoked', revokes: idOf(number) })
const idsOf = (events: readonly LessonEvent[]) => events.map(({ id }) => id)

describe('the last taps', () => {
  it('are whole acts of both adults, newest first, and no more than asked for', () => {
    const log = logOf(
      [reid, [contribution(1)]],
      [patel, [contribution(2), contribution(3)]],
      [reid, [{ kind: 'admitted', pupilId: idOf(104), value: {} }]],
      [reid, [contribution(4)]],
    )
    const taps = lastTaps(log.toReversed(), 2)
    expect(taps.map(({ actorId, events }) => [actorId, idsOf(events)])).toEqual([
      [reid, [idOf(5)]],
      [patel, [idOf(2), idOf(3)]],
    ])
  })

  it('say who took one back and when', () => {
    const log = logOf([patel, [contribution(1), contribution(2)]], [reid, [revoked(1), revoked(2)]])
    expect(lastTaps(log, 9)).toMatchObject([{ at: 0, actorId: patel, takenBack: { at: 1, actorId: reid } }])
    expect(lastTaps(log, 9)[0]?.events).toHaveLength(2)
  })

  it('hold what still stands of one that was taken back in part', () => {
    const log = logOf([reid, [contribution(1), contribution(2)]], [reid, [revoked(1)]])
    expect(lastTaps(log, 9)).toMatchObject([{ takenBack: null, events: [{ id: idOf(2) }] }])
  })
})

describe('undoing again and again', () => {
  it('goes back through a person’s own acts, one by one, whatever was taken back out of order', () => {
    const acts = Array.from({ length: 25 }, (_, index): [string, NewEntry[]] => [
      index % 5 === 4 ? patel : reid,
      [contribution(index)],
    ])
    let log = logOf(...acts, [reid, [revoked(18)]])
    const undone: string[] = []
    for (let next = lastAct(log, reid); next.length > 0; next = lastAct(log, reid)) {
      undone.push(...idsOf(next))
      const taken = next.map(({ id }): LessonEvent => {
        const at = log.length
        return {
          kind: 'revoked',
          revokes: id,
          id: idOf(500 + at),
          lessonId: idOf(10),
          at,
          actorId: reid,
          deviceId: idOf(9),
        }
      })
      log = [...log, ...taken]
    }
    const own = Array.from({ length: 25 }, (_, index) => index).filter((index) => index % 5 !== 4)
    expect(undone).toEqual(
      own
        .toReversed()
        .filter((index) => index !== 17)
        .map((index) => idOf(index + 1)),
    )
    expect(lastTaps(log, 99).filter(({ takenBack }) => takenBack === null)).toHaveLength(5)
  })
})

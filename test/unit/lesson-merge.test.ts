import { describe, expect, it } from 'vitest'
import type { LessonEvent } from '../../shared/domain/events.ts'
import { createRandom, pick, wholeBetween } from '../../shared/domain/example-school/random.ts'
import { readEvent } from '../../shared/domain/lesson-file.ts'
import { mergeLog } from '../../shared/domain/lesson-merge.ts'
import { pupilTally, tally } from '../../shared/domain/tally.ts'
import { idOf, point, startLog } from '../support/log-fixture.ts'

const lessonId = idOf(900)
const pupilIds = Array.from({ length: 8 }, (_, n) => idOf(100 + n))
const [teacher, assistant] = [idOf(1), idOf(2)]
const who = { pupilIds: new Set(pupilIds), staffIds: new Set([teacher, assistant]) }

const byId = (events: readonly LessonEvent[]) => new Map(events.map((event) => [event.id, event]))
const into = (known: readonly LessonEvent[]) => ({ lessonId, known: byId(known), ...who })
/** As it comes out of a file. */
const filed = (events: readonly LessonEvent[]): unknown[] => JSON.parse(JSON.stringify(events)) as unknown[]

/** A log two people make on two computers, with undos of each other's taps. */
function randomLog(seed: string): LessonEvent[] {
  const random = createRandom(seed)
  const log = startLog(lessonId)
  for (let n = wholeBetween(random, 0, 120); n > 0; n -= 1) {
    const isTeacher = random() < 0.5
    const by = {
      actorId: isTeacher ? teacher : assistant,
      deviceId: isTeacher ? idOf(8) : idOf(9),
      // Clocks that differ by up to an hour.
      at: 1_000_000 + wholeBetween(random, 0, 3_600_000),
    }
    const target = pick(random, log.events)
    const pupilId = pick(random, pupilIds) ?? ''
    const what = random()
    if (what < 0.15 && target) log.act([{ kind: 'revoked', revokes: target.id }], by)
    else if (what < 0.3) log.act([{ kind: 'camera', pupilId, value: { camera: 'off' } }], by)
    else if (what < 0.4) log.act([{ kind: 'moved', value: { to: what < 0.35 ? 'live' : 'ended' } }], by)
    else if (what < 0.5) log.act([{ kind: 'note', value: { about: 'quick' }, text: `Note ${String(n)}` }], by)
    else log.act([point(pupilId, wholeBetween(random, 0, 3))], by)
  }
  return log.events
}

const shuffled = (events: readonly LessonEvent[], seed: string): LessonEvent[] => {
  const random = createRandom(seed)
  return events
    .map((event) => ({ event, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ event }) => event)
}

describe('merging two logs of one lesson', () => {
  it('comes to the same in any order, any number of times, in any parts (400 random logs)', () => {
    for (let run = 0; run < 400; run += 1) {
      const seed = `merge ${String(run)}`
      const all = randomLog(seed)
      const random = createRandom(`${seed} parts`)
      const mine = all.filter(() => random() < 0.5)
      const theirs = all.filter((event) => !mine.includes(event) || random() < 0.2)

      let here = [...mine]
      for (const part of [shuffled(theirs, `${seed} a`), shuffled(all, `${seed} b`), theirs]) {
        const half = part.slice(0, wholeBetween(random, 0, part.length))
        for (const file of [half, part, half]) here = [...here, ...mergeLog(into(here), filed(file)).added]
      }
      let there = [...theirs]
      there = [...there, ...mergeLog(into(there), filed(here)).added]

      expect(byId(here)).toEqual(byId(all))
      expect(byId(there)).toEqual(byId(all))
      expect(here).toHaveLength(all.length)
      expect(tally(here)).toEqual(tally(all))
      expect(tally(there)).toEqual(tally(all))
    }
  })

  it('brings nothing new the second time', () => {
    const log = randomLog('twice')
    expect(mergeLog(into(log), filed(log))).toEqual({ added: [], leftOut: {} })
  })

  it('takes one id only once from a file that holds it twice', () => {
    const [tap] = startLog(lessonId).act([point(pupilIds[0] ?? '', 2)])
    if (!tap) throw new Error('no tap')
    const { added, leftOut } = mergeLog(into([]), filed([tap, tap, { ...tap, at: tap.at + 1 }]))
    expect(added).toEqual([tap])
    expect(leftOut).toEqual({ 'said-otherwise': 1 })
  })

  it('keeps what is here where one id says two things, and says so', () => {
    const [tap] = startLog(lessonId).act([point(pupilIds[0] ?? '', 2)])
    if (tap?.kind !== 'award') throw new Error('no tap')
    const forged = { ...tap, value: { ...tap.value, points: 5 } }
    expect(mergeLog(into([tap]), filed([forged]))).toEqual({ added: [], leftOut: { 'said-otherwise': 1 } })
  })

  it('does not mind the order of members', () => {
    const [tap] = startLog(lessonId).act([point(pupilIds[0] ?? '', 2)])
    if (!tap) throw new Error('no tap')
    const turned = Object.fromEntries(Object.entries(tap).toReversed())
    expect(mergeLog(into([tap]), [turned])).toEqual({ added: [], leftOut: {} })
  })

  it.each<[string, (tap: LessonEvent) => unknown, string]>([
    ['nothing', () => null, 'not-an-entry'],
    ['a text', () => "'; DROP TABLE event; --", 'not-an-entry'],
    ['an unknown kind', (tap) => ({ ...tap, kind: 'erased' }), 'not-an-entry'],
    ['a member more', (tap) => ({ ...tap, surprise: true }), 'not-an-entry'],
    [
      '99 points',
      (tap) => ({ ...tap, value: { behaviour: 'x', group: 'praise', points: 99 } }),
      'not-an-entry',
    ],
    ['no moment', (tap) => ({ ...tap, at: 'now' }), 'not-an-entry'],
    ['a moment before all time', (tap) => ({ ...tap, at: -1 }), 'not-an-entry'],
    ['another lesson', (tap) => ({ ...tap, lessonId: idOf(901) }), 'other-lesson'],
    ['a pupil nobody knows', (tap) => ({ ...tap, pupilId: idOf(999) }), 'unknown-pupil'],
    ['an adult nobody knows', (tap) => ({ ...tap, actorId: idOf(77) }), 'unknown-adult'],
  ])('leaves out %s', (_what, change, why) => {
    const [tap, other] = startLog(lessonId).act([point(pupilIds[0] ?? ''), point(pupilIds[1] ?? '')])
    if (!tap || !other) throw new Error('no taps')
    const { added, leftOut } = mergeLog(into([]), [change(tap), ...filed([other])])
    expect(added).toEqual([other])
    expect(leftOut).toEqual({ [why]: 1 })
  })

  it('leaves out a second adult nobody knows', () => {
    const [joined] = startLog(lessonId).act([{ kind: 'second-adult-joined', value: { staffId: idOf(77) } }])
    expect(mergeLog(into([]), filed(joined ? [joined] : [])).leftOut).toEqual({ 'unknown-adult': 1 })
  })

  it('takes nothing along through a prototype', () => {
    const [tap] = startLog(lessonId).act([point(pupilIds[0] ?? '')])
    const raw: unknown = JSON.parse(JSON.stringify(tap).replace('{', '{"__proto__":{"points":5},'))
    expect(readEvent(raw)).toBe(null)
  })

  it('counts a tap once that both computers took back', () => {
    const log = startLog(lessonId)
    const [tap] = log.act([point(pupilIds[0] ?? '', 2)])
    log.act([point(pupilIds[0] ?? '', 1)])
    const mine = [...log.events, ...log.act([{ kind: 'revoked', revokes: tap?.id ?? '' }])]
    const theirs = log.act([{ kind: 'revoked', revokes: tap?.id ?? '' }], { actorId: assistant })
    const all = [...mine, ...mergeLog(into(mine), filed(theirs)).added]
    expect(pupilTally(tally(all), pupilIds[0] ?? '').points).toBe(1)
  })
})

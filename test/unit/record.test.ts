import { describe, expect, it } from 'vitest'
import { mayRecord } from '../../shared/domain/record.ts'
import { idOf, type LogFixture, point, startLog } from '../support/log-fixture.ts'
import { testPreset } from '../support/test-school.ts'

const [aisha, ben, zoe, lesson] = [idOf(101), idOf(102), idOf(103), idOf(900)]
const pupilIds = [aisha, ben, zoe]
const colleague = idOf(5)

type Act = Parameters<LogFixture['act']>[0]

/** Judges an act against a log without adding it. */
function judge(log: LogFixture, act: Act, optedOutIds: string[] = []) {
  const apart = startLog(lesson, 2_000_000_000)
  const {
    checkItems: items,
    scheme: { behaviours },
  } = testPreset
  const record = {
    events: log.events,
    items,
    pupilIds,
    optedOutIds,
    behaviours,
    secondAdultIds: [colleague],
  }
  return mayRecord(record, apart.act(act))
}

/** Every check done, but the second adult's, which is passed over. */
const answers = (): Act =>
  testPreset.checkItems.map(({ id, kind }) =>
    kind === 'second-adult'
      ? { kind: 'check-answered', value: { item: id, answer: 'not-applicable' }, text: 'Nobody is free' }
      : { kind: 'check-answered', value: { item: id, answer: 'done' } },
  )

function prepared(): LogFixture {
  const log = startLog(lesson)
  log.act([{ kind: 'moved', value: { to: 'preparing' } }])
  log.act(answers())
  return log
}

function live(): LogFixture {
  const log = prepared()
  log.act([{ kind: 'moved', value: { to: 'admitting' } }])
  log.act([aisha, ben].map((pupilId) => ({ kind: 'admitted', pupilId, value: {} })))
  log.act([{ kind: 'moved', value: { to: 'live' } }])
  return log
}

const admit = (...who: string[]): Act => who.map((pupilId) => ({ kind: 'admitted', pupilId, value: {} }))
const unticked = (entry: Act[number]): Act[number] =>
  entry.kind === 'waiting' ? { ...entry, value: { waiting: false } } : entry
const waiting = (...who: string[]): Act =>
  who.map((pupilId) => ({ kind: 'waiting', pupilId, value: { waiting: true } }))

describe('what may be recorded', () => {
  it('takes a check passed over only with its reason', () => {
    const log = startLog(lesson)
    log.act([{ kind: 'moved', value: { to: 'preparing' } }])
    const passedOver = {
      kind: 'check-answered',
      value: { item: 'chat', answer: 'not-applicable' },
    } as const
    expect(judge(log, [passedOver]).ok).toBe(false)
    expect(judge(log, [{ ...passedOver, text: 'No chat in this meeting' }]).ok).toBe(true)
  })

  it('refuses a check that does not exist and one outside preparation', () => {
    const log = startLog(lesson)
    expect(judge(log, answers())).toMatchObject({ ok: false })
    log.act([{ kind: 'moved', value: { to: 'preparing' } }])
    expect(judge(log, [{ kind: 'check-answered', value: { item: 'nonsense', answer: 'done' } }]).ok).toBe(
      false,
    )
    expect(judge(log, answers()).ok).toBe(true)
  })

  it('opens, admits and goes live as one act when two are waiting', () => {
    const log = prepared()
    log.act(waiting(aisha, ben))
    const act: Act = [
      { kind: 'moved', value: { to: 'admitting' } },
      ...admit(aisha, ben),
      { kind: 'moved', value: { to: 'live' } },
    ]
    expect(judge(log, act)).toEqual({ ok: true })
  })

  it('does not take one pupil named twice for two pupils', () => {
    const log = prepared()
    log.act(waiting(aisha, ben))
    log.act([{ kind: 'moved', value: { to: 'admitting' } }])
    expect(judge(log, admit(aisha, aisha)).ok).toBe(false)
    expect(judge(log, admit(aisha, ben)).ok).toBe(true)
  })

  it('does not let the only pupil in be admitted again as a second one', () => {
    const log = live()
    log.act([{ kind: 'left', pupilId: ben, value: {} }])
    expect(judge(log, admit(aisha)).ok).toBe(false)
    expect(judge(log, admit(zoe)).ok).toBe(true)
  })

  it('lets one pupil in when the second adult is there', () => {
    const log = prepared()
    log.act([{ kind: 'second-adult-joined', value: { staffId: colleague } }])
    log.act([{ kind: 'moved', value: { to: 'admitting' } }])
    expect(judge(log, admit(aisha)).ok).toBe(true)
    log.act([{ kind: 'second-adult-left', value: {} }])
    expect(judge(log, admit(aisha)).ok).toBe(false)
  })

  it('asks for two again when the second adult leaves midway, and not once one is back', () => {
    const log = prepared()
    const joins: Act = [{ kind: 'second-adult-joined', value: { staffId: colleague } }]
    log.act(joins)
    log.act([{ kind: 'moved', value: { to: 'admitting' } }])
    log.act(admit(aisha))
    log.act([{ kind: 'moved', value: { to: 'live' } }])
    expect(judge(log, admit(ben)).ok).toBe(true)
    const [left] = log.act([{ kind: 'second-adult-left', value: {} }])
    log.act([{ kind: 'left', pupilId: aisha, value: {} }])
    expect(judge(log, admit(ben)).ok).toBe(false)
    expect(judge(log, admit(ben, zoe)).ok).toBe(true)
    expect(judge(log, [...joins, ...admit(ben)]).ok).toBe(true)
    const neverLeft: Act = [{ kind: 'revoked', revokes: left?.id ?? '' }]
    expect(judge(log, [...neverLeft, ...admit(ben)]).ok).toBe(true)
    log.act(joins)
    expect(judge(log, admit(ben)).ok).toBe(true)
    expect(judge(log, [...admit(ben), { kind: 'second-adult-left', value: {} }]).ok).toBe(false)
  })

  it('counts those who are in when all of an act is done, not those it takes out', () => {
    const log = live()
    const gone = (...who: string[]): Act => who.map((pupilId) => ({ kind: 'left', pupilId, value: {} }))
    const undone: Act = log.events
      .filter(({ kind }) => kind === 'admitted')
      .map(({ id }) => ({ kind: 'revoked', revokes: id }))
    expect(judge(log, [...gone(ben), ...admit(zoe)]).ok).toBe(true)
    expect(judge(log, [...gone(aisha, ben), ...admit(zoe)]).ok).toBe(false)
    expect(judge(log, [...admit(zoe), ...gone(aisha, ben)]).ok).toBe(false)
    expect(judge(log, [...undone, ...admit(zoe)]).ok).toBe(false)
  })

  it('does not open for one pupil who is in and said to wait as well', () => {
    const log = prepared()
    const opens: Act = [{ kind: 'moved', value: { to: 'admitting' } }]
    log.act(waiting(aisha, ben))
    log.act([...opens, ...admit(aisha, ben)])
    log.act([{ kind: 'moved', value: { to: 'preparing' } }])
    log.act([{ kind: 'left', pupilId: ben, value: {} }])
    log.act(waiting(aisha))
    expect(judge(log, opens).ok).toBe(false)
    log.act(waiting(zoe))
    expect(judge(log, opens).ok).toBe(true)
  })

  it('judges an act in the order the log will have it, whichever way it was sent', () => {
    const log = prepared()
    log.act(waiting(aisha, ben))
    const moves: Act = [
      { kind: 'check-answered', value: { item: 'chat', answer: 'open' } },
      { kind: 'moved', value: { to: 'admitting' } },
    ]
    const {
      checkItems: items,
      scheme: { behaviours },
    } = testPreset
    const record = {
      events: log.events,
      items,
      pupilIds,
      behaviours,
      optedOutIds: [],
      secondAdultIds: [colleague],
    }
    const sent = startLog(lesson, 2_000_000_000).act(moves)
    expect(mayRecord(record, sent).ok).toBe(false)
    expect(mayRecord(record, sent.toReversed()).ok).toBe(false)
  })

  it('keeps out who does not take part, whatever the act, and never has them absent', () => {
    const log = prepared()
    expect(judge(log, waiting(ben), [ben])).toEqual({
      ok: false,
      reason: expect.stringContaining('does not take part'),
    })
    expect(judge(log, waiting(ben).map(unticked), [ben]).ok).toBe(true)
    log.act(waiting(aisha, ben, zoe))
    log.act([{ kind: 'moved', value: { to: 'admitting' } }])
    expect(judge(log, admit(aisha, ben, zoe), [ben])).toMatchObject({ ok: false })
    expect(judge(log, admit(aisha, zoe), [ben])).toEqual({ ok: true })
    log.act(admit(aisha, zoe))
    log.act([{ kind: 'moved', value: { to: 'live' } }])
    log.act([{ kind: 'moved', value: { to: 'ended' } }])
    const said = (status: 'absent' | 'took-part' | 'does-not-take-part', pupilId: string): Act[number] => ({
      kind: 'participation',
      pupilId,
      value: { status },
    })
    expect(judge(log, [said('absent', ben)], [ben]).ok).toBe(false)
    expect(judge(log, [said('does-not-take-part', ben)], [ben]).ok).toBe(true)
    const signing: Act = [
      said('took-part', aisha),
      said('took-part', zoe),
      { kind: 'moved', value: { to: 'signed-off' } },
    ]
    expect(judge(log, signing, [ben])).toEqual({ ok: true })
    expect(judge(log, signing).ok).toBe(false)
  })

  it('takes points only while live, and only for pupils of the class', () => {
    expect(judge(prepared(), [point(aisha)]).ok).toBe(false)
    expect(judge(live(), [point(aisha), point(ben)]).ok).toBe(true)
    expect(judge(live(), [point(aisha), point(idOf(999))])).toEqual({
      ok: false,
      reason: 'That pupil is not in the class of this lesson.',
    })
  })

  it('undoes a tap once, and never a move', () => {
    const log = live()
    const [tap] = log.act([point(aisha)])
    const [move] = log.events
    const undo: Act = [{ kind: 'revoked', revokes: tap?.id ?? '' }]
    expect(judge(log, [{ kind: 'revoked', revokes: move?.id ?? '' }]).ok).toBe(false)
    expect(judge(log, undo).ok).toBe(true)
    log.act(undo)
    expect(judge(log, undo)).toEqual({ ok: false, reason: 'There is nothing left to undo.' })
  })

  it('takes what happened in an incident for that pupil, until the signature', () => {
    const log = live()
    const [incident] = log.act([{ kind: 'incident', pupilId: aisha, value: { why: 'escalated' } }])
    const told = (pupilId: string): Act => [
      {
        kind: 'incident-described',
        pupilId,
        value: { incident: incident?.id ?? '' },
        text: 'Left without a word',
      },
    ]
    expect(judge(log, told(aisha)).ok).toBe(true)
    expect(judge(log, told(ben)).ok).toBe(false)
    log.act([{ kind: 'revoked', revokes: incident?.id ?? '' }])
    expect(judge(log, told(aisha)).ok).toBe(false)
  })

  it('takes task and attitude from when the lesson is live', () => {
    const marks: Act = [
      { kind: 'task', pupilId: aisha, value: { task: 'partly' } },
      { kind: 'attitude', pupilId: aisha, value: { attitude: 2 } },
    ]
    expect(judge(prepared(), marks).ok).toBe(false)
    expect(judge(live(), marks).ok).toBe(true)
  })

  it('changes nothing after the signature', () => {
    const log = live()
    const [tap] = log.act([point(aisha)])
    log.act([{ kind: 'moved', value: { to: 'ended' } }])
    const done: Act = pupilIds.map((pupilId) => ({
      kind: 'participation',
      pupilId,
      value: { status: 'took-part' },
    }))
    expect(judge(log, done).ok).toBe(true)
    log.act(done)
    log.act([{ kind: 'moved', value: { to: 'signed-off' } }])
    expect(judge(log, done).ok).toBe(false)
    expect(judge(log, [{ kind: 'revoked', revokes: tap?.id ?? '' }]).ok).toBe(false)
    expect(judge(log, [point(aisha)]).ok).toBe(false)
    expect(judge(log, [{ kind: 'late', pupilId: aisha, value: { minutes: 5 } }]).ok).toBe(false)
  })

  it('signs in one act with the last participation', () => {
    const log = live()
    log.act([{ kind: 'moved', value: { to: 'ended' } }])
    const act: Act = [
      ...pupilIds.map((pupilId) => ({
        kind: 'participation' as const,
        pupilId,
        value: { status: 'absent' as const },
      })),
      { kind: 'moved', value: { to: 'signed-off' } },
    ]
    expect(judge(log, act)).toEqual({ ok: true })
    expect(judge(log, act.slice(1)).ok).toBe(false)
  })

  it('awards what the school awards, for its points, and nothing else', () => {
    const award = (value: { behaviour: string; group: 'praise'; points: number }): Act => [
      { kind: 'award', pupilId: aisha, value },
    ]
    expect(judge(live(), award({ behaviour: 'listening', group: 'praise', points: 1 })).ok).toBe(true)
    expect(judge(live(), award({ behaviour: 'listening', group: 'praise', points: 5 })).ok).toBe(false)
    expect(judge(live(), award({ behaviour: 'hit somebody', group: 'praise', points: 1 })).ok).toBe(false)
  })

  it('takes for the second adult somebody on the staff list who is not the teacher', () => {
    const joined = (staffId: string): Act => [{ kind: 'second-adult-joined', value: { staffId } }]
    expect(judge(prepared(), joined(colleague)).ok).toBe(true)
    expect(judge(prepared(), joined(idOf(1))).ok).toBe(false)
    expect(judge(prepared(), joined(idOf(77))).ok).toBe(false)
  })

  it('takes the check of the second adult as done only with somebody in', () => {
    const log = startLog(lesson)
    log.act([{ kind: 'moved', value: { to: 'preparing' } }])
    const done: Act = [{ kind: 'check-answered', value: { item: 'second-adult', answer: 'done' } }]
    expect(judge(log, done)).toEqual({ ok: false, reason: 'Say who the second adult is.' })
    expect(judge(log, [...done, { kind: 'second-adult-joined', value: { staffId: colleague } }]).ok).toBe(
      true,
    )
  })
})

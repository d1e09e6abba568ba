import { describe, expect, it } from 'vitest'
import { lastAct, type NewEntry } from '../../shared/domain/events.ts'
import { factsOf, pupilTally, suggestedParticipation, tally } from '../../shared/domain/tally.ts'
import { idOf, point, startLog } from '../support/log-fixture.ts'
import { testPreset } from '../support/test-school.ts'

const [aisha, ben, lesson, me, colleague] = [idOf(101), idOf(102), idOf(900), idOf(1), idOf(3)]

const points = (log: ReturnType<typeof startLog>, pupilId: string) =>
  pupilTally(tally(log.events), pupilId).points

describe('the tally', () => {
  it.each([
    ['after', true],
    ['before', false],
  ] as const)('knows a second adult who went %s pupils were let in to have left them: %s', (when, isGone) => {
    const log = startLog(lesson)
    const letIn: NewEntry[] = [{ kind: 'admitted', pupilId: aisha, value: {} }]
    log.act([{ kind: 'second-adult-joined', value: { staffId: colleague } }])
    if (when === 'after') log.act(letIn)
    log.act([{ kind: 'second-adult-left', value: {} }])
    if (when === 'before') log.act(letIn)
    const gone = () => factsOf(tally(log.events), [], [aisha], []).secondAdultGone
    expect(gone()).toBe(isGone)
    log.act([{ kind: 'second-adult-joined', value: { staffId: colleague } }])
    expect(gone()).toBe(false)
  })

  it('adds points up, and undo takes them back without a trace in the sum', () => {
    const log = startLog(lesson)
    log.act([point(aisha)])
    const [second] = log.act([point(aisha, 2)])
    log.act([{ kind: 'revoked', revokes: second?.id ?? '' }])
    expect(points(log, aisha)).toBe(1)
    expect(log.events).toHaveLength(3)
  })

  it('is the same in any order, and however often an event arrives', () => {
    const log = startLog(lesson)
    log.act([{ kind: 'moved', value: { to: 'preparing' } }])
    log.act([{ kind: 'check-answered', value: { item: 'chat', answer: 'done' } }])
    log.act([{ kind: 'admitted', pupilId: aisha, value: {} }])
    const [gone] = log.act([point(aisha), point(ben)])
    log.act([{ kind: 'camera', pupilId: ben, value: { camera: 'off' } }])
    log.act([{ kind: 'camera', pupilId: ben, value: { camera: 'on' } }])
    log.act([{ kind: 'revoked', revokes: gone?.id ?? '' }])
    const expected = tally(log.events)
    for (let turn = 1; turn < log.events.length; turn += 1) {
      const turned = [...log.events.slice(turn), ...log.events.slice(0, turn), ...log.events.slice(0, 2)]
      expect(tally(turned.toReversed())).toEqual(expected)
    }
    expect(pupilTally(expected, ben).camera).toBe('on')
  })

  it('keeps the first admission, and a pupil who comes back is in again', () => {
    const log = startLog(lesson)
    const [first] = log.act([{ kind: 'admitted', pupilId: aisha, value: {} }])
    log.act([{ kind: 'left', pupilId: aisha, value: {} }])
    expect(pupilTally(tally(log.events), aisha)).toMatchObject({ present: false })
    log.act([{ kind: 'admitted', pupilId: aisha, value: {} }])
    expect(pupilTally(tally(log.events), aisha)).toMatchObject({
      present: true,
      leftAt: null,
      admittedAt: first?.at,
    })
  })

  it('forgets the signature when the lesson is opened again to correct it', () => {
    const log = startLog(lesson)
    log.act([{ kind: 'moved', value: { to: 'ended' } }])
    log.act([{ kind: 'moved', value: { to: 'signed-off' } }])
    log.act([{ kind: 'moved', value: { to: 'exported' } }])
    expect(tally(log.events).signedAt).not.toBeNull()
    log.act([{ kind: 'moved', value: { to: 'ended' } }])
    expect(tally(log.events)).toMatchObject({ state: 'ended', signedAt: null })
  })

  it('ends when it ended: not at a wrong end taken back, nor when it is opened to correct', () => {
    const log = startLog(lesson)
    log.act([{ kind: 'moved', value: { to: 'live' } }])
    log.act([{ kind: 'moved', value: { to: 'ended' } }])
    const [back] = log.act([{ kind: 'moved', value: { to: 'live' } }])
    expect(tally(log.events)).toMatchObject({ state: 'live', endedAt: null })
    const [ended] = log.act([{ kind: 'moved', value: { to: 'ended' } }])
    log.act([{ kind: 'moved', value: { to: 'signed-off' } }])
    log.act([{ kind: 'moved', value: { to: 'ended' } }])
    expect(tally(log.events).endedAt).toBe(ended?.at)
    expect(tally(log.events).liveAt).not.toBe(back?.at)
  })

  it('counts facts of the class alone', () => {
    const log = startLog(lesson)
    log.act([
      { kind: 'waiting', pupilId: aisha, value: { waiting: true } },
      { kind: 'waiting', pupilId: idOf(999), value: { waiting: true } },
    ])
    const facts = factsOf(tally(log.events), testPreset.checkItems, [aisha, ben], [])
    expect(facts).toMatchObject({ waiting: 1, unreconciled: 2, secondAdultIn: false })
    expect(facts.openChecks).toHaveLength(testPreset.checkItems.length)
  })

  it('suggests took part for who was in, absent for who was not', () => {
    const log = startLog(lesson)
    log.act([{ kind: 'admitted', pupilId: aisha, value: {} }])
    const now = tally(log.events)
    expect(suggestedParticipation(pupilTally(now, aisha), true)).toBe('took-part')
    expect(suggestedParticipation(pupilTally(now, ben), true)).toBe('absent')
  })

  it('never suggests absent for a pupil who does not take part, nor waits for a word on them', () => {
    const log = startLog(lesson)
    log.act([{ kind: 'admitted', pupilId: aisha, value: {} }])
    const now = tally(log.events)
    expect(suggestedParticipation(pupilTally(now, ben), false)).toBe('does-not-take-part')
    expect(suggestedParticipation(pupilTally(now, aisha), false)).toBe('took-part')
    const unreconciled = (...optedOut: string[]) => factsOf(now, [], [aisha, ben], optedOut).unreconciled
    expect([unreconciled(), unreconciled(ben), unreconciled(aisha, ben)]).toEqual([2, 1, 1])
  })

  it('does not count as waiting who does not take part, but still who is in', () => {
    const log = startLog(lesson)
    log.act([{ kind: 'waiting', pupilId: ben, value: { waiting: true } }])
    log.act([{ kind: 'admitted', pupilId: aisha, value: {} }])
    const facts = factsOf(tally(log.events), [], [aisha, ben], [aisha, ben])
    expect(facts).toMatchObject({ waiting: 0, present: 1 })
  })
})

describe('marks of the live panel', () => {
  const step = (toStep?: number): NewEntry => ({
    kind: 'award',
    pupilId: aisha,
    value: { behaviour: 'b', group: 'step', points: 0, ...(toStep === undefined ? {} : { toStep }) },
  })
  const pick = (pupilId: string, round: number): NewEntry => ({ kind: 'picked', pupilId, value: { round } })

  it('climbs the ladder a step at a time, or to the step a behaviour names, and never down', () => {
    const log = startLog(lesson)
    const steps = () => pupilTally(tally(log.events), aisha).steps
    log.act([step()])
    expect(steps()).toBe(1)
    const [named] = log.act([step(3)])
    expect(steps()).toBe(3)
    log.act([step(2)])
    expect(steps()).toBe(4)
    log.act([{ kind: 'revoked', revokes: named?.id ?? '' }])
    expect(steps()).toBe(2)
  })

  it('has the camera off by agreement from admission, and as said afterwards', () => {
    const log = startLog(lesson)
    const camera = () => pupilTally(tally(log.events), aisha).camera
    const admit: NewEntry = { kind: 'admitted', pupilId: aisha, value: { camera: 'off-by-agreement' } }
    const [first] = log.act([admit])
    expect(camera()).toBe('off-by-agreement')
    log.act([{ kind: 'camera', pupilId: aisha, value: { camera: 'on' } }])
    log.act([{ kind: 'left', pupilId: aisha, value: {} }])
    log.act([admit])
    expect(camera()).toBe('on')
    const alone = startLog(lesson)
    const [only] = alone.act([admit])
    alone.act([{ kind: 'revoked', revokes: only?.id ?? '' }])
    expect(first && pupilTally(tally(alone.events), aisha).camera).toBe('on')
  })

  it('counts who came back, incidents and names put right, and keeps the last word on equipment', () => {
    const log = startLog(lesson)
    log.act([{ kind: 'admitted', pupilId: aisha, value: {} }])
    log.act([{ kind: 'left', pupilId: aisha, value: {} }])
    log.act([{ kind: 'admitted', pupilId: aisha, value: {} }])
    log.act([{ kind: 'incident', pupilId: aisha, value: { why: 'escalated' } }])
    log.act([{ kind: 'name-corrected', pupilId: aisha, value: {} }])
    log.act([{ kind: 'equipment', pupilId: aisha, value: { equipment: 'missing' }, text: 'ruler' }])
    expect(pupilTally(tally(log.events), aisha).missing).toBe('ruler')
    log.act([{ kind: 'equipment', pupilId: aisha, value: { equipment: 'ready' } }])
    expect(pupilTally(tally(log.events), aisha)).toMatchObject({
      returns: 1,
      incidents: 1,
      namesCorrected: 1,
      equipment: 'ready',
      missing: null,
      hasReachedLeader: false,
    })
  })

  it('knows the timer that runs, who had a turn in the round, and since when an adult is missing', () => {
    const log = startLog(lesson)
    log.act([{ kind: 'second-adult-joined', value: { staffId: colleague } }])
    log.act([pick(aisha, 1)])
    log.act([pick(ben, 1)])
    log.act([pick(ben, 2)])
    log.act([pick(aisha, 1)])
    const [started] = log.act([{ kind: 'timer', value: { minutes: 5 }, text: 'Starter' }])
    const [gone] = log.act([{ kind: 'second-adult-left', value: {} }])
    const now = tally(log.events)
    expect(now.picking).toEqual({ round: 2, pickedIds: [ben] })
    expect(now.timer).toEqual({ phase: 'Starter', startedAt: started?.at, minutes: 5 })
    expect(now.secondAdultLeftAt).toBe(gone?.at)
    log.act([{ kind: 'timer', value: { minutes: 0 } }])
    expect(tally(log.events).timer).toBeNull()
  })
})

describe('the last act', () => {
  it('is the whole of one tap, of this person alone', () => {
    const log = startLog(lesson)
    const whole = log.act([point(aisha), point(ben)])
    log.act([point(aisha)], { actorId: colleague })
    expect(lastAct(log.events, me)).toEqual(whole)
    for (const event of whole) log.act([{ kind: 'revoked', revokes: event.id }])
    expect(lastAct(log.events, me)).toEqual([])
  })

  it('never takes back a check or a move', () => {
    const log = startLog(lesson)
    log.act([{ kind: 'moved', value: { to: 'preparing' } }])
    log.act([{ kind: 'check-answered', value: { item: 'chat', answer: 'done' } }])
    expect(lastAct(log.events, me)).toEqual([])
  })
})

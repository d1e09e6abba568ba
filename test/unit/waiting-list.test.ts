import { describe, expect, it } from 'vitest'
import { labelPupils } from '../../shared/domain/people.ts'
import { tally } from '../../shared/domain/tally.ts'
import {
  keptOutEntries,
  mayBeSeveral,
  mergeNames,
  type NameAnswer,
  rememberAs,
  shownNames,
  sortNames,
  tickedAs,
  type WaitingName,
  withKeys,
} from '../../shared/domain/waiting-list.ts'
import { idOf, type LogFixture, startLog } from '../support/log-fixture.ts'

const [zoe, sam, kofi, lesson] = [idOf(101), idOf(102), idOf(103), idOf(900)]
const pupils = labelPupils([
  { id: zoe, forename: 'Zoe', surname: 'Kowalczyk' },
  { id: sam, forename: 'Sam', surname: 'Whitlock' },
  { id: kofi, forename: 'Kofi', surname: 'Ampofo' },
])

type Match = Omit<WaitingName, 'key'>
const match = (text: string, change: Partial<Match>): Match => ({
  text,
  outcome: 'unexpected',
  pupilId: null,
  candidateIds: [],
  reason: 'unknown',
  why: 'Nobody in the class has a name like this.',
  ...change,
})
const expected = (text: string, pupilId: string) =>
  match(text, { outcome: 'expected', pupilId, reason: 'forename' })
const asked = (text: string, ...candidateIds: string[]) =>
  match(text, { outcome: 'ask', candidateIds, reason: 'close-spelling' })

function sort(
  log: LogFixture,
  matches: Match[],
  answers: Record<string, NameAnswer> = {},
  optedOutIds: string[] = [],
) {
  return sortNames(withKeys(matches), {
    pupils,
    optedOutIds,
    events: log.events,
    tally: tally(log.events),
    answers: new Map(Object.entries(answers)),
  })
}
const texts = (names: readonly { text: string }[]) => names.map(({ text }) => text)
const prepared = () => {
  const log = startLog(lesson)
  log.act([{ kind: 'moved', value: { to: 'preparing' } }])
  return log
}
const waiting = (pupilId: string, text?: string) =>
  ({ kind: 'waiting', pupilId, value: { waiting: true }, ...(text === undefined ? {} : { text }) }) as const

describe('sorting the names waiting', () => {
  it('ticks the expected, asks about the doubtful, keeps the rest out', () => {
    const list = sort(prepared(), [
      expected('Zoe K', zoe),
      asked('Samm', sam),
      match('Dragon99', {}),
      match('Kofi', { candidateIds: [kofi], reason: 'does-not-take-part', why: 'Not to be let in.' }),
    ])
    expect(list.ticks).toEqual([{ pupilId: zoe, text: 'Zoe K' }])
    expect(texts(list.questions)).toEqual(['Samm'])
    expect(list.keptOut.map(({ text, why, isWritten }) => ({ text, why, isWritten }))).toEqual([
      { text: 'Dragon99', why: 'unexpected', isWritten: false },
      { text: 'Kofi', why: 'does-not-take-part', isWritten: false },
    ])
  })

  it('does nothing twice for who is ticked or in already', () => {
    const log = prepared()
    log.act([waiting(zoe, 'Zoe K'), waiting(sam)])
    log.act([{ kind: 'admitted', pupilId: zoe, value: {} }])
    const list = sort(log, [expected('ZOE K', zoe), expected('Sam Whitlock', sam)])
    expect(list).toEqual({ ticks: [], questions: [], keptOut: [], recognised: 2 })
  })

  it('asks about a second name of a pupil who is there under another', () => {
    const log = prepared()
    log.act([waiting(zoe, 'Zoe K')])
    const list = sort(log, [expected('Zoe Kowalczyk', zoe)])
    expect(list.ticks).toEqual([])
    expect(list.questions).toMatchObject([
      { text: 'Zoe Kowalczyk', reason: 'already-matched', candidateIds: [zoe] },
    ])
    expect(list.questions[0]?.why).toContain('“Zoe K”')
  })

  it('does not ask again what was confirmed in this lesson, and ticks who came back', () => {
    const log = prepared()
    log.act([waiting(sam, 'Family PC')])
    expect(sort(log, [asked('Family PC', sam, kofi)])).toMatchObject({ questions: [], recognised: 1 })
    log.act([{ kind: 'waiting', pupilId: sam, value: { waiting: false } }])
    expect(sort(log, [asked('family pc', sam, kofi)]).ticks).toEqual([{ pupilId: sam, text: 'family pc' }])
  })

  it('asks about the same full name a second time, whoever is in under the first', () => {
    const log = prepared()
    const twice = [
      expected('Zoe Kowalczyk', zoe),
      match('Zoe Kowalczyk', { outcome: 'ask', candidateIds: [zoe], reason: 'already-matched' }),
    ]
    const list = sort(log, twice)
    expect(list.ticks).toHaveLength(1)
    expect(texts(list.questions)).toEqual(['Zoe Kowalczyk'])
    log.act([waiting(zoe, 'Zoe Kowalczyk')])
    expect(texts(sort(log, twice).questions)).toEqual(['Zoe Kowalczyk'])
    expect(sort(log, twice, { 'zoekowalczyk 2': 'nobody' })).toMatchObject({
      questions: [],
      keptOut: [{ text: 'Zoe Kowalczyk', why: 'unexpected' }],
    })
  })

  it('never ticks who does not take part, even confirmed before', () => {
    const log = prepared()
    log.act([waiting(kofi, 'Family PC')])
    log.act([{ kind: 'waiting', pupilId: kofi, value: { waiting: false } }])
    expect(sort(log, [asked('Family PC', kofi)], {}, [kofi]).ticks).toEqual([])
  })

  it('follows what a person said of a name', () => {
    const names = [asked('Samm', sam), match('Dragon99', {}), asked('Zo', zoe)]
    const list = sort(prepared(), names, { 'samm 1': 'nobody', 'dragon99 1': 'ask', 'zo 1': 'settled' })
    expect(texts(list.keptOut)).toEqual(['Samm'])
    expect(texts(list.questions)).toEqual(['Dragon99'])
    expect(list.recognised).toBe(1)
  })

  it('knows from the log who was kept out, after a restart too, and writes each once', () => {
    const log = prepared()
    log.act([{ kind: 'kept-out', value: { why: 'unexpected' }, text: 'Dragon99' }])
    const list = sort(log, [asked('DRAGON 99', zoe), match('Bob', {}), match('bob', {}), match('🦄', {})])
    expect(list.questions).toEqual([])
    expect(list.keptOut.map(({ text, isWritten }) => [text, isWritten])).toEqual([
      ['DRAGON 99', true],
      ['Bob', false],
      ['bob', false],
      ['🦄', false],
    ])
    expect(keptOutEntries(list.keptOut)).toEqual([
      { kind: 'kept-out', value: { why: 'unexpected' }, text: 'bob' },
      { kind: 'kept-out', value: { why: 'unexpected' }, text: '🦄' },
    ])
    expect(sort(log, []).keptOut).toMatchObject([{ text: 'Dragon99', isWritten: true, name: null }])
  })
})

describe('names pasted again', () => {
  it('takes the place of the same names, and leaves the others', () => {
    const before = withKeys([asked('Samm', sam), match('Dragon99', {}), match('Dragon99', {})])
    const now = withKeys([expected('samm', sam), match('Bob', {})])
    expect(texts(mergeNames(before, now))).toEqual(['Dragon99', 'Dragon99', 'samm', 'Bob'])
  })
})

describe('ticking under a name', () => {
  const [only] = pupils.filter(({ id }) => id === zoe)
  it('writes the name only where it is not the pupil’s own', () => {
    if (!only) throw new Error('no Zoe')
    expect(tickedAs('zoe  KOWALCZYK', [only], [])).toEqual([waiting(zoe)])
    expect(tickedAs("Zoe's iPad", [only], [])).toEqual([waiting(zoe, "Zoe's iPad")])
  })

  it('takes back that they were kept out under it', () => {
    if (!only) throw new Error('no Zoe')
    const log = prepared()
    const [out] = log.act([{ kind: 'kept-out', value: { why: 'unexpected' }, text: 'Zozo' }])
    log.act([{ kind: 'kept-out', value: { why: 'unexpected' }, text: 'Bob' }])
    expect(tickedAs('zozo', [only], log.events)).toEqual([
      { kind: 'revoked', revokes: out?.id },
      waiting(zoe, 'zozo'),
    ])
  })

  it('says under which name somebody is there, until they are ticked by hand', () => {
    const log = prepared()
    log.act([waiting(zoe, 'Zozo'), waiting(sam, 'Whitlocks')])
    log.act([{ kind: 'waiting', pupilId: zoe, value: { waiting: false } }])
    expect([...shownNames(log.events)]).toEqual([[sam, 'Whitlocks']])
  })
})

describe('what is worth remembering', () => {
  it('takes a device for a device, a name for a nickname, and nothing that tells nobody', () => {
    const as = (reason: string, text = 'Lulu') => rememberAs({ text, reason })
    expect(as('common-device')).toBe('shared-device')
    expect(as('several')).toBe('shared-device')
    expect(as('close-spelling')).toBe('nickname')
    expect(as('unknown')).toBe('nickname')
    expect(as('same-name')).toBeNull()
    expect(as('already-matched')).toBeNull()
    expect(as('unknown', '🦄')).toBeNull()
    expect(as('unknown', 'x'.repeat(81))).toBeNull()
  })

  it('lets several be chosen only where several may sit at one device', () => {
    const name = (reason: string, ...candidateIds: string[]) => ({
      ...match('x', { reason, candidateIds }),
      key: 'x 1',
    })
    expect(mayBeSeveral(name('several', zoe, sam))).toBe(true)
    expect(mayBeSeveral(name('several', zoe))).toBe(false)
    expect(mayBeSeveral(name('same-name', zoe, sam))).toBe(false)
  })
})

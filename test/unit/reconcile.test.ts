import { describe, expect, it } from 'vitest'
import type { NewEntry } from '../../shared/domain/events.ts'
import { attendanceOf, seenUntilOf } from '../../shared/domain/reconcile/attendance.ts'
import { differencesOf, reportedEntries } from '../../shared/domain/reconcile/differences.ts'
import { pupilTally, tally } from '../../shared/domain/tally.ts'
import { idOf, startLog } from '../support/log-fixture.ts'
import { identified, meeting, person, pupilNames } from '../support/report-fixture.ts'

const freya = pupilNames(1, 'Freya Ward')
const at = (clock: string) => Date.parse(`2021-01-18T${clock}:00Z`)
type Said = readonly (readonly [clock: string, entry: NewEntry])[]
const of = (kind: 'admitted' | 'left'): NewEntry => ({ kind, pupilId: freya.id, value: {} })

/** A lesson from 09:30 to 10:30 with the teacher in to the end; `said` of Freya in the log. */
function reconcile(
  times: readonly (readonly [string, string?])[] | null,
  said: Said,
  { optedOutIds = [], teacherUntil = '10:31' }: { optedOutIds?: string[]; teacherUntil?: string } = {},
) {
  const log = startLog(idOf(900))
  log.act([{ kind: 'moved', value: { to: 'live' } }], { at: at('09:30') })
  for (const [clock, entry] of said) log.act([entry], { at: at(clock) })
  log.act([{ kind: 'moved', value: { to: 'ended' } }], { at: at('10:30') })
  const people = [
    person('Ms Reid', [['9:20', teacherUntil]]),
    ...(times ? [person('Freya Ward', times)] : []),
  ]
  const names = identified([meeting(...people)], [freya], { adults: ['Ms Reid'] })
  const ground = () => ({
    pupils: [freya],
    optedOutIds,
    lesson: { startsAt: at('09:30'), endsAt: at('10:30') },
    events: log.events,
    tally: tally(log.events),
    attendance: attendanceOf(names),
    seenUntil: seenUntilOf(names),
    slackMinutes: 2,
  })
  const accept = () => {
    for (const { entries } of differencesOf(ground())) log.act(entries, { at: at('10:40') })
    return pupilTally(tally(log.events), freya.id)
  }
  return { log, ground, accept, found: differencesOf(ground()) }
}

const inFrom: Said = [['09:29', of('admitted')]]
const late = (minutes: number): NewEntry => ({ kind: 'late', pupilId: freya.id, value: { minutes } })

describe('a report and a log', () => {
  it('agree where both say the same, a little to and fro aside', () => {
    expect(reconcile([['9:31', '10:29']], inFrom).found).toEqual([])
  })

  it('differ on who came, and the report’s word brings how late and how early with it', () => {
    const { found, accept } = reconcile([['9:37', '10:14']], [])
    expect(found).toMatchObject([
      { about: 'came', report: '09:37 to 10:14, 37 minutes', log: 'Absent, not let in' },
    ])
    expect(accept()).toMatchObject({ participation: 'took-part', minutesLate: 7, leftAt: at('10:14') })
  })

  it('differ on who was let in and is not in the report', () => {
    const { found, accept } = reconcile(null, inFrom)
    expect(found).toMatchObject([{ about: 'missing', report: 'Not in the report', log: 'Let in at 09:29' }])
    expect(accept().participation).toBe('absent')
  })

  it('never make one absent who does not take part', () => {
    const { accept } = reconcile(null, inFrom, { optedOutIds: [freya.id] })
    expect(accept().participation).toBe('does-not-take-part')
  })

  it.each([
    ['9:37', 0, '7 minutes late, came 09:37', 'Not late', 7],
    ['9:30', 5, 'On time, came 09:30', '5 minutes late', 0],
    ['9:40', 3, '10 minutes late, came 09:40', '3 minutes late', 10],
  ])('differ on late: came %s, %i in the log', (came, minutes, report, logSays, after) => {
    const { found, accept } = reconcile([[came, '10:30']], [...inFrom, ['09:50', late(minutes)]])
    expect(found).toMatchObject([{ about: 'late', report, log: logSays }])
    expect(accept().minutesLate).toBe(after)
  })

  it.each([
    ['9:31', 0],
    ['9:36', 5],
    ['9:36', 7],
  ])('agree on late within two minutes: came %s, %i in the log', (came, minutes) => {
    expect(reconcile([[came, '10:30']], [...inFrom, ['09:50', late(minutes)]]).found).toEqual([])
  })

  it('differ on leaving early, with the time the report has', () => {
    const { found, accept, log } = reconcile([['9:30', '10:14']], inFrom)
    expect(found).toMatchObject([{ about: 'left', report: 'Left at 10:14', log: 'Stayed to the end' }])
    expect(accept()).toMatchObject({ leftAt: at('10:14'), present: false })
    expect(
      differencesOf({
        ...reconcile([['9:30', '10:14']], inFrom).ground(),
        events: log.events,
        tally: tally(log.events),
      }),
    ).toEqual([])
  })

  it('differ on a leaving that the report does not know, and on one at another time', () => {
    const gone: Said = [...inFrom, ['10:00', of('left')]]
    const stayed = reconcile([['9:30', '10:30']], gone)
    expect(stayed.found).toMatchObject([{ report: 'Stayed to the end', log: 'Left at 10:00' }])
    expect(stayed.accept().leftAt).toBeNull()
    const later = reconcile([['9:30', '10:20']], gone)
    expect(later.found).toMatchObject([{ report: 'Left at 10:20', log: 'Left at 10:00' }])
    expect(later.accept().leftAt).toBe(at('10:20'))
    expect(reconcile([['9:30', '10:01']], gone).found).toEqual([])
  })

  it('differ on a leaving marked only afterwards, which has no time of its own', () => {
    const { ground, log } = reconcile([['9:30', '10:14']], inFrom)
    log.act([of('left')], { at: at('10:45') })
    expect(differencesOf({ ...ground(), events: log.events, tally: tally(log.events) })).toMatchObject([
      { report: 'Left at 10:14', log: 'Left early' },
    ])
  })

  it('let nobody leave early with whom the meeting itself ended', () => {
    expect(reconcile([['9:30', '9:50']], inFrom, { teacherUntil: '9:50' }).found).toEqual([])
  })

  it('have no leaving to compare where the report does not say when', () => {
    expect(reconcile([['9:30']], inFrom).found).toEqual([])
  })

  it('are another difference when another file says something else', () => {
    const [first] = reconcile([['9:37', '10:30']], inFrom).found
    const [second] = reconcile([['9:40', '10:30']], inFrom).found
    expect(first?.key).not.toBe(second?.key)
  })
})

describe('what is signed of a report', () => {
  it('is the time of each pupil up to the lesson’s end, once', () => {
    const { ground, log } = reconcile([['9:25', '10:40']], inFrom)
    const entries = reportedEntries(ground())
    expect(entries).toEqual([
      { kind: 'reported', pupilId: freya.id, value: { minutes: 65, from: at('09:25'), until: at('10:40') } },
    ])
    log.act(entries)
    expect(reportedEntries({ ...ground(), events: log.events })).toEqual([])
  })

  it('is taken back of a pupil the reports do not know any more', () => {
    const { ground, log } = reconcile([['9:30', '10:30']], inFrom)
    const [written] = log.act(reportedEntries(ground()))
    expect(reportedEntries({ ...ground(), attendance: new Map() })).toEqual([
      { kind: 'revoked', revokes: written?.id },
    ])
  })
})

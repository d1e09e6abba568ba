import { describe, expect, it } from 'vitest'
import { reportPerson } from '../../shared/domain/meeting-report.ts'
import { gatherPeople, type ReportRow } from '../../shared/domain/report-people.ts'

const at = (minute: number, second = 0) => Date.UTC(2021, 0, 18, 9, minute, second)
const row = (
  name: string,
  from: number | null,
  to: number | null,
  more: Partial<ReportRow> = {},
): ReportRow => ({
  line: 1,
  name,
  from,
  to,
  ...more,
})

describe('the people of a report', () => {
  it('merges what overlaps or touches and keeps a gap', () => {
    const [person] = gatherPeople(
      [
        row('Freya', at(20), at(30)),
        row('Freya', at(0), at(10)),
        row('Freya', at(5), at(12)),
        row('Freya', at(12), at(13)),
      ],
      at(40),
    )
    expect(person).toEqual({
      name: 'Freya',
      minutes: 23,
      intervals: [
        { from: '2021-01-18T09:00:00', to: '2021-01-18T09:13:00' },
        { from: '2021-01-18T09:20:00', to: '2021-01-18T09:30:00' },
      ],
    })
    expect(reportPerson.safeParse(person).success).toBe(true)
  })

  it('counts a stretch without an end to the last time seen, and gives it no end', () => {
    const [person] = gatherPeople([row('Noah', at(10), null), row('Noah', at(0), at(11))], at(40), 'Z')
    expect(person).toEqual({ name: 'Noah', minutes: 40, intervals: [{ from: '2021-01-18T09:00:00Z' }] })
  })

  it('never counts backwards when the only time seen is earlier', () => {
    expect(gatherPeople([row('Noah', at(10), null)], at(5))[0]?.minutes).toBe(0)
  })

  it('takes the file’s own total where there are no times, and what any row says of a person', () => {
    const people = gatherPeople(
      [
        row('Ivy', null, null, { totalMinutes: 12.5, guest: true }),
        row('Ivy', null, null, { totalMinutes: 3, email: 'ivy@school.example', originalName: 'Ivy P' }),
        row('Ms Reid', null, null, { totalMinutes: 40, host: true }),
      ],
      0,
    )
    expect(people).toEqual([
      {
        name: 'Ivy',
        originalName: 'Ivy P',
        email: 'ivy@school.example',
        guest: true,
        minutes: 15.5,
        intervals: [],
      },
      { name: 'Ms Reid', host: true, minutes: 40, intervals: [] },
    ])
  })

  it('agrees with a second-by-second simulation', () => {
    let seed = 7
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
    for (let round = 0; round < 300; round += 1) {
      const stretches = Array.from({ length: 1 + random(8) }, () => {
        const from = random(3600)
        return { from, to: from + random(900), isOpen: random(9) === 0 }
      })
      const lastSeen = Math.max(...stretches.map(({ from, to, isOpen }) => (isOpen ? from : to)))
      const rows = stretches.map(({ from, to, isOpen }) => row('A', at(0, from), isOpen ? null : at(0, to)))
      const seconds = new Set<number>()
      for (const { from, to, isOpen } of stretches)
        for (let second = from; second < (isOpen ? lastSeen : to); second += 1) seconds.add(second)
      expect(gatherPeople(rows, at(0, lastSeen))[0]?.minutes).toBe(Math.round(seconds.size / 6) / 10)
    }
  })
})

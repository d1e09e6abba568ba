import { describe, expect, it } from 'vitest'
import { attendanceOf } from '../../shared/domain/reconcile/attendance.ts'
import {
  isOfLesson,
  readReportedNames,
  reportInstant,
  timesOfMeeting,
} from '../../shared/domain/reconcile/reported-names.ts'
import { idOf } from '../support/log-fixture.ts'
import { identified, meeting, person, pupilNames } from '../support/report-fixture.ts'

const at = (clock: string) => Date.parse(`2021-01-18T${clock}:00Z`)
const freya = pupilNames(1, 'Freya Ward')

describe('a report’s time', () => {
  it.each([
    ['2021-01-18T09:30:15', '2021-01-18T09:30:15Z'],
    ['2021-06-18T09:30:15', '2021-06-18T08:30:15Z'],
    ['2021-06-18T09:30:15Z', '2021-06-18T09:30:15Z'],
    ['2021-06-18T09:30:15+02:00', '2021-06-18T07:30:15Z'],
  ])('%s is %s: the school’s clock, unless the file gives a zone', (written, instant) => {
    expect(reportInstant(written)).toBe(Date.parse(instant))
  })

  it('never ends a stay before it began, in the hour that autumn repeats', () => {
    const night = {
      name: 'Freya Ward',
      minutes: 20,
      intervals: [{ from: '2020-10-25T01:50:00', to: '2020-10-25T01:10:00' }],
    }
    const [name] = readReportedNames([{ people: [night] }])
    expect(name?.minutes).toBe(0)
  })
})

describe('the names of a lesson’s reports', () => {
  it('adds the second file of a restarted meeting, and counts no time twice', () => {
    const first = meeting(person('Freya Ward', [['9:30', '9:50']]))
    const second = meeting(person('Freya  ward', [['9:55', '10:30']]))
    const names = readReportedNames([first, second, first])
    expect(names).toHaveLength(1)
    expect(names[0]).toMatchObject({ minutes: 55, stays: [{ from: at('09:30') }, { to: at('10:30') }] })
  })

  it('counts a stay without an end to the last time of its own meeting', () => {
    const names = readReportedNames([
      meeting(person('Freya Ward', [['9:30']]), person('Ben', [['9:31', '9:50']])),
      meeting(person('Ben', [['9:55', '10:30']])),
    ])
    expect(names[0]).toMatchObject({ minutes: 20, stays: [{ to: at('09:50'), isOpen: true }] })
  })

  it('adds the totals of meetings without times', () => {
    const [name] = readReportedNames([
      meeting(person('Freya Ward', [], { minutes: 20 })),
      meeting(person('Freya Ward', [], { minutes: 31.5 })),
    ])
    expect(name).toMatchObject({ minutes: 51.5, stays: [] })
  })

  it('takes a file of very many names and times', () => {
    const people = Array.from({ length: 150_000 }, (_, n) => person(`Somebody ${n}`, [['9:30', '9:31']]))
    expect(timesOfMeeting({ people })).toEqual({ from: at('09:30'), to: at('09:31') })
  })
})

describe('whether a meeting is the lesson’s', () => {
  const lesson = { from: at('09:30'), to: at('10:30') }
  it.each([
    ['09:20', '10:31', true],
    ['10:35', '11:00', true],
    ['10:50', '11:30', false],
    ['08:00', '09:10', false],
  ])('%s to %s: %s', (from, to, isOf) => {
    expect(isOfLesson(meeting(person('A', [[from, to]])), lesson, 15 * 60_000)).toBe(isOf)
  })

  it('may be any lesson’s without times', () => {
    expect(isOfLesson(meeting(person('A', [], { minutes: 5 })), lesson, 0)).toBe(true)
  })
})

describe('the attendance of a pupil', () => {
  it('counts two names at once as two devices, once', () => {
    const names = identified(
      [meeting(person('Freya Ward', [['9:30', '10:30']]), person('Freya W', [['9:40', '10:35']]))],
      [freya],
    )
    expect(attendanceOf(names).get(freya.id)).toMatchObject({
      minutes: 65,
      isTwice: true,
      names: ['Freya Ward', 'Freya W'],
    })
  })

  it('does not say twice of one who came back under another name', () => {
    const names = identified(
      [meeting(person('Freya Ward', [['9:30', '9:40']]), person('Freya W', [['9:41', '10:30']]))],
      [freya],
    )
    expect(attendanceOf(names).get(freya.id)).toMatchObject({ minutes: 59, isTwice: false })
  })

  it('gives both pupils behind one device its whole time', () => {
    const pupils = [pupilNames(3, 'Tom Hill'), pupilNames(4, 'Sara Hill')]
    const pupilIds = [idOf(3), idOf(4)]
    const names = identified([meeting(person('Hill iPad', [['9:30', '10:00']]))], pupils, {
      answers: { hillipad: { as: 'pupils', pupilIds } },
    })
    const attendance = attendanceOf(names)
    expect(attendance.get(idOf(3))).toMatchObject({ minutes: 30, sharesWith: [idOf(4)] })
    expect(attendance.get(idOf(4))).toMatchObject({ minutes: 30, sharesWith: [idOf(3)] })
  })

  it('does not know when one left whose last stay has no end', () => {
    const names = identified([meeting(person('Freya Ward', [['9:30']]))], [freya])
    expect(attendanceOf(names).get(freya.id)).toMatchObject({ cameAt: at('09:30'), leftAt: null })
  })

  it('has the minutes that a simulation of every minute counts, whatever the devices', () => {
    for (let seed = 1; seed <= 500; seed += 1) {
      const random = seeded(seed)
      const people = ['Freya Ward', 'Freya W', 'Ward Freya'].map((name) =>
        person(
          name,
          Array.from({ length: 1 + random(5) }, (): [string, string] => {
            const from = random(50)
            return [clock(from), clock(from + random(10))]
          }),
        ),
      )
      const cut = random(3)
      const meetings = [meeting(...people.slice(0, cut)), meeting(...people.slice(cut))]
      const present = new Set<string>()
      for (const { intervals } of people)
        for (const { from, to = from } of intervals)
          for (let minute = Date.parse(`${from}Z`); minute < Date.parse(`${to}Z`); minute += 60_000)
            present.add(String(minute))
      const found = attendanceOf(identified(meetings, [freya])).get(freya.id)
      expect(found?.minutes, `seed ${seed}`).toBe(present.size)
    }
  })
})

const clock = (minute: number) => `09:${String(minute).padStart(2, '0')}`

/** The same numbers for the same seed: whole ones below `most`. */
function seeded(seed: number) {
  let state = seed
  return (most: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * most)
  }
}

import { describe, expect, it } from 'vitest'
import { readDuration } from '../../electron/exchange/import/report-durations.ts'
import { splitMarks, TEAMS_GUESTS } from '../../electron/exchange/import/report-names.ts'
import { isOrganiser } from '../../electron/exchange/import/report-roles.ts'
import { plainTime } from '../../electron/exchange/import/report-time-forms.ts'

describe('how long somebody was there', () => {
  it.each([
    ['1h 54m', 114],
    ['2 h 44 m', 164],
    ['6m 15s', 6.25],
    ['1 hr 2 min', 62],
    ['1 Std. 5 Min. 30 Sek.', 65.5],
    ['1 tim 3 min', 63],
    ['1時間 5分', 65],
    ['41 分钟', 41],
    ['1 ч 2 мин', 62],
    ['٤١ د', 41],
    ['00:32:30', 32.5],
  ])('%s', (written, minutes) => expect(readDuration(written)).toBe(minutes))

  it.each(['', '41', 'Ann 2', '1h 2m 3s 4', 'j.reid2@school.example', `1h ${' '.repeat(80)}`])(
    'is not said by “%s”',
    (written) => expect(readDuration(written)).toBeNull(),
  )
})

describe('times in the forms of a language', () => {
  it.each([
    ['18.1.2021 klo 9.24.00', '18.1.2021 9.24.00'],
    ['18.1.2021 г., 9:24:00 ч.', '18.1.2021 9:24:00'],
    ['2021-01-18 09 h 24 min 00 s', '2021-01-18 09:24:00'],
    ['09:24:00 18/1/2021', '18/1/2021 09:24:00'],
    ['18/1/2564 9:24:00', '18/1/2021 9:24:00'],
    ['18/1/2021، 9:24:00 ص', '18/1/2021, 9:24:00 AM'],
    ['١٨/١/٢٠٢١ ٩:٢٤', '18/1/2021 9:24'],
    ['1/18/2021, 9:24:00 AM', '1/18/2021, 9:24:00 AM'],
  ])('%s', (written, plain) => expect(plainTime(written)).toBe(plain))
})

describe('marks after a name', () => {
  it.each([
    ['Freya Ward (Guest)', 'Freya Ward'],
    ['Freya Ward (Nicht überprüft)', 'Freya Ward'],
    ['花子（ゲスト）', '花子'],
    ['Freya (Year 5) (Invité)', 'Freya (Year 5)'],
    ['Freya (External) (Unverified)', 'Freya'],
  ])('%s', (written, name) => expect(splitMarks(written, TEAMS_GUESTS)).toEqual({ name, guest: true }))

  it.each(['Freya Ward', 'Freya (Year 5)', '(Guest)', 'Freya (', ''])('are none in “%s”', (name) =>
    expect(splitMarks(name, TEAMS_GUESTS)).toEqual({ name }),
  )

  it('knows who called the meeting', () => {
    expect(['Organizer', 'Organisateur', 'Organizzatore', 'Szervező', '主催者'].every(isOrganiser)).toBe(true)
    expect(['Presenter', 'Attendee', 'Teilnehmer', '出席者', ''].some(isOrganiser)).toBe(false)
  })
})

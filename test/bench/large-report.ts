/**
 * A Zoom report of about 100,000 rows and 10 MB, as of a school's active hosts put in one file: 4,000 invented names who
 * come back 25 times each, some on two devices at once, some waiting first. Times are those of one day, month first.
 */
export function makeLargeReport(): string {
  const header =
    'Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,Recording disclaimer response,In waiting room'
  const rows = [header]
  for (let visit = 0; visit < 25; visit += 1) {
    for (let person = 0; person < 4000; person += 1) {
      const from = 8 * 60 + visit * 18 + (person % 7)
      const length = 5 + (person % 25)
      const email = person % 3 > 0 ? `pupil${person}@hilltop-junior.example` : ''
      const waits = person % 40 === 0 && visit === 0 ? 'Yes' : 'No'
      rows.push(
        [
          person % 11 === 0 ? `Tablet ${person} (Pupil${person} Exampleton)` : `Pupil${person} Exampleton`,
          email,
          `01/18/2021 ${clock(from, person % 60)}`,
          `01/18/2021 ${clock(from + length, (person * 7) % 60)}`,
          String(length),
          person % 2 === 0 ? 'Yes' : 'No',
          'OK',
          waits,
        ].join(','),
      )
    }
  }
  return `${rows.join('\r\n')}\r\n`
}

const two = (value: number) => String(value).padStart(2, '0')

const clock = (minute: number, second: number): string => {
  const hour = Math.floor(minute / 60)
  const half = hour < 12 ? 'AM' : 'PM'
  return `${two(((hour + 11) % 12) + 1)}:${two(minute % 60)}:${two(second)} ${half}`
}

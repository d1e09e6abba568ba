/** A cell of a report taken apart at its clock, which is `clock` seconds as written, or -1 where there is none. */
export type ClockSplit = { date: string; before: string; clock: number; after: string }

const isDigit = (code: number): boolean => code >= 48 && code <= 57
/** The separators of a clock: `09:30:15`, and `09.30.15` as some languages have it. */
const CLOCK_WITH_DOTS = /(?:^|[\s,])(\d{1,2})\.([0-5]\d)(?:\.([0-5]\d))?\s*([\p{L}.]*)$/u
/** Words between date and clock: `18/01/2021 at 09:30`, `2021/1/18 上午 9:30`. */
const BETWEEN = /[\s,]*(?:(?<![\p{L}\d])(?:at|à|um|om|kl\.?|alle)|(?<=\d)T)?[\s,]*$/iu
const HALF_BEFORE = /(上午|下午|午前|午後|오전|오후|凌晨|早上|中午|晚上)\s*$/

/** Takes a cell apart at its clock. */
export function splitAtClock(cell: string): ClockSplit {
  const colon = cell.indexOf(':')
  if (colon < 1) return splitAtDots(cell)
  let from = colon
  while (from > 0 && colon - from < 2 && isDigit(cell.charCodeAt(from - 1))) from -= 1
  const minutes = twoDigits(cell, colon + 1)
  if (from === colon || minutes < 0 || minutes > 59) return { date: cell, before: '', clock: -1, after: '' }
  const hours = Number(cell.slice(from, colon))
  const seconds = cell.charCodeAt(colon + 3) === 58 ? twoDigits(cell, colon + 4) : -1
  const hasSeconds = seconds >= 0 && seconds < 60
  const clock = hours * 3600 + minutes * 60 + (hasSeconds ? seconds : 0)
  const after = cell.slice(colon + (hasSeconds ? 6 : 3)).trim()
  return { ...splitBefore(cell, from), clock, after }
}

function splitAtDots(cell: string): ClockSplit {
  const found = CLOCK_WITH_DOTS.exec(cell.slice(-40))
  if (!found) return { date: cell.trim(), before: '', clock: -1, after: '' }
  const [whole, hours, minutes, seconds = '0', after = ''] = found
  const clock = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return { ...splitBefore(cell, cell.length - whole.length), clock, after }
}

function splitBefore(cell: string, end: number): { date: string; before: string } {
  // Nearly every cell: digits, then one space, then the clock.
  if (end > 1 && cell.charCodeAt(end - 1) === 32 && isDigit(cell.charCodeAt(end - 2)))
    return { date: cell.slice(0, end - 1).trimStart(), before: '' }
  const text = cell.slice(Math.max(0, end - 60), end)
  const before = HALF_BEFORE.exec(text)?.[1] ?? ''
  const rest = before === '' ? text : text.replace(HALF_BEFORE, '')
  return { date: rest.replace(BETWEEN, '').trim(), before }
}

function twoDigits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at), text.charCodeAt(at + 1)]
  return isDigit(tens) && isDigit(ones) ? (tens - 48) * 10 + ones - 48 : -1
}

/** Which half of the day a clock is in, and the zone the file gives it. */
export type AfterClock = { half: 'am' | 'pm' | null; zone: string }

const MORNING = /^(am|a\. ?m\.?|上午|午前|오전|凌晨|早上|дп|π\.?μ\.?|sa|de\.?|öö|fm|f\.m\.)$/iu
const AFTERNOON = /^(pm|p\. ?m\.?|下午|午後|오후|中午|晚上|пп|μ\.?μ\.?|ch|du\.?|ös|em|e\.m\.)$/iu

/** What stands around a clock: parts of a second, the half of the day, a zone. Null for anything else. */
export function readAfterClock(text: string): AfterClock | null {
  const tidy = text
    .replace(/[\u200e\u200f]/g, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[.,]\d{1,9}/, '')
    .trim()
  if (tidy === '' || /^(uhr|h|klo)$/i.test(tidy)) return { half: null, zone: '' }
  if (MORNING.test(tidy)) return { half: 'am', zone: '' }
  if (AFTERNOON.test(tidy)) return { half: 'pm', zone: '' }
  const [, half = '', zone = ''] =
    /^([ap]m)? ?\(?(z|utc|gmt|(?:utc|gmt)?[+-−]\d{1,2}:?(?:\d\d)?)\)?$/i.exec(tidy) ?? []
  return zone === '' ? null : { half: readHalf(half), zone: readZone(zone) }
}

const readHalf = (text: string): AfterClock['half'] =>
  text === '' ? null : text.toLowerCase() === 'am' ? 'am' : 'pm'

function readZone(text: string): string {
  const [, sign = '', hours = '0', minutes = '0'] = /([+\-−])(\d{1,2}):?(\d\d)?$/.exec(text) ?? []
  if (Number(hours) === 0 && Number(minutes) === 0) return 'Z'
  return `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`
}

/** Seconds of the day, or null where there is no such hour. `15:30 PM`, which some exports write, is 15:30. */
export function secondsOfDay(written: number, half: AfterClock['half']): number | null {
  const hours = Math.floor(written / 3600)
  if (hours > 23) return null
  if (half === 'am' && hours === 12) return written - 12 * 3600
  if (half === 'pm' && hours < 12) return written + 12 * 3600
  return written
}

/** Seconds of the day of `09:30:15 AM` or `09:30:15` from a place to the end of a cell; below 0 for anything else. */
export function readUsualClock(cell: string, from: number): number {
  const rest = cell.length - from
  if (rest !== 11 && rest !== 8) return -1
  const [hours, minutes, seconds] = [
    twoDigits(cell, from),
    twoDigits(cell, from + 3),
    twoDigits(cell, from + 6),
  ]
  const isClock = cell.charCodeAt(from + 2) === 58 && cell.charCodeAt(from + 5) === 58
  if (!isClock || hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59)
    return -1
  const written = hours * 3600 + minutes * 60 + seconds
  if (rest === 8) return written
  if (cell.endsWith(' AM')) return secondsOfDay(written, 'am') ?? -1
  return cell.endsWith(' PM') ? (secondsOfDay(written, 'pm') ?? -1) : -1
}

export type DateOrder = 'month-first' | 'day-first'

/** A date as written: its day (ms UTC) by each order, null where that is no date, and the only order it can have. */
export type ReportDate = { days: Record<DateOrder, number | null>; only: DateOrder | null }

const YEAR_FIRST = /^(\d{4})(?:[-/.]|\. |[年년] ?)(\d{1,2})(?:[-/.]|\. |[月월] ?)(\d{1,2})[日일.]?$/
const YEAR_LAST = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})\.?$/
const NAMED_DAY_FIRST =
  /^(?:\p{L}+\.?,? )?(\d{1,2})(?:\.|st|nd|rd|th|º)?[ -](?:de )?(\p{L}{3,})\.?,?[ -](?:de )?(\d{4})$/u
const NAMED_MONTH_FIRST = /^(?:\p{L}+\.?,? )?(\p{L}{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u

/**
 * A date of a report, without its clock: `01/18/2021`, `18/01/2021`, `2021-01-18`, `18.01.2021` (day first wherever dots
 * are written), `18 Jan 2021`, `2021年1月18日`. Null for anything else and for days that do not exist.
 */
export function readReportDate(written: string): ReportDate | null {
  if (written.length > 60) return null
  const text = written
    .replace(/[\u200e\u200f\u202a-\u202e]/g, '')
    .replace(/\s+/gu, ' ')
    .trim()
  const year = YEAR_FIRST.exec(text)
  if (year) return fixed(Number(year[1]), Number(year[2]), Number(year[3]))
  const [, first = '', mark, second = '', last = ''] = YEAR_LAST.exec(text) ?? []
  if (mark !== undefined) return eitherWay(Number(first), Number(second), fullYear(last), mark === '.')
  return readNamed(text)
}

function eitherWay(first: number, second: number, year: number, isDayFirst: boolean): ReportDate | null {
  const days = {
    'month-first': isDayFirst ? null : dayAt(year, first, second),
    'day-first': dayAt(year, second, first),
  }
  if (days['month-first'] === null && days['day-first'] === null) return null
  const only = days['month-first'] === null ? 'day-first' : days['day-first'] === null ? 'month-first' : null
  return { days, only }
}

function readNamed(text: string): ReportDate | null {
  const day = NAMED_DAY_FIRST.exec(text)
  if (day) return fixed(Number(day[3]), monthOf(day[2] ?? ''), Number(day[1]))
  const month = NAMED_MONTH_FIRST.exec(text)
  return month ? fixed(Number(month[3]), monthOf(month[1] ?? ''), Number(month[2])) : null
}

/** A date that reads only one way says nothing about the others. */
function fixed(year: number, month: number, day: number): ReportDate | null {
  const at = dayAt(year, month, day)
  return at === null ? null : { days: { 'month-first': at, 'day-first': at }, only: null }
}

const fullYear = (text: string): number => Number(text) + (text.length === 2 ? 2000 : 0)

function dayAt(year: number, month: number, day: number): number | null {
  if (year < 2000 || year > 2099 || month < 1 || month > 12) return null
  const at = Date.UTC(year, month - 1, day)
  return day >= 1 && new Date(at).getUTCDate() === day ? at : null
}

/** Languages in which the meeting programs name months in their exports. */
const MONTH_LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'tr']
let months: ReadonlyMap<string, number> | null = null

function monthOf(name: string): number {
  months ??= nameMonths()
  const folded = name.toLowerCase().replace(/\.$/, '')
  return months.get(folded) ?? months.get(folded.slice(0, 3)) ?? 0
}

function nameMonths(): Map<string, number> {
  const found = new Map<string, number>()
  for (const language of MONTH_LANGUAGES) {
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month: style, day: 'numeric', timeZone: 'UTC' })
      for (let month = 1; month <= 12; month += 1) {
        const part = format.formatToParts(Date.UTC(2021, month - 1, 15)).find(({ type }) => type === 'month')
        const key = (part?.value ?? '').toLowerCase().replace(/\.$/, '')
        if (!found.has(key)) found.set(key, month)
      }
    }
  }
  return found
}

import type { Remark } from '../../../shared/domain/class-list.ts'

/** A cell understood, and what a person should check about it. */
export type CellReading = { value: string; warning: Remark | null }

const fine = (value: string): CellReading => ({ value, warning: null })

/** Of a longer cell the rest says nothing of any pupil, and would only take time. */
const MOST_LETTERS = 10_000

/**
 * One line without what can't be seen: new lines, control characters, marks that turn the writing direction. Never longer than
 * a cell could mean.
 */
export function cleanCell(cell: string): string {
  // Plain letters with single spaces need no work.
  if (cell.length <= MOST_LETTERS && /^[!-~]+(?: [!-~]+)*$/.test(cell)) return cell
  return cell
    .slice(0, MOST_LETTERS)
    .normalize('NFC')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** Whether a whole text holds nothing that could be seen. */
export const isBlankText = (text: string): boolean =>
  !/[^\s\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u.test(text)

/** `="00123"`, which exports write so that Excel keeps the zeros, is 00123. For numbers only: a name stays as it is. */
export const unwrapNumber = (cell: string): string => /^="([^"]*)"$/.exec(cell)?.[1]?.trim() ?? cell

/**
 * A telephone number whose first 0 a spreadsheet took off, with it again: ten digits that begin as English numbers do
 * after their 0. Source: Ofcom, the National Telephone Numbering Plan.
 */
export function readTelephone(cell: string): CellReading {
  const text = unwrapNumber(cell)
  return /^[12378]\d{9}$/.test(text.replace(/ /g, ''))
    ? { value: `0${text}`, warning: ZERO_LOST }
    : fine(text)
}

const ZERO_LOST: Remark = {
  code: 'telephone-zero',
  message: 'A telephone number had lost its first 0; it was put back. Check it.',
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const TIME_AFTER = /[T ]\d{1,2}:\d{2}(?::\d{2})?.*$/
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/
const DAY_AND_MONTH = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/
const MONTH_NAMED = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]+(\p{L}{3,9})[-/., ]+(\d{4}|\d{2})$/u
const DAY_NUMBER = /^\d{5}(?:\.\d+)?$/

export type DateOrder = 'day-first' | 'month-first'

const dateText = (cell: string): string => unwrapNumber(cell).replace(TIME_AFTER, '').trim()

/** Of a column in the American order about three dates in five have a day over 12; a slip of the pen is one among many. */
const LEAST_MONTH_FIRST = { cells: 2, share: 0.3 }

/** In which order a column writes day and month: the English one, unless many cells can only be the other and none only this. */
export function dateOrderOf(cells: readonly string[]): DateOrder {
  const pairs = cells.flatMap((cell) => {
    const [, first, second] = DAY_AND_MONTH.exec(dateText(cell)) ?? []
    return first === undefined ? [] : [{ first: Number(first), second: Number(second) }]
  })
  const monthFirst = pairs.filter(({ second }) => second > 12).length
  const isAmerican =
    monthFirst >= LEAST_MONTH_FIRST.cells &&
    monthFirst >= pairs.length * LEAST_MONTH_FIRST.share &&
    !pairs.some(({ first }) => first > 12)
  return isAmerican ? 'month-first' : 'day-first'
}

/**
 * A date of birth as ISO `YYYY-MM-DD`; an empty value when there is none or it can't be. The whole column has one order:
 * a single 04/13/2012 among English dates is left out rather than turned round.
 */
export function readDateOfBirth(cell: string, order: DateOrder = 'day-first'): CellReading {
  const text = dateText(cell)
  if (text === '') return fine('')
  if (DAY_NUMBER.test(text)) return readDayNumber(Math.floor(Number(text)))
  const [, isoYear, isoMonth, isoDay] = YEAR_FIRST.exec(text) ?? []
  if (isoYear) return checkDate(isoYear, Number(isoMonth), Number(isoDay))
  const [, first, second, year] = DAY_AND_MONTH.exec(text) ?? []
  if (year)
    return order === 'day-first'
      ? checkDate(year, Number(second), Number(first))
      : checkDate(year, Number(first), Number(second))
  const [, namedDay, name = '', namedYear] = MONTH_NAMED.exec(text) ?? []
  if (namedYear)
    return checkDate(namedYear, MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1, Number(namedDay))
  return NOT_A_DATE
}

const NOT_A_DATE: CellReading = {
  value: '',
  warning: {
    code: 'date-not-understood',
    message: 'The date of birth is not a date as day/month/year; it was left out.',
  },
}

function checkDate(writtenYear: string, month: number, day: number): CellReading {
  const isShort = writtenYear.length === 2
  const century = Number(writtenYear) < 50 ? 2000 : 1900
  const year = Number(writtenYear) + (isShort ? century : 0)
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  if (!isReal || year < 1900 || year > 2100) return NOT_A_DATE
  const value = date.toISOString().slice(0, 10)
  return isShort
    ? {
        value,
        warning: {
          code: 'date-short-year',
          message: `The date of birth has a year of two digits; it was read as ${year}.`,
        },
      }
    : fine(value)
}

/** Excel counts days from 30 December 1899 (for every date after February 1900). */
function readDayNumber(days: number): CellReading {
  const value = new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10)
  return {
    value,
    warning: {
      code: 'date-day-number',
      message: 'The date of birth is an Excel day number; it was turned into a date. Check it.',
    },
  }
}

/** `5`, `Y5`, `Yr 5`, `Year 5` are all `Year 5`; `R` and `0` are `Reception`; anything else stays as written. */
export function readYearGroup(cell: string): string {
  const [, number] = /^(?:(?:nc )?y(?:ea)?r?(?: group)?\.?)? ?0*(\d{1,2})$/i.exec(cell) ?? []
  if (number !== undefined && Number(number) <= 13)
    return Number(number) === 0 ? 'Reception' : `Year ${number}`
  return /^(?:(?:year|yr|y) ?)?r(?:ec(?:eption)?)?$/i.test(cell) ? 'Reception' : cell
}

export type NameOrder = 'surname-first' | 'forename-first'
export type NameReading = { forename: string; surname: string; warning: Remark | null }

const MORE_COMMAS: Remark = { code: 'name-commas', message: 'The name has more than one comma; check it.' }
const MORE_WORDS: Remark = {
  code: 'name-words',
  message: 'The name has more than two words; check which are the surname.',
}

/** Both names of one cell. A comma always follows the surname; without one, the order is the column's. */
export function splitName(cell: string, order: NameOrder): NameReading {
  const [beforeComma = '', ...afterComma] = cell.split(',')
  if (afterComma.length > 0) {
    const warning = afterComma.length > 1 ? MORE_COMMAS : null
    return { surname: beforeComma.trim(), forename: afterComma.join(',').trim(), warning }
  }
  const parts = cell.split(' ')
  const warning = parts.length > 2 ? MORE_WORDS : null
  const [first = '', ...others] = parts
  const rest = others.join(' ')
  return order === 'surname-first'
    ? { surname: first, forename: rest, warning }
    : { forename: first, surname: rest, warning }
}

import { cleanCell } from './class-list-cells.ts'
import type { TableRow } from './text-table.ts'

/** A title says more than a class; a longer cell is a remark. */
const LONGEST_TITLE = 200
const LONGEST_CLASS = 60

/** `5C`, `10 AB`, `RW`: a class by its year. */
const CODE = String.raw`\d{1,2}[ -]?\p{Lu}{1,3}|R\p{Lu}{1,2}`
const LABEL = String.raw`(?:class|form|tutor group|reg(?:istration)? (?:group|form|class))`

/** `Class 5C`, `Class list for 5C`, `5C class list`. */
const CODE_AFTER = new RegExp(
  String.raw`(?<!\p{L})${LABEL}(?: list| register| name)?(?: for| of)?[ :–—-]+(${CODE})(?![\p{L}\d])`,
  'giu',
)
const CODE_BEFORE = new RegExp(String.raw`(?<![\p{L}\d])(${CODE})[ :–—-]+${LABEL}(?!\p{L})`, 'giu')
/** `Class: Oak`, also with the name in the cell beside. */
const LABELLED = new RegExp(String.raw`^${LABEL}(?: name)?:\s*(\S.*)?$`, 'iu')
/** `Oak Class`, `Year 5 Oak Class`, alone or before a dash. */
const NAMED = /^(?:Year \d{1,2} (?:[–—-] )?)?(\p{Lu}[\p{L}’']+) Class(?= *(?:[–—,(-]|list|register|$))/u
const NO_NAME = /^(whole|this|the|my|our|new|first|top|each|every|school|year|pupil|pupils|english|maths)$/i

/** A code as it is written: in small letters only right behind its number, for `Class 5 and 6` and `5 Oak` are none. */
const AS_WRITTEN = /^(?:\d{1,2}(?:[ -]?\p{Lu}{1,3}|\p{Ll}{1,2})|R\p{Lu}{1,2})$/u
/** `18 JAN`, `1st`, `9 AM` are a day or an hour, `5 AND 6` two years; `5AM` and `5ST` are a teacher’s letters. */
const NO_CODE = /[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|am|pm|and|or|to|of|for|in)$/i
const ORDINAL = /^\d+(?:st|nd|rd|th|am|pm)$/
const YEAR_BEFORE = /(?<!\p{L})year *$/iu

/** The class that the lines above a list name, where they name one and no other; else null. */
export function classInTitle(rows: readonly TableRow[]): string | null {
  const found = new Set(rows.flatMap(({ cells }) => cells.flatMap((_, at) => classesOf(cells, at))))
  const [only] = found
  return found.size === 1 && only !== undefined && only.length <= LONGEST_CLASS ? only : null
}

/** The class that a line within a list begins with, as the title of the part below it: `Class: 5D`, `Oak Class`; else null. */
export function classOfPart({ cells }: TableRow): string | null {
  const first = cells.findIndex((cell) => cleanCell(cell) !== '')
  const [only, ...others] = first < 0 ? [] : classesOf(cells, first)
  return others.length === 0 && only !== undefined && only.length <= LONGEST_CLASS ? only : null
}

function classesOf(cells: readonly string[], at: number): string[] {
  const text = cleanCell(cells[at] ?? '')
  if (text === '' || text.length > LONGEST_TITLE) return []
  const labelled = LABELLED.exec(text)
  if (labelled) return [labelled[1] ?? cleanCell(cells[at + 1] ?? '')].filter(Boolean)
  const codes = [CODE_AFTER, CODE_BEFORE].flatMap((form) =>
    [...text.matchAll(form)].flatMap(({ 1: code = '', index }) =>
      isCode(code, text.slice(0, index)) ? [code] : [],
    ),
  )
  if (codes.length > 0) return codes.map((code) => code.toUpperCase())
  const [, name = ''] = NAMED.exec(text) ?? []
  return name === '' || NO_NAME.test(name) ? [] : [name]
}

/** In `YEAR 5 OAK CLASS` the number is the year’s. */
const isCode = (code: string, before: string): boolean =>
  AS_WRITTEN.test(code) &&
  !NO_CODE.test(code) &&
  !ORDINAL.test(code) &&
  !(code.includes(' ') && YEAR_BEFORE.test(before))

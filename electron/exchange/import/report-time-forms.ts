/** Ways of some languages to write a moment, and the plain way: date, then clock with colons. */
const FORMS: readonly [RegExp, string][] = [
  // Finnish, Swedish, Slovak, Bulgarian words between or after: `18.1.2021 klo 9.24.00`, `18.1.2021 г., 9:24:00 ч.`
  [/(\d\.?)\s*(?:klo|kl\.?|o|г\.?|р\.?|г),?\s+(?=\d)/u, '$1 '],
  [/\s*(?:ч\.?|Uhr|hod\.?|godz\.?)$/u, ''],
  // Canadian French: `2021-01-18 09 h 24 min 00 s`
  [/^(\d{4}-\d\d-\d\d),? (?:à )?(\d{1,2}) ?h ?(\d\d)(?: min (\d\d) s)?$/u, '$1 $2:$3:$4'],
  [/:$/u, ''],
  // Arabic and Malay halves of the day.
  [/\s*(?:ص|PG)$/u, ' AM'],
  [/\s*(?:م|PTG)$/u, ' PM'],
  // Vietnamese: the clock first.
  [/^(\d{1,2}:\d\d(?::\d\d)?),? (\d{1,2}[/-]\d{1,2}[/-]\d{4})$/u, '$2 $1'],
]

/** Digits of other scripts, by their zero. */
const ZEROS = [0x660, 0x6f0, 0x966, 0xe50]
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u0e50-\u0e59]/g
/** A year of the Thai calendar, which is 543 ahead. */
const THAI_YEAR = /^(\d{1,2}\/\d{1,2}\/)(25\d\d)(?!\d)/

/** A moment as some languages write it, rewritten as date and clock with colons; anything else comes back as it is. */
export function plainTime(cell: string): string {
  const ascii = plainDigits(cell).replaceAll('،', ',')
  const plain = FORMS.reduce((text, [form, instead]) => text.replace(form, instead), ascii)
  return plain.replace(THAI_YEAR, (_, before: string, year: string) => `${before}${Number(year) - 543}`)
}

/** Digits of any script as those of this one. */
export const plainDigits = (text: string): string => text.replace(OTHER_DIGITS, asDigit)

function asDigit(letter: string): string {
  const code = letter.charCodeAt(0)
  const zero = ZEROS.find((at) => code >= at && code <= at + 9) ?? code
  return String(code - zero)
}

import { plainDigits } from './report-time-forms.ts'

const PARTS = /(\d+(?:[.,]\d+)?)\s*([^\d\s]*)/gu
const CLOCK = /^(\d+):(\d\d)(?::(\d\d))?$/
/** What a unit begins with, in the languages of the meeting programs; looked at in this order. */
const UNITS: readonly [RegExp, number][] = [
  [
    /^(?:h|std|st(?:d|\.|$)|t(?:im|\.|$)|saat|sa|u(?:ur|\.|$)|ó|ч|год|時|小时|小時|时|시|g(?:odz|\.|$)|ora|ore|ώ|gi|jam|ชั่ว|ชม|س)/u,
    60,
  ],
  [/^(?:m|м|分|분|dk|dak|p(?:erc|$)|λ|phút|хв|นา|د)/u, 1],
  [/^(?:s|с|秒|초|δ|gi|วิ|ث)/u, 1 / 60],
]

/**
 * How long a report says that somebody was there, in minutes; null where it does not say. `1h 54m`, `2 h 44 m`, `1 hr 2 min`,
 * `1 Std. 5 Min.`, `41分`, `00:32:10`. A number alone is null: whether it counts minutes or seconds is not known.
 */
export function readDuration(cell: string): number | null {
  if (cell.length > 60) return null
  const text = plainDigits(cell)
  const [, first, second, third] = CLOCK.exec(text) ?? []
  if (first !== undefined) return Number(first) * 60 + Number(second) + Number(third ?? 0) / 60
  const parts = [...text.toLowerCase().matchAll(PARTS)]
  if (parts.length === 0 || parts.length > 3) return null
  let minutes = 0
  for (const [, amount = '', unit = ''] of parts) {
    const length = UNITS.find(([begins]) => begins.test(unit))?.[1]
    if (length === undefined) return null
    minutes += Number(amount.replace(',', '.')) * length
  }
  return minutes
}

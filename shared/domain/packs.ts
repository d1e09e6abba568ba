import { z } from 'zod'
import { id } from './ids.ts'
import { addDays, type SchoolDate, weekdayOf } from './times.ts'

/** How a pupil came by a pack or by what was sent instead; `not-received` takes an earlier mark back. */
export const receiptKinds = ['collected', 'delivered', 'sent', 'not-received'] as const
export type ReceiptKind = (typeof receiptKinds)[number]

/** What a class needs for a week of live lessons (head.packs). `week` is its Monday. */
export const pack = z.object({
  id,
  classId: id,
  week: z.iso.date(),
  contents: z.string().trim().min(1).max(500),
  /** From when it can be collected. */
  availableFrom: z.iso.date(),
  /** Who found it appropriate, and when (UTC ms); null while nobody has. */
  approval: z.object({ staffId: id, at: z.number().int() }).nullable(),
})
export type Pack = z.infer<typeof pack>

/** How each pupil has it, by pupil id; one who is not there has not got it. */
export type Receipts = Record<string, Exclude<ReceiptKind, 'not-received'>>

/** The Monday of a day's week. */
export const weekOf = (date: SchoolDate): SchoolDate => addDays(date, 1 - weekdayOf(date))

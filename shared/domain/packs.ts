import { z } from 'zod'
import { id } from './ids.ts'
import type { Contact, PupilIdentity } from './people.ts'
import { addDays, type SchoolDate, weekdayOf } from './times.ts'

/** How a pupil came by a pack or by what was sent instead. */
export const heldKinds = ['collected', 'delivered', 'sent'] as const
export type HeldKind = (typeof heldKinds)[number]

/** What is marked of a pupil; `not-received` takes an earlier mark back. */
export const receiptKinds = [...heldKinds, 'not-received'] as const
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
export type Receipts = Record<string, HeldKind>

/** Those of the pupils who have neither pack nor resources (head.pack-receipt, staff.resources). */
export const without = <P extends { id: string }>(pupils: readonly P[], receipts: Receipts): P[] =>
  pupils.filter((one) => !(one.id in receipts))

/**
 * How a pack stands on a day (head.packs): late when its date has come and nobody has found it appropriate, or when
 * the date has gone by and nobody has it.
 */
export function packStanding(
  { approval, availableFrom }: Pick<Pack, 'approval' | 'availableFrom'>,
  received: number,
  today: SchoolDate,
): 'approved' | 'not-approved-yet' | 'late-not-approved' | 'late-not-out' {
  if (approval === null) return availableFrom <= today ? 'late-not-approved' : 'not-approved-yet'
  return received === 0 && availableFrom < today ? 'late-not-out' : 'approved'
}

/** What a record of the week says where there is no pack and the resources were sent. */
export const SENT_CONTENTS = 'Resources sent for the lessons of this week'

/** A pack as a person has changed it: what was found appropriate is not what it holds now. */
export const approvalAfter = (before: Pack | null, contents: string): Pack['approval'] =>
  before?.contents === contents ? before.approval : null

/** Whom to ring about a pupil: the first contact with a telephone; null where there is none on file. */
export const contactToRing = ({ contacts }: PupilIdentity): Contact | null =>
  contacts.find(({ telephone }) => telephone !== undefined && telephone.trim() !== '') ?? null

/** The Monday of a day's week. */
export const weekOf = (date: SchoolDate): SchoolDate => addDays(date, 1 - weekdayOf(date))

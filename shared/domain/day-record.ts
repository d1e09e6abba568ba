import { z } from 'zod'
import { behaviour, ladderStep } from './behaviours.ts'
import { checkItem } from './checks.ts'
import type { LessonEvent } from './events.ts'
import { lesson } from './lesson.ts'
import { heldKinds, pack } from './packs.ts'
import { pupil, staffMember } from './people.ts'

/** A pupil as the office knows them. */
export const pupilForOffice = pupil.extend({
  legalForename: z.string(),
  legalSurname: z.string(),
  upn: z.string().nullable(),
})
export type PupilForOffice = z.infer<typeof pupilForOffice>

/** What a lesson was and was held to; with its log it is the whole lesson. */
export const lessonFrame = z.object({
  lesson,
  checkItems: z.array(checkItem).readonly(),
  /** The version of the checklist they are of. */
  checklistVersion: z.number().int(),
  behaviours: z.array(behaviour).readonly(),
  ladder: z.array(ladderStep).readonly(),
  attitudes: z.array(z.string()).readonly(),
  staff: z.array(staffMember).readonly(),
  pupils: z.array(pupilForOffice).readonly(),
})
export type LessonFrame = z.infer<typeof lessonFrame>

/** One lesson, whole: what every sheet and page of the export is made from. */
export type LessonRecordForOffice = LessonFrame & { events: readonly LessonEvent[] }

/** The week's pack of a class taught that day, and how each pupil has it; null: without. */
export const packForOffice = pack.extend({
  className: z.string(),
  approvedBy: z.string().nullable(),
  pupils: z.array(pupilForOffice.extend({ how: z.enum(heldKinds).nullable() })).readonly(),
})
export type PackForOffice = z.infer<typeof packForOffice>

/** What stands over one teacher's day as the office gets it. */
export const dayFrame = z.object({
  /** ISO `YYYY-MM-DD`, the school's calendar. */
  date: z.iso.date(),
  schoolName: z.string(),
  teacherName: z.string(),
  deviceName: z.string(),
  notTheRegister: z.string(),
  /** True for the invented example school: said on every sheet and page. */
  isExample: z.boolean(),
  packs: z.array(packForOffice).readonly(),
})

/** Everything that goes to the office for one teacher's day. */
export type DayRecord = z.infer<typeof dayFrame> & { lessons: readonly LessonRecordForOffice[] }

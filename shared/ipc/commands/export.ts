import { z } from 'zod'
import { schoolDay } from '../../domain/end-of-day.ts'

const ofDay = z.object({ date: z.iso.date() }).strict()
const none = z.object({}).strict()

export const exportedDay = z.object({
  folder: z.string(),
  version: z.number().int(),
  files: z.array(z.string()),
  lessons: z.number().int(),
  /** True when an earlier version already held exactly this, and nothing was written. */
  unchanged: z.boolean(),
  /** With `unchanged`: the office had it, and its folder is not there any more. */
  isGone: z.boolean().optional(),
  /** When the version before says it was written, where that is later than this one (UTC ms): a clock is wrong. */
  earlierIsDated: z.number().int().nullable().optional(),
  /** Files of the version before that somebody has open, and who where that is known. */
  openFiles: z.array(z.object({ file: z.string(), by: z.string().nullable() })).optional(),
})
export type ExportedDay = z.infer<typeof exportedDay>

/** The end of the day: what goes to the office, what does not yet, and days that wait. */
export const exportCommands = {
  /** Today, and earlier days of which something is not with the office; today first, then the newest. */
  'export.get': {
    input: none,
    output: z.object({
      today: z.iso.date(),
      days: z.array(schoolDay),
      /** Unfinished lessons longer ago than days are listed. */
      older: z.number().int().min(0),
      /** The office's key is known here: joined lessons go to the Office view. */
      knowsOffice: z.boolean(),
    }),
  },
  /** Exports what is signed off; `again` also where the office has had just that and its folder is gone. */
  'export.day': { input: ofDay.extend({ again: z.boolean().optional() }).strict(), output: exportedDay },
  /** Stops the export of a day, or no longer lets it wait. */
  'export.cancel': { input: ofDay, output: none },
  'export.reveal': { input: ofDay, output: none },
} as const

/** How far files are that are made and put into a folder: what is done, and how many of how many are. */
export const makingStep = z.object({
  step: z.enum(['looking', 'printing', 'writing']),
  done: z.number().int().min(0),
  of: z.number().int().min(0),
})
export type MakingStep = z.infer<typeof makingStep>

/** How far the export of a day is, or a whole school's report of it. */
export const exportProgress = makingStep.extend({
  date: z.iso.date(),
  way: z.enum(['office', 'mail', 'leaders', 'home', 'report']),
})
export type ExportProgress = z.infer<typeof exportProgress>

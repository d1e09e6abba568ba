import { z } from 'zod'
import { fileWarning, refusal } from '../../domain/class-list.ts'
import { id } from '../../domain/ids.ts'
import { identifiedName, nameAnswer } from '../../domain/reconcile/who-is-who.ts'

const ofLesson = z.object({ lessonId: id }).strict()
const nothing = z.object({}).strict()

/** A meeting of a report as a person knows it again; times UTC ms, null where the report has none. */
const meetingSummary = z.object({
  topic: z.string().nullable(),
  from: z.number().int().nullable(),
  to: z.number().int().nullable(),
  /** Names in it. */
  names: z.number().int(),
})

/** What taking a report in would add, shown before anything is written. */
const reportPreview = z.object({
  fileName: z.string(),
  meetings: z.array(meetingSummary),
  /** Meetings of the file that are not this lesson's. */
  leftOut: z.number().int(),
  /** The same file was taken in before. */
  isKnown: z.boolean(),
  warnings: z.array(fileWarning),
})
export type ReportPreview = z.infer<typeof reportPreview>

export const reportView = z.object({
  reports: z.array(
    z.object({
      id,
      fileName: z.string(),
      /** UTC ms. */
      takenAt: z.number().int(),
      meetings: z.array(meetingSummary),
    }),
  ),
  names: z.array(identifiedName),
  /** Keys of differences in which the log's word stands (see reconcile/differences.ts). */
  kept: z.array(z.string()),
  /** See the school's settings. */
  slackMinutes: z.number().int(),
})
export type ReportView = z.infer<typeof reportView>

/** The meeting's own reports, held against a lesson before it is signed. */
export const reportCommands = {
  /** Lets a person choose a report and reads it for a lesson. Nothing is written until it is confirmed. */
  'report.choose': {
    input: ofLesson.extend({ handed: id.optional() }),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('cancelled') }),
      z.object({ outcome: z.literal('refused'), fileName: z.string(), refusal }),
      z.object({ outcome: z.literal('understood'), token: id, preview: reportPreview }),
    ]),
  },
  /** Takes it in; the same file again changes nothing. */
  'report.confirm': {
    input: z.object({ token: id }).strict(),
    output: z.object({ outcome: z.enum(['added', 'unchanged']) }),
  },
  'report.get': { input: ofLesson, output: reportView },
  'report.remove': { input: ofLesson.extend({ reportId: id }).strict(), output: nothing },
  /** Says who a name of the reports is; null opens the question again. */
  'report.answer': {
    input: ofLesson.extend({ key: z.string().min(1).max(500), answer: nameAnswer.nullable() }).strict(),
    output: nothing,
  },
  /** Lets the log's word stand in a difference, or opens it again. */
  'report.keep': {
    input: ofLesson.extend({ key: z.string().min(1).max(200), isKept: z.boolean() }).strict(),
    output: nothing,
  },
} as const

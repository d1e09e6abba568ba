import { z } from 'zod'
import { classListRow, fileWarning, refusal } from './class-list.ts'
import { reportPerson, reportTime } from './meeting-report.ts'

/** What a file can turn out to be. The last three are only ever refused. */
export const FILE_KINDS = [
  'zoom-participants',
  'zoom-unique-users',
  'teams-attendance',
  'meet-attendance',
  'class-list',
  'oneroster',
  'calendar',
  'bundle',
  'zoom-poll',
  'zoom-chat',
  'unknown',
] as const
export const fileKind = z.enum(FILE_KINDS)
export type FileKind = z.infer<typeof fileKind>

/** One meeting of a report; topic, start and end only where the file itself states them. */
export const reportMeeting = z.object({
  topic: z.string().optional(),
  start: reportTime.optional(),
  end: reportTime.optional(),
  people: z.array(reportPerson),
})
export type ReportMeeting = z.infer<typeof reportMeeting>

/** A file that was understood; which members it has goes by its kind. */
export const understoodFile = z.object({
  understood: z.literal(true),
  kind: fileKind,
  meetings: z.array(reportMeeting).optional(),
  rows: z.array(classListRow).optional(),
  droppedColumns: z.array(z.string()).optional(),
  warnings: z.array(fileWarning),
})
export type Understood = z.infer<typeof understoodFile>

/** A file that was refused: as what, why, and what to export instead. */
export const refusedFile = z.object({ understood: z.literal(false), kind: fileKind, refusal })
export type Refused = z.infer<typeof refusedFile>

export type Recognised = Understood | Refused

/** What a reader may know beside the bytes: the lesson's own date settles an order of day and month that stays open. */
export type RecogniseHints = { lessonDate?: string | undefined }

export const refuseAs = (kind: FileKind, code: string, message: string, advice: string): Refused => ({
  understood: false,
  kind,
  refusal: { code, message: `${message} Nothing was changed.`, advice },
})

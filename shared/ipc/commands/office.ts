import { z } from 'zod'
import { sheetSplits } from '../../domain/export-split.ts'
import { id } from '../../domain/ids.ts'
import { setAsideReason } from '../../domain/office-set-aside.ts'
import { exportedDay } from './export.ts'

const at = z.number().int()
const count = z.number().int()
const none = z.object({}).strict()
const date = z.iso.date()
const contentHash = z.string().regex(/^[0-9a-f]{64}$/)

/** How the folder the bundles come to stands; `not-saving`: the records take nothing just now. */
export const incomingState = z.enum(['well', 'not-chosen', 'missing', 'slow', 'not-saving'])
export type IncomingState = z.infer<typeof incomingState>

const note = z.object({ at, by: z.string(), text: z.string() })
export type OfficeNoteView = z.infer<typeof note>

const lessonLine = z.object({
  lessonId: id,
  className: z.string(),
  subject: z.string(),
  startsAt: at,
  endsAt: at,
  standing: z.enum(['in', 'being-corrected', 'open', 'second-adult-only']),
  since: z.enum(['new', 'changed']).nullable(),
  sums: z
    .object({
      expected: count,
      tookPart: count,
      absent: count,
      points: count,
      incidents: count,
      passedOver: count,
    })
    .nullable(),
  notes: z.array(note),
})
export type OfficeLessonView = z.infer<typeof lessonLine>

const teacher = z.object({
  deviceId: id,
  deviceName: z.string(),
  teacherName: z.string(),
  version: count,
  writtenAt: at,
  takenAt: at,
  leftOut: count,
  lessons: z.array(lessonLine),
})
export type OfficeTeacherView = z.infer<typeof teacher>

const setAside = z.object({
  contentHash,
  fileName: z.string(),
  reason: setAsideReason,
  at,
  /** Who signed it, where it could be opened so far. */
  from: z
    .object({
      deviceName: z.string(),
      teacherName: z.string(),
      schoolName: z.string(),
      fingerprint: z.string(),
    })
    .nullable(),
})
export type SetAsideView = z.infer<typeof setAside>

const officeDay = z.object({
  date,
  /** The days something came in of, newest first. */
  dates: z.array(date),
  incoming: z.object({
    state: incomingState,
    folder: z.string().nullable(),
    /** Files that have not arrived whole yet. */
    waiting: count,
    /** Files that are whole and could not be written into the records yet. */
    notSaved: count,
  }),
  /** Whether this computer has the office's key. */
  hasKey: z.boolean(),
  teachers: z.array(teacher),
  /** Whether this computer has a timetable: without one nobody knows which lessons are missing. */
  hasTimetable: z.boolean(),
  /** Lessons of this computer's timetable that nobody sent. */
  missing: z.array(
    z.object({
      className: z.string(),
      subject: z.string(),
      startsAt: at,
      endsAt: at,
      teacherName: z.string().nullable(),
    }),
  ),
  /** Computers on the list that sent nothing of the day; none on a day without school. */
  silent: z.array(z.object({ deviceId: id, name: z.string(), teacherName: z.string() })),
  setAside: z.array(setAside),
  notes: z.array(note),
  /** The last report of the day for that reader; `isOutdated`: something came in since, or is told otherwise now. */
  report: z.object({ version: count, madeAt: at, isOutdated: z.boolean() }).nullable(),
})
export type OfficeDayView = z.infer<typeof officeDay>

const device = z.object({
  deviceId: id,
  name: z.string(),
  teacherName: z.string(),
  fingerprint: z.string(),
  listedAt: at,
  /** Null while its days are taken in. */
  removedAt: at.nullable(),
})
export type OfficeDeviceView = z.infer<typeof device>

/** A day, and for whom its report is: what is new is told since the last of that reader. */
const reportOf = z.object({ date, split: z.enum(sheetSplits).default('office') }).strict()

/** The Office view: days that teachers' computers sent, sealed, to this one. */
export const officeCommands = {
  'office.day': { input: reportOf, output: officeDay },
  /** Looks at the incoming folder now, without waiting for the next round. */
  'office.look': { input: none, output: none },
  /**
   * The whole school's files for one reader, into the office's or the leaders' folder, else one that is chosen; the same day
   * twice is written once. `again`: also where exactly this was made and its folder is gone.
   */
  'office.report': {
    input: reportOf.extend({ again: z.boolean().optional() }).strict(),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('cancelled') }),
      exportedDay.omit({ files: true }).extend({ outcome: z.literal('written') }),
    ]),
  },
  /** Stops the report that is being made; nothing of it is left. */
  'office.stop-report': { input: reportOf, output: none },
  'office.reveal': { input: reportOf, output: none },
  /** A note of the office's beside a day or a lesson. It is never changed and changes no record. */
  'office.add-note': {
    input: z.object({ date, lessonId: id.nullable(), text: z.string().trim().min(1).max(500) }).strict(),
    output: none,
  },
  /** Takes in what was set aside, after a person has compared fingerprints or said that the school is theirs. */
  'office.take-in': { input: z.object({ contentHash }).strict(), output: none },
  /** Takes a file off the list of those set aside; the file itself stays where it is. */
  'office.dismiss': { input: z.object({ contentHash }).strict(), output: none },
  /** Every computer that is or was on the list, by the name of its teacher. */
  'office.devices': { input: none, output: z.object({ devices: z.array(device) }) },
  /** Takes a computer off the list: what it sent stays, what it signs from now on is set aside. */
  'office.remove-device': { input: z.object({ deviceId: id }).strict(), output: none },
} as const

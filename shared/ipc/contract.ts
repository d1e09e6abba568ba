import { z } from 'zod'
import { givenApproval } from '../domain/approval.ts'
import { attitudes, behaviours, ladder, phases, rewardLevels } from '../domain/behaviours.ts'
import { checkItems } from '../domain/checks.ts'
import { classListPreview, refusal } from '../domain/class-list.ts'
import { namedColumns } from '../domain/column-meanings.ts'
import { entry, lessonEvent, MOST_IN_ONE_ACT } from '../domain/events.ts'
import { id } from '../domain/ids.ts'
import { joiningMarks } from '../domain/joining.ts'
import { lesson } from '../domain/lesson.ts'
import { pupil, staffMember } from '../domain/people.ts'
import { pupilGroup } from '../domain/pupil-groups.ts'
import { keptFolders, school } from '../domain/school.ts'
import { sharing } from '../domain/sharing.ts'
import { lessonCard, packOpen } from '../domain/today.ts'
import { noteBefore } from '../domain/notes.ts'
import { certificateCommands, certificatesProgress } from './commands/certificates.ts'
import { exportFileCommands } from './commands/export-files.ts'
import { heldActCommands } from './commands/held-acts.ts'
import { checkCommands } from './commands/checks.ts'
import { exportCommands, exportProgress } from './commands/export.ts'
import { groupCommands } from './commands/groups.ts'
import { fileCommands, handedOrChosen, readingProgress } from './commands/files.ts'
import { policyCommands } from './commands/policy.ts'
import { panelAsked, preferencesCommands, preferencesView } from './commands/preferences.ts'
import { staffCommands } from './commands/staff.ts'
import { checklistCommands } from './commands/checklists.ts'
import { sharingCommands, sharingView } from './commands/sharing.ts'
import { officeKeyCommands } from './commands/office-key.ts'
import { officeCommands } from './commands/office.ts'
import { packCommands } from './commands/packs.ts'
import { planCommands } from './commands/plan.ts'
import { reportCommands } from './commands/reports.ts'
import { schemeCommands } from './commands/schemes.ts'
import { timetableCommands } from './commands/timetable.ts'
import { waitingCommands } from './commands/waiting.ts'

/**
 * Everything a window may ask of the main process, and everything it may be told: name -> shapes.
 * Types on both sides are inferred from here; the dispatcher checks every call against it.
 */
const none = z.object({}).strict()
const ofLesson = z.object({ lessonId: id }).strict()

/** Why the records cannot be opened at all; every other command is refused until it is solved. */
export const problem = z.object({
  code: z.enum(['newer-database', 'unreadable-database', 'missing-key', 'cannot-write']),
  message: z.string(),
  advice: z.string(),
})
export type Problem = z.infer<typeof problem>

const status = z.object({
  /** Main's time, UTC ms: the one clock of all windows. */
  now: z.number().int(),
  problem: problem.nullable(),
  /** The example school is open: everything shown is invented. */
  isExample: z.boolean(),
  /** Null until the first start has been gone through. */
  school: school.nullable(),
  /** The person at this computer. */
  me: staffMember.nullable(),
  /** Whether what only a leader decides is open to them. */
  mayLead: z.boolean(),
  /** This computer's name, and the operating system's account that is signed in (staff.school-device). */
  computer: z.object({ name: z.string(), account: z.string() }),
  /** What becomes of the app's windows when this computer shares its screen. */
  sharing,
})
export type Status = z.infer<typeof status>

/** One lesson with all that its windows need: who is in it, how it is checked and tapped, and its log. */
const lessonRecord = z.object({
  lesson,
  me: staffMember,
  pupils: z.array(pupil),
  /** Those of them who do not take part on the day of the lesson (parent.opt-out). */
  optedOutIds: z.array(id),
  /** Those whose camera may be off that day (pupil.camera). */
  cameraAgreedIds: z.array(id),
  staff: z.array(staffMember),
  /** The checks the lesson is held to, and their version. */
  checkItems,
  checklistVersion: z.number().int(),
  behaviours,
  ladder,
  attitudes,
  phases,
  rewardLevels,
  /** Groups the class has saved, in the order of their keys. */
  groups: z.array(pupilGroup),
  events: z.array(lessonEvent).readonly(),
  /** Points of each pupil today in other lessons, by pupil id. */
  pointsEarlierToday: z.record(z.string(), z.number().int()),
  /** Points of each pupil in the term's lessons before this one, by pupil id: what reward levels are reached with. */
  termPointsBefore: z.record(z.string(), z.number().int()),
  /** What the class's last lessons left to come back to (staff.feedback). */
  notesBefore: z.array(noteBefore),
})
export type LessonRecordView = z.infer<typeof lessonRecord>

const classSummary = z.object({
  id,
  name: z.string(),
  yearGroup: z.string().nullable(),
  pupilCount: z.number().int(),
})
export type ClassSummary = z.infer<typeof classSummary>

const classListRead = [
  z.object({
    outcome: z.literal('refused'),
    fileName: z.string(),
    refusal,
    /** The file's columns where a person may say which hold the names. */
    unnamed: z.object({ token: id, columns: namedColumns }).nullable(),
  }),
  z.object({ outcome: z.literal('understood'), token: id, preview: classListPreview }),
] as const

export const commands = {
  'app.status': { input: none, output: status },
  'app.quit': { input: none, output: none },
  'example.create': { input: none, output: none },
  'example.remove': { input: none, output: none },
  /** The first start: who and where. Everything else begins as the preset says. */
  'school.begin': {
    input: school.pick({ name: true, teacherName: true }).strict(),
    output: none,
  },
  'school.save': { input: school, output: none },
  /** Lets a person choose one of the folders that the settings keep; nothing is kept by this alone. */
  'folder.choose': {
    input: z.object({ of: z.enum(keptFolders) }).strict(),
    output: z.object({ folder: z.string().nullable() }),
  },

  'today.get': {
    input: none,
    output: z.object({
      date: z.iso.date(),
      lessons: z.array(lessonCard),
      /** Lessons of earlier days that were never signed off. */
      unfinished: z.array(lessonCard),
      /** The packs of today's classes that need somebody. */
      packs: z.array(packOpen),
      /** Some day was exported and waits for the office's folder. */
      isWaiting: z.boolean(),
    }),
  },
  'lesson.start': {
    input: z
      .object({
        classId: id,
        subject: z.string().trim().min(1).max(60),
        learningIntention: z.string().trim().min(1).max(200),
        minutes: z.number().int().min(5).max(180),
        /** Why it stands outside the timetable (staff.within-day). */
        outsideTimetable: z.string().trim().min(1).max(300),
        /** A leader's agreement, without which a lesson outside the school day or in the way of another is refused. */
        approval: givenApproval.optional(),
      })
      .strict(),
    output: ofLesson,
  },
  'lesson.get': { input: ofLesson, output: lessonRecord },
  /** Writes one act into the log, whole or not at all; sent again with the same ids it is written once. */
  'lesson.record': {
    input: z
      .object({
        lessonId: id,
        at: z.number().int().min(0),
        entries: z.array(entry).min(1).max(MOST_IN_ONE_ACT),
      })
      .strict(),
    output: z.object({ events: z.array(lessonEvent) }),
  },

  ...certificateCommands,
  ...exportFileCommands,
  ...heldActCommands,
  ...checkCommands,
  ...fileCommands,
  ...groupCommands,
  ...policyCommands,
  ...preferencesCommands,
  ...staffCommands,
  ...checklistCommands,
  ...officeCommands,
  ...packCommands,
  ...reportCommands,
  ...schemeCommands,
  ...planCommands,
  ...timetableCommands,
  ...waitingCommands,
  ...sharingCommands,
  ...officeKeyCommands,

  'window.open': {
    input: z
      .object({ lessonId: id, show: z.enum(['checklist', 'live', 'sign-off', 'plan', 'today', 'staff']) })
      .strict(),
    output: none,
  },

  'classes.list': { input: none, output: z.object({ classes: z.array(classSummary) }) },
  'classes.get': {
    input: z.object({ classId: id }).strict(),
    output: z.object({
      summary: classSummary,
      pupils: z.array(pupil),
      /** What is to be known of how they join, by pupil id, where there is anything. */
      joiningMarks: z.record(z.string(), z.array(z.enum(joiningMarks))),
    }),
  },
  /** Lets a person choose a file, or the folder of a OneRoster export, and reads it. Nothing is written until it is confirmed. */
  'class-list.choose': {
    input: handedOrChosen.extend({ what: z.enum(['file', 'folder']).default('file') }),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('cancelled') }),
      ...classListRead,
    ]),
  },
  /** Reads the file again with the columns as a person says; kept for such files when the import is confirmed. */
  'class-list.map': {
    input: z.object({ token: id, columns: namedColumns }).strict(),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('cancelled') }),
      ...classListRead,
    ]),
  },
  'class-list.confirm': {
    input: z
      .object({
        token: id,
        /** What becomes of those who are in the file's classes and not in the file. */
        leftPupils: z.enum(['stay', 'move-out']).default('stay'),
      })
      .strict(),
    output: z.object({
      added: z.number().int(),
      updated: z.number().int(),
      moved: z.number().int(),
      unchanged: z.number().int(),
      left: z.number().int(),
    }),
  },

  ...exportCommands,
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export const events = {
  /** New events of a lesson's log, already durable. */
  'lesson.changed': z.object({ lessonId: id, events: z.array(lessonEvent) }),
  /** What a lesson is to be was planned anew. */
  'lesson.planned': z.object({ lesson }),
  /** The school, its classes or its settings changed: ask again. */
  'school.changed': none,
  /** Something remembered for this computer changed, or how it is taken. */
  'preferences.changed': preferencesView,
  'panel.asked': panelAsked,
  /** How a lesson that two computers share stands. */
  'sharing.changed': z.object({ view: sharingView }),
  /** Something came in to the office, or its folder stands otherwise: ask again. */
  'office.changed': none,
  /** The main window is asked to show a page. */
  'show.page': z.object({ path: z.string() }),
  /**
   * Main's time (UTC ms) moved other than by passing; or it did not, though the computer's clock was changed in a lesson by
   * so many ms.
   */
  'clock.moved': z.object({ now: z.number().int(), changedBy: z.number().int() }),
  /** The computer goes to sleep or its screen is locked, or (null) it is back. */
  'computer.away': z.object({ now: z.number().int(), why: z.enum(['asleep', 'locked']).nullable() }),
  /** A file is being read, in a process of its own. */
  'reading.progress': readingProgress,
  'export.progress': exportProgress,
  'certificates.progress': certificatesProgress,
  /** Which days wait for the office's folder, or went there: ask again. */
  'export.changed': none,
  /** The app was opened with a file: the main window asks for it. */
  'file.asked': none,
  /** A line to show once, such as a second start of the app. */
  notice: z.object({ message: z.string() }),
} as const satisfies Record<string, z.ZodType>

export type CommandName = keyof typeof commands
export type Input<N extends CommandName> = z.input<(typeof commands)[N]['input']>
export type ParsedInput<N extends CommandName> = z.output<(typeof commands)[N]['input']>
export type Output<N extends CommandName> = z.output<(typeof commands)[N]['output']>
export type EventName = keyof typeof events
export type EventPayload<N extends EventName> = z.output<(typeof events)[N]>

/** A failure a person can be told of: what happened, and what to do. */
export type Failure = { code: string; message: string }
export type Reply<T> = { ok: true; value: T } | { ok: false; error: Failure }

import { z } from 'zod'
import { handedOrChosen } from './files.ts'
import { givenApproval } from '../../domain/approval.ts'
import { fileWarning, refusal } from '../../domain/class-list.ts'
import { id } from '../../domain/ids.ts'
import { staffMember } from '../../domain/people.ts'
import { calendarDate, clock, schoolCalendar } from '../../domain/school-calendar.ts'
import { timetableEntry } from '../../domain/timetable.ts'

const none = z.object({}).strict()

const problem = z.object({ kind: z.string(), date: z.iso.date(), message: z.string() })

/** A change of the timetable is made, or refused for these reasons until a leader agrees. */
const changed = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('saved') }),
  z.object({ outcome: z.literal('refused'), problems: z.array(problem) }),
])

/** A lesson of the week: which entry, the day by its rule, and when it is held. */
const heldLesson = z.object({
  entryId: id,
  plannedDate: z.iso.date(),
  date: z.iso.date(),
  startsAt: clock,
  endsAt: clock,
})

const week = z.object({
  /** Today, and the Monday of the week shown. */
  today: z.iso.date(),
  monday: z.iso.date(),
  /** Why there is no school on each day of the week, in words; null on a school day. */
  days: z.array(z.object({ date: z.iso.date(), closed: z.string().nullable() })),
  lessons: z.array(heldLesson),
  /** Days of the week on which a lesson of the rule is cancelled or moved away. */
  notHeld: z.array(z.object({ entryId: id, date: z.iso.date(), movedTo: z.iso.date().nullable() })),
  entries: z.array(timetableEntry),
  /** What stands against entries of this week, by their ids, in words; approved ones too. */
  problems: z.record(z.string(), z.array(z.string())),
  classes: z.array(z.object({ id, name: z.string() })),
  staff: z.array(staffMember),
  calendar: schoolCalendar,
})

/** What an import would do, before anything is written. */
const importPreview = z.object({
  fileName: z.string(),
  lessons: z.array(
    z.object({
      title: z.string(),
      line: z.number().int(),
      classId: id.nullable(),
      entry: timetableEntry.omit({ classId: true }),
      change: z.enum(['new', 'changed', 'unchanged']),
      problems: z.array(z.string()),
    }),
  ),
  warnings: z.array(fileWarning),
  classes: z.array(z.object({ id, name: z.string() })),
  staff: z.array(staffMember),
})

/** The shared timetable (clause head.timetable). Anyone on the staff may see it and add to it. */
export const timetableCommands = {
  /** The week of a day; today's when none is given. */
  'timetable.get': { input: z.object({ date: calendarDate.optional() }).strict(), output: week },
  /** Adds or changes one entry; its exceptions stay. */
  'timetable.save': {
    input: z
      .object({
        entry: timetableEntry.omit({ exceptions: true, approval: true }).strict(),
        approval: givenApproval.nullable(),
      })
      .strict(),
    output: changed,
  },
  /** Ends an entry: no more lessons from today on. Those begun stay. */
  'timetable.remove': { input: z.object({ entryId: id }).strict(), output: none },
  /** Cancels or moves one day of an entry, or takes that back. `date` is the day by the rule. */
  'timetable.except': {
    input: z
      .object({
        entryId: id,
        date: calendarDate,
        change: z
          .discriminatedUnion('kind', [
            z.object({ kind: z.literal('cancelled') }).strict(),
            z
              .object({ kind: z.literal('moved'), date: calendarDate, startsAt: clock, endsAt: clock })
              .strict(),
          ])
          .nullable(),
        approval: givenApproval.nullable(),
      })
      .strict(),
    output: changed,
  },
  /** Lets a person choose an iCalendar file and reads it. Nothing is written until it is confirmed. */
  'timetable.import-choose': {
    input: handedOrChosen,
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('cancelled') }),
      z.object({ outcome: z.literal('refused'), fileName: z.string(), refusal }),
      z.object({ outcome: z.literal('understood'), token: id, preview: importPreview }),
    ]),
  },
  /** Writes what was read, whole or not at all. Lessons with problems need the approval, those without a class one. */
  'timetable.import-confirm': {
    input: z
      .object({
        token: id,
        /** Classes for titles that name none. */
        classes: z.array(z.object({ title: z.string().max(20_000), classId: id }).strict()).max(2_000),
        approval: givenApproval.nullable(),
      })
      .strict(),
    output: z.object({
      added: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
      leftOut: z.array(z.object({ title: z.string(), reasons: z.array(z.string()) })),
    }),
  },
  /** Writes the timetable as iCalendar into a folder a person chooses; null when they change their mind. */
  'timetable.export': { input: none, output: z.object({ path: z.string().nullable() }) },
} as const

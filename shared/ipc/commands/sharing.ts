import { z } from 'zod'
import { id } from '../../domain/ids.ts'
import { lesson } from '../../domain/lesson.ts'
import { staffMember } from '../../domain/people.ts'
import { lessonCard } from '../../domain/today.ts'

const ofLesson = z.object({ lessonId: id }).strict()
const none = z.object({}).strict()

/** How two computers stand to each other in a lesson. */
export const sharingView = z.object({
  lessonId: id,
  /** As it is shown: in groups of four. */
  code: z.string(),
  /** Whether the lesson came from another computer. */
  isJoined: z.boolean(),
  /** Where the computers' files meet; null: by hand alone. */
  folder: z.string().nullable(),
  /** Of the folder: answering, not there, not to be written, not answering in time. */
  folderState: z.enum(['well', 'missing', 'read-only', 'slow']),
  others: z.array(
    z.object({
      name: z.string(),
      /** When something new of it was last read here, UTC ms. */
      readAt: z.number().int(),
      /** How far its clock is ahead of this one's, ms; 0 where it is right. */
      clockAheadMs: z.number().int(),
    }),
  ),
  problems: z.array(
    z.object({
      file: z.string(),
      problem: z.enum([
        'not-saved',
        'not-a-lesson',
        'newer',
        'not-whole',
        'too-large',
        'other-lesson',
        'other-code',
        'unreadable',
      ]),
    }),
  ),
  /** Entries here that are in no file yet. */
  unsent: z.number().int(),
  /** Entries of the other computer that came after the signature and are not taken in. */
  late: z.number().int(),
  /** Entries that cannot be of this lesson and were left out. */
  leftOut: z.number().int(),
  /** Another computer has the same id: a copied installation. */
  isDoubled: z.boolean(),
})
export type SharingView = z.infer<typeof sharingView>

const refusedOr = <O extends z.ZodType>(done: O) =>
  z.union([
    z.object({ outcome: z.literal('cancelled') }),
    z.object({ outcome: z.literal('refused'), message: z.string() }),
    done,
  ])

const joinedLesson = z.object({
  card: lessonCard,
  teacherName: z.string(),
  meName: z.string(),
  /** Whether it is over on the teacher's computer, so that this one may let go of it. */
  mayRemove: z.boolean(),
})
export type JoinedLesson = z.infer<typeof joinedLesson>

/** Two adults on two computers, without a server (docs/adr/0009). */
export const sharingCommands = {
  /** Makes a code for the lesson where it has none yet. */
  'sharing.start': { input: ofLesson, output: sharingView },
  /** Null: the lesson is not shared. */
  'sharing.get': { input: ofLesson, output: z.object({ view: sharingView.nullable() }) },
  /** Lets a person choose the folder the computers share; cancelled, it stays as it was. */
  'sharing.choose-folder': { input: ofLesson, output: sharingView },
  'sharing.leave-folder': { input: ofLesson, output: sharingView },
  /** Writes the lesson as a file into a folder a person chooses; null when it was cancelled. */
  'sharing.save-file': { input: ofLesson, output: z.object({ path: z.string().nullable() }) },
  /** Takes in a file of the other computer. */
  'sharing.take-in': {
    input: ofLesson.extend({ handed: id.optional() }),
    output: refusedOr(
      z.object({ outcome: z.literal('taken-in'), added: z.number().int(), leftOut: z.number().int() }),
    ),
  },

  /** The first step of joining: where the lesson is. Nothing is written. */
  'join.look': {
    input: z.object({ where: z.enum(['file', 'folder']), handed: id.optional() }).strict(),
    output: refusedOr(
      z.object({ outcome: z.literal('found'), token: id, path: z.string(), files: z.number().int() }),
    ),
  },
  /** The second: the code opens it. Still nothing is written. */
  'join.open': {
    input: z.object({ token: id, code: z.string().max(60) }).strict(),
    output: z.union([
      z.object({ outcome: z.literal('refused'), message: z.string() }),
      z.object({
        outcome: z.literal('opened'),
        lesson: lesson.pick({
          id: true,
          className: true,
          subject: true,
          learningIntention: true,
          startsAt: true,
          endsAt: true,
        }),
        pupils: z.number().int(),
        teacherName: z.string(),
        staff: z.array(staffMember),
        /** Whoever of them has the name of the person here. */
        suggestedId: id.nullable(),
      }),
    ]),
  },
  /** The third: who of its staff the person here is. The lesson is on this computer from now on. */
  'join.confirm': { input: z.object({ token: id, staffId: id }).strict(), output: ofLesson },

  /** Lessons of colleagues that are on this computer. */
  'joined.list': { input: none, output: z.object({ lessons: z.array(joinedLesson) }) },
  /** Takes one off this computer, once it is over: its pupils' names go for good. */
  'joined.remove': { input: ofLesson, output: none },
} as const

import { z } from 'zod'
import { checklist } from './checks.ts'
import { entry, type LessonEvent } from './events.ts'
import { id } from './ids.ts'
import { lesson } from './lesson.ts'
import { staffMember } from './people.ts'
import { scheme } from './scheme.ts'

/**
 * A lesson as a file that two computers pass each other (docs/formats.md): a plain header, and a body sealed by the
 * lesson's code. Every file holds the lesson whole, as far as its computer knows it.
 */
export const LESSON_FORMAT = 'session-companion-lesson'
export const LESSON_VERSION = 1

/** What can be read without the code: nothing of any person. */
export const lessonFileHeader = z.object({
  format: z.literal(LESSON_FORMAT),
  version: z.number().int().min(1),
  lessonId: id,
  deviceId: id,
  /** Of the one run of the app that wrote it: two computers with one id (a copied installation) differ in it. */
  writerId: id,
  /** Of the key that the code gives; hexadecimal. */
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  /** Bytes of the sealed body: a file that has fewer is not whole yet. */
  length: z.number().int().min(1),
})
export type LessonFileHeader = z.infer<typeof lessonFileHeader>

const name = z.string().trim().min(1).max(120)

/** What a panel needs of a lesson, and no more: neither its adaptations nor anything of a pupil but what they are called. */
export const lessonFileBody = z.object({
  /** The writer's clock, UTC ms. */
  writtenAt: z.number().int(),
  /** Whose computer wrote it. */
  writer: z.object({ staffId: id, isTeacher: z.boolean() }),
  lesson: lesson.pick({
    id: true,
    classId: true,
    className: true,
    subject: true,
    learningIntention: true,
    startsAt: true,
    endsAt: true,
    secondAdultId: true,
  }),
  pupils: z.array(z.object({ id, forename: name, surname: name })).max(200),
  optedOutIds: z.array(id).max(200),
  staff: z.array(staffMember.pick({ id: true, name: true, role: true })).max(500),
  scheme,
  checklist,
  /** Checked one by one as they are taken in, so that one odd entry keeps no other out. */
  events: z.array(z.unknown()).max(100_000),
})
export type LessonFileBody = z.infer<typeof lessonFileBody>

/** Members of a stamped event that are not the entry's own. */
const stamp = z.object({
  lessonId: id,
  // Before the year 2100: everything that follows would be dated after it.
  at: z.number().int().min(0).max(4_102_444_800_000),
  actorId: id,
  deviceId: id,
})

const [first, ...others] = entry.options.map((one: z.ZodObject) => one.extend(stamp.shape))
/** What an entry says and its stamp, looked at in one go: a school's day has 25,000 of them. */
const filedEvent = z.discriminatedUnion('kind', [first as z.ZodObject, ...others])

/** An event as a file holds it, or null where it is not of the shape. Nothing beyond the shape passes. */
export function readEvent(raw: unknown): LessonEvent | null {
  const { data } = filedEvent.safeParse(raw)
  // Every entry with its stamp is an event.
  return (data as LessonEvent | undefined) ?? null
}

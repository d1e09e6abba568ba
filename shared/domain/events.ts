import { z } from 'zod'
import { id } from './ids.ts'
import { lessonState } from './lesson.ts'

/**
 * What can happen in a lesson. The log of it is append-only: undo and corrections are entries that revoke or follow
 * earlier ones. An entry is what a window asks to have written; a lesson event is an entry with who, when and where.
 * Free text (`text`) is sealed in the store.
 */
const freeText = z.string().trim().min(1).max(500)
const none = z.object({}).strict()

export const participationStatuses = ['took-part', 'absent', 'does-not-take-part'] as const
export const taskStatuses = ['done', 'partly', 'not-yet'] as const
export const noteKinds = ['misconception', 'feedback', 'follow-up', 'quick'] as const
export type NoteKind = (typeof noteKinds)[number]
export const equipmentStates = ['ready', 'missing'] as const
export const cameraStates = ['on', 'off', 'off-by-agreement'] as const

const ofLesson = <K extends string, V extends z.ZodType>(kind: K, value: V) =>
  z.object({ kind: z.literal(kind), id, value, text: freeText.optional() }).strict()

const ofPupil = <K extends string, V extends z.ZodType>(kind: K, value: V) =>
  z.object({ kind: z.literal(kind), id, pupilId: id, value, text: freeText.optional() }).strict()

export const entry = z.discriminatedUnion('kind', [
  /** The lesson goes to another state of its life. The first move says which version of the checklist it is held to. */
  ofLesson('moved', z.object({ to: lessonState, checklist: z.number().int().min(1).optional() }).strict()),
  /**
   * A check is answered, or opened again. `text` is the reason where it is passed over, else how it is known. `seen`:
   * the app answered by itself.
   */
  ofLesson(
    'check-answered',
    z
      .object({
        item: z.string().max(40),
        answer: z.enum(['done', 'not-applicable', 'open']),
        seen: z.literal(true).optional(),
      })
      .strict(),
  ),
  ofLesson('second-adult-joined', z.object({ staffId: id }).strict()),
  ofLesson('second-adult-left', none),
  /** `text` is the name the meeting showed, where it is not the pupil's own. */
  ofPupil('waiting', z.object({ waiting: z.boolean() }).strict()),
  /** Somebody in the waiting room who is not let in; `text` is the name they showed. */
  ofLesson('kept-out', z.object({ why: z.enum(['unexpected', 'does-not-take-part']) }).strict()),
  /** With the camera off where that was agreed before (pupil.camera): nobody needs to say it again. */
  ofPupil('admitted', z.object({ camera: z.literal('off-by-agreement').optional() }).strict()),
  /** `at`: when, UTC ms, where it is said only afterwards, as the meeting's report has it. */
  ofPupil('left', z.object({ at: z.number().int().min(0).optional() }).strict()),
  /**
   * What the meeting's own report says of a pupil, written as the lesson is signed: whole minutes in the meeting, when they
   * came and went (UTC ms), null where the report has no times.
   */
  ofPupil(
    'reported',
    z
      .object({
        minutes: z.number().int().min(0).max(1440),
        from: z.number().int().nullable(),
        until: z.number().int().nullable(),
      })
      .strict(),
  ),
  /** A behaviour's tap; the points are those of that moment. */
  ofPupil(
    'award',
    z
      .object({
        behaviour: z.string().max(40),
        group: z.enum(['praise', 'nudge', 'mute', 'step']),
        points: z.number().int().min(-5).max(5),
        /** Of a step that goes to its own place on the ladder. */
        toStep: z.number().int().min(1).max(8).optional(),
      })
      .strict(),
  ),
  /** Something a senior leader is to know of (staff.escalate). `text` may say what, at once. */
  ofPupil('incident', z.object({ why: z.enum(['ladder', 'escalated']) }).strict()),
  /** What happened in an incident, written afterwards; the last one said stands. */
  z
    .object({
      kind: z.literal('incident-described'),
      id,
      pupilId: id,
      value: z.object({ incident: id }).strict(),
      text: freeText,
    })
    .strict(),
  ofPupil('contribution', none),
  /** Minutes late, 0 takes the mark away. */
  ofPupil('late', z.object({ minutes: z.number().int().min(0).max(600) }).strict()),
  ofPupil('camera', z.object({ camera: z.enum(cameraStates) }).strict()),
  /** Ready, or not; `text` is what is missing (pupil.equipment). */
  ofPupil('equipment', z.object({ equipment: z.enum(equipmentStates) }).strict()),
  /** The name shown was not the pupil's own, and was put right (pupil.own-name). */
  ofPupil('name-corrected', none),
  /** The fair picker's turn; a round ends when everybody in has had one. */
  ofPupil('picked', z.object({ round: z.number().int().min(1).max(1000) }).strict()),
  /** The timer runs for so many minutes from now; 0 stops it. `text` names the phase. `adds`: so many more on top. */
  ofLesson(
    'timer',
    z.object({ minutes: z.number().int().min(0).max(180), adds: z.literal(true).optional() }).strict(),
  ),
  ofPupil('participation', z.object({ status: z.enum(participationStatuses) }).strict()),
  ofPupil('task', z.object({ task: z.enum(taskStatuses) }).strict()),
  /** Place on the school's attitude scale, 1 is best. */
  ofPupil('attitude', z.object({ attitude: z.number().int().min(1).max(6) }).strict()),
  /** What to come back to when the class is next prepared (staff.feedback); of one pupil or of the class. */
  z
    .object({
      kind: z.literal('note'),
      id,
      pupilId: id.optional(),
      value: z.object({ about: z.enum(noteKinds) }).strict(),
      text: freeText,
    })
    .strict(),
  /** Takes an earlier event back; the earlier one stays in the log. */
  z.object({ kind: z.literal('revoked'), id, revokes: id }).strict(),
])
export type Entry = z.infer<typeof entry>

/** The most entries that are written together. */
export const MOST_IN_ONE_ACT = 200

/** Entries in acts that are taken whole. */
export function asActs(entries: readonly NewEntry[]): NewEntry[][] {
  const acts: NewEntry[][] = []
  for (let from = 0; from < entries.length; from += MOST_IN_ONE_ACT) {
    acts.push(entries.slice(from, from + MOST_IN_ONE_ACT))
  }
  return acts
}

/** What a person does, before it has an id. */
export type NewEntry = Entry extends infer E ? (E extends Entry ? Omit<E, 'id'> : never) : never

const stamp = z.object({
  lessonId: id,
  /** UTC ms. */
  at: z.number().int(),
  actorId: id,
  deviceId: id,
})
export const lessonEvent = z.intersection(entry, stamp)
export type LessonEvent = Entry & z.infer<typeof stamp>

export const pupilOf = (event: Entry): string | null => ('pupilId' in event ? (event.pupilId ?? null) : null)

/** The log's order, the same on every computer: by time, then by id. */
export const inOrder = (a: LessonEvent, b: LessonEvent): number =>
  a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Events that still stand, in order: revocations and what they revoke left out. */
export function standing(events: readonly LessonEvent[]): LessonEvent[] {
  const revoked = new Set<string>()
  for (const event of events) if (event.kind === 'revoked') revoked.add(event.revokes)
  return events.filter((event) => event.kind !== 'revoked' && !revoked.has(event.id)).toSorted(inOrder)
}

/** Taps and marks: what one key may take back. */
export const undoable: ReadonlySet<Entry['kind']> = new Set([
  'award',
  'contribution',
  'late',
  'camera',
  'equipment',
  'name-corrected',
  'picked',
  'incident',
  'task',
  'attitude',
  'left',
  'second-adult-left',
])

/** What may be taken back at all: an admission or a note too, but never by the one key that takes back a tap. */
export const revocable: ReadonlySet<Entry['kind']> = new Set([
  ...undoable,
  'admitted',
  'kept-out',
  'note',
  'reported',
])

/**
 * The last act of a person that still stands and can be undone with one key: all events of the one tap (same person,
 * computer and moment), so a point for the whole class goes back as a whole. Empty when there is none.
 */
export function lastAct(events: readonly LessonEvent[], actorId: string): LessonEvent[] {
  const revoked = new Set<string>()
  for (const event of events) if (event.kind === 'revoked') revoked.add(event.revokes)
  const isCandidate = (event: LessonEvent) =>
    event.actorId === actorId && undoable.has(event.kind) && !revoked.has(event.id)
  // Asked at every drawing of the panel: the whole log is looked through once and never sorted.
  let last: LessonEvent | undefined
  for (const event of events) if ((!last || inOrder(last, event) < 0) && isCandidate(event)) last = event
  if (!last) return []
  const { at, deviceId } = last
  return events
    .filter((event) => event.at === at && event.deviceId === deviceId && isCandidate(event))
    .toSorted(inOrder)
}

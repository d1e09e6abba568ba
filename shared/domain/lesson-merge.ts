import { type LessonEvent, pupilOf } from './events.ts'
import { readEvent } from './lesson-file.ts'

/** Why an entry of another computer's file is not taken. */
export type LeftOut = 'not-an-entry' | 'other-lesson' | 'said-otherwise' | 'unknown-pupil' | 'unknown-adult'

export type Merge = {
  /** What the log does not have yet, in the file's order. */
  added: LessonEvent[]
  /** How many entries were left out, by why. */
  leftOut: Partial<Record<LeftOut, number>>
}

export type MergeInto = {
  lessonId: string
  /** The log as it is here, by id. */
  known: ReadonlyMap<string, LessonEvent>
  pupilIds: ReadonlySet<string>
  staffIds: ReadonlySet<string>
}

/**
 * What another computer's log adds to the one here: the union by id. The order of files, and how often each is read,
 * makes no difference. An entry was judged on the computer it was made on and is not judged again; only what cannot be
 * one of this lesson is left out. One id that says two things stays what it was here, on both computers.
 */
export function mergeLog(
  { lessonId, known, pupilIds, staffIds }: MergeInto,
  events: readonly unknown[],
): Merge {
  const leftOut: Merge['leftOut'] = {}
  const added = new Map<string, LessonEvent>()
  const leave = (why: LeftOut) => {
    leftOut[why] = (leftOut[why] ?? 0) + 1
  }
  for (const raw of events) {
    const present = find(known, raw)
    if (present && isSame(present, raw)) continue
    const event = readEvent(raw)
    if (!event) leave('not-an-entry')
    else if (event.lessonId !== lessonId) leave('other-lesson')
    else if (present || added.has(event.id)) {
      const before = present ?? added.get(event.id)
      if (before && !isSame(before, event)) leave('said-otherwise')
    } else if (!isOfPupils(event, pupilIds)) leave('unknown-pupil')
    else if (!isOfStaff(event, staffIds)) leave('unknown-adult')
    else added.set(event.id, event)
  }
  return { added: [...added.values()], leftOut }
}

function find(known: ReadonlyMap<string, LessonEvent>, raw: unknown): LessonEvent | undefined {
  const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined
  return typeof id === 'string' ? known.get(id) : undefined
}

const isOfPupils = (event: LessonEvent, pupilIds: ReadonlySet<string>): boolean => {
  const pupilId = pupilOf(event)
  return pupilId === null || pupilIds.has(pupilId)
}

const isOfStaff = (event: LessonEvent, staffIds: ReadonlySet<string>): boolean =>
  staffIds.has(event.actorId) && (event.kind !== 'second-adult-joined' || staffIds.has(event.value.staffId))

/** Whether two values that came from JSON say the same, whatever the order of their members. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  // Read where they are: a day at the office comes several times over, and copies of it cost more than the look.
  const [ofA, ofB] = [a, b] as Record<string, unknown>[]
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(ofA?.[key], ofB?.[key]))
  )
}

import type { NewEntry, NoteKind } from '../../../shared/domain/events.ts'
import type { LiveAction } from '../../../shared/domain/live-choosing.ts'
import type { LessonStore } from '../../lib/lesson-store.ts'
import { nextEquipment } from './live-acts.ts'
import { pupilTally, type LessonTally } from '../../../shared/domain/tally.ts'

/** What the panel asks in place of the marks, and of whom; nobody means the class. */
export type Asking = { about: 'attitude' | 'equipment' | 'note'; pupilIds: readonly string[] }

export type AskingState = {
  asking: Asking | null
  askingClosed(): void
  /** Place on the school's scale, from 1. */
  attitudeChosen(place: number): void
  /** What is missing, of those just marked. */
  equipmentSaid(text: string): void
  /** Resolves to whether it is in the log. */
  noteWritten(about: NoteKind, text: string): Promise<boolean>
}

/** What is asked after a mark: an attitude's place, or (if a person likes) what is missing. */
export function askedBy(action: LiveAction | null, before: LessonTally): Asking | null {
  if (action?.kind !== 'mark') return null
  const { mark, pupilIds } = action
  if (mark === 'attitude') return { about: mark, pupilIds }
  const isMissing =
    mark === 'equipment' && nextEquipment(pupilIds.map((id) => pupilTally(before, id))) === 'missing'
  return isMissing ? { about: 'equipment', pupilIds } : null
}

/** A note about each of them, or one about the class. */
function entriesOfNote({ pupilIds }: Asking, about: NoteKind, text: string): NewEntry[] {
  const note = { kind: 'note', value: { about }, text } as const
  return pupilIds.length === 0 ? [note] : pupilIds.map((pupilId) => ({ ...note, pupilId }))
}

type Panel = {
  asking(): Asking | null
  /** The strip closes and this line is said. */
  answered(said: string | null): void
}

/** What becomes of the answers. */
export function answers(
  lesson: LessonStore,
  { asking, answered }: Panel,
): Pick<AskingState, 'attitudeChosen' | 'equipmentSaid' | 'noteWritten'> {
  const answer = (said: string, entryOf: (pupilId: string) => NewEntry) => {
    void lesson.getState().acted((asking()?.pupilIds ?? []).map(entryOf))
    answered(said)
  }
  return {
    attitudeChosen: (attitude) => {
      const words = lesson.getState().record?.attitudes[attitude - 1] ?? ''
      answer(`Attitude: ${words}`, (pupilId) => ({ kind: 'attitude', pupilId, value: { attitude } }))
    },
    equipmentSaid: (text) => {
      const value = { equipment: 'missing' } as const
      answer(`Missing: ${text}`, (pupilId) => ({ kind: 'equipment', pupilId, value, text }))
    },
    noteWritten: async (about, text) => {
      const asked = asking()
      if (!asked) return false
      const isInLog = await lesson.getState().acted(entriesOfNote(asked, about, text))
      if (isInLog && asking() === asked) answered('Note kept')
      return isInLog
    },
  }
}

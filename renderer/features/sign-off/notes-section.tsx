import type { LessonEvent, NewEntry } from '../../../shared/domain/events.ts'
import type { Pupil } from '../../../shared/domain/people.ts'
import { noteWords } from '../../../shared/domain/words.ts'
import { NoteForm } from './note-form.tsx'
import classes from './notes-section.module.css'

type Note = Extract<LessonEvent, { kind: 'note' }>

type Props = {
  notes: readonly Note[]
  pupils: readonly Pupil[]
  isReadOnly: boolean
  /** Resolves to whether it is in the log. */
  onWritten: (note: Extract<NewEntry, { kind: 'note' }>) => Promise<boolean>
  onTakenBack: (noteId: string) => void
}

/** What to come back to when the class is next prepared (staff.feedback). */
export function NotesSection({ notes, pupils, isReadOnly, onWritten, onTakenBack }: Props) {
  if (isReadOnly && notes.length === 0) return null
  const labelOf = (pupilId: string | undefined) => pupils.find(({ id }) => id === pupilId)?.label
  return (
    <section className={classes.notes} aria-labelledby="to-come-back-to">
      <h2 id="to-come-back-to" className={classes.heading}>
        To come back to
      </h2>
      {!isReadOnly && (
        <p className={classes.quiet}>
          Shown when this class is next prepared. Nothing about safeguarding belongs here.
        </p>
      )}
      {notes.length > 0 && (
        <ul className={classes.list} aria-label="Notes of this lesson">
          {notes.map(({ id, pupilId, value, text }) => (
            <li key={id} className={classes.note}>
              <span className={classes.words}>
                <strong className={classes.about}>
                  {[noteWords[value.about], labelOf(pupilId)].filter(Boolean).join(', ')}:
                </strong>{' '}
                {text}
              </span>
              {!isReadOnly && (
                <button
                  type="button"
                  className={classes.back}
                  aria-label={`Take back: ${text}`}
                  onClick={() => onTakenBack(id)}
                >
                  Take back
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!isReadOnly && <NoteForm pupils={pupils} onWritten={onWritten} />}
    </section>
  )
}

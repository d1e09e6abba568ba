import type { NewEntry } from '../../../shared/domain/events.ts'
import { comesBack, type Note } from '../../../shared/domain/notes.ts'
import type { Pupil } from '../../../shared/domain/people.ts'
import { noteWords } from '../../../shared/domain/words.ts'
import { NoteForm } from './note-form.tsx'
import classes from './notes-section.module.css'

type Props = {
  notes: readonly Note[]
  pupils: readonly Pupil[]
  isReadOnly: boolean
  /** Resolves to whether it is in the log. */
  onWritten: (note: Extract<NewEntry, { kind: 'note' }>) => Promise<boolean>
  /** A quick note becomes one to come back to. */
  onFollowUp: (note: Note) => void
  onTakenBack: (noteId: string) => void
}

/** What to come back to when the class is next prepared (staff.feedback). */
export function NotesSection({ notes, pupils, isReadOnly, onWritten, onFollowUp, onTakenBack }: Props) {
  if (isReadOnly && notes.length === 0) return null
  const labelOf = (pupilId: string | undefined) => pupils.find(({ id }) => id === pupilId)?.label
  return (
    <section className={classes.notes} aria-labelledby="to-come-back-to">
      <h2 id="to-come-back-to" className={classes.heading}>
        To come back to
      </h2>
      {!isReadOnly && (
        <p className={classes.quiet}>
          Shown when this class is next prepared; a quick note is not, unless you make it a follow-up. Nothing
          about safeguarding belongs here.
        </p>
      )}
      {notes.length > 0 && (
        <ul className={classes.list} aria-label="Notes of this lesson">
          {notes.map((note) => (
            <li key={note.id} className={classes.note}>
              <span className={classes.words}>
                <strong className={classes.about}>
                  {[noteWords[note.value.about], labelOf(note.pupilId)].filter(Boolean).join(', ')}:
                </strong>{' '}
                {note.text}
              </span>
              {!isReadOnly && !comesBack(note) && (
                <button
                  type="button"
                  className={classes.back}
                  aria-label={`Make a follow-up: ${note.text}`}
                  onClick={() => onFollowUp(note)}
                >
                  Make a follow-up
                </button>
              )}
              {!isReadOnly && (
                <button
                  type="button"
                  className={classes.back}
                  aria-label={`Take back: ${note.text}`}
                  onClick={() => onTakenBack(note.id)}
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

import type { NoteBefore } from '../../../shared/domain/notes.ts'
import { NotesList } from '../../components/notes-list.tsx'
import classes from './plan-page.module.css'

type Props = { notes: readonly NoteBefore[] }

/** What the class's last lessons left to come back to (staff.feedback). */
export function NotesBefore({ notes }: Props) {
  return (
    <aside className={classes.panel} aria-labelledby="notes-before">
      <h2 id="notes-before" className={classes.heading}>
        To come back to
      </h2>
      {notes.length === 0 ? (
        <p className={classes.quiet}>
          Misconceptions and follow-ups written when a lesson is signed off stand here for the next one.
        </p>
      ) : (
        <NotesList notes={notes} />
      )}
    </aside>
  )
}

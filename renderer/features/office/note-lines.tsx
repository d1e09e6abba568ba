import { clockTime, fullDate } from '../../../shared/domain/times.ts'
import type { OfficeNoteView } from '../../../shared/ipc/commands/office.ts'
import classes from './office-page.module.css'

type Props = { notes: readonly OfficeNoteView[] }

/** The office's own notes, as they were written. */
export function NoteLines({ notes }: Props) {
  if (notes.length === 0) return null
  return (
    <ul className={classes.notes}>
      {notes.map((note) => (
        <li key={`${note.at} ${note.text}`} className={classes.note}>
          {note.text}
          <span className={classes.small}>
            {note.by}, {fullDate(note.at)} at {clockTime(note.at)}
          </span>
        </li>
      ))}
    </ul>
  )
}

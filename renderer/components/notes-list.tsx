import type { NoteBefore } from '../../shared/domain/notes.ts'
import { dayAndMonth } from '../../shared/domain/times.ts'
import { noteWords } from '../../shared/domain/words.ts'
import classes from './notes-list.module.css'

type Props = { notes: readonly NoteBefore[] }

/** What earlier lessons left to come back to, under the lesson each is from. */
export function NotesList({ notes }: Props) {
  const lessons = [...new Map(notes.map((one) => [one.lessonId, one])).values()]
  return (
    <div className={classes.lessons}>
      {lessons.map(({ lessonId, subject, startsAt }) => (
        <section key={lessonId} aria-label={`${subject}, ${dayAndMonth(startsAt)}`}>
          <p className={classes.from}>
            {subject}, {dayAndMonth(startsAt)}
          </p>
          <ul className={classes.list}>
            {notes
              .filter((one) => one.lessonId === lessonId)
              .map((note) => (
                <li key={note.id} className={classes.note}>
                  <span className={classes.about}>
                    {noteWords[note.about]}
                    {note.pupil === null ? '' : `, ${note.pupil}`}:
                  </span>{' '}
                  {note.text}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

import type { JoinedLesson } from '../../../shared/domain/end-of-day.ts'
import { clockTime } from '../../../shared/domain/times.ts'
import classes from './day-lesson-row.module.css'

type Props = { lesson: JoinedLesson }

/** A lesson of another teacher's in which something was recorded here. */
export function JoinedLessonRow({ lesson: { className, subject, teacherName, startsAt } }: Props) {
  return (
    <li className={classes.row}>
      <span className={classes.time}>{clockTime(startsAt)}</span>
      <div className={classes.words}>
        <div className={classes.line}>
          <span className={classes.name}>
            {className} {subject}
          </span>
          <span className={classes.chip}>Joined</span>
          <span>{teacherName} signs it</span>
        </div>
      </div>
    </li>
  )
}

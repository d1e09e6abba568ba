import { Button } from '@mantine/core'
import { useId } from 'react'
import { clockTime } from '../../../shared/domain/times.ts'
import type { OfficeDayView } from '../../../shared/ipc/commands/office.ts'
import classes from './office-page.module.css'

type Props = Pick<OfficeDayView, 'missing' | 'silent' | 'hasTimetable'>

/** Lessons of the timetable nobody sent, and computers nothing came from. */
export function NotInYet({ missing, silent, hasTimetable }: Props) {
  const heading = useId()
  if (missing.length + silent.length === 0 && hasTimetable) return null
  return (
    <section className={classes.card} aria-labelledby={heading}>
      <h2 id={heading} className={classes.heading}>
        Not in yet
      </h2>
      {!hasTimetable && (
        <div className={classes.file}>
          <p className={classes.fileWords}>
            Which lessons are missing can only be known with the school’s timetable, and this computer has
            none yet. What is above is what came in.
          </p>
          <Button component="a" href="#/timetable/import" variant="default" size="xs" h={32}>
            Bring in the timetable
          </Button>
        </div>
      )}
      {missing.length > 0 && (
        <div>
          <h3 className={classes.small}>Lessons of the timetable</h3>
          <ul className={classes.plain}>
            {missing.map((one) => (
              <li key={`${one.className} ${one.startsAt} ${one.subject}`} className={classes.line}>
                <span className={classes.time}>{clockTime(one.startsAt)}</span>
                <span className={classes.what}>
                  {one.className}: {one.subject}
                </span>
                <span className={classes.quiet}>{one.teacherName ?? 'No teacher named'}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {silent.length > 0 && (
        <div>
          <h3 className={classes.small}>Computers on the list that sent nothing of this day</h3>
          <p className={classes.silent}>
            {silent.map(({ name, teacherName }) => `${teacherName} (${name})`).join(', ')}
          </p>
        </div>
      )}
    </section>
  )
}

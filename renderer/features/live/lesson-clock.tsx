import { clockTime, minutesBetween, stopwatch } from '../../../shared/domain/times.ts'
import { useNow } from '../../lib/clock.ts'
import classes from './panel-header.module.css'

/** UTC ms. */
type Props = { liveAt: number; endsAt: number }

/** How long the lesson has been live, computed from when it began, and when the timetable has it end. */
export function LessonClock({ liveAt, endsAt }: Props) {
  const now = useNow(1000)
  const over = minutesBetween(endsAt, now)
  return (
    <p className={classes.clock}>
      <span className={classes.elapsed}>{stopwatch(now - liveAt)}</span>
      {over > 0 ? (
        <span className={classes.over}>{over} min over</span>
      ) : (
        <span>ends {clockTime(endsAt)}</span>
      )}
    </p>
  )
}

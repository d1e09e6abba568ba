import { minutesBetween, stopwatch } from '../../../shared/domain/times.ts'
import { useNow } from '../../lib/clock.ts'
import classes from './panel-header.module.css'

type Props = { liveAt: number; plannedMinutes: number }

/** How long the lesson has been live, always computed from when it began. */
export function LessonClock({ liveAt, plannedMinutes }: Props) {
  const now = useNow(1000)
  const over = minutesBetween(liveAt, now) - plannedMinutes
  return (
    <p className={classes.clock}>
      <span className={classes.elapsed}>{stopwatch(now - liveAt)}</span>
      {over > 0 ? (
        <span className={classes.over}>{over} min over</span>
      ) : (
        <span>of {plannedMinutes} min</span>
      )}
    </p>
  )
}

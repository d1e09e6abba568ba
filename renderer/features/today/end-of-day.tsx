import { Button } from '@mantine/core'
import { IconBuilding } from '@tabler/icons-react'
import { dayStanding, standingWords } from '../../../shared/domain/end-of-day.ts'
import type { LessonCard } from '../../../shared/domain/today.ts'
import classes from './end-of-day.module.css'

type Props = {
  lessons: readonly LessonCard[]
  /** Some day was exported and waits for the office's folder. */
  isWaiting: boolean
}

/** The last card of the day: how it stands for the office, and the way to its page. */
export function EndOfDay({ lessons, isWaiting }: Props) {
  const standing = dayStanding(lessons)
  const isDue = standing.ready > 0 && standing.keptBack === 0
  return (
    <section className={classes.card} data-ready={standing.ready > 0} aria-labelledby="end-of-day">
      <div className={classes.row}>
        <IconBuilding size={22} stroke={1.5} aria-hidden="true" className={classes.icon} />
        <div className={classes.words}>
          <h2 id="end-of-day" className={classes.title}>
            End of day
          </h2>
          <p className={classes.standing}>
            {standingWords(standing)}
            {isWaiting && ' What was exported has not reached the office yet, and goes by itself.'}
          </p>
        </div>
        <Button component="a" href="#/end-of-day" variant={isDue ? 'filled' : 'default'}>
          Finish the day
        </Button>
      </div>
    </section>
  )
}

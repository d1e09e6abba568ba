import { Button } from '@mantine/core'
import { IconBuilding } from '@tabler/icons-react'
import { endOfDayStanding, type LessonCard } from '../../../shared/domain/today.ts'
import classes from './end-of-day.module.css'

type Props = {
  lessons: readonly LessonCard[]
  /** Some day was exported and waits for the office's folder. */
  isWaiting: boolean
}

/** The last card of the day: how it stands for the office, and the way to its page. */
export function EndOfDay({ lessons, isWaiting }: Props) {
  const standing = endOfDayStanding(lessons)
  const isDue = standing.ready > 0 && standing.unsigned === 0
  return (
    <section className={classes.card} data-ready={standing.ready > 0} aria-labelledby="end-of-day">
      <div className={classes.row}>
        <IconBuilding size={22} stroke={1.5} aria-hidden="true" className={classes.icon} />
        <div className={classes.words}>
          <h2 id="end-of-day" className={classes.title}>
            End of day
          </h2>
          <p className={classes.standing}>
            {wordsFor(standing)}
            {isWaiting && ' What was exported waits for the office folder, and goes by itself.'}
          </p>
        </div>
        <Button component="a" href="#/end-of-day" variant={isDue ? 'filled' : 'default'}>
          Finish the day
        </Button>
      </div>
    </section>
  )
}

function wordsFor({ ready, unsigned, exported }: ReturnType<typeof endOfDayStanding>): string {
  const lessons = (count: number) => (count === 1 ? '1 lesson' : `${count} lessons`)
  if (ready + exported === 0) {
    return unsigned > 0
      ? `Nothing to export yet: ${lessons(unsigned)} still to sign off.`
      : 'Nothing to export yet. Opens when the first lesson is signed off.'
  }
  const parts = [
    ready > 0 ? `${lessons(ready)} ready to export` : '',
    exported > 0 ? `${lessons(exported)} already exported` : '',
    unsigned > 0 ? `${lessons(unsigned)} still to sign off` : '',
  ].filter((part) => part !== '')
  return `${parts.join(', ')}.`
}

import type { Lesson } from '../../../shared/domain/lesson.ts'
import { useNow } from '../../lib/clock.ts'
import { useApp } from '../../lib/use-app.ts'
import classes from './checklist-header.module.css'
import { startInWords } from './checklist-words.ts'

type Props = { lesson: Lesson; answered: number; checks: number }

/** How often the words of the time are made anew, ms. */
const EVERY_MS = 10_000

/** Which lesson, how long there is, how far along. */
export function ChecklistHeader({ lesson, answered, checks }: Props) {
  const now = useNow(EVERY_MS)
  const isExample = useApp((state) => state.status?.isExample ?? false)
  const name = `${lesson.className} ${lesson.subject}`
  return (
    <header>
      <div className={classes.line}>
        <strong className={classes.name} title={name}>
          {name}
        </strong>
        <span className={classes.time}>{startInWords(lesson.startsAt, now)}</span>
        {isExample && <span className={classes.example}>Example</span>}
        <span className={classes.count}>
          {answered} of {checks}
        </span>
      </div>
      <progress
        aria-label="Checks answered"
        aria-valuetext={`${answered} of ${checks}`}
        max={checks}
        value={answered}
        className={classes.progress}
      />
    </header>
  )
}

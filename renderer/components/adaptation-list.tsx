import { IconX } from '@tabler/icons-react'
import type { Adaptation } from '../../shared/domain/lesson.ts'
import type { Pupil } from '../../shared/domain/people.ts'
import { namesInWords } from '../../shared/domain/words.ts'
import classes from './adaptation-list.module.css'

type Props = {
  adaptations: readonly Adaptation[]
  pupils: readonly Pupil[]
  /** Absent where they are only read. */
  onRemove?: (place: number) => void
}

/** What is adapted for whom, a line each. */
export function AdaptationList({ adaptations, pupils, onRemove }: Props) {
  if (adaptations.length === 0) return null
  return (
    <ul className={classes.list} aria-label="Adaptations">
      {adaptations.map(({ text, pupilIds }, place) => (
        <li key={`${place} ${text}`} className={classes.item}>
          <span className={classes.words}>
            <span className={classes.whom}>{whomInWords(pupilIds, pupils)}</span> {text}
          </span>
          {onRemove && (
            <button
              type="button"
              className={classes.remove}
              aria-label={`Remove: ${text}`}
              onClick={() => onRemove(place)}
            >
              <IconX size={16} stroke={1.75} aria-hidden="true" />
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

function whomInWords(pupilIds: readonly string[], pupils: readonly Pupil[]): string {
  if (pupilIds.length === 0) return 'Everyone:'
  const named = pupils.filter(({ id }) => pupilIds.includes(id)).map(({ label }) => label)
  return `${namesInWords(named) || 'A pupil who has left'}:`
}

import {
  findMatches,
  findPointed,
  type LiveClass,
  type LiveKeys,
} from '../../../shared/domain/live-choosing.ts'
import { shortLabels } from '../../../shared/domain/short-labels.ts'
import type { LessonTally } from '../../../shared/domain/tally.ts'
import type { LessonRecordView } from '../../../shared/ipc/contract.ts'
import classes from './strip-lesson.module.css'
import { describeTile, tileFactsOf } from './tile-facts.ts'

type Props = {
  record: LessonRecordView
  tally: LessonTally
  keys: LiveKeys
  group: LiveClass
  notSavedIds: ReadonlySet<string>
  onTap: (pupilId: string) => void
}

/** Every pupil in 32 px: letters that tell them apart, and points today. */
export function StripTiles({ record, tally, keys, group, notSavedIds, onTap }: Props) {
  const letters = shortLabels(group.pupils)
  const matches = new Set(findMatches(keys, group).map((one) => one.id))
  const pointedId = findPointed(keys, group)?.id
  return (
    <section aria-label="Pupils" className={classes.tiles}>
      {group.pupils.map((one) => {
        const { id } = one
        const facts = tileFactsOf(one, tally, record, notSavedIds)
        const { points, isPresent, isNotSaved, steps } = facts
        const words = describeTile(facts)
        return (
          <button
            key={id}
            type="button"
            className={classes.tile}
            data-present={isPresent}
            data-step={steps > 0}
            data-found={id === pointedId ? 'pointed' : matches.has(id)}
            data-not-saved={isNotSaved}
            aria-label={words}
            aria-pressed={keys.chosen.includes(id)}
            title={words}
            onClick={() => onTap(id)}
          >
            <span>{letters.get(id)}</span>
            <span className={classes.points} data-none={points === 0}>
              {isPresent ? points : '–'}
            </span>
          </button>
        )
      })}
    </section>
  )
}

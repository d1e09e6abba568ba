import {
  findMatches,
  findPointed,
  type LiveClass,
  type LiveKeys,
} from '../../../shared/domain/live-choosing.ts'
import { shortLabels } from '../../../shared/domain/short-labels.ts'
import { type LessonTally, pupilTally } from '../../../shared/domain/tally.ts'
import type { LessonRecordView } from '../../../shared/ipc/contract.ts'
import { describeTile } from './live-words.ts'
import classes from './strip-lesson.module.css'

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
      {group.pupils.map(({ id, label }) => {
        const pupil = pupilTally(tally, id)
        const points = (record.pointsEarlierToday[id] ?? 0) + pupil.points
        const words = describeTile({
          label,
          points,
          contributions: pupil.contributions,
          minutesLate: pupil.minutesLate,
          camera: pupil.camera,
          steps: pupil.steps,
          stepName: record.ladder[Math.min(pupil.steps, record.ladder.length) - 1]?.name ?? '',
          isPresent: pupil.present,
          isNoticed: pupil.noticed,
          isNotSaved: notSavedIds.has(id),
        })
        return (
          <button
            key={id}
            type="button"
            className={classes.tile}
            data-present={pupil.present}
            data-step={pupil.steps > 0}
            data-found={id === pointedId ? 'pointed' : matches.has(id)}
            data-not-saved={notSavedIds.has(id)}
            aria-label={words}
            aria-pressed={keys.chosen.includes(id)}
            title={words}
            onClick={() => onTap(id)}
          >
            <span>{letters.get(id)}</span>
            <span className={classes.points} data-none={points === 0}>
              {pupil.present ? points : '–'}
            </span>
          </button>
        )
      })}
    </section>
  )
}

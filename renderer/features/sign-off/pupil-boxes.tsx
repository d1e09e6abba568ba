import { Button } from '@mantine/core'
import { useState } from 'react'
import { type Pupil, pupilsInWords } from '../../../shared/domain/people.ts'
import classes from './report-section.module.css'
import { fullName } from './sign-off-view.ts'

type Props = { label: string; pupils: readonly Pupil[]; onChosen: (pupilIds: string[]) => void }

/** As many pupils as one answer takes. */
const MOST_TOGETHER = 6

/** The class to be ticked: one pupil, or those who share a device. */
export function PupilBoxes({ label, pupils, onChosen }: Props) {
  const [ticked, setTicked] = useState<readonly string[]>([])
  const isFull = ticked.length >= MOST_TOGETHER
  const turn = (id: string) =>
    setTicked(ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id])
  return (
    <fieldset className={classes.boxes} aria-label={label}>
      <div className={classes.grid}>
        {pupils.map((pupil, place) => (
          <label key={pupil.id} className={classes.remember}>
            <input
              type="checkbox"
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by a key, to be gone on with by keys
              autoFocus={place === 0}
              checked={ticked.includes(pupil.id)}
              disabled={isFull && !ticked.includes(pupil.id)}
              onChange={() => turn(pupil.id)}
            />
            {fullName(pupil)}
          </label>
        ))}
      </div>
      <div>
        <Button variant="default" disabled={ticked.length === 0} onClick={() => onChosen([...ticked])}>
          {ticked.length === 0 ? 'Tick who it is' : `It is ${pupilsInWords(ticked.length)}`}
        </Button>
      </div>
    </fieldset>
  )
}

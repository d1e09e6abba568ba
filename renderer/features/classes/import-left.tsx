import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ClassListPreview } from '../../../shared/domain/class-list.ts'
import classes from './import-preview.module.css'
import type { LeftPupils } from './import-store.ts'

type Props = {
  left: ClassListPreview['left']
  chosen: LeftPupils
  onChoose: (chosen: LeftPupils) => void
}

/** So many are there at once; the rest when asked for, so that what to do about them stays in sight. */
const SHOWN_AT_FIRST = 8

/** Pupils of the file's classes who are not in the file, and what becomes of them: nothing, unless a person says so. */
export function ImportLeft({ left, chosen, onChoose }: Props) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? left : left.slice(0, SHOWN_AT_FIRST)
  return (
    <div className={classes.card}>
      <h2 className={classes.heading}>Here, but not in the file</h2>
      <ul className={classes.list} aria-label="Here, but not in the file">
        {shown.map(({ forename, surname, className }, index) => (
          <li key={index}>
            {forename} {surname} <span className={classes.from}>{className}</span>
          </li>
        ))}
      </ul>
      {shown.length < left.length && (
        <Button variant="subtle" size="xs" h={32} onClick={() => setWhole(true)}>
          Show all {left.length}
        </Button>
      )}
      <label className={classes.choice}>
        <input
          type="checkbox"
          checked={chosen === 'move-out'}
          onChange={(event) => onChoose(event.currentTarget.checked ? 'move-out' : 'stay')}
        />
        <span>They have left: move them to the class “Left”. Nobody is deleted.</span>
      </label>
    </div>
  )
}

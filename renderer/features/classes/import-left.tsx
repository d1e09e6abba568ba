import type { ClassListPreview } from '../../../shared/domain/class-list.ts'
import classes from './import-preview.module.css'
import type { LeftPupils } from './import-store.ts'

type Props = {
  left: ClassListPreview['left']
  chosen: LeftPupils
  onChoose: (chosen: LeftPupils) => void
}

/** Beyond these the rest is counted. */
const MOST_SHOWN = 30

/** Pupils of the file's classes who are not in the file, and what becomes of them: nothing, unless a person says so. */
export function ImportLeft({ left, chosen, onChoose }: Props) {
  const rest = left.length - MOST_SHOWN
  return (
    <div className={classes.card}>
      <h2 className={classes.heading}>Here, but not in the file</h2>
      <ul className={classes.list} aria-label="Here, but not in the file">
        {left.slice(0, MOST_SHOWN).map(({ forename, surname, className }, index) => (
          <li key={index}>
            {forename} {surname} <span className={classes.from}>{className}</span>
          </li>
        ))}
        {rest > 0 && <li>and {rest} more</li>}
      </ul>
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

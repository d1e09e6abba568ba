import classes from './filter-choice.module.css'
import type { Filter } from './policy-filter.ts'

type Props = {
  chosen: Filter
  options: readonly { id: Filter; label: string; count: number }[]
  onChosen: (filter: Filter) => void
}

/** Which clauses are shown; the arrow keys go from one to the next. */
export function FilterChoice({ chosen, options, onChosen }: Props) {
  return (
    <fieldset className={classes.choice}>
      <legend className="visually-hidden">Clauses shown</legend>
      {options.map(({ id, label, count }) => (
        <label key={id} className={classes.option} data-chosen={id === chosen || undefined}>
          <input
            type="radio"
            name="clauses-shown"
            className="visually-hidden"
            checked={id === chosen}
            onChange={() => onChosen(id)}
          />
          {label} <span className={classes.count}>{count}</span>
        </label>
      ))}
    </fieldset>
  )
}

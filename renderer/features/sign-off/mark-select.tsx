import classes from './mark-field.module.css'
import type { Choice } from '../../components/mark-choice.tsx'

type Props<T extends string> = {
  /** What is marked and of whom, for a screen reader. */
  label: string
  choices: readonly Choice<T>[]
  value: T | null
  /** What stands in the table; the choices say it whole. */
  shown: string
  onChoose: (value: T) => void
}

/** What stands where there is nothing to say. */
export const NOTHING = '–'

/** A mark that is seldom touched: words in the table, a list to choose from behind them. */
export function MarkSelect<T extends string>({ label, choices, value, shown, onChoose }: Props<T>) {
  return (
    <span className={classes.field} data-empty={shown === NOTHING}>
      <span aria-hidden="true">{shown}</span>
      <select
        className={classes.select}
        aria-label={label}
        value={value ?? ''}
        onChange={({ target }) => {
          const chosen = choices.find((choice) => choice.value === target.value)
          if (chosen) onChoose(chosen.value)
        }}
      >
        {value === null && <option value="">Not marked</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </span>
  )
}

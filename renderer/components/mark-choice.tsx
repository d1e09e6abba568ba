import classes from './mark-choice.module.css'

export type Choice<T extends string> = {
  value: T
  label: string
  /** What a person looks for when running an eye down the column. */
  standsOut?: true
}

type Props<T extends string> = {
  /** What is marked and of whom, for a screen reader. */
  label: string
  /** The same for no other group on the page. */
  name: string
  choices: readonly Choice<T>[]
  value: T | null
  /** What would be marked, drawn dashed until a person says it. */
  suggestion: T | null
  onChoose: (value: T) => void
}

/** A few choices side by side, one tap each: radio buttons, so that keys and screen readers know them. */
export function MarkChoice<T extends string>({
  label,
  name,
  choices,
  value,
  suggestion,
  onChoose,
}: Props<T>) {
  return (
    <div className={classes.group} role="radiogroup" aria-label={label}>
      {choices.map((choice) => {
        const isSuggested = value === null && suggestion === choice.value
        return (
          <label
            key={choice.value}
            className={classes.choice}
            data-suggested={isSuggested}
            data-stands-out={choice.standsOut}
          >
            <input
              type="radio"
              className={classes.input}
              name={name}
              data-suggested={isSuggested}
              checked={value === choice.value}
              onChange={() => onChoose(choice.value)}
            />
            <span className={classes.words}>{choice.label}</span>
            {isSuggested && <span className="visually-hidden">, suggested</span>}
          </label>
        )
      })}
    </div>
  )
}

import { PanelButton } from './panel-button.tsx'
import classes from './picker-line.module.css'

type Props = {
  label: string
  round: number
  /** How many have a turn to come in this round. */
  left: number
  /** What was just said, such as that the key pressed means nothing here. */
  said: string | null
  onPass: () => void
}

/** Whose turn it is, for the teacher to read out. It lies over the search line, so that nothing on the panel moves. */
export function PickerLine({ label, round, left, said, onPass }: Props) {
  const rest = left === 0 ? 'last of the round' : `${String(left)} left`
  return (
    <div className={classes.over}>
      <div className={classes.line}>
        <output className={classes.words}>
          <strong className={classes.name} title={label}>
            {label}’s turn
          </strong>
          <span className={classes.rest}>
            {said ?? (round > 1 ? `Round ${String(round)}, ${rest}` : rest)}
          </span>
        </output>
        <PanelButton onClick={onPass}>Not now</PanelButton>
      </div>
    </div>
  )
}

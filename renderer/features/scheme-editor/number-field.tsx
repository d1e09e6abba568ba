import { TextInput } from '@mantine/core'
import classes from './scheme-editor.module.css'

type Props = {
  label: string
  unit: string
  value: number
  most: number
  problem: string | undefined
  onChanged: (value: number) => void
}

/** A whole number with its unit; an empty field is 0, and the problem beside it says what it may be. */
export const NumberField = ({ label, unit, value, most, problem, onChanged }: Props) => (
  <span className={classes.number}>
    <TextInput
      type="number"
      aria-label={label}
      className={classes.digits ?? ''}
      min={1}
      max={most}
      value={value === 0 ? '' : String(value)}
      error={problem}
      onChange={(event) => onChanged(Math.trunc(Number(event.currentTarget.value)))}
    />
    {unit}
  </span>
)

import { IconCircleCheck } from '@tabler/icons-react'
import classes from './joining-forms.module.css'

/** A change is on disk. */
export function Kept() {
  return (
    <output className={classes.kept}>
      <IconCircleCheck size={16} stroke={1.75} aria-hidden="true" />
      Saved
    </output>
  )
}

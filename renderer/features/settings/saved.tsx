import { IconCircleCheck } from '@tabler/icons-react'
import classes from './settings-page.module.css'

/** What was asked for is on disk. */
export const Saved = () => (
  <output className={classes.saved}>
    <IconCircleCheck size={16} stroke={1.75} aria-hidden="true" />
    Saved
  </output>
)

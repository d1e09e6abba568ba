import { IconCircleCheck, IconLock } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import classes from './settings-page.module.css'

type Props = {
  title: string
  /** What it is for, in one line. */
  hint?: string
  isSaved: boolean
  /** Shown, and changed by a leader only. */
  isReadOnly?: boolean
  children: ReactNode
}

/** One matter of the settings, saved on its own. */
export function SettingsSection({ title, hint, isSaved, isReadOnly = false, children }: Props) {
  const heading = useId()
  return (
    <section className={classes.section} aria-labelledby={heading}>
      <h2 id={heading} className={classes.heading}>
        {title}
      </h2>
      {hint && <p className={classes.quiet}>{hint}</p>}
      {isReadOnly && (
        <p className={classes.locked}>
          <IconLock size={16} stroke={1.75} aria-hidden="true" />
          Only a leader changes this.
        </p>
      )}
      {children}
      {isSaved && (
        <output className={classes.saved}>
          <IconCircleCheck size={16} stroke={1.75} aria-hidden="true" />
          Saved
        </output>
      )}
    </section>
  )
}

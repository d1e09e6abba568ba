import type { ReactNode } from 'react'
import classes from './key-cap.module.css'

type Props = { children: ReactNode }

/** The key that does the same as the control it stands on. Hidden from screen readers: they hear `aria-keyshortcuts`. */
export function KeyCap({ children }: Props) {
  return (
    <kbd className={classes.key} aria-hidden="true">
      {children}
    </kbd>
  )
}

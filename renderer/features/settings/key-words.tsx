import { IconAlertTriangle } from '@tabler/icons-react'
import classes from './settings-page.module.css'

/** A fingerprint as two people compare it, with whose it is. */
export function Fingerprint({ of, text }: { of: string; text: string }) {
  return (
    <div>
      <dt className={classes.quiet}>{of}</dt>
      <dd className={classes.fingerprint}>{text}</dd>
    </div>
  )
}

export function Problem({ text }: { text: string }) {
  return (
    <p className={classes.wrong} role="alert">
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
      <span>{text}</span>
    </p>
  )
}

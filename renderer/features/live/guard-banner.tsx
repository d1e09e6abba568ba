import { IconAlertTriangle, IconUser } from '@tabler/icons-react'
import type { guardAlert } from '../../../shared/domain/lesson.ts'
import classes from './guard-banner.module.css'
import { PanelButton } from './panel-button.tsx'

type Props = {
  alert: ReturnType<typeof guardAlert>
  onEnd: () => void
  onSecondAdult: () => void
}

/** Clause staff.second-adult. One adult with one pupil cannot be missed; one adult with several is said quietly. */
export function GuardBanner({ alert, onEnd, onSecondAdult }: Props) {
  if (alert === null) return null
  if (alert === 'no-second-adult') {
    return (
      <output className={classes.quiet}>
        <IconUser size={16} stroke={1.75} aria-hidden="true" className={classes.icon} />
        No second adult: end for everyone together.
      </output>
    )
  }
  return (
    <div role="alert" className={classes.loud}>
      <p className={classes.words}>
        <IconAlertTriangle size={22} stroke={1.75} aria-hidden="true" className={classes.icon} />
        One adult, one pupil. End for everyone now, or get a second adult in.
      </p>
      <div className={classes.actions}>
        <PanelButton onClick={onEnd}>End for everyone</PanelButton>
        <PanelButton onClick={onSecondAdult}>Second adult is in</PanelButton>
      </div>
    </div>
  )
}

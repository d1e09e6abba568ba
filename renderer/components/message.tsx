import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './message.module.css'

type Props = {
  tone: 'good' | 'quiet' | 'warn' | 'bad'
  title: string
  /** What to do about it. */
  children?: ReactNode
  action?: ReactNode
}

const icons = {
  good: IconCircleCheck,
  quiet: IconInfoCircle,
  warn: IconAlertTriangle,
  bad: IconAlertTriangle,
}

/** What happened, that nothing was lost, what to do. Bad news interrupts a screen reader, the rest waits its turn. */
export function Message({ tone, title, children, action }: Props) {
  const Icon = icons[tone]
  return (
    <div className={classes.message} data-tone={tone} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon size={20} stroke={1.75} aria-hidden="true" className={classes.icon} />
      <div className={classes.words}>
        <strong>{title}</strong>
        {children && <div>{children}</div>}
      </div>
      {action && <div className={classes.action}>{action}</div>}
    </div>
  )
}

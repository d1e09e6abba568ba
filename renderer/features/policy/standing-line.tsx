import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconHourglass,
  IconInfoCircle,
} from '@tabler/icons-react'
import type { Standing } from '../../../shared/domain/policy/standing-facts.ts'
import classes from './standing-line.module.css'

type Props = { standing: Standing }

const shapes: Record<Standing['tone'], { icon: typeof IconCircleCheck; says: string }> = {
  good: { icon: IconCircleCheck, says: 'Kept' },
  open: { icon: IconCircleDashed, says: 'Still to do' },
  warn: { icon: IconAlertTriangle, says: 'Needs attention' },
  planned: { icon: IconHourglass, says: 'Planned' },
  none: { icon: IconInfoCircle, says: 'For information' },
}

/** How a clause stands today: a shape, its name and the words. */
export function StandingLine({ standing: { tone, words } }: Props) {
  const { icon: Icon, says } = shapes[tone]
  return (
    <div className={classes.standing} data-tone={tone}>
      <Icon size={18} stroke={1.75} aria-hidden="true" className={classes.icon} />
      <div className={classes.words}>
        <strong className={classes.says}>{says}</strong>
        <p className={classes.quiet}>{words}</p>
      </div>
    </div>
  )
}

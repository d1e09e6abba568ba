import { IconAlertTriangle, IconChevronDown, IconChevronUp, IconCircleCheck } from '@tabler/icons-react'
import { fullDate } from '../../../shared/domain/times.ts'
import type { StaffRow } from '../../../shared/ipc/commands/staff.ts'
import { missingTraining, roleInWords, standingInWords } from './staff-words.ts'
import classes from './staff.module.css'

type Props = { row: StaffRow; isMe: boolean; isOpen: boolean; onToggle: () => void }

/** One member of staff in one line: who, how they stand, and the way to more. */
export function StaffRowButton({ row, isMe, isOpen, onToggle }: Props) {
  const isMissing = missingTraining(row).length > 0
  const Icon = isMissing ? IconAlertTriangle : IconCircleCheck
  const Arrow = isOpen ? IconChevronUp : IconChevronDown
  return (
    <button type="button" className={classes.rowButton} aria-expanded={isOpen} onClick={onToggle}>
      <span className={classes.who}>
        <span className={classes.name}>{row.name}</span>
        <span className={classes.note}>
          {roleInWords(row.role)}
          {isMe && ' · you'}
        </span>
      </span>
      <span className={classes.standing}>
        <span className={isMissing ? classes.warnLine : classes.goodLine}>
          <Icon size={16} stroke={1.75} aria-hidden="true" />
          <span>{standingInWords(row)}</span>
        </span>
        <span className={classes.note}>
          {row.acknowledgedAt === null
            ? 'Code of conduct not acknowledged this term'
            : `Code of conduct acknowledged on ${fullDate(row.acknowledgedAt)}`}
        </span>
      </span>
      <Arrow size={18} stroke={1.75} aria-hidden="true" className={classes.arrow} />
    </button>
  )
}

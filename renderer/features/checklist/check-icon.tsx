import { IconAlertCircle, IconCircle, IconCircleCheck, IconCircleDot } from '@tabler/icons-react'
import type { CheckStanding } from '../../../shared/domain/checks.ts'
import classes from './check-icon.module.css'

type Props = {
  check: CheckStanding
  isAsked: boolean
  /** The app sees that something has to be put right. */
  isWrong: boolean
}

const looks = {
  done: { Icon: IconCircleCheck, colour: classes.done },
  'not-applicable': { Icon: IconAlertCircle, colour: classes.exception },
}

/** Each standing has a shape of its own; the colour only repeats it. */
export function CheckIcon({ check, isAsked, isWrong }: Props) {
  const open = isWrong
    ? looks['not-applicable']
    : isAsked
      ? { Icon: IconCircleDot, colour: classes.asked }
      : { Icon: IconCircle, colour: classes.open }
  const { Icon, colour } = check.answer ? looks[check.answer.answer] : open
  return <Icon size={17} stroke={1.75} aria-hidden="true" className={colour} />
}

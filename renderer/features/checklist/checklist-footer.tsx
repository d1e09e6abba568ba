import { IconEye, IconLock, IconLockOpen } from '@tabler/icons-react'
import type { LessonFacts } from '../../../shared/domain/lesson.ts'
import classes from './checklist-footer.module.css'
import { Concern } from './concern.tsx'
import { type CheckCounts, nextNeed } from './checklist-words.ts'
import { nextAct } from './next-act.ts'

type Props = {
  facts: LessonFacts
  checks: CheckCounts
  /** Names are on screen, and the system would show them to whoever sees the shared screen. */
  isSeenWhenSharing: boolean
}

/** What is needed next, and whether admitting is still locked. */
export function ChecklistFooter({ facts, checks, isSeenWhenSharing }: Props) {
  const isOpen = nextAct(facts).verdict.ok
  const Icon = facts.state === 'admitting' || isOpen ? IconLockOpen : IconLock
  return (
    <footer className={classes.footer}>
      <p className={classes.line}>
        <Icon size={16} stroke={1.75} aria-hidden="true" className={classes.icon} />
        {nextNeed(facts, checks, isOpen)}
      </p>
      <Concern />
      {isSeenWhenSharing && (
        <p className={classes.line}>
          <IconEye size={16} stroke={1.75} aria-hidden="true" className={classes.icon} />
          These names can be seen if you share your whole screen.
        </p>
      )}
    </footer>
  )
}

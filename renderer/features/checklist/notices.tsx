import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useStore } from 'zustand'
import type { CheckStanding } from '../../../shared/domain/checks.ts'
import { guardAlert, isLoud, type LessonFacts } from '../../../shared/domain/lesson.ts'
import { Message } from '../../components/message.tsx'
import type { LessonStore } from '../../lib/lesson-store.ts'
import { useLesson } from '../../lib/use-lesson.ts'
import type { ChecklistStore } from './checklist-store.ts'
import classes from './notices.module.css'

type Props = {
  store: LessonStore
  checklist: ChecklistStore
  standing: readonly CheckStanding[]
  facts: LessonFacts
  /** Name of a class nobody is in, while there is still time to do something about it. */
  emptyClass: string | null
}

/** What must be known whichever page is on: what was refused, what is not saved, which rules are in force. */
export function Notices({ store, checklist, standing, facts, emptyClass }: Props) {
  const refusal = useLesson(store, (state) => state.refusal)
  const isUnsaved = useLesson(store, (state) => state.pending.some((act) => act.notSaved))
  const failure = useStore(checklist, (state) => state.failure)

  const isBefore = ['preparing', 'admitting'].includes(facts.state)
  const isAnswered = standing.every((check) => check.kind !== 'second-adult' || check.answer !== null)
  const isWithout = isBefore && isAnswered && !facts.secondAdultIn
  const alert = guardAlert(facts)
  const seen = () => {
    store.getState().refusalSeen()
    checklist.getState().failureSeen()
  }
  const wentWrong = refusal ?? failure?.message

  if (!wentWrong && !isUnsaved && !isWithout && emptyClass === null) return null
  return (
    <div className={classes.notices}>
      {wentWrong && (
        <Message
          tone="bad"
          title={refusal ? 'That was not recorded' : 'That did not work'}
          action={
            <Button variant="default" size="compact-md" className={classes.seen} onClick={seen}>
              Seen
            </Button>
          }
        >
          {wentWrong} Everything before it is kept.
        </Message>
      )}
      {isUnsaved && (
        <Message tone="warn" title="Not saved yet">
          Your last answer is kept here and is being saved again by itself. Leave this window open.
        </Message>
      )}
      {emptyClass !== null && (
        <Message tone="warn" title={`${emptyClass} has no pupils yet`}>
          Import the class list under Classes in the main window before the lesson.
        </Message>
      )}
      {alert === 'alone-with-one-pupil' && (
        <Message tone="bad" title="You are alone with one pupil">
          Admit another pupil, name a second adult, or end the meeting for everyone.
        </Message>
      )}
      {alert === 'second-adult-gone' && (
        <Message tone="bad" title="The second adult has gone">
          Get them back, name another, or end the meeting for everyone together.
        </Message>
      )}
      {isWithout && !isLoud(alert) && (
        <output className={classes.rule}>
          <IconAlertTriangle size={18} stroke={1.75} aria-hidden="true" className={classes.icon} />
          <span>
            <strong>No second adult:</strong> two or more pupils must be waiting before you admit, and the
            lesson ends for all at the same moment.
          </span>
        </output>
      )}
    </div>
  )
}

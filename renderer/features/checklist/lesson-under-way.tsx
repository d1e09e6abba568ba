import { Button } from '@mantine/core'
import type { LessonState } from '../../../shared/domain/lesson.ts'
import { nextStep } from '../../../shared/domain/today.ts'
import type { ChecklistStore } from './checklist-store.ts'
import classes from './full-page.module.css'

type Props = { lessonId: string; state: LessonState; checklist: ChecklistStore }

const words: Partial<Record<LessonState, { title: string; detail: string }>> = {
  live: { title: 'The lesson is live', detail: 'The checks are done. The live panel has the rest.' },
  ended: { title: 'The lesson has ended', detail: 'What is left is to sign it off.' },
  'signed-off': { title: 'The lesson is signed off', detail: 'Its checks are kept with it.' },
  exported: { title: 'The lesson is with the office', detail: 'Its checks are kept with it.' },
}

/** For a lesson past its checks: says so, and shows the way to where it goes on. */
export function LessonUnderWay({ lessonId, state, checklist }: Props) {
  const { title, detail } = words[state] ?? { title: '', detail: '' }
  const step = nextStep[state]
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>{title}</h1>
      <p className={classes.detail}>{detail}</p>
      {step && (
        <Button
          size="md"
          autoFocus
          onClick={() => void checklist.getState().windowOpened(lessonId, step.opens)}
        >
          {step.label}
        </Button>
      )}
    </div>
  )
}

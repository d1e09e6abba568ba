import { Button } from '@mantine/core'
import type { LessonState } from '../../../shared/domain/lesson.ts'
import { nextStep } from '../../../shared/domain/today.ts'
import { Message } from '../../components/message.tsx'

type Props = { state: LessonState; onOpen: (show: 'checklist' | 'live' | 'sign-off') => void }

/** A lesson is signed off after it has ended; until then this shows the way there. */
export function NotEndedYet({ state, onOpen }: Props) {
  const step = nextStep[state]
  return (
    <Message
      tone="quiet"
      title={state === 'live' ? 'This lesson is still live' : 'This lesson has not begun yet'}
      action={step && <Button onClick={() => onOpen(step.opens)}>{step.label}</Button>}
    >
      {state === 'live'
        ? 'End it for everyone in the live panel. Then say here who took part, and sign.'
        : 'After it has ended, say here who took part, mark the tasks, and sign.'}
    </Message>
  )
}

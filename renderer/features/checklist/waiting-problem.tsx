import { Button } from '@mantine/core'
import { Message } from '../../components/message.tsx'
import classes from './notices.module.css'
import type { WaitingState } from './waiting-store.ts'

type Props = { problem: WaitingState['problem']; onSeen: () => void }

/** Why names were not read or not remembered. */
export function WaitingProblem({ problem, onSeen }: Props) {
  if (problem === null) return null
  return (
    <div className={classes.notices}>
      <Message
        tone="bad"
        title={problem.title}
        action={
          <Button variant="default" size="compact-md" className={classes.seen} onClick={onSeen}>
            Seen
          </Button>
        }
      >
        {problem.message}
      </Message>
    </div>
  )
}

import { Button } from '@mantine/core'
import { Message } from '../../components/message.tsx'
import { VersionWarnings } from '../../components/version-warnings.tsx'
import classes from './day-outcome.module.css'
import type { DayRun } from './end-of-day-store.ts'
import { doneWords } from './end-of-day-words.ts'

type Props = {
  run: Exclude<DayRun, { now: 'running' }>
  isWaiting: boolean
  onReveal: () => void
  onAgain: () => void
  onStop: () => void
}

const look = { variant: 'default', size: 'xs', h: 32 } as const

/** How an export ended: where the files are, or what happened and what to do. */
export function DayOutcome({ run, isWaiting, onReveal, onAgain, onStop }: Props) {
  if (run.now === 'failed') {
    return (
      <Message
        tone={isWaiting ? 'warn' : 'bad'}
        title={isWaiting ? 'Not exported yet: the day waits' : 'Not exported'}
        action={
          isWaiting && (
            <Button {...look} onClick={onStop}>
              Stop sending by itself
            </Button>
          )
        }
      >
        {run.failure.message}
      </Message>
    )
  }
  const { exported } = run
  if (exported.isGone) {
    return (
      <Message
        tone="quiet"
        title={doneWords(exported)}
        action={
          <Button {...look} onClick={onAgain}>
            Write it again
          </Button>
        }
      >
        Its folder is not in the office&rsquo;s folder any more: whoever dealt with it may have moved it.
        Write it again only where the office asks for it.
      </Message>
    )
  }
  return (
    <>
      <Message
        tone="good"
        title={doneWords(exported)}
        action={
          <Button {...look} onClick={onReveal}>
            Show the folder
          </Button>
        }
      >
        <span className={classes.folder}>{exported.folder}</span>
      </Message>
      <VersionWarnings {...exported} />
    </>
  )
}

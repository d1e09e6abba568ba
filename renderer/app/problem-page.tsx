import { Button } from '@mantine/core'
import type { Problem } from '../../shared/ipc/contract.ts'
import { useApp } from '../lib/use-app.ts'
import classes from './problem-page.module.css'

type Props = { problem: Problem }

const titles: Record<Problem['code'], string> = {
  'newer-database': 'These records need a newer Session Companion',
  'unreadable-database': 'The records cannot be read',
  'missing-key': 'The key to the records is missing',
  'cannot-write': 'The records cannot be opened',
}

/** The records could not be opened: what happened, that nothing was lost, what to do. Nothing else is offered. */
export function ProblemPage({ problem }: Props) {
  const quit = useApp((state) => state.quit)
  return (
    <main className={classes.page} role="alert">
      <h1 className={classes.title}>{titles[problem.code]}</h1>
      <p>{problem.message}</p>
      <p>
        <strong>{problem.advice}</strong>
      </p>
      <Button onClick={quit} autoFocus>
        Close Session Companion
      </Button>
    </main>
  )
}

import { Button } from '@mantine/core'
import { Message } from '../../components/message.tsx'
import classes from './import-outcome.module.css'
import type { ImportCounts } from './import-store.ts'
import { changesInWords } from './import-words.ts'

type Props = { counts: ImportCounts }

/** The class list is in: what changed, and what to do with it. */
export function ImportDone({ counts }: Props) {
  return (
    <section className={classes.outcome} aria-label="Class list imported">
      <Message tone="good" title="The class list is in">
        {changesInWords(counts)}.
      </Message>
      <div className={classes.actions}>
        <Button component="a" href="#/lessons/new">
          Start a lesson
        </Button>
        <Button component="a" href="#/classes" variant="default">
          See the classes
        </Button>
      </div>
    </section>
  )
}

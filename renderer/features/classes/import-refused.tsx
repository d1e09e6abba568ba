import { Button } from '@mantine/core'
import type { Refusal } from '../../../shared/domain/class-list.ts'
import { Message } from '../../components/message.tsx'
import classes from './import-outcome.module.css'

type Props = { fileName: string; refusal: Refusal; onChoose: () => void }

/** A file that is not a class list: which, what it is instead, that nothing was changed, what to do. */
export function ImportRefused({ fileName, refusal, onChoose }: Props) {
  return (
    <section className={classes.outcome} aria-label="File not imported">
      <Message tone="bad" title={refusal.message}>
        <p>{refusal.advice}</p>
        <p className={classes.file}>File: {fileName}</p>
      </Message>
      <div className={classes.actions}>
        <Button onClick={onChoose}>Choose another file</Button>
        <Button component="a" href="#/classes" variant="default">
          Back to Classes
        </Button>
      </div>
    </section>
  )
}

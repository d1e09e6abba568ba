import { Button } from '@mantine/core'
import type { Refusal } from '../../../shared/domain/class-list.ts'
import type { NamedColumns } from '../../../shared/domain/column-meanings.ts'
import { Message } from '../../components/message.tsx'
import { ImportColumns } from './import-columns.tsx'
import classes from './import-outcome.module.css'

type Props = {
  fileName: string
  refusal: Refusal
  /** The file's columns, where a person may say which of them hold the names. */
  columns: NamedColumns | null
  onColumns: (columns: NamedColumns) => void
  onChoose: () => void
}

/** A file that is not a class list: which, what it is instead, that nothing was changed, what to do. */
export function ImportRefused({ fileName, refusal, columns, onColumns, onChoose }: Props) {
  return (
    <section className={classes.outcome} aria-label="File not imported">
      <Message tone="bad" title={refusal.message}>
        <p>{refusal.advice}</p>
        <p className={classes.file}>File: {fileName}</p>
      </Message>
      {columns && (
        <>
          <p>
            Or say which columns hold the forename and the surname. It is remembered for files like this one.
          </p>
          <ImportColumns columns={columns} droppedColumns={[]} isRemembered={false} onChange={onColumns} />
        </>
      )}
      <div className={classes.actions}>
        <Button onClick={onChoose}>Choose another file</Button>
        <Button component="a" href="#/classes" variant="default">
          Back to Classes
        </Button>
      </div>
    </section>
  )
}

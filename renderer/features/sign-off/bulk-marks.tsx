import { Button } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { KeyCap } from '../../components/key-cap.tsx'
import type { NewEntry } from '../../../shared/domain/events.ts'
import classes from './bulk-marks.module.css'
import {
  attitudesGiven,
  type MarkRow,
  suggestionsAccepted,
  tasksDone,
  usualAttitude,
} from './sign-off-view.ts'

type Props = {
  rows: readonly MarkRow[]
  attitudes: readonly string[]
  onMarked: (entries: readonly NewEntry[]) => void
}

/** What is the same for most of the class, in one press each; what is marked already stays as it is. */
export function BulkMarks({ rows, attitudes, onMarked }: Props) {
  const suggestions = suggestionsAccepted(rows)
  const tasks = tasksDone(rows)
  const place = usualAttitude(attitudes)
  const marks = attitudesGiven(rows, place)
  return (
    <section className={classes.bulk} aria-label="Mark the whole class">
      <div className={classes.buttons}>
        <Button
          variant={suggestions.length > 0 ? 'light' : 'default'}
          leftSection={<IconChecks size={16} aria-hidden="true" />}
          {...whenUseful(suggestions.length > 0)}
          onClick={() => onMarked(suggestions)}
        >
          {suggestions.length > 0 ? `Accept all ${suggestions.length} suggestions` : 'Accept all suggestions'}
        </Button>
        <Button variant="default" {...whenUseful(tasks.length > 0)} onClick={() => onMarked(tasks)}>
          All tasks done
        </Button>
        <Button variant="default" {...whenUseful(marks.length > 0)} onClick={() => onMarked(marks)}>
          Attitude: all {attitudes[place - 1]}
        </Button>
      </div>
      <p className="visually-hidden">
        Those you admitted are suggested as having taken part. Keys in a pupil&rsquo;s row: P took part, A
        absent, N does not take part, 1 to 3 for the task, Up and Down for another pupil.
      </p>
      <p className={classes.keys} aria-hidden="true">
        <span className={classes.dashed}>Dashed</span> is a suggestion: those you admitted took part. In a
        row: <KeyCap>P</KeyCap> took part, <KeyCap>A</KeyCap> absent, <KeyCap>N</KeyCap> does not take part,{' '}
        <KeyCap>1</KeyCap> to <KeyCap>3</KeyCap> task, <KeyCap>↑</KeyCap> <KeyCap>↓</KeyCap> other pupil.
      </p>
    </section>
  )
}

/** A button that has nothing left to do keeps the focus, so that the keyboard goes on from it. */
const whenUseful = (isUseful: boolean) => ({ 'data-disabled': !isUseful, 'aria-disabled': !isUseful })

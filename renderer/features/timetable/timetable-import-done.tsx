import { Button } from '@mantine/core'
import type { Output } from '../../../shared/ipc/contract.ts'
import { Message } from '../../components/message.tsx'
import classes from './entry-page.module.css'

type Props = { counts: Output<'timetable.import-confirm'> }

const MOST_LEFT_OUT = 100

/** What the import did, and what it left out and why. */
export function TimetableImportDone({ counts: { added, changed, unchanged, leftOut } }: Props) {
  return (
    <section className={classes.card} aria-label="Imported">
      <Message tone="good" title={`${added} added, ${changed} changed, ${unchanged} as before`} />
      {leftOut.length > 0 && (
        <>
          <h2 className={classes.heading}>Left out</h2>
          <ul>
            {leftOut.slice(0, MOST_LEFT_OUT).map(({ title, reasons }, index) => (
              <li key={`${title} ${index}`}>
                <strong>{title}</strong>: {reasons.join(' ')}
              </li>
            ))}
            {leftOut.length > MOST_LEFT_OUT && <li>and {leftOut.length - MOST_LEFT_OUT} more</li>}
          </ul>
        </>
      )}
      <div className={classes.actions}>
        <Button component="a" href="#/timetable">
          See the timetable
        </Button>
      </div>
    </section>
  )
}

import { Button } from '@mantine/core'
import { IconEyeOff, IconFileSpreadsheet, IconUsers } from '@tabler/icons-react'
import { ReadingProgress } from '../../components/reading-progress.tsx'
import { Waiting } from '../../components/waiting.tsx'
import classes from './import-start.module.css'

type Props = {
  /** The file that is being read: `opened` is null while a person still chooses it. */
  reading: { opened: number | null } | null
  onChoose: () => void
  onChooseFolder: () => void
  onCancel: () => void
}

/** What a class list is, what is read of it, and what is not. */
export function ImportStart({ reading, onChoose, onChooseFolder, onCancel }: Props) {
  const isReading = reading !== null
  return (
    <section className={classes.start} aria-label="Choose a class list">
      <ul className={classes.points}>
        <li>
          <IconFileSpreadsheet size={20} stroke={1.75} aria-hidden="true" />
          <div>
            <strong>From your school&rsquo;s system</strong>
            <p>
              Export the list of pupils from SIMS, Arbor, Bromcom or what your school uses, one pupil a line,
              as CSV or Excel workbook, or a OneRoster zip or folder. One class or the whole school.
            </p>
          </div>
        </li>
        <li>
          <IconUsers size={20} stroke={1.75} aria-hidden="true" />
          <div>
            <strong>What is read</strong>
            <p>
              Names, class and year group, date of birth, UPN, admission number and up to four contacts. A
              pupil who is here already is recognised, never entered twice, and nobody is removed.
            </p>
          </div>
        </li>
        <li>
          <IconEyeOff size={20} stroke={1.75} aria-hidden="true" />
          <div>
            <strong>What is never read</strong>
            <p>Health, special needs, benefits, beliefs and passwords. Columns with these are left alone.</p>
          </div>
        </li>
      </ul>
      <div className={classes.action}>
        <Button size="md" data-disabled={isReading} aria-disabled={isReading} onClick={onChoose}>
          Choose a file
        </Button>
        <Button
          size="md"
          variant="default"
          data-disabled={isReading}
          aria-disabled={isReading}
          onClick={onChooseFolder}
        >
          Choose a OneRoster folder
        </Button>
        {!reading && (
          <p className={classes.promise}>
            Or drop it on this window, or paste its rows from a spreadsheet. You see what would change before
            anything is written.
          </p>
        )}
        {reading?.opened === null && <Waiting>Waiting for a file</Waiting>}
        {reading && reading.opened !== null && (
          <ReadingProgress opened={reading.opened} onCancel={onCancel} />
        )}
      </div>
    </section>
  )
}

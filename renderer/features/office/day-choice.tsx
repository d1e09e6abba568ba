import { Button, TextInput } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconRefresh } from '@tabler/icons-react'
import type { SchoolDate } from '../../../shared/domain/times.ts'
import classes from './office-page.module.css'

type Props = {
  date: SchoolDate
  /** The days something came in of, newest first. */
  dates: readonly SchoolDate[]
  isLooking: boolean
  onDay: (date: SchoolDate) => void
  /** So many days on, or back. */
  onMove: (days: number) => void
  onLook: () => void
}

/** Which day is shown, and the folder looked at once more. */
export function DayChoice({ date, dates, isLooking, onDay, onMove, onLook }: Props) {
  const newest = dates[0]
  return (
    <div className={classes.choice}>
      <Button variant="default" px={8} aria-label="The day before" onClick={() => onMove(-1)}>
        <IconChevronLeft size={18} stroke={1.75} aria-hidden="true" />
      </Button>
      <TextInput
        type="date"
        aria-label="Day"
        value={date}
        onChange={({ currentTarget: { value } }) => value !== '' && onDay(value)}
      />
      <Button variant="default" px={8} aria-label="The day after" onClick={() => onMove(1)}>
        <IconChevronRight size={18} stroke={1.75} aria-hidden="true" />
      </Button>
      {newest !== undefined && newest !== date && (
        <Button variant="subtle" onClick={() => onDay(newest)}>
          The last day that came in
        </Button>
      )}
      <Button
        className={classes.look}
        variant="subtle"
        leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden="true" />}
        loading={isLooking}
        onClick={onLook}
      >
        Look in the folder now
      </Button>
    </div>
  )
}

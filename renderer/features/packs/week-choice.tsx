import { Button, NativeSelect } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { fullDate, instantOf, type SchoolDate } from '../../../shared/domain/times.ts'
import type { ClassSummary } from '../../../shared/ipc/contract.ts'
import classes from './packs-page.module.css'

type Props = {
  classes: readonly ClassSummary[]
  classId: string
  week: SchoolDate
  onClass: (classId: string) => void
  /** So many weeks on, or back. */
  onWeek: (weeks: number) => void
}

/** Which class, and which week of it. */
export function WeekChoice({ classes: summaries, classId, week, onClass, onWeek }: Props) {
  return (
    <div className={classes.choice}>
      <NativeSelect
        aria-label="Class"
        value={classId}
        onChange={(event) => onClass(event.currentTarget.value)}
        data={summaries.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button variant="default" px={8} aria-label="The week before" onClick={() => onWeek(-1)}>
        <IconChevronLeft size={18} stroke={1.75} aria-hidden="true" />
      </Button>
      <output className={classes.week}>Week of {fullDate(instantOf(week, '12:00'))}</output>
      <Button variant="default" px={8} aria-label="The week after" onClick={() => onWeek(1)}>
        <IconChevronRight size={18} stroke={1.75} aria-hidden="true" />
      </Button>
    </div>
  )
}

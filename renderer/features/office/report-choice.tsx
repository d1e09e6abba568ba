import { Button } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import type { SheetSplit } from '../../../shared/domain/export-split.ts'
import { MarkChoice } from '../../components/mark-choice.tsx'
import classes from './office-page.module.css'

type Props = {
  split: SheetSplit
  /** Something is in to be reported. */
  isIn: boolean
  /** Something is in that no report of this reader holds. */
  isDue: boolean
  isMaking: boolean
  onSplit: (split: SheetSplit) => void
  onMake: () => void
}

/** For whom a report of the day is, and the button that makes it. */
export function ReportChoice({ split, isIn, isDue, isMaking, onSplit, onMake }: Props) {
  return (
    <div className={classes.make}>
      {isIn && !isMaking && (
        <MarkChoice
          label="Whom the report is for"
          name="report-split"
          choices={[
            { value: 'office', label: 'Office' },
            { value: 'leaders', label: 'Leaders' },
          ]}
          value={split}
          suggestion={null}
          onChoose={onSplit}
        />
      )}
      <Button
        className={classes.report}
        variant={isDue ? 'filled' : 'default'}
        leftSection={<IconFileSpreadsheet size={18} stroke={1.75} aria-hidden="true" />}
        disabled={!isIn}
        loading={isMaking}
        onClick={onMake}
      >
        {split === 'office' ? 'Make the day’s report' : 'Make the leaders’ report'}
      </Button>
    </div>
  )
}

import { type ReactNode, useEffect } from 'react'
import { guardAlert, isLoud } from '../../../shared/domain/lesson.ts'
import { factsOf, type LessonTally } from '../../../shared/domain/tally.ts'
import type { LessonRecordView } from '../../../shared/ipc/contract.ts'
import { useApi } from '../../lib/use-lesson.ts'
import classes from './panel-frame.module.css'

type Props = { record: LessonRecordView; tally: LessonTally; children: ReactNode }

/** What the lesson's rules need to know, from its log. */
export const factsOfLesson = (record: LessonRecordView, tally: LessonTally) =>
  factsOf(
    tally,
    record.checkItems,
    record.pupils.map((one) => one.id),
    record.optedOutIds,
  )

/**
 * Around every view of a live lesson. What the guard is loud about
 * brings the window forward and marks its edge (staff.second-adult).
 */
export function PanelFrame({ record, tally, children }: Props) {
  const api = useApi()
  const raised = guardAlert(factsOfLesson(record, tally))
  const alert = isLoud(raised) ? raised : null
  useEffect(() => {
    if (alert !== null) void api.invoke('panel.window', { do: 'raise' })
  }, [api, alert])
  return (
    <div className={classes.frame} data-alert={alert !== null}>
      {children}
    </div>
  )
}

import { type ReactNode, useEffect } from 'react'
import { guardAlert } from '../../../shared/domain/lesson.ts'
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

/** Around every view of a live lesson. One adult with one pupil brings the window forward and marks its edge (staff.second-adult). */
export function PanelFrame({ record, tally, children }: Props) {
  const api = useApi()
  const isAlone = guardAlert(factsOfLesson(record, tally)) === 'alone-with-one-pupil'
  useEffect(() => {
    if (isAlone) void api.invoke('panel.window', { do: 'raise' })
  }, [api, isAlone])
  return (
    <div className={classes.frame} data-alert={isAlone}>
      {children}
    </div>
  )
}

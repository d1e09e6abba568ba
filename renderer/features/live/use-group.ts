import { useMemo } from 'react'
import type { LiveClass } from '../../../shared/domain/live-choosing.ts'
import type { LessonTally } from '../../../shared/domain/tally.ts'
import type { LessonRecordView } from '../../../shared/ipc/contract.ts'
import { groupOf, type LiveState } from './live-store.ts'

/** Who can be meant on the panel now, and by which keys. */
export function useGroup(
  { isMore, groupNow, last }: Pick<LiveState, 'isMore' | 'groupNow' | 'last'>,
  record: LessonRecordView | null,
  tally: LessonTally,
): LiveClass {
  return useMemo(
    () => groupOf({ record, tally }, { isMore, groupNow, last }),
    [record, tally, isMore, groupNow, last],
  )
}

import type { RefObject } from 'react'
import type { CheckStanding } from '../../../shared/domain/checks.ts'
import type { LessonRecordView } from '../../../shared/ipc/contract.ts'
import type { ChecklistStore, Sighting } from './checklist-store.ts'

/** What every form of an answer works with. */
export type AnswerFormProps = {
  check: CheckStanding
  record: LessonRecordView
  checklist: ChecklistStore
  /** What the app sees of this check; null where it does not look, or has not looked yet. */
  sighting: Sighting | null
  /** Where Enter goes. */
  primary: RefObject<HTMLButtonElement | null>
  /** The teacher's word: done, with how it is known where there is more to say. */
  onConfirm: () => void
  onPassOver: () => void
  /** Something beside the log was put right: look again, and go on if that answers the check. */
  onPutRight: () => Promise<void>
}

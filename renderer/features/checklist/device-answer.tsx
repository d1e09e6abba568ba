import { AnswerButtons } from './answer-buttons.tsx'
import type { AnswerFormProps } from './answer-form-props.ts'
import { SeenAnswer, SeenWords } from './seen-answer.tsx'

/**
 * Whether the account signed in is the teacher's own: said once, then seen by the app (staff.school-device). What it
 * sees otherwise is no matter of the teacher's word.
 */
export function DeviceAnswer(form: AnswerFormProps) {
  const { check, record, checklist, sighting, primary, onConfirm, onPassOver, onPutRight } = form
  if (sighting?.outcome === 'not-met') return <SeenAnswer {...form} />
  const confirm = async () => {
    const { accountConfirmed, looked } = checklist.getState()
    if (!(await accountConfirmed())) return
    await looked(record.lesson.id)
    const seen = checklist.getState().sightings.get(check.id)
    // Without a list of the school's devices the rest stays the teacher's word.
    if (seen?.outcome === 'unknown') onConfirm()
    else await onPutRight()
  }
  return (
    <>
      <SeenWords sighting={sighting} />
      <AnswerButtons
        primary={primary}
        confirm={check.confirm}
        onConfirm={() => void confirm()}
        onPassOver={onPassOver}
        passOver="Not applicable"
      />
    </>
  )
}

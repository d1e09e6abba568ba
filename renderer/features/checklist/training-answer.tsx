import type { AnswerFormProps } from './answer-form-props.ts'
import { SeenAnswer } from './seen-answer.tsx'

/** Training that is overdue is put right on the staff page; the app looks again by itself (head.training). */
export function TrainingAnswer(form: AnswerFormProps) {
  const { checklist, record } = form
  const open = () => void checklist.getState().windowOpened(record.lesson.id, 'staff')
  return <SeenAnswer {...form} remedy={{ label: 'Open the staff page', onTake: open }} />
}

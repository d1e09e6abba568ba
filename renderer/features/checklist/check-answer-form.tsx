import type { ReactNode } from 'react'
import type { CheckItem } from '../../../shared/domain/checks.ts'
import type { StaffMember } from '../../../shared/domain/people.ts'
import { AnswerButtons } from './answer-buttons.tsx'
import type { AnswerFormProps } from './answer-form-props.ts'
import { IntentionAnswer } from './intention-answer.tsx'
import { ResourcesAnswer } from './resources-answer.tsx'
import { SecondAdultChoice } from './second-adult-choice.tsx'
import { SeenAnswer } from './seen-answer.tsx'

type Props = AnswerFormProps & {
  staff: readonly StaffMember[]
  secondAdult: StaffMember | null
  onSecondAdult: (staffId: string) => void
}

/** Answers of checks the app sees for itself that need more than a yes, by what is looked at. */
const special: Partial<Record<NonNullable<CheckItem['sees']>, (props: AnswerFormProps) => ReactNode>> = {
  intention: IntentionAnswer,
  resources: ResourcesAnswer,
}

/** How the check on screen is answered. */
export function CheckAnswerForm({ staff, secondAdult, onSecondAdult, ...form }: Props) {
  const { check, record, checklist, primary, onConfirm, onPassOver } = form
  if (check.kind === 'second-adult') {
    return (
      <SecondAdultChoice
        primary={primary}
        confirm={check.confirm}
        me={record.me}
        staff={staff}
        present={secondAdult}
        onChoose={onSecondAdult}
        onName={checklist.getState().staffNamed}
        onPassOver={onPassOver}
      />
    )
  }
  if (check.kind === 'seen') {
    const Special = check.sees ? special[check.sees] : undefined
    return Special ? <Special {...form} /> : <SeenAnswer {...form} />
  }
  return (
    <AnswerButtons
      primary={primary}
      confirm={check.confirm}
      onConfirm={onConfirm}
      onPassOver={onPassOver}
      passOver="Not applicable"
    />
  )
}

import { useApp } from '../../lib/use-app.ts'
import { AnswerButtons } from './answer-buttons.tsx'
import type { AnswerFormProps } from './answer-form-props.ts'
import classes from './conduct-answer.module.css'

/** The code of conduct, read and acknowledged here; the app sees that and answers the check (staff.conduct). */
export function ConductAnswer({ checklist, primary, onPassOver, onPutRight }: AnswerFormProps) {
  const code = useApp((state) => state.status?.school?.codeOfConduct ?? [])
  const acknowledge = async () => {
    if (await checklist.getState().conductAcknowledged()) await onPutRight()
  }
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long code is scrolled by the arrow keys */}
      <section aria-label="Code of conduct" tabIndex={0} className={classes.code}>
        <ul className={classes.rules}>
          {code.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </section>
      <AnswerButtons
        primary={primary}
        confirm="I have read it and will keep to it"
        onConfirm={() => void acknowledge()}
        onPassOver={onPassOver}
        passOver="Go on, with a reason"
      />
    </>
  )
}

import { IconAlertTriangle, IconEye } from '@tabler/icons-react'
import { namesInWords } from '../../../shared/domain/words.ts'
import { AnswerButtons } from './answer-buttons.tsx'
import type { AnswerFormProps } from './answer-form-props.ts'
import { SeenAnswer } from './seen-answer.tsx'
import classes from './seen-answer.module.css'

/** From so many on they are counted in the button, and named above it. */
const NAMED_IN_BUTTON = 3

/** Whether everybody has the resources: those without by name, and one key once they were sent to them too. */
export function ResourcesAnswer(props: AnswerFormProps) {
  const { check, record, checklist, sighting, primary, onPassOver, onPutRight } = props
  const withoutIds = sighting?.pupilIds ?? []
  if (!sighting || withoutIds.length === 0 || check.answer?.answer === 'done') {
    return <SeenAnswer {...props} />
  }
  const outOf = sighting.outOf ?? withoutIds.length
  const names = record.pupils.filter(({ id }) => withoutIds.includes(id)).map(({ label }) => label)
  const isNobody = names.length === outOf
  const sent = async () => {
    if (await checklist.getState().resourcesSent(record.lesson.id, withoutIds)) await onPutRight()
  }
  const isRecorded = sighting.outcome === 'not-met'
  const Icon = isRecorded ? IconAlertTriangle : IconEye
  return (
    <>
      <p className={classes.seen} data-wrong={isRecorded || undefined}>
        <Icon size={18} stroke={1.75} aria-hidden="true" className={classes.icon} />
        <span>
          <span className="visually-hidden">The app sees: </span>
          {isRecorded ? (
            <>
              {isNobody
                ? `Nobody of ${outOf} has them yet.`
                : `${outOf - names.length} of ${outOf} have them.`}
              {!isNobody && ` Without: ${names.join(', ')}`}
            </>
          ) : (
            sighting.says
          )}
        </span>
      </p>
      <AnswerButtons
        primary={primary}
        confirm={isNobody ? `Sent to all ${outOf}` : `Sent to ${whom(names)} too`}
        onConfirm={() => void sent()}
        onPassOver={onPassOver}
        passOver="Go on, with a reason"
      />
    </>
  )
}

const whom = (names: readonly string[]): string =>
  names.length > NAMED_IN_BUTTON ? `the other ${names.length}` : namesInWords(names)

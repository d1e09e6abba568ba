import { type ReactNode, useId } from 'react'
import type { CheckStanding } from '../../../shared/domain/checks.ts'
import type { StaffMember } from '../../../shared/domain/people.ts'
import { clockTime } from '../../../shared/domain/times.ts'
import classes from './check-question.module.css'

type Props = {
  check: CheckStanding
  secondAdult: StaffMember | null
  /** The answer was given by mistake. */
  onOpened: () => void
  /** What to look at before answering. */
  preview: ReactNode
  /** How it is answered. */
  children: ReactNode
}

/** One check, large enough to read at arm's length. A screen reader hears it as the focus comes into it. */
export function CheckQuestion({ check, secondAdult, onOpened, preview, children }: Props) {
  const question = useId()
  const detail = useId()
  return (
    <section
      aria-labelledby={question}
      aria-describedby={detail}
      data-with-preview={preview ? true : undefined}
      className={classes.question}
    >
      {preview}
      <div className={classes.words}>
        <h1 id={question} className={classes.title}>
          {check.question}
        </h1>
        <p id={detail} className={classes.detail}>
          {check.detail}
        </p>
        {check.answer && (
          <p className={classes.answer}>
            {answerInWords(check, secondAdult)}
            <button type="button" className={classes.opened} onClick={onOpened}>
              Not answered after all
            </button>
          </p>
        )}
      </div>
      {children}
    </section>
  )
}

function answerInWords({ answer, kind }: CheckStanding, secondAdult: StaffMember | null): string {
  if (answer === null) return ''
  const at = clockTime(answer.at)
  if (answer.answer === 'not-applicable') return `Passed over at ${at}: ${answer.reason}`
  if (kind === 'second-adult' && secondAdult) return `${secondAdult.name}, since ${at}`
  return answer.evidence === undefined ? `Done at ${at}` : `Seen at ${at}: ${answer.evidence}`
}

import { useState } from 'react'
import type { Pupil } from '../../../shared/domain/people.ts'
import type { Difference } from '../../../shared/domain/reconcile/differences.ts'
import type { IdentifiedName, NameAnswer } from '../../../shared/domain/reconcile/who-is-who.ts'
import { ReportNameQuestion } from './report-name-question.tsx'
import classes from './report-section.module.css'
import { nameInWords, namesOf, staysInWords, whoInWords } from './report-words.ts'
import type { ToRemember } from './use-report.ts'

type Props = {
  names: readonly IdentifiedName[]
  kept: readonly Difference[]
  pupils: readonly Pupil[]
  isReadOnly: boolean
  onAnswer: (key: string, answer: NameAnswer, remember: readonly ToRemember[]) => void
  onLookAgain: (difference: Difference) => void
}

/** What is settled, to be looked at and changed: every name with who it is, and where what was marked stands. */
export function ReportSettled({ names, kept, pupils, isReadOnly, onAnswer, onLookAgain }: Props) {
  const [asking, setAsking] = useState<string | null>(null)
  return (
    <>
      {kept.length > 0 && (
        <ul className={classes.list} aria-label="Where what was marked stands">
          {kept.map((one) => (
            <li key={one.key} className={classes.line}>
              <span className={classes.words}>
                <strong>{namesOf([one.pupilId], pupils)}</strong>: {one.log}, as marked here. The report says:{' '}
                {one.report}.
              </span>
              {!isReadOnly && (
                <button type="button" className={classes.small_button} onClick={() => onLookAgain(one)}>
                  Look again
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {names.length > 0 && (
        <details className={classes.details}>
          <summary className={classes.summary}>
            {names.length === 1
              ? '1 name of the report is settled'
              : `${names.length} names of the report are settled`}
          </summary>
          <ul className={classes.list} aria-label="Names that are settled">
            {names.map((one) =>
              asking === one.key ? (
                <ReportNameQuestion
                  key={one.key}
                  name={one}
                  pupils={pupils}
                  onAnswer={(answer) => {
                    setAsking(null)
                    onAnswer(one.key, answer, [])
                  }}
                />
              ) : (
                <li key={one.key} className={classes.line}>
                  <span className={classes.words}>
                    <strong>{nameInWords(one)}</strong>: {whoInWords(one, pupils)}, {staysInWords(one)}
                    <span className={classes.why}>{one.who.why}</span>
                  </span>
                  {!isReadOnly && (
                    <button
                      type="button"
                      className={classes.small_button}
                      aria-label={`Change who ${nameInWords(one)} is`}
                      onClick={() => setAsking(one.key)}
                    >
                      Change
                    </button>
                  )}
                </li>
              ),
            )}
          </ul>
        </details>
      )}
    </>
  )
}

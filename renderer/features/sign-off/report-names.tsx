import { useEffect, useRef, useState } from 'react'
import type { Pupil } from '../../../shared/domain/people.ts'
import type { IdentifiedName, NameAnswer } from '../../../shared/domain/reconcile/who-is-who.ts'
import { ReportNameQuestion } from './report-name-question.tsx'
import classes from './report-section.module.css'
import { toRemember } from './report-words.ts'
import type { ToRemember } from './use-report.ts'
import { useRowFocus } from './use-row-focus.ts'

type Props = {
  names: readonly IdentifiedName[]
  pupils: readonly Pupil[]
  onAnswer: (key: string, answer: NameAnswer, remember: readonly ToRemember[]) => void
}

/** Names of the report nobody can be sure of: a person says who each is, and it is remembered. */
export function ReportNames({ names, pupils, onAnswer }: Props) {
  const [isRemembered, setRemembered] = useState(true)
  const list = useRef<HTMLUListElement>(null)
  const focus = useRowFocus(list, names.length)
  useEffect(() => focus.restore())
  if (names.length === 0) return null
  return (
    <div className={classes.part}>
      <h3 className={classes.subheading}>Who is this?</h3>
      <ul ref={list} className={classes.questions} aria-label="Names to settle">
        {names.map((one) => (
          <ReportNameQuestion
            key={one.key}
            name={one}
            pupils={pupils}
            onAnswer={(answer) => {
              focus.remember()
              onAnswer(one.key, answer, isRemembered ? toRemember(one, answer) : [])
            }}
          />
        ))}
      </ul>
      <label className={classes.remember}>
        <input
          type="checkbox"
          checked={isRemembered}
          onChange={(event) => setRemembered(event.target.checked)}
        />
        Remember names and shared devices for the next lessons
      </label>
    </div>
  )
}

import { useEffect, useRef } from 'react'
import type { Pupil } from '../../../shared/domain/people.ts'
import type { Difference } from '../../../shared/domain/reconcile/differences.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import classes from './report-section.module.css'
import { namesOf } from './report-words.ts'
import { useRowFocus } from './use-row-focus.ts'

type Props = {
  differences: readonly Difference[]
  pupils: readonly Pupil[]
  onTake: (difference: Difference) => void
  onKeep: (difference: Difference) => void
}

const columns = ['Pupil', 'The report says', 'Marked here', 'Which is right?']

/** What the report says otherwise than the log, side by side; one key settles the row that has the focus. */
export function ReportDifferences({ differences, pupils, onTake, onKeep }: Props) {
  const body = useRef<HTMLTableSectionElement>(null)
  const focus = useRowFocus(body, differences.length)
  useEffect(() => focus.restore())
  if (differences.length === 0) return null
  return (
    <table className={classes.table} aria-label="Where the report and what was marked differ">
      <thead>
        <tr>
          {columns.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {differences.map((one) => {
          const name = namesOf([one.pupilId], pupils)
          const settle = (act: (difference: Difference) => void) => {
            focus.remember()
            act(one)
          }
          return (
            <tr
              key={one.key}
              onKeyDown={(event) => {
                if (event.ctrlKey || event.metaKey || event.altKey) return
                const key = event.key.toLowerCase()
                if (key === 'r' || key === 'k') event.preventDefault()
                if (key === 'r') settle(onTake)
                if (key === 'k') settle(onKeep)
                if (key === 'arrowdown' || key === 'arrowup') focus.move(event)
              }}
            >
              <th scope="row">{name}</th>
              <td>{one.report}</td>
              <td>{one.log}</td>
              <td>
                <span className={classes.choice}>
                  <button
                    type="button"
                    className={classes.settle}
                    data-row-focus
                    aria-keyshortcuts="R"
                    aria-label={`The report is right: ${name}, ${one.report}`}
                    onClick={() => settle(onTake)}
                  >
                    The report <KeyCap>R</KeyCap>
                  </button>
                  <button
                    type="button"
                    className={classes.settle}
                    aria-keyshortcuts="K"
                    aria-label={`Keep what was marked: ${name}, ${one.log}`}
                    onClick={() => settle(onKeep)}
                  >
                    Keep ours <KeyCap>K</KeyCap>
                  </button>
                </span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

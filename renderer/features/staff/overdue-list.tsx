import { IconAlertTriangle } from '@tabler/icons-react'
import type { StaffRow } from '../../../shared/ipc/commands/staff.ts'
import classes from './staff.module.css'
import { missingTraining } from './staff-words.ts'

type Props = { members: readonly StaffRow[] }

/** Whose training a leader has to see to (head.training). Nothing where all is in date. */
export function OverdueList({ members }: Props) {
  const overdue = members.flatMap((one) => {
    const missing = one.role === 'office' ? [] : missingTraining(one)
    return missing.length === 0 ? [] : [{ id: one.id, name: one.name, words: missing.join('; ') }]
  })
  if (overdue.length === 0) return null
  return (
    <section className={classes.card} aria-labelledby="overdue">
      <h2 id="overdue" className={classes.heading}>
        Overdue
      </h2>
      <ul className={classes.plain}>
        {overdue.map(({ id, name, words }) => (
          <li key={id} className={classes.overdue}>
            <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" className={classes.warn} />
            <span className={classes.words}>
              <strong>{name}</strong> {words}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { fullDate } from '../../../shared/domain/times.ts'
import { useApp } from '../../lib/use-app.ts'
import type { StaffList, StaffState } from './staff-store.ts'
import classes from './staff.module.css'

type Props = { list: StaffList; meId: string; onChange: StaffState['changed'] }

/** The code of conduct, one tap away, acknowledged once a term by the person here (staff.conduct). */
export function OwnConduct({ list, meId, onChange }: Props) {
  const code = useApp((state) => state.status?.school?.codeOfConduct ?? [])
  const acknowledgedAt = list.members.find(({ id }) => id === meId)?.acknowledgedAt ?? null
  return (
    <section className={classes.card} aria-labelledby="conduct">
      <h2 id="conduct" className={classes.heading}>
        Code of conduct
      </h2>
      {acknowledgedAt === null ? (
        <p className={classes.quiet}>Not yet acknowledged by you, {list.term.name}.</p>
      ) : (
        <p className={classes.good}>
          <IconCircleCheck size={16} stroke={1.75} aria-hidden="true" />
          You acknowledged it on {fullDate(acknowledgedAt)}, {list.term.name}
        </p>
      )}
      <details className={classes.details} open={acknowledgedAt === null || undefined}>
        <summary className={classes.summary}>Read it</summary>
        <ul className={classes.rules}>
          {code.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </details>
      {acknowledgedAt === null && (
        <Button className={classes.act} onClick={() => void onChange('conduct.acknowledge', {})}>
          I have read it and will keep to it
        </Button>
      )}
    </section>
  )
}

import { Button } from '@mantine/core'
import { useState } from 'react'
import { clockTime, fullDate } from '../../../shared/domain/times.ts'
import type { PolicyException } from '../../../shared/ipc/commands/policy.ts'
import classes from './exceptions.module.css'

type Props = { exceptions: readonly PolicyException[] }

/** How many are shown before somebody asks for all. */
const FIRST = 6

/** For a leader: which required checks were passed over lately, why, by whom and when. */
export function Exceptions({ exceptions }: Props) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? exceptions : exceptions.slice(0, FIRST)
  return (
    <section className={classes.section} aria-labelledby="passed-over">
      <h2 id="passed-over" className={classes.title}>
        Passed over in the last 14 days
      </h2>
      {exceptions.length === 0 ? (
        <p className={classes.quiet}>
          Every required check was done. One that is passed over stands here with its reason.
        </p>
      ) : (
        <ExceptionsTable exceptions={shown} />
      )}
      {shown.length < exceptions.length && (
        <Button variant="default" className={classes.more} onClick={() => setWhole(true)}>
          Show all {exceptions.length}
        </Button>
      )}
    </section>
  )
}

const ExceptionsTable = ({ exceptions }: Props) => (
  <table className={classes.table}>
    <thead>
      <tr>
        <th scope="col">Lesson</th>
        <th scope="col">Check</th>
        <th scope="col">Reason</th>
        <th scope="col">By</th>
        <th scope="col">When</th>
      </tr>
    </thead>
    <tbody>
      {exceptions.map((one) => (
        <tr key={`${one.lessonId} ${one.item}`}>
          <th scope="row">
            {one.className} {one.subject}
          </th>
          <td>{one.check}</td>
          <td>{one.reason}</td>
          <td>{one.by}</td>
          <td className={classes.when}>
            {fullDate(one.at)}, {clockTime(one.at)}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

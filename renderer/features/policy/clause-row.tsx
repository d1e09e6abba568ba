import type { Clause } from '../../../shared/domain/policy/clause.ts'
import type { Standing } from '../../../shared/domain/policy/standing-facts.ts'
import classes from './clause-row.module.css'
import { MetBy } from './met-by.tsx'
import { StandingLine } from './standing-line.tsx'

type Props = {
  clause: Clause
  standing: Standing | undefined
  checkTitles: Readonly<Record<string, string>>
}

/** One clause: what it asks, when it is kept, how the app meets it, and how it stands today. */
export function ClauseRow({ clause, standing, checkTitles }: Props) {
  const { id, title, asks, satisfiedBy, metBy } = clause
  return (
    <li className={classes.row} aria-labelledby={`clause-${id}`}>
      <div className={classes.words}>
        <h3 id={`clause-${id}`} className={classes.title}>
          {title}
        </h3>
        <p>{asks}</p>
        <p className={classes.quiet}>{satisfiedBy}</p>
        {standing?.tone !== 'planned' && <MetBy means={metBy} checkTitles={checkTitles} />}
      </div>
      {standing && <StandingLine standing={standing} />}
    </li>
  )
}

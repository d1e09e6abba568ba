import type { Binds, Clause } from '../../../shared/domain/policy/clause.ts'
import type { Standing } from '../../../shared/domain/policy/standing-facts.ts'
import classes from './clause-group.module.css'
import { ClauseRow } from './clause-row.tsx'

type Props = {
  binds: Binds
  clauses: readonly Clause[]
  standings: Readonly<Record<string, Standing>>
  checkTitles: Readonly<Record<string, string>>
}

const names: Record<Binds, string> = {
  'head-teacher': 'Head teacher',
  staff: 'Staff',
  pupils: 'Pupils',
  'parents-and-carers': 'Parents and carers',
  policy: 'The policy itself',
}

/** The clauses that bind one part of the school. */
export function ClauseGroup({ binds, clauses, standings, checkTitles }: Props) {
  if (clauses.length === 0) return null
  return (
    <section className={classes.group} aria-labelledby={`binds-${binds}`}>
      <h2 id={`binds-${binds}`} className={classes.title}>
        {names[binds]}
      </h2>
      <ul className={classes.rows}>
        {clauses.map((clause) => (
          <ClauseRow
            key={clause.id}
            clause={clause}
            standing={standings[clause.id]}
            checkTitles={checkTitles}
          />
        ))}
      </ul>
    </section>
  )
}

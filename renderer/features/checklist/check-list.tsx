import type { CheckStanding } from '../../../shared/domain/checks.ts'
import type { StaffMember } from '../../../shared/domain/people.ts'
import classes from './check-list.module.css'
import type { Sighting } from './checklist-store.ts'
import { CheckRow } from './check-row.tsx'

type Props = {
  standing: readonly CheckStanding[]
  sightings: ReadonlyMap<string, Sighting>
  asked: number
  secondAdult: StaffMember | null
  onAsk: (position: number) => void
}

/** All checks as progress, and the way to any of them. */
export function CheckList({ standing, sightings, asked, secondAdult, onAsk }: Props) {
  return (
    <nav aria-label="All checks" className={classes.nav}>
      <ol className={classes.list}>
        {standing.map((check, position) => (
          <li key={check.id}>
            <CheckRow
              check={check}
              sighting={sightings.get(check.id) ?? null}
              isAsked={position === asked}
              secondAdult={secondAdult}
              onAsk={() => onAsk(position)}
            />
          </li>
        ))}
      </ol>
    </nav>
  )
}

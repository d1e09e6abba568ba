import type { CheckStanding } from '../../../shared/domain/checks.ts'
import type { StaffMember } from '../../../shared/domain/people.ts'
import classes from './check-list.module.css'
import { CheckRow } from './check-row.tsx'

type Props = {
  standing: readonly CheckStanding[]
  asked: number
  secondAdult: StaffMember | null
  onAsk: (position: number) => void
}

/** All checks as progress, and the way to any of them. */
export function CheckList({ standing, asked, secondAdult, onAsk }: Props) {
  return (
    <nav aria-label="All checks" className={classes.nav}>
      <ol className={classes.list}>
        {standing.map((check, position) => (
          <li key={check.id}>
            <CheckRow
              check={check}
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

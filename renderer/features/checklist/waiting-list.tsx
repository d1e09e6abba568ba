import type { Pupil } from '../../../shared/domain/people.ts'
import { PupilRow } from './pupil-row.tsx'
import classes from './waiting-list.module.css'

type Props = {
  outside: readonly Pupil[]
  inside: readonly Pupil[]
  waitingIds: readonly string[]
  /** The pupil that Enter would tick. */
  foundId: string | null
  onToggle: (pupilId: string) => void
  onTakenBack: (pupilId: string) => void
}

/** The class in two columns: who can still be ticked, then who is in. */
export function WaitingList({ outside, inside, waitingIds, foundId, onToggle, onTakenBack }: Props) {
  return (
    <section
      aria-label="Pupils"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- with no box in it, keys could not scroll it
      tabIndex={outside.length === 0 ? 0 : undefined}
      className={classes.lists}
    >
      {outside.length > 0 && (
        <ul aria-label="Pupils not in yet" className={classes.list}>
          {outside.map((one) => (
            <li key={one.id} className={classes.item}>
              <PupilRow
                pupil={one}
                standing={waitingIds.includes(one.id) ? 'waiting' : 'away'}
                isFound={one.id === foundId}
                onToggle={onToggle}
                onTakenBack={onTakenBack}
              />
            </li>
          ))}
        </ul>
      )}
      {inside.length > 0 && (
        <>
          <h2 className={classes.title}>In the meeting</h2>
          <ul aria-label="Pupils in the meeting" className={classes.list}>
            {inside.map((one) => (
              <li key={one.id} className={classes.item}>
                <PupilRow
                  pupil={one}
                  standing="in"
                  isFound={false}
                  onToggle={onToggle}
                  onTakenBack={onTakenBack}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

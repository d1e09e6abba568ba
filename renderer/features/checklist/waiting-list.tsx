import type { Pupil } from '../../../shared/domain/people.ts'
import type { KeptOut, WaitingName } from '../../../shared/domain/waiting-list.ts'
import { KeptOutList } from './kept-out-list.tsx'
import { PupilRow } from './pupil-row.tsx'
import classes from './waiting-list.module.css'

type Props = {
  outside: readonly Pupil[]
  inside: readonly Pupil[]
  /** Who does not take part: never to be ticked. */
  optedOut: readonly Pupil[]
  keptOut: readonly KeptOut[]
  waitingIds: readonly string[]
  /** The name a pupil shows where it is not their own, by pupil id. */
  shown: ReadonlyMap<string, string>
  /** The pupil that Enter would tick. */
  foundId: string | null
  onToggle: (pupilId: string) => void
  onTakenBack: (pupilId: string) => void
  onAsk: (name: WaitingName) => void
}

/** Who is kept out, then the class in two columns: who can still be ticked, who is in, who does not take part. */
export function WaitingList(props: Props) {
  const { outside, inside, optedOut, keptOut, waitingIds, shown, foundId, onToggle, onTakenBack, onAsk } =
    props
  return (
    <section
      aria-label="Pupils"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- with no box in it, keys could not scroll it
      tabIndex={outside.length === 0 ? 0 : undefined}
      className={classes.lists}
    >
      {keptOut.length > 0 && <KeptOutList keptOut={keptOut} onAsk={onAsk} />}
      {outside.length > 0 && (
        <ul aria-label="Pupils not in yet" className={classes.list}>
          {outside.map((one) => (
            <li key={one.id} className={classes.item}>
              <PupilRow
                pupil={one}
                standing={waitingIds.includes(one.id) ? 'waiting' : 'away'}
                shown={shown.get(one.id) ?? null}
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
                  shown={shown.get(one.id) ?? null}
                  isFound={false}
                  onToggle={onToggle}
                  onTakenBack={onTakenBack}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {optedOut.length > 0 && (
        <>
          <h2 className={classes.title}>Does not take part: not to be admitted</h2>
          <ul aria-label="Pupils who do not take part" className={classes.list}>
            {optedOut.map(({ id, forename, surname }) => (
              <li key={id} className={classes.out}>
                {forename} {surname}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

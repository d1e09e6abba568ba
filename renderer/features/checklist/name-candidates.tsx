import type { Pupil } from '../../../shared/domain/people.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import classes from './name-question.module.css'
import { pupilNames } from './waiting-words.ts'

type Props = {
  candidates: readonly Pupil[]
  /** Who is chosen so far, where several may be; null where the first choice is the answer. */
  picked: readonly string[] | null
  onChoose: (pupilId: string) => void
}

/** Whom a name may be, by number. */
export function NameCandidates({ candidates, picked, onChoose }: Props) {
  return (
    <ul aria-label="Who it may be" className={classes.candidates}>
      {candidates.map((one, place) => (
        <li key={one.id}>
          <button
            type="button"
            className={classes.candidate}
            aria-pressed={picked ? picked.includes(one.id) : undefined}
            onClick={() => onChoose(one.id)}
          >
            <span className={classes.name}>{pupilNames([one])}</span>
            {place < 9 && <KeyCap>{place + 1}</KeyCap>}
          </button>
        </li>
      ))}
    </ul>
  )
}

import { pupilsInWords } from '../../../shared/domain/people.ts'
import { Button } from '@mantine/core'
import { KeyCap } from '../../components/key-cap.tsx'

import classes from './waiting-heading.module.css'

type Props = {
  waiting: number
  /** Not admitted, waiting or not. */
  outside: number
  inside: number
  /** What the last tick did, for a screen reader. */
  said: string
  onTickAll: () => void
}

/** The question of the page, how many there are, and the one key for all of them. */
export function WaitingHeading({ waiting, outside, inside, said, onTickAll }: Props) {
  return (
    <div className={classes.heading}>
      <div className={classes.words}>
        <h1 className={classes.title}>{outside === 0 ? 'Everybody is in' : 'Who is waiting?'}</h1>
        <output className={classes.count}>
          {said && <span className="visually-hidden">{said}. </span>}
          {countInWords(waiting, outside, inside)}
        </output>
      </div>
      {outside > 0 && (
        <Button
          variant="default"
          disabled={waiting === outside}
          onClick={onTickAll}
          onMouseDown={(event) => event.preventDefault()}
          aria-keyshortcuts="Control+A"
          rightSection={<KeyCap>Ctrl A</KeyCap>}
          className={classes.all}
        >
          All waiting
        </Button>
      )}
    </div>
  )
}

function countInWords(waiting: number, outside: number, inside: number): string {
  if (inside === 0) return `${waiting} of ${outside} waiting`
  if (outside === 0) return `${pupilsInWords(inside)} in the meeting`
  return `${inside} in · ${waiting} of ${outside} more waiting`
}

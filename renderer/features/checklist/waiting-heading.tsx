import { Button } from '@mantine/core'
import { pupilsInWords } from '../../../shared/domain/people.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import classes from './waiting-heading.module.css'
import { questionsInWords } from './waiting-words.ts'

type Props = {
  waiting: number
  /** Not admitted, waiting or not. */
  outside: number
  inside: number
  /** What the last tick did, for a screen reader. */
  said: string
  /** What the names pasted came to, in words. */
  read: string | null
  /** Names still to be asked about. */
  questions: number
  onTickAll: () => void
  onNames: () => void
  onQuestions: () => void
}

/** The question of the page, how many there are, and the ways to answer it for many at once. */
export function WaitingHeading(props: Props) {
  const { waiting, outside, inside, said, read, questions, onTickAll, onNames, onQuestions } = props
  return (
    <div className={classes.heading}>
      <h1 className={classes.title}>{titleOf(outside, inside)}</h1>
      <output className={classes.count}>
        {said && <span className="visually-hidden">{said}. </span>}
        {countInWords(waiting, outside, inside)}
        {read && <span className={classes.read}>{read}</span>}
      </output>
      {questions > 0 && (
        <Button variant="light" onClick={onQuestions} className={classes.questions}>
          {questionsInWords(questions)}
        </Button>
      )}
      <div className={classes.ways}>
        <Button
          variant="default"
          onClick={onNames}
          aria-keyshortcuts="Control+V"
          rightSection={<KeyCap>Ctrl V</KeyCap>}
          className={classes.way}
        >
          Paste names
        </Button>
        {outside > 0 && (
          <Button
            variant="default"
            disabled={waiting === outside}
            onClick={onTickAll}
            onMouseDown={(event) => event.preventDefault()}
            aria-keyshortcuts="Control+A"
            rightSection={<KeyCap>Ctrl A</KeyCap>}
            className={classes.way}
          >
            All waiting
          </Button>
        )}
      </div>
    </div>
  )
}

function titleOf(outside: number, inside: number): string {
  if (outside > 0) return 'Who is waiting?'
  return inside > 0 ? 'Everybody is in' : 'Nobody to admit'
}

function countInWords(waiting: number, outside: number, inside: number): string {
  if (outside === 0 && inside === 0) return 'Nobody in this class takes part'
  if (inside === 0) return `${waiting} of ${outside} waiting`
  if (outside === 0) return `${pupilsInWords(inside)} in the meeting`
  return `${inside} in · ${waiting} of ${outside} more waiting`
}

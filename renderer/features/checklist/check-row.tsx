import { useEffect, useRef } from 'react'
import type { CheckStanding } from '../../../shared/domain/checks.ts'
import type { Sighting } from './checklist-store.ts'
import type { StaffMember } from '../../../shared/domain/people.ts'
import { CheckIcon } from './check-icon.tsx'
import classes from './check-list.module.css'

type Props = {
  check: CheckStanding
  sighting: Sighting | null
  isAsked: boolean
  secondAdult: StaffMember | null
  onAsk: () => void
}

/** One check as progress: its standing in a shape and in words. */
export function CheckRow({ check, sighting, isAsked, secondAdult, onAsk }: Props) {
  const row = useRef<HTMLButtonElement>(null)
  const note = noteOf(check, sighting, secondAdult)
  useEffect(() => {
    if (isAsked) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isAsked])
  return (
    <button
      ref={row}
      type="button"
      aria-current={isAsked ? 'step' : undefined}
      className={classes.row}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onAsk}
    >
      <CheckIcon check={check} isAsked={isAsked} isWrong={sighting?.outcome === 'not-met'} />
      <span className={classes.title}>{check.title}</span>{' '}
      <span
        className={note.isShown ? classes.note : 'visually-hidden'}
        title={note.isShown ? note.words : undefined}
      >
        {note.words}
      </span>
    </button>
  )
}

/** What stands beside a check: for everybody, or only for a screen reader where the shape says it. */
function noteOf({ answer, kind }: CheckStanding, sighting: Sighting | null, secondAdult: StaffMember | null) {
  if (answer === null) return { words: sighting?.says ?? 'open', isShown: sighting !== null }
  if (answer.answer === 'not-applicable') return { words: `Not applicable: ${answer.reason}`, isShown: true }
  if (kind === 'second-adult' && secondAdult) return { words: secondAdult.name, isShown: true }
  return { words: answer.evidence ?? 'done', isShown: answer.evidence !== undefined }
}

import { useState } from 'react'
import { findPupils, type Pupil } from '../../../shared/domain/people.ts'

export type PupilFinder = {
  typed: string
  /** How many pupils answer to what is typed. */
  matches: number
  /** The one of them that Enter means. */
  found: Pupil | null
  type: (text: string) => void
  /** Goes on among those who answer to it: 1 to the next, -1 back. */
  step: (by: number) => void
  clear: () => void
}

/** Finds a pupil by the first letters of a name. */
export function useFoundPupil(pupils: readonly Pupil[]): PupilFinder {
  const [typed, setTyped] = useState('')
  const [place, setPlace] = useState(0)
  const matches = findPupils(typed, pupils)
  const type = (text: string) => {
    setTyped(text)
    setPlace(0)
  }
  return {
    typed,
    matches: matches.length,
    found: matches[Math.min(place, matches.length - 1)] ?? null,
    type,
    step: (by) => setPlace(Math.min(matches.length - 1, Math.max(0, place + by))),
    clear: () => type(''),
  }
}

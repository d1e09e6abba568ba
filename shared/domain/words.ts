import type { NoteKind } from './events.ts'
import type { HeldKind } from './packs.ts'
import type { CameraState, Equipment, ParticipationStatus, TaskStatus } from './tally.ts'

/** `1 file`, `3 files`; `more` where an s does not do. */
export const counted = (count: number, one: string, more = `${one}s`): string =>
  `${count} ${count === 1 ? one : more}`

/** The one wording of what is marked, on screen and on paper. */
export const participationWords = {
  'took-part': 'Took part',
  absent: 'Absent',
  'does-not-take-part': 'Does not take part',
} as const satisfies Record<ParticipationStatus, string>

export const taskWords = { done: 'Done', partly: 'Partly', 'not-yet': 'Not yet' } as const satisfies Record<
  TaskStatus,
  string
>

export const cameraWords = {
  on: 'On',
  off: 'Off',
  'off-by-agreement': 'Off by agreement',
} as const satisfies Record<CameraState, string>

export const equipmentWords = { ready: 'Ready', missing: 'Missing' } as const satisfies Record<
  Equipment,
  string
>

/** `Ready`, `Missing: ruler`; null where nobody has said. */
export function equipmentInWords({
  equipment,
  missing,
}: {
  equipment: Equipment | null
  missing: string | null
}): string | null {
  if (equipment === null) return null
  return [equipmentWords[equipment], missing ?? []].flat().join(': ')
}

export const noteWords = {
  misconception: 'Misconception',
  feedback: 'Feedback given',
  'follow-up': 'Follow-up',
  quick: 'Quick note',
} as const satisfies Record<NoteKind, string>

export const heldWords = {
  collected: 'Collected',
  delivered: 'Delivered',
  sent: 'Sent',
} as const satisfies Record<HeldKind, string>

/** `Kofi`, `Kofi and Rosa`, `Kofi, Rosa and Sam`. */
export const namesInWords = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`

/** `1 point`, `25 points`, `−2 points`. */
export const pointsInWords = (points: number): string =>
  `${points < 0 ? '−' : ''}${Math.abs(points)} ${Math.abs(points) === 1 ? 'point' : 'points'}`

/** `+1`, `−1`, `0`. */
export const signed = (points: number): string =>
  points > 0 ? `+${String(points)}` : points < 0 ? `−${String(-points)}` : '0'

import { lengthOf, mergeStretches, minutesOf, type Stretch } from '../report-people.ts'
import { wholeName } from './reported-names.ts'
import type { IdentifiedName } from './who-is-who.ts'

/** What a lesson's reports say of one pupil. Times are UTC ms. */
export type Attendance = {
  /** Empty where the reports have no times. */
  stays: readonly Stretch[]
  /** In the meeting, devices at once counted once. */
  minutes: number
  /** Null where the reports have no times. */
  cameAt: number | null
  /** When they left for the last time; null also where the report does not say. */
  leftAt: number | null
  /** The names they came under. */
  names: readonly string[]
  /** Two of these names were in the meeting at once: two devices, or somebody else under the child's name. */
  isTwice: boolean
  /** Other pupils behind the same name. */
  sharesWith: readonly string[]
}

/** The attendance of every pupil who is behind a name of the reports, by pupil id. */
export function attendanceOf(names: readonly IdentifiedName[]): Map<string, Attendance> {
  const ofPupil = new Map<string, IdentifiedName[]>()
  for (const one of names) {
    if (one.who.is !== 'pupils') continue
    for (const pupilId of one.who.pupilIds) ofPupil.set(pupilId, [...(ofPupil.get(pupilId) ?? []), one])
  }
  return new Map([...ofPupil].map(([pupilId, those]) => [pupilId, addedUp(pupilId, those)]))
}

function addedUp(pupilId: string, names: readonly IdentifiedName[]): Attendance {
  const stays = mergeStretches(names.flatMap((one) => one.stays))
  const last = stays.at(-1)
  const apart = names.reduce((sum, one) => sum + lengthOf(one.stays), 0)
  const together = names.flatMap(({ who }) => (who.is === 'pupils' ? who.pupilIds : []))
  return {
    stays,
    // Two names without times may have been in at once: the longer of them is sure, their sum is not.
    minutes: stays.length > 0 ? minutesOf(stays) : Math.max(...names.map(({ minutes }) => minutes)),
    cameAt: stays[0]?.from ?? null,
    leftAt: last && !last.isOpen ? last.to : null,
    names: names.map(wholeName),
    isTwice: apart > lengthOf(stays),
    sharesWith: [...new Set(together)].filter((id) => id !== pupilId),
  }
}

/** When anybody was last in the meeting, UTC ms; null where the reports have no times. */
export const seenUntilOf = (names: readonly IdentifiedName[]): number | null =>
  names.reduce<number | null>((last, { stays }) => {
    const to = stays.at(-1)?.to
    return to === undefined ? last : Math.max(last ?? to, to)
  }, null)

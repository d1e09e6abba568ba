import type { ClassListRow, FileWarning, Remark } from '../../../shared/domain/class-list.ts'
import type { PupilIdentity } from '../../../shared/domain/people.ts'
import {
  admissionKey,
  hasConflictingNumbers,
  hasOtherBirth,
  nameAndBirthKey,
  nameKey,
  upnKey,
} from '../../../shared/domain/pupil-keys.ts'

type Clue = 'UPN' | 'admission number' | 'name and date of birth' | 'name and class'

/** No school has more pupils of one name; past that each row is compared with these only. */
const MOST_OF_ONE_NAME = 50

/** Keeps the first row of each pupil. The second is left out with a warning, never joined to it. */
export function leaveOutRepeats(rows: readonly ClassListRow[]): {
  rows: ClassListRow[]
  warnings: FileWarning[]
} {
  const kept: ClassListRow[] = []
  const warnings: FileWarning[] = []
  const seen = new Map<string, ClassListRow[]>()
  for (const row of rows) {
    const repeat = findRepeat(row, seen)
    if (repeat) warnings.push({ line: row.line, ...repeat })
    else kept.push(row)
    if (repeat) continue
    for (const [, key] of clues(row)) {
      const those = seen.get(key)
      if (!those) seen.set(key, [row])
      else if (those.length < MOST_OF_ONE_NAME) those.push(row)
    }
  }
  return { rows: kept, warnings }
}

function findRepeat(row: ClassListRow, seen: ReadonlyMap<string, readonly ClassListRow[]>): Remark | null {
  for (const [clue, key] of clues(row)) {
    const earlier = seen.get(key)?.find((one) => isRepeat(clue, one.identity, row.identity))
    if (earlier) return describe(clue, earlier, row)
  }
  return null
}

/** Two children may share a name; they don't share a UPN. */
function isRepeat(clue: Clue, one: PupilIdentity, other: PupilIdentity): boolean {
  if (clue === 'UPN' || clue === 'admission number') return true
  return !hasConflictingNumbers(one, other) && !hasOtherBirth(one, other)
}

function describe(clue: Clue, earlier: ClassListRow, row: ClassListRow): Remark {
  const isOtherName = nameKey(earlier.identity) !== nameKey(row.identity)
  return isOtherName
    ? {
        code: 'shared-number',
        message: `The ${clue} is also on line ${earlier.line}, for another name; this row was left out. Correct it and import again.`,
      }
    : {
        code: 'repeated-pupil',
        message: `The same pupil is on line ${earlier.line} (same ${clue}); this row was left out.`,
      }
}

function clues({ className, identity }: ClassListRow): (readonly [Clue, string])[] {
  const name = nameKey(identity)
  const keys: (readonly [Clue, string | null])[] = [
    ['UPN', upnKey(identity.upn)],
    ['admission number', admissionKey(identity.admissionNumber)],
    ['name and date of birth', nameAndBirthKey(identity)],
    ['name and class', name && `${name} ${className}`],
  ]
  return keys.flatMap(([clue, key]) => (key === null ? [] : [[clue, `${clue} ${key}`] as const]))
}

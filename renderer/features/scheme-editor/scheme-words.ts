import type { Behaviour } from '../../../shared/domain/behaviours.ts'
import { groupWords } from '../../../shared/domain/scheme-edit.ts'
import type { Scheme } from '../../../shared/domain/scheme.ts'
import { pointsInWords } from '../../../shared/domain/words.ts'

/** What a behaviour means, in one quiet line: `Praise · 1 point`, `Step on the ladder · goes to Warning`. */
export function natureOf({ group, points, toStep }: Behaviour, { ladder }: Pick<Scheme, 'ladder'>): string {
  const step = toStep === undefined ? 'one step further' : `goes to ${ladder[toStep - 1]?.name ?? toStep}`
  return [
    groupWords[group],
    ...(group === 'step' ? [step] : []),
    ...(points !== 0 || group === 'praise' ? [pointsInWords(points)] : []),
  ].join(' · ')
}

import { matchNames, type NameMatch, type PupilNames } from '../../../shared/domain/names/match-names.ts'
import type { Label, LabelledList } from './labelled-names.ts'

/**
 * `asked-needed`: a person would have asked too. `asked-needlessly`: that person would have known. `missed`: a pupil of
 * the class, or one of several, was not among those named. `wrong`: expected, and somebody else.
 */
export type Verdict = 'right' | 'unexpected-right' | 'asked-needed' | 'asked-needlessly' | 'missed' | 'wrong'
export type Scored = { className: string; label: Label; match: NameMatch; verdict: Verdict }

/** Each name as the only one waiting. */
export const scoreNames = (lists: readonly LabelledList[]): Scored[] =>
  lists.flatMap((list) => list.labels.flatMap((label) => scoreList({ ...list, labels: [label] })))

/** The names of one list matched together. */
export function scoreList({ className, pupils, labels }: LabelledList): Scored[] {
  const matches = matchNames(
    labels.map(({ name }) => name),
    pupils,
  )
  return labels.flatMap((label, index) => {
    const match = matches[index]
    return match ? [{ className, label, match, verdict: judge(label, match, pupils) }] : []
  })
}

function judge({ truth, isQuestion }: Label, match: NameMatch, pupils: readonly PupilNames[]): Verdict {
  if (match.outcome === 'expected') {
    const isRight = truth.length === 1 && truth[0] === match.pupilId
    return isRight && takesPart(truth, pupils) ? 'right' : 'wrong'
  }
  if (truth.length === 0) {
    if (match.outcome === 'unexpected') return 'unexpected-right'
    return isQuestion ? 'asked-needed' : 'asked-needlessly'
  }
  if (!truth.every((id) => match.candidateIds.includes(id))) return 'missed'
  if (match.outcome === 'unexpected') return takesPart(truth, pupils) ? 'missed' : 'unexpected-right'
  return isQuestion || truth.length > 1 ? 'asked-needed' : 'asked-needlessly'
}

const takesPart = (truth: readonly string[], pupils: readonly PupilNames[]): boolean =>
  pupils.some(({ id, takesPart }) => takesPart && truth.includes(id))

export const countVerdicts = (scored: readonly Scored[]): Record<Verdict, number> => {
  const counts: Record<Verdict, number> = {
    right: 0,
    'unexpected-right': 0,
    'asked-needed': 0,
    'asked-needlessly': 0,
    missed: 0,
    wrong: 0,
  }
  for (const { verdict } of scored) counts[verdict] += 1
  return counts
}

import type { LiveClass } from '../../../shared/domain/live-choosing.ts'
import { levelsBetween } from '../../../shared/domain/rewards.ts'
import { type LessonTally, pupilTally } from '../../../shared/domain/tally.ts'
import { pointsInWords } from '../../../shared/domain/words.ts'
import type { LessonRecordView } from '../../../shared/ipc/contract.ts'
import { describeWho } from './live-words.ts'

type Rewards = Pick<LessonRecordView, 'rewardLevels' | 'termPointsBefore'>

/** The highest level a pupil reached by the points of this lesson; empty for none. */
export function levelReached(
  { rewardLevels, termPointsBefore }: Rewards,
  pupilId: string,
  points: number,
): string {
  const before = termPointsBefore[pupilId] ?? 0
  return levelsBetween(rewardLevels, before, before + points).at(-1)?.name ?? ''
}

/**
 * What a tap of so many points for several pupils reaches, in one line: `Freya reached Bronze (25 points)`,
 * `3 pupils reached a level`. Null when it reaches nothing.
 */
export function describeLevels(
  pupilIds: readonly string[],
  points: number,
  { record, tally }: { record: Rewards; tally: LessonTally },
  group: LiveClass,
): string | null {
  const reached = pupilIds.flatMap((pupilId) => {
    const before = (record.termPointsBefore[pupilId] ?? 0) + pupilTally(tally, pupilId).points
    const level = levelsBetween(record.rewardLevels, before, before + points).at(-1)
    return level ? [{ pupilId, name: level.name, total: before + points }] : []
  })
  const [first] = reached
  if (!first) return null
  const who = describeWho(
    reached.map(({ pupilId }) => pupilId),
    group,
  )
  if (reached.length === 1) return `${who} reached ${first.name} (${pointsInWords(first.total)})`
  const isOneLevel = reached.every(({ name }) => name === first.name)
  return `${who} reached ${isOneLevel ? first.name : 'a level'}`
}

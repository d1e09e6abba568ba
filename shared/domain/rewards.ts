import type { z } from 'zod'
import type { rewardLevels } from './behaviours.ts'

export type RewardLevel = z.infer<typeof rewardLevels>[number]

/**
 * What points of a term add up to (clause staff.rewards). Levels come fewest points first; all of it is derived from the
 * log, so what undo takes back was never reached.
 */

/** The levels that a pupil's points reach for the first time when they go from one sum to another, lowest first. */
export const levelsBetween = (levels: readonly RewardLevel[], before: number, after: number): RewardLevel[] =>
  levels.filter(({ points }) => before < points && points <= after)

/** The level a pupil's points stand at; null below the first. */
export const levelAt = (levels: readonly RewardLevel[], points: number): RewardLevel | null =>
  levels.findLast((level) => level.points <= points) ?? null

/** The level that comes next; null at the highest. */
export const nextLevel = (levels: readonly RewardLevel[], points: number): RewardLevel | null =>
  levels.find((level) => level.points > points) ?? null

export type EarnedCertificate = { pupilId: string; level: RewardLevel; points: number }

/**
 * The certificates a lesson earned: each level it took a pupil to, by the points they had in the term before it and the
 * points it gave.
 */
export const certificatesEarned = (
  levels: readonly RewardLevel[],
  pupils: readonly { pupilId: string; before: number; inLesson: number }[],
): EarnedCertificate[] =>
  pupils.flatMap(({ pupilId, before, inLesson }) =>
    levelsBetween(levels, before, before + inLesson).map((level) => ({
      pupilId,
      level,
      points: before + inLesson,
    })),
  )

import { z } from 'zod'

/** Colours a behaviour may have; what they look like is the theme's. Colour is never the only signal. */
export const behaviourColours = ['green', 'teal', 'blue', 'purple', 'pink', 'orange', 'red', 'grey'] as const

/** Nine favourites with a key each, and nine more. */
export const FAVOURITES = 9

/** How many of each a scheme may have, and how long their names may be. */
export const schemeLimits = {
  behaviours: { least: 1, most: 2 * FAVOURITES, letters: 24 },
  ladder: { least: 1, most: 8, letters: 40 },
  attitudes: { least: 2, most: 6, letters: 40 },
  phases: { least: 0, most: 8, letters: 24 },
  rewardLevels: { least: 0, most: 8, letters: 40 },
} as const
export const MOST_MINUTES = 120
export const MOST_LEVEL_POINTS = 10_000

const named = (list: keyof typeof schemeLimits) => z.string().trim().min(1).max(schemeLimits[list].letters)
const limited = <T extends z.ZodType>(list: keyof typeof schemeLimits, one: T) =>
  z.array(one).min(schemeLimits[list].least).max(schemeLimits[list].most)

/**
 * What one tap on the live panel can mean (clauses staff.standards, staff.rewards, pupil.behaviour):
 * praise carries points, a nudge carries none, a mute reminder is counted, a step climbs the ladder.
 */
export const behaviour = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  label: named('behaviours'),
  icon: z.string().min(1).max(40),
  colour: z.enum(behaviourColours).optional(),
  group: z.enum(['praise', 'nudge', 'mute', 'step']),
  points: z.number().int().min(-5).max(5),
  /** Of a step: the place on the ladder it goes to at once, 1 the mildest; without it one step further. */
  toStep: z.number().int().min(1).max(schemeLimits.ladder.most).optional(),
})
export type Behaviour = z.infer<typeof behaviour>

/** In the order of their keys: the first nine are the favourites, 1 to 9; the others follow with Shift. */
export const behaviours = limited('behaviours', behaviour)

/** A step of the school's own ladder. The one that reaches a leader raises an incident (clause staff.escalate). */
export const ladderStep = z.object({
  name: named('ladder'),
  reachesLeader: z.boolean().default(false),
})
export type LadderStep = z.infer<typeof ladderStep>

/** Mildest first; steps clear when the lesson ends. */
export const ladder = limited('ladder', ladderStep)

/** Attitude to learning on the school's scale, best first. */
export const attitudes = limited('attitudes', named('attitudes'))

/** The parts a lesson usually has, for the timer. */
export const phases = limited(
  'phases',
  z.object({ name: named('phases'), minutes: z.number().int().min(1).max(MOST_MINUTES) }),
)

/** What points add up to over a term, fewest points first (clause staff.rewards). */
export const rewardLevels = limited(
  'rewardLevels',
  z.object({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
    name: named('rewardLevels'),
    points: z.number().int().min(1).max(MOST_LEVEL_POINTS),
  }),
)

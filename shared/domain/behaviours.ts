import { z } from 'zod'

/** Colours a behaviour may have; what they look like is the theme's. Colour is never the only signal. */
export const behaviourColours = ['green', 'teal', 'blue', 'purple', 'pink', 'orange', 'red', 'grey'] as const

/** The most a school may have: nine favourites with a key each, and nine more. */
export const MOST_BEHAVIOURS = 18

const STEPS = 8

/**
 * What one tap on the live panel can mean (clauses staff.standards, staff.rewards, pupil.behaviour):
 * praise carries points, a nudge carries none, a mute reminder is counted, a step climbs the ladder.
 */
export const behaviour = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  label: z.string().trim().min(1).max(24),
  icon: z.string().min(1).max(40),
  colour: z.enum(behaviourColours).optional(),
  group: z.enum(['praise', 'nudge', 'mute', 'step']),
  points: z.number().int().min(-5).max(5),
  /** Of a step: the place on the ladder it goes to at once, 1 the mildest; without it one step further. */
  toStep: z.number().int().min(1).max(STEPS).optional(),
})
export type Behaviour = z.infer<typeof behaviour>

/** In the order of their keys: the first nine are the favourites, 1 to 9; the others follow with Shift. */
export const behaviours = z.array(behaviour).min(1).max(MOST_BEHAVIOURS)

/** A step of the school's own ladder. The one that reaches a leader raises an incident (clause staff.escalate). */
const ladderStep = z.object({
  name: z.string().trim().min(1).max(40),
  reachesLeader: z.boolean().default(false),
})
export type LadderStep = z.infer<typeof ladderStep>

/** Mildest first; steps clear when the lesson ends. */
export const ladder = z.array(ladderStep).min(1).max(STEPS)

/** Attitude to learning on the school's scale, best first. */
export const attitudes = z.array(z.string().min(1).max(40)).min(2).max(6)

/** The parts a lesson usually has, for the timer. */
export const phases = z
  .array(z.object({ name: z.string().trim().min(1).max(24), minutes: z.number().int().min(1).max(120) }))
  .max(8)

/** What points add up to over a term, fewest points first (clause staff.rewards). */
export const rewardLevels = z
  .array(
    z.object({
      id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
      name: z.string().trim().min(1).max(40),
      points: z.number().int().min(1).max(10_000),
    }),
  )
  .max(8)

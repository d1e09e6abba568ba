import { z } from 'zod'
import { attitudes, type Behaviour, behaviours, ladder, phases, rewardLevels } from './behaviours.ts'

const parts = z.object({
  behaviours,
  ladder,
  attitudes,
  phases,
  rewardLevels,
  /** Whether points may be taken away: the school's decision, never the app's. */
  mayTakeAway: z.boolean().default(false),
})

/**
 * The school's scheme: one set of behaviours, steps and rewards for all staff (clauses staff.standards, staff.rewards).
 * It has versions; a lesson keeps the one it began under, so that what was recorded never changes its words.
 */
export const scheme = parts.superRefine((one, context) => {
  for (const { path, says } of problemsBetween(one)) {
    context.addIssue({ code: 'custom', path: [...path], message: says })
  }
})
export type Scheme = z.infer<typeof parts>

/** What stands against a scheme: where in it, and why, in words. */
export type SchemeProblem = { path: readonly (string | number)[]; says: string }

/** How many points a behaviour of a group may carry: praise gives, a nudge carries none, the others may take away. */
export function pointsOf(group: Behaviour['group'], mayTakeAway: boolean): { least: number; most: number } {
  if (group === 'praise') return { least: 0, most: 5 }
  return { least: group === 'nudge' || !mayTakeAway ? 0 : -5, most: 0 }
}

/** What stands against the parts of a scheme together, each of them being right alone. */
export function problemsBetween(one: Scheme): SchemeProblem[] {
  return [
    ...one.behaviours.flatMap((behaviour, place) => behaviourProblems(one, behaviour, place)),
    ...twice(
      'behaviours',
      one.behaviours.map(({ label }) => label),
    ),
    ...twice(
      'ladder',
      one.ladder.map(({ name }) => name),
    ),
    ...twice('attitudes', one.attitudes),
    ...twice(
      'rewardLevels',
      one.rewardLevels.map(({ name }) => name),
    ),
    ...one.rewardLevels.flatMap(({ points }, place): SchemeProblem[] => {
      const before = one.rewardLevels[place - 1]
      return before && points <= before.points
        ? [
            {
              path: ['rewardLevels', place, 'points'],
              says: `Ask for more than ${before.points} points, as ${before.name} does.`,
            },
          ]
        : []
    }),
  ]
}

function behaviourProblems(
  one: Scheme,
  { id, points, group, toStep }: Behaviour,
  place: number,
): SchemeProblem[] {
  const { least, most } = pointsOf(group, one.mayTakeAway)
  const at = (field: string, says: string): SchemeProblem => ({ path: ['behaviours', place, field], says })
  return [
    ...(one.behaviours.findIndex((other) => other.id === id) < place
      ? [at('id', 'Every behaviour has an id of its own.')]
      : []),
    ...(points < least || points > most ? [at('points', rangeInWords(group, one.mayTakeAway))] : []),
    ...(toStep !== undefined && (group !== 'step' || toStep > one.ladder.length)
      ? [at('toStep', 'That step is not on the ladder.')]
      : []),
  ]
}

function rangeInWords(group: Behaviour['group'], mayTakeAway: boolean): string {
  if (group === 'praise') return 'Praise gives up to 5 points, and never takes any away.'
  if (group === 'nudge') return 'A nudge carries no points.'
  return mayTakeAway
    ? 'This takes up to 5 points away, and gives none.'
    : 'Points are not taken away in this school.'
}

const folded = (text: string): string => text.trim().toLowerCase()

/** A name that stands there twice: nobody could tell the two apart. */
const twice = (list: string, names: readonly string[]): SchemeProblem[] =>
  names.flatMap((name, place): SchemeProblem[] => {
    const isTaken =
      name.trim() !== '' && names.slice(0, place).some((other) => folded(other) === folded(name))
    return isTaken
      ? [{ path: [list, place, nameFields[list] ?? 'name'], says: `Another is called ${name.trim()}.` }]
      : []
  })

/** What the name of an entry is called in each list; an attitude is its own name. */
const nameFields: Record<string, string> = { behaviours: 'label' }

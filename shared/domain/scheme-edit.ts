import { type Behaviour, FAVOURITES, MOST_LEVEL_POINTS, MOST_MINUTES, schemeLimits } from './behaviours.ts'
import { ownId } from './own-id.ts'
import { pointsOf, problemsBetween, type Scheme, type SchemeProblem } from './scheme.ts'
import { pointsInWords } from './words.ts'

/**
 * How a leader edits the school's scheme. Nothing in it is protected: what was recorded keeps the words of the version it
 * was recorded under, so a behaviour can be taken off the list at any time.
 */

export type ListName = keyof typeof schemeLimits

/** A list with the entry at a place moved down (1) or up (-1); as it was at either end. */
export function movedEntry<T>(list: readonly T[], from: number, by: 1 | -1): T[] {
  const [entry, other] = [list[from], list[from + by]]
  if (entry === undefined || other === undefined) return [...list]
  return list.with(from, other).with(from + by, entry)
}

/** The key that gives a behaviour, by its place: `1` to `9`, then with Shift. */
export const keyOf = (place: number): string =>
  place < FAVOURITES ? String(place + 1) : `Shift ${place - FAVOURITES + 1}`

/** A behaviour the school adds: praise for one point until it says otherwise. */
export const newBehaviour = (label: string, taken: readonly Behaviour[]): Behaviour => ({
  id: ownId(
    label,
    taken.map(({ id }) => id),
  ),
  label: label.trim(),
  icon: 'star',
  colour: 'green',
  group: 'praise',
  points: 1,
})

/** A behaviour in another group carries points that group can carry, and only a step goes to a place on the ladder. */
export function regrouped(one: Behaviour, group: Behaviour['group'], mayTakeAway: boolean): Behaviour {
  const { toStep, ...rest } = one
  const { least, most } = pointsOf(group, mayTakeAway)
  const points = group === 'praise' && one.points === 0 ? 1 : Math.min(most, Math.max(least, one.points))
  return { ...rest, group, points, ...(group === 'step' && toStep !== undefined ? { toStep } : {}) }
}

/** What stands against making this the next version, field by field; empty where nothing does. */
export function judgeScheme(one: Scheme): SchemeProblem[] {
  const names = namesOf(one)
  return [
    ...listNames.flatMap((list) => [
      ...countProblems(list, names[list].length),
      ...names[list].flatMap((name, place) => nameProblems(list, name, place)),
    ]),
    ...one.phases.flatMap(({ minutes }, place) =>
      isWithin(minutes, MOST_MINUTES)
        ? []
        : [{ path: ['phases', place, 'minutes'], says: `From 1 to ${MOST_MINUTES} minutes.` }],
    ),
    ...one.rewardLevels.flatMap(({ points }, place) =>
      isWithin(points, MOST_LEVEL_POINTS)
        ? []
        : [{ path: ['rewardLevels', place, 'points'], says: 'From 1 to 10,000 points.' }],
    ),
    ...problemsBetween(one),
  ]
}

const listNames = Object.keys(schemeLimits) as ListName[]

const namesOf = (one: Scheme): Record<ListName, readonly string[]> => ({
  behaviours: one.behaviours.map(({ label }) => label),
  ladder: one.ladder.map(({ name }) => name),
  attitudes: one.attitudes,
  phases: one.phases.map(({ name }) => name),
  rewardLevels: one.rewardLevels.map(({ name }) => name),
})

const isWithin = (number: number, most: number): boolean =>
  Number.isInteger(number) && number >= 1 && number <= most

/** What each list holds, one and several, for people. */
const listWords: Record<ListName, { one: string; several: string }> = {
  behaviours: { one: 'behaviour', several: 'behaviours' },
  ladder: { one: 'step on the ladder', several: 'steps on the ladder' },
  attitudes: { one: 'attitude', several: 'attitudes' },
  phases: { one: 'phase', several: 'phases' },
  rewardLevels: { one: 'reward level', several: 'reward levels' },
}

function countProblems(list: ListName, count: number): SchemeProblem[] {
  const { least, most } = schemeLimits[list]
  const { one, several } = listWords[list]
  if (count < least)
    return [{ path: [list], says: `There has to be at least ${least} ${least === 1 ? one : several}.` }]
  return count > most ? [{ path: [list], says: `At most ${most} ${several}.` }] : []
}

function nameProblems(list: ListName, name: string, place: number): SchemeProblem[] {
  const path = [list, place, list === 'behaviours' ? 'label' : 'name']
  const { letters } = schemeLimits[list]
  if (name.trim() === '') return [{ path, says: 'It needs a name.' }]
  return name.trim().length > letters ? [{ path, says: `At most ${letters} letters.` }] : []
}

/** Where a problem is, in words, before what it says: `‘Kind’: Points are not taken away in this school.` */
export function problemInWords(one: Scheme, { path: [list, place], says }: SchemeProblem): string {
  const words = listWords[list as ListName]
  if (typeof place !== 'number') return says
  const name = namesOf(one)[list as ListName][place]?.trim()
  return `${name ? quoted(name) : `The ${words.one} at place ${place + 1}`}: ${says}`
}

const quoted = (name: string): string => `‘${name.trim()}’`

/** What a version changed against the one before it, a line each; empty where they are the same. */
export const schemeChanges = (before: Scheme, after: Scheme): string[] => [
  ...behaviourChanges(before, after),
  ...(before.mayTakeAway === after.mayTakeAway
    ? []
    : [after.mayTakeAway ? 'Points may be taken away from now on' : 'Points are not taken away any more']),
  ...listChanges.flatMap(({ title, of }) => {
    const [was, is] = [of(before), of(after)]
    return was.join('|') === is.join('|') ? [] : [`${title}: ${is.join(', ') || 'none'}`]
  }),
]

const listChanges: readonly { title: string; of: (one: Scheme) => string[] }[] = [
  {
    title: 'Ladder',
    of: ({ ladder }) =>
      ladder.map(({ name, reachesLeader }) => (reachesLeader ? `${name} (reaches a leader)` : name)),
  },
  { title: 'Attitudes', of: ({ attitudes }) => attitudes },
  {
    title: 'Phases',
    of: ({ phases }) => phases.map(({ name, minutes }) => `${name} ${minutes} min`),
  },
  {
    title: 'Reward levels',
    of: ({ rewardLevels }) => rewardLevels.map(({ name, points }) => `${name} at ${pointsInWords(points)}`),
  },
]

function behaviourChanges(before: Scheme, after: Scheme): string[] {
  const was = new Map(before.behaviours.map((one) => [one.id, one]))
  const is = new Set(after.behaviours.map(({ id }) => id))
  const added = after.behaviours.flatMap((one) => {
    const old = was.get(one.id)
    return old ? changesOf(old, one, after) : [`${quoted(one.label)} added`]
  })
  const removed = before.behaviours.filter(({ id }) => !is.has(id))
  const kept = (list: readonly Behaviour[]) =>
    list.flatMap(({ id }) => (is.has(id) && was.has(id) ? [id] : [])).join('|')
  return [
    ...added,
    ...removed.map(({ label }) => `${quoted(label)} taken off the list`),
    ...(kept(before.behaviours) === kept(after.behaviours) ? [] : ['The order of the keys changed']),
  ]
}

export const groupWords: Record<Behaviour['group'], string> = {
  praise: 'Praise',
  nudge: 'Nudge',
  mute: 'Mute reminder',
  step: 'Step on the ladder',
}

function changesOf(old: Behaviour, one: Behaviour, { ladder }: Scheme): string[] {
  const name = quoted(one.label)
  const step = (place: number | undefined) =>
    place === undefined ? 'one step further' : (ladder[place - 1]?.name ?? `step ${place}`)
  return [
    ...(old.label.trim() === one.label.trim() ? [] : [`${quoted(old.label)} is now called ${name}`]),
    ...(old.group === one.group ? [] : [`${name}: ${groupWords[one.group].toLowerCase()} from now on`]),
    ...(old.points === one.points ? [] : [`${name}: ${pointsInWords(one.points)}, not ${old.points}`]),
    ...(old.toStep === one.toStep ? [] : [`${name}: goes to ${step(one.toStep)}`]),
    ...(old.icon === one.icon && old.colour === one.colour ? [] : [`${name}: another look`]),
  ]
}

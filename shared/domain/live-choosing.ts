import type { Command, Mark } from './live-key-table.ts'
import { findPupils, foldName, type Pupil } from './people.ts'
import type { PupilGroup } from './pupil-groups.ts'

/** Whom keys and taps on the live panel mean, and what they do to them. Never on a guess. */
export type LiveKeys = {
  /** Letters of a name, as typed. */
  typed: string
  /** The match the arrow keys point at; null until they are used. */
  cursor: number | null
  /** A command whose letter also begins a name here: it waits for a pause, Enter, or (class, groups) a digit. */
  held: Command | null
  /** Pupils chosen to act on, in the order they were chosen. */
  chosen: readonly string[]
  /** Letters of a group's name while the list of groups is open; null while it is not. */
  groupTyped: string | null
}

export const noKeys: LiveKeys = { typed: '', cursor: null, held: null, chosen: [], groupTyped: null }

/** An act that can be done again, and to whom it was done. `behaviour` counts from 0. */
export type Repeatable = { pupilIds: readonly string[] } & ({ behaviour: number } | { mark: Mark })

/** The lesson as choosing needs it. */
export type LiveClass = {
  pupils: readonly Pupil[]
  /** Who is in the meeting. */
  presentIds: ReadonlySet<string>
  behaviourCount: number
  /** The second nine behaviours stand on the pad: digits mean them, as they do with Shift. */
  isMore: boolean
  /** The class's saved groups, in the order of their keys. */
  groups: readonly PupilGroup[]
  /** The group made on the spot; empty until there is one. */
  groupNow: readonly string[]
  /** What was done last from this window; null when nothing that can be repeated was. */
  last: Repeatable | null
}

export type Ask =
  | 'nobody-chosen'
  | 'nobody-matches'
  | 'several-match'
  | 'not-in'
  | 'nobody-in'
  | 'nobody-left'
  | 'no-such-behaviour'
  | 'no-such-group'
  | 'group-empty'
  | 'group-not-in'
  | 'nothing-to-repeat'
  | 'said-already'

/** Commands that show or start something of their own; the panel's store says how. */
export type Shown = Exclude<Command, 'class' | 'groups' | 'except' | 'repeat' | 'undo' | 'incident'>

export type LiveAction =
  /** `behaviour` counts from 0; `absentIds` were chosen too but are not in the meeting. */
  | { kind: 'award'; behaviour: number; pupilIds: readonly string[]; absentIds: readonly string[] }
  | { kind: 'mark'; mark: Mark; pupilIds: readonly string[] }
  | { kind: 'undo' }
  /** These pupils are the group made on the spot, until there is another or the window closes. */
  | { kind: 'keep-group'; pupilIds: readonly string[] }
  | { kind: 'show'; what: Shown }
  | { kind: 'ask'; ask: Ask }

export type Outcome = { keys: LiveKeys; action: LiveAction | null }

export const ask = (keys: LiveKeys, reason: Ask): Outcome => ({ keys, action: { kind: 'ask', ask: reason } })
export const quietly = (keys: LiveKeys): Outcome => ({ keys, action: null })

/** Marks that say nothing of a pupil who is not in the meeting. */
const ofPresent: ReadonlySet<Mark> = new Set(['contribution', 'camera', 'left', 'mute', 'name'])

/** Marks that count. The others say how something is, so said again of the same pupils they would say nothing new. */
const counted: ReadonlySet<Mark> = new Set(['contribution', 'mute', 'name'])

export const findMatches = ({ typed }: LiveKeys, { pupils }: LiveClass): Pupil[] => findPupils(typed, pupils)

/** The pupil found: the only match, or the one the arrow keys point at. */
export function findPointed(keys: LiveKeys, group: LiveClass): Pupil | null {
  const matches = findMatches(keys, group)
  return (matches.length === 1 ? matches[0] : matches[keys.cursor ?? -1]) ?? null
}

/** Whom the next key acts on: the pupil found while letters are typed, else all chosen. */
export function findTargets(keys: LiveKeys, group: LiveClass): readonly string[] {
  if (keys.typed === '') return keys.chosen
  const pointed = findPointed(keys, group)
  return pointed ? [pointed.id] : []
}

const presentOf = ({ pupils, presentIds }: LiveClass): string[] =>
  pupils.flatMap(({ id }) => (presentIds.has(id) ? [id] : []))

/** Whether exactly these pupils are chosen, in whatever order, and there are any. */
export const isChosen = ({ chosen }: LiveKeys, pupilIds: readonly string[]): boolean =>
  chosen.length > 0 && chosen.length === pupilIds.length && pupilIds.every((id) => chosen.includes(id))

/** Whether exactly those in the meeting are chosen, and they are more than one. */
export const isWholeClass = (keys: LiveKeys, group: LiveClass): boolean =>
  keys.chosen.length > 1 && isChosen(keys, presentOf(group))

/** Those of a group who can be chosen: who left the class, takes no part or is not in is not among them. */
export const membersIn = (pupilIds: readonly string[], group: LiveClass): string[] =>
  presentOf(group).filter((id) => pupilIds.includes(id))

/** A pupil's tile was tapped: chosen, or let go. */
export function choosePupil(keys: LiveKeys, pupilId: string): LiveKeys {
  const others = keys.chosen.filter((id) => id !== pupilId)
  return { ...noKeys, chosen: others.length < keys.chosen.length ? others : [...others, pupilId] }
}

/** A command given by its button or key. */
export function giveCommand(keys: LiveKeys, command: Command, group: LiveClass): Outcome {
  const settled = { ...noKeys, chosen: keys.chosen }
  switch (command) {
    case 'undo':
      return { keys: settled, action: { kind: 'undo' } }
    case 'class':
      return group.presentIds.size === 0 ? ask(settled, 'nobody-in') : chooseAll(settled, presentOf(group))
    case 'groups':
      return quietly({ ...settled, groupTyped: keys.groupTyped === null ? '' : null })
    case 'except':
      return chooseOthers(keys.held ? settled : keys, group)
    case 'repeat':
      return repeatLast(keys, group)
    case 'incident':
      return chooseMark(settled, 'incident', group)
    default:
      return { keys: settled, action: { kind: 'show', what: command } }
  }
}

/** Chooses these pupils; a second time lets them go. */
const chooseAll = (keys: LiveKeys, pupilIds: readonly string[]): Outcome =>
  quietly({ ...noKeys, chosen: isChosen(keys, pupilIds) ? [] : pupilIds })

/** Everyone in the meeting except those meant. */
function chooseOthers(keys: LiveKeys, group: LiveClass): Outcome {
  const targets = findTargets(keys, group)
  if (targets.length === 0) return ask(keys, whyNobody(keys, group))
  const others = presentOf(group).filter((id) => !targets.includes(id))
  return others.length === 0 ? ask(keys, 'nobody-left') : quietly({ ...noKeys, chosen: others })
}

/**
 * A group chosen by its place in the list, 1 the first; 0 is the group made on the spot, which those chosen become. A
 * second time lets it go.
 */
export function chooseGroup(keys: LiveKeys, place: number, group: LiveClass): Outcome {
  const settled = { ...noKeys, chosen: keys.chosen }
  if (place === 0 && keys.chosen.length > 0 && !isChosen(keys, membersIn(group.groupNow, group))) {
    return { keys: settled, action: { kind: 'keep-group', pupilIds: keys.chosen } }
  }
  const pupilIds = place === 0 ? group.groupNow : group.groups[place - 1]?.pupilIds
  if (pupilIds === undefined || (place === 0 && pupilIds.length === 0)) return ask(keys, 'no-such-group')
  if (!group.pupils.some(({ id }) => pupilIds.includes(id))) return ask(keys, 'group-empty')
  const members = membersIn(pupilIds, group)
  return members.length === 0 ? ask(keys, 'group-not-in') : chooseAll(settled, members)
}

/** Places (1 the first) of the groups whose name, or a word of it, begins with what was typed. */
export function findGroups(typed: string, { groups }: LiveClass): number[] {
  const wanted = foldName(typed)
  return groups.flatMap(({ name }, index) =>
    [name, ...name.split(/\s+/)].some((part) => foldName(part).startsWith(wanted)) ? [index + 1] : [],
  )
}

/** The last act again: to those meant now, else to whom it was done. */
function repeatLast(keys: LiveKeys, group: LiveClass): Outcome {
  const { last } = group
  if (!last) return ask(keys, 'nothing-to-repeat')
  const isSomebodyMeant = keys.typed !== '' || keys.chosen.length > 0
  if (!isSomebodyMeant && 'mark' in last && !counted.has(last.mark)) return ask(keys, 'said-already')
  const meant = isSomebodyMeant ? keys : { ...noKeys, chosen: last.pupilIds }
  const outcome =
    'mark' in last ? chooseMark(meant, last.mark, group) : chooseBehaviour(meant, last.behaviour, group)
  return outcome.action?.kind === 'ask' ? { ...outcome, keys } : outcome
}

/** What an action leaves to be repeated; null when it is not to be done again by one key. */
export function repeatableOf(action: LiveAction): Repeatable | null {
  if (action.kind === 'award') return { behaviour: action.behaviour, pupilIds: action.pupilIds }
  // An incident is raised on purpose, each by itself.
  if (action.kind !== 'mark' || action.mark === 'incident') return null
  return { mark: action.mark, pupilIds: action.pupilIds }
}

/** A behaviour for everyone meant who is in the meeting; `index` counts from 0. */
export function chooseBehaviour(keys: LiveKeys, index: number, group: LiveClass): Outcome {
  if (index >= group.behaviourCount) return ask(keys, 'no-such-behaviour')
  const targets = findTargets(keys, group)
  if (targets.length === 0) return ask(keys, whyNobody(keys, group))
  const pupilIds = targets.filter((id) => group.presentIds.has(id))
  if (pupilIds.length === 0) return ask(keys, 'not-in')
  const absentIds = targets.filter((id) => !group.presentIds.has(id))
  return { keys: noKeys, action: { kind: 'award', behaviour: index, pupilIds, absentIds } }
}

/** A mark for everyone meant whom it can be said of. */
export function chooseMark(keys: LiveKeys, mark: Mark, group: LiveClass): Outcome {
  const targets = findTargets(keys, group)
  if (targets.length === 0) return ask(keys, whyNobody(keys, group))
  const pupilIds = ofPresent.has(mark) ? targets.filter((id) => group.presentIds.has(id)) : targets
  if (pupilIds.length === 0) return ask(keys, 'not-in')
  return { keys: noKeys, action: { kind: 'mark', mark, pupilIds } }
}

function whyNobody(keys: LiveKeys, group: LiveClass): Ask {
  if (keys.typed === '') return 'nobody-chosen'
  return findMatches(keys, group).length > 1 ? 'several-match' : 'nobody-matches'
}

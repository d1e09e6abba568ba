import { findPupils, foldName, type Pupil } from './people.ts'

/**
 * What keys and taps on the live panel mean. A key either finds pupils, or does something to the pupil found (else to
 * those chosen). A key never acts on a guess: while several pupils match, a digit asks for one more letter.
 */
export type LiveKeys = {
  /** Letters of a name, as typed. */
  typed: string
  /** The match the arrow keys point at; null until they are used. */
  cursor: number | null
  /** A command whose letter also begins a name here: it waits for a pause, Enter, or (whole class) a digit. */
  held: Command | null
  /** Pupils chosen to act on, in the order they were chosen. */
  chosen: readonly string[]
}

export type Command = 'class' | 'undo'
export type Mark = 'contribution' | 'camera' | 'agreement' | 'late' | 'left'

/** The pupils of the lesson, who is in the meeting, and how many behaviours there are. */
export type LiveClass = {
  pupils: readonly Pupil[]
  presentIds: ReadonlySet<string>
  behaviourCount: number
}

/** `isCommand` is Ctrl, or Cmd on a Mac. */
export type KeyPress = { key: string; isShift: boolean; isCommand: boolean }

export type Ask =
  'nobody-chosen' | 'nobody-matches' | 'several-match' | 'not-in' | 'nobody-in' | 'no-such-behaviour'

export type LiveAction =
  /** `behaviour` counts from 0; `absentIds` were chosen too but are not in the meeting. */
  | { kind: 'award'; behaviour: number; pupilIds: readonly string[]; absentIds: readonly string[] }
  | { kind: 'mark'; mark: Mark; pupilIds: readonly string[] }
  | { kind: 'undo' }
  | { kind: 'show-keys' }
  | { kind: 'ask'; ask: Ask }

export type Outcome = { keys: LiveKeys; action: LiveAction | null }

/** Every key of the panel, in the order the sheet shows them. */
export const keySheet: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['F', 'R'], does: 'Find a pupil: first letters of a name' },
  { keys: ['1', '–', '9'], does: 'Award the pupil found, or all chosen' },
  { keys: ['0'], does: 'Contributed' },
  { keys: ['Enter'], does: 'Choose the pupil found, then find another' },
  { keys: ['↑', '↓'], does: 'Move among several found' },
  { keys: ['Esc'], does: 'Clear what is typed and chosen' },
  { keys: ['A'], does: 'Choose the whole class, then 1–9' },
  { keys: ['U'], does: 'Undo your last tap, also Ctrl+Z' },
  { keys: ['Shift', 'C'], does: 'Camera off or on' },
  { keys: ['Shift', 'G'], does: 'Camera off by agreement' },
  { keys: ['Shift', 'L'], does: 'Late, or joined now' },
  { keys: ['Shift', 'X'], does: 'Left the meeting' },
  { keys: ['F1'], does: 'Show these keys, also ?' },
]

/** How long a held command letter waits for a second letter, ms. */
export const HOLD_MS = 700

export const noKeys: LiveKeys = { typed: '', cursor: null, held: null, chosen: [] }

const commandLetters: ReadonlyMap<string, Command> = new Map([
  ['a', 'class'],
  ['u', 'undo'],
])
const markLetters: ReadonlyMap<string, Mark> = new Map([
  ['c', 'camera'],
  ['g', 'agreement'],
  ['l', 'late'],
  ['x', 'left'],
])
/** Marks that say nothing of a pupil who is not in the meeting. */
const ofPresent: ReadonlySet<Mark> = new Set(['contribution', 'camera', 'left'])

const LETTER = /^[\p{L}\p{M}'’-]$/u
const LONGEST = 40

const ask = (keys: LiveKeys, reason: Ask): Outcome => ({ keys, action: { kind: 'ask', ask: reason } })
const quietly = (keys: LiveKeys): Outcome => ({ keys, action: null })

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

/** Whether exactly those in the meeting are chosen, and they are more than one. */
export const isWholeClass = ({ chosen }: LiveKeys, { presentIds }: LiveClass): boolean =>
  chosen.length > 1 && chosen.length === presentIds.size && chosen.every((id) => presentIds.has(id))

/** What a key means now, or null when it means nothing here and stays with the system. */
export function interpretKey(keys: LiveKeys, press: KeyPress, group: LiveClass): Outcome | null {
  const letter = press.key.toLowerCase()
  if (press.isCommand) return letter === 'z' && !press.isShift ? giveCommand(keys, 'undo', group) : null
  if (press.key === 'F1' || press.key === '?') return { keys, action: { kind: 'show-keys' } }
  if (/^\d$/.test(press.key)) return interpretDigit(keys, Number(press.key), group)
  const mark = press.isShift ? markLetters.get(letter) : undefined
  if (mark && findTargets(keys, group).length > 0) return chooseMark(keys, mark, group)
  if (LETTER.test(press.key)) return interpretLetter(keys, letter, group)
  return interpretEditing(keys, press.key, group)
}

function interpretDigit(keys: LiveKeys, digit: number, group: LiveClass): Outcome {
  const now = keys.held === 'class' ? giveCommand(keys, 'class', group) : quietly(keys)
  if (now.action) return now
  return digit === 0
    ? chooseMark(now.keys, 'contribution', group)
    : chooseBehaviour(now.keys, digit - 1, group)
}

/** A command's letter acts at once, unless a name here begins with it. */
function interpretLetter(keys: LiveKeys, letter: string, group: LiveClass): Outcome | null {
  const command = keys.typed === '' ? commandLetters.get(letter) : undefined
  if (command && !beginsAName(letter, group.pupils)) return giveCommand(keys, command, group)
  const typed = (keys.typed + letter).slice(0, LONGEST)
  if (foldName(typed) === '') return null
  return quietly({ ...keys, typed, cursor: null, held: command ?? null })
}

const beginsAName = (letter: string, pupils: readonly Pupil[]): boolean =>
  pupils.some((one) => foldName(one.forename).startsWith(letter) || foldName(one.surname).startsWith(letter))

function interpretEditing(keys: LiveKeys, key: string, group: LiveClass): Outcome | null {
  switch (key) {
    case 'Escape':
      return keys.typed === '' && keys.chosen.length === 0 ? null : quietly(noKeys)
    case 'Backspace':
      return keys.typed === ''
        ? null
        : quietly({ ...keys, typed: Array.from(keys.typed).slice(0, -1).join(''), cursor: null, held: null })
    case 'Enter':
      return interpretEnter(keys, group)
    case 'ArrowDown':
    case 'ArrowRight':
      return moveCursor(keys, 1, group)
    case 'ArrowUp':
    case 'ArrowLeft':
      return moveCursor(keys, -1, group)
    default:
      return null
  }
}

function interpretEnter(keys: LiveKeys, group: LiveClass): Outcome | null {
  if (keys.held) return giveCommand(keys, keys.held, group)
  if (keys.typed === '') return null
  const found = findPointed(keys, group) ?? findMatches(keys, group)[0]
  if (!found) return ask(keys, 'nobody-matches')
  return quietly({ ...noKeys, chosen: [...keys.chosen.filter((id) => id !== found.id), found.id] })
}

function moveCursor(keys: LiveKeys, by: 1 | -1, group: LiveClass): Outcome | null {
  const { length } = findMatches(keys, group)
  if (length < 2) return null
  const from = keys.cursor ?? (by === 1 ? -1 : length)
  return quietly({ ...keys, cursor: (from + by + length) % length, held: null })
}

/** Text that arrived in the search line another way than by keys: a touch keyboard, dictation, pasting. */
export function interpretText(keys: LiveKeys, text: string, group: LiveClass): Outcome {
  if (!text.startsWith(keys.typed)) {
    const typed = Array.from(text).filter((one) => LETTER.test(one))
    return quietly({ ...keys, typed: typed.join('').slice(0, LONGEST), cursor: null, held: null })
  }
  let outcome = quietly(keys)
  for (const key of text.slice(keys.typed.length)) {
    if (!outcome.action && (LETTER.test(key) || /^\d$/.test(key))) {
      outcome = interpretKey(outcome.keys, { key, isShift: false, isCommand: false }, group) ?? outcome
    }
  }
  return outcome
}

/** The pause after a held command letter is over: it was the command. */
export const interpretPause = (keys: LiveKeys, group: LiveClass): Outcome =>
  keys.held ? giveCommand(keys, keys.held, group) : quietly(keys)

/** A command given by its button or key. Choosing the whole class a second time lets it go. */
export function giveCommand(keys: LiveKeys, command: Command, group: LiveClass): Outcome {
  const settled = { ...noKeys, chosen: keys.chosen }
  if (command === 'undo') return { keys: settled, action: { kind: 'undo' } }
  if (group.presentIds.size === 0) return ask(settled, 'nobody-in')
  if (isWholeClass(keys, group)) return quietly(noKeys)
  const present = group.pupils.filter((one) => group.presentIds.has(one.id))
  return quietly({ ...noKeys, chosen: present.map((one) => one.id) })
}

/** A pupil's tile was tapped: chosen, or let go. */
export function choosePupil(keys: LiveKeys, pupilId: string): LiveKeys {
  const others = keys.chosen.filter((id) => id !== pupilId)
  return { ...noKeys, chosen: others.length < keys.chosen.length ? others : [...others, pupilId] }
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

import { FAVOURITES } from './behaviours.ts'
import { type Command, commandOf, markOf } from './live-key-table.ts'
import {
  ask,
  chooseBehaviour,
  chooseGroup,
  chooseMark,
  choosePupil,
  findGroups,
  findMatches,
  findPointed,
  findTargets,
  giveCommand,
  type LiveClass,
  type LiveKeys,
  noKeys,
  type Outcome,
  quietly,
} from './live-choosing.ts'
import { foldName, type Pupil } from './people.ts'

/**
 * What keys on the live panel mean. A key either finds pupils, or does something to the pupil found (else to those
 * chosen). A key never acts on a guess: while several pupils match, a digit asks for one more letter.
 */

/** `isCommand` is Ctrl, or Cmd on a Mac; `code` is the key's place, whatever it writes (`KeyboardEvent.code`). */
export type KeyPress = { key: string; code?: string; isShift: boolean; isCommand: boolean }

/** How long a held command letter waits for a second letter, ms. */
export const HOLD_MS = 700

const LETTER = /^[\p{L}\p{M}'’-]$/u
const LONGEST = 40

/** What a key means now, or null when it means nothing here and stays with the system. */
export function interpretKey(keys: LiveKeys, press: KeyPress, group: LiveClass): Outcome | null {
  const letter = press.key.toLowerCase()
  if (press.isCommand) return letter === 'z' && !press.isShift ? giveCommand(keys, 'undo', group) : null
  if (keys.groupTyped !== null) return interpretInGroups(keys, keys.groupTyped, press, group)
  const digit = digitOf(press)
  if (digit !== null) return interpretDigit(keys, digit, press.isShift, group)
  const mark = press.isShift ? markOf(letter) : undefined
  if (mark && findTargets(keys, group).length > 0) return chooseMark(keys, mark, group)
  if (LETTER.test(press.key)) return interpretLetter(keys, press, group)
  const command = commandOf(letter, false)
  return command ? giveByKey(keys, command, group) : interpretEditing(keys, press.key, group)
}

/** The digit of a press: by the key's place where it is known, because with Shift a British 1 writes `!`. */
function digitOf({ key, code, isShift }: KeyPress): number | null {
  if (/^\d$/.test(key) && !isShift) return Number(key)
  const place = /^(?:Digit|Numpad)([1-9])$/.exec(code ?? '')?.[1]
  return isShift && place ? Number(place) : null
}

function interpretDigit(keys: LiveKeys, digit: number, isShift: boolean, group: LiveClass): Outcome {
  if (keys.held === 'groups' && !isShift) return chooseGroup({ ...keys, typed: '' }, digit, group)
  const now = keys.held === 'class' ? giveCommand(keys, 'class', group) : quietly(keys)
  if (now.action) return now
  if (digit === 0) return chooseMark(now.keys, 'contribution', group)
  return chooseBehaviour(now.keys, digit - 1 + (isShift || group.isMore ? FAVOURITES : 0), group)
}

/** A command's letter acts at once, unless a name here begins with it. */
function interpretLetter(keys: LiveKeys, { key, isShift }: KeyPress, group: LiveClass): Outcome | null {
  const letter = key.toLowerCase()
  const meant = keys.typed === '' ? commandOf(letter, isShift) : undefined
  const command = meant === 'incident' && keys.chosen.length === 0 ? undefined : meant
  if (command && !beginsAName(letter, group.pupils)) return giveCommand(keys, command, group)
  const typed = (keys.typed + letter).slice(0, LONGEST)
  if (foldName(typed) === '') return null
  return quietly({ ...keys, typed, cursor: null, held: command ?? null })
}

const beginsAName = (letter: string, pupils: readonly Pupil[]): boolean =>
  pupils.some((one) => foldName(one.forename).startsWith(letter) || foldName(one.surname).startsWith(letter))

/** A key that is no letter leaves what is typed as it is, unless it acts on it. */
function giveByKey(keys: LiveKeys, command: Command, group: LiveClass): Outcome {
  const { action, keys: after } = giveCommand(keys, command, group)
  return { action, keys: action?.kind === 'show' ? keys : after }
}

function interpretEditing(keys: LiveKeys, key: string, group: LiveClass): Outcome | null {
  switch (key) {
    case 'Escape':
      return keys.typed === '' && keys.chosen.length === 0 ? null : quietly(noKeys)
    case 'Backspace':
      return keys.typed === ''
        ? null
        : quietly({ ...keys, typed: withoutLast(keys.typed), cursor: null, held: null })
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

const withoutLast = (typed: string): string => Array.from(typed).slice(0, -1).join('')

function interpretEnter(keys: LiveKeys, group: LiveClass): Outcome | null {
  if (keys.held) return giveCommand(keys, keys.held, group)
  if (keys.typed === '') return null
  const found = findPointed(keys, group) ?? findMatches(keys, group)[0]
  return found ? quietly(choosePupil(keys, found.id)) : ask(keys, 'nobody-matches')
}

function moveCursor(keys: LiveKeys, by: 1 | -1, group: LiveClass): Outcome | null {
  const { length } = findMatches(keys, group)
  if (length < 2) return null
  const from = keys.cursor ?? (by === 1 ? -1 : length)
  return quietly({ ...keys, cursor: (from + by + length) % length, held: null })
}

/** While the list of groups is open: a digit or the first letters of a name choose one, Esc closes it. */
function interpretInGroups(
  keys: LiveKeys,
  typed: string,
  { key }: KeyPress,
  group: LiveClass,
): Outcome | null {
  if (/^\d$/.test(key)) return chooseGroup(keys, Number(key), group)
  if (key === 'Escape') return quietly({ ...keys, groupTyped: null })
  if (LETTER.test(key)) return quietly({ ...keys, groupTyped: (typed + key).slice(0, LONGEST) })
  if (typed === '') return null
  if (key === 'Backspace') return quietly({ ...keys, groupTyped: withoutLast(typed) })
  if (key !== 'Enter') return null
  const [place] = findGroups(typed, group)
  return place === undefined ? ask(keys, 'no-such-group') : chooseGroup(keys, place, group)
}

/** Text that arrived in the search line another way than by keys: a touch keyboard, dictation, pasting. */
export function interpretText(keys: LiveKeys, text: string, group: LiveClass): Outcome {
  if (!text.startsWith(keys.typed)) {
    const typed = Array.from(text).filter((one) => LETTER.test(one))
    return quietly({ ...keys, typed: typed.join('').slice(0, LONGEST), cursor: null, held: null })
  }
  let outcome = quietly(keys)
  for (const key of text.slice(keys.typed.length)) {
    if (!outcome.action && (LETTER.test(key) || /^[\d.]$/.test(key))) {
      outcome = interpretKey(outcome.keys, { key, isShift: false, isCommand: false }, group) ?? outcome
    }
  }
  return outcome
}

/** The pause after a held command letter is over: it was the command. */
export const interpretPause = (keys: LiveKeys, group: LiveClass): Outcome =>
  keys.held ? giveCommand(keys, keys.held, group) : quietly(keys)

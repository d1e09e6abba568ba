/**
 * The office's key as people meet it: a small text that carries the half teachers' computers seal with, and the other
 * half printed in groups, to be typed in again on a new computer. Both are age's own forms (bech32).
 */
const SECRET_BEGINS = 'AGE-SECRET-KEY-1'
/** bech32: neither 1 nor B, I or O, so that none is taken for another. */
const CHARACTERS = 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'
const SECRET_LENGTH = 58
const GROUP = 4

export const OFFICE_KEY_FILE = 'office-key.txt'

/** The text a teacher's computer takes the office's key in from. */
export const officeKeyText = (key: { schoolName: string; recipient: string; fingerprint: string }): string =>
  [
    'Session Companion: the office’s key',
    `School: ${key.schoolName.replaceAll(/\s+/g, ' ')}`,
    `Key: ${key.recipient}`,
    `Fingerprint: ${key.fingerprint}`,
    '',
    'With this key a teacher’s computer seals the day for the office. It opens nothing and is no secret.',
    'Before taking it in, compare the fingerprint with the one on the office’s computer.',
    '',
  ].join('\r\n')

/** The one key a text holds, alone or in the office's words; null where there is none, or more than one. */
export function findRecipient(text: string): string | null {
  const found = new Set((text.match(/\bage1[a-z0-9]{58}\b/gi) ?? []).map((one) => one.toLowerCase()))
  const [recipient] = found
  return found.size === 1 && recipient ? recipient : null
}

/** The secret half in groups of four, without what every key begins with. */
export const recoveryGroups = (identity: string): string[] =>
  identity.slice(SECRET_BEGINS.length).match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []

/** What is typed for characters that are not used, to those that are. */
const takenFor: Readonly<Record<string, string>> = { O: '0', I: 'L', 1: 'L', B: '8' }

export type TypedKey = { identity: string } | { problem: 'empty' | 'length' | 'character'; detail: string }

/** What was typed from the printed copy, with or without its beginning, in any case and with any blanks. */
export function readTypedKey(typed: string): TypedKey {
  const plain = typed.toUpperCase().replaceAll(/[\s\-–—.]/g, '')
  const letters = Array.from(plain.replace(/^AGESECRETKEY[1IL]/, ''), (one) => takenFor[one] ?? one)
  if (letters.length === 0) return { problem: 'empty', detail: '' }
  const wrong = letters.findIndex((one) => !CHARACTERS.includes(one))
  if (wrong >= 0) return { problem: 'character', detail: groupAt(wrong) }
  if (letters.length !== SECRET_LENGTH) return { problem: 'length', detail: String(letters.length) }
  return { identity: `${SECRET_BEGINS}${letters.join('')}` }
}

const groupAt = (index: number): string => String(Math.floor(index / GROUP) + 1)

/**
 * Which group of a key that does not check out holds the mistake, counted from 1, if one character is wrong or two
 * neighbours are swapped; null where it is more than that. `isKey` says whether a key checks out.
 */
export function findMistake(identity: string, isKey: (identity: string) => boolean): number | null {
  const letters = identity.slice(SECRET_BEGINS.length)
  const groups = new Set<number>()
  const look = (index: number, changed: string) => {
    if (isKey(SECRET_BEGINS + changed)) groups.add(Math.floor(index / GROUP) + 1)
  }
  for (let index = 0; index < letters.length; index += 1) {
    const [before, rest] = [letters.slice(0, index), letters.slice(index + 1)]
    for (const one of CHARACTERS) look(index, before + one + rest)
    look(index, before + rest.charAt(0) + letters.charAt(index) + rest.slice(1))
  }
  const [only] = groups
  return groups.size === 1 && only !== undefined ? only : null
}

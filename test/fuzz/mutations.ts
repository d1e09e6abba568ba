import type { Dice } from './dice.ts'

/** Changes bytes in one way; `other` is another file to take from. */
export type Mutation = {
  name: string
  change: (bytes: Uint8Array, dice: Dice, other: Uint8Array) => Uint8Array
}

/** Nothing grows beyond this but on purpose: a hundred thousand inputs must end. */
const MOST_BYTES = 200_000

const asText = (change: (text: string, dice: Dice) => string): Mutation['change'] => {
  return (bytes, dice) => {
    const isWide = bytes[0] === 0xff && bytes[1] === 0xfe
    const text = new TextDecoder(isWide ? 'utf-16le' : 'utf-8', { ignoreBOM: true }).decode(bytes)
    const changed = change(text, dice).slice(0, MOST_BYTES)
    return new Uint8Array(Buffer.from(changed, isWide ? 'utf16le' : 'utf8'))
  }
}

const inCells = (change: (cell: string, dice: Dice) => string, share: number): Mutation['change'] =>
  asText((text, dice) =>
    text
      .split(/([\t,;\n])/)
      .map((part, index) => (index % 2 === 0 && dice.chance(share) ? change(part, dice) : part))
      .join(''),
  )

const inLines = (change: (lines: string[], dice: Dice) => string[]): Mutation['change'] =>
  asText((text, dice) => change(text.split('\n'), dice).join('\n'))

const FORMULAS = [
  '=1+1',
  '=HYPERLINK("http://x.example","y")',
  "=cmd|' /C calc'!A0",
  '+44 20',
  '-1+2',
  '@SUM(A1:A9)',
  '\t=1',
  '\r=1',
]
const ENTITIES =
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><a>&b;&c;</a>'
const PATHS = [
  '../../../etc/passwd',
  '..\\..\\x.csv',
  '/etc/passwd',
  'C:\\Windows\\x.ini',
  'con',
  'file:///etc/passwd',
  '\\\\host\\share',
]
const LETTERS = [
  '"',
  '""',
  "'",
  '\u0000',
  '\u001b',
  '\ufeff',
  '\u202e',
  '\ud83d',
  'é',
  '\u0301',
  '＂',
  '\u2028',
  '\u00a0',
  '\u202f',
]
const TIMES = [
  '99/99/9999 99:99:99',
  '00/00/0000 00:00',
  '31/02/2021 09:00:00',
  '2021-01-18T24:61:61',
  '1/1/1',
  '0',
  '-1',
  '1e309',
  '9'.repeat(400),
  '12:00:00 XM',
  'NaN',
]
const DELIMITERS = [',', ';', '\t'] as const
const BOMS: readonly (readonly number[])[] = [
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe, 0, 0],
]

/** Every way a file is damaged or built to harm, but for archives made by hand. */
export const MUTATIONS: readonly Mutation[] = [
  { name: 'bit flips', change: flipBits },
  { name: 'cut', change: (bytes, dice) => bytes.slice(0, dice.below(bytes.length + 1)) },
  { name: 'cut start', change: (bytes, dice) => bytes.slice(dice.below(bytes.length + 1)) },
  { name: 'cut out', change: cutOut },
  { name: 'swap', change: swapBytes },
  { name: 'spliced', change: splice },
  { name: 'wrong encoding', change: encodeWrong },
  { name: 'swap lines', change: inLines(swapLines) },
  { name: 'repeat lines', change: inLines(repeatLines) },
  { name: 'drop lines', change: inLines((lines, dice) => lines.filter(() => !dice.chance(0.2))) },
  { name: 'swap cells', change: inLines(swapCells) },
  { name: 'drop cells', change: inCells(() => '', 0.15) },
  {
    name: 'huge cell',
    change: insert((dice) => dice.pick(['x', '9', '"', ' ', '(', '=']).repeat(1000 * 4 ** dice.below(5))),
  },
  { name: 'many columns', change: insert((dice) => dice.pick(DELIMITERS).repeat(100 * 4 ** dice.below(6))) },
  { name: 'many lines', change: insert((dice) => '\n'.repeat(100 * 4 ** dice.below(6))) },
  {
    name: 'brackets',
    change: inCells(
      (cell, dice) => `${cell} ${'('.repeat(dice.below(300))}${')'.repeat(dice.below(300))}`,
      0.1,
    ),
  },
  { name: 'formulas', change: inCells((_, dice) => dice.pick(FORMULAS), 0.1) },
  { name: 'xml entities', change: insert(() => ENTITIES) },
  { name: 'xml instead', change: () => new TextEncoder().encode(ENTITIES) },
  { name: 'paths', change: inCells((_, dice) => dice.pick(PATHS), 0.1) },
  { name: 'odd letters', change: insert((dice) => dice.pick(LETTERS).repeat(1 + dice.below(5))) },
  {
    name: 'impossible times',
    change: inCells((cell, dice) => (/\d/.test(cell) ? dice.pick(TIMES) : cell), 0.3),
  },
  {
    name: 'other delimiter',
    change: asText((text, dice) => text.replaceAll(dice.pick(DELIMITERS), dice.pick(DELIMITERS))),
  },
  {
    name: 'line ends',
    change: asText((text, dice) => text.replaceAll('\n', dice.pick(['\r', '\r\n', '\n\n', '\r\r\n']))),
  },
]

function flipBits(bytes: Uint8Array, dice: Dice): Uint8Array {
  const changed = bytes.slice()
  for (let left = 1 + dice.below(40); left > 0 && changed.length > 0; left -= 1) {
    const at = dice.below(changed.length)
    changed[at] = (changed[at] ?? 0) ^ (1 << dice.below(8))
  }
  return changed
}

function cutOut(bytes: Uint8Array, dice: Dice): Uint8Array {
  const [from, to] = twoPlaces(bytes.length, dice)
  return joined([bytes.subarray(0, from), bytes.subarray(to)])
}

function swapBytes(bytes: Uint8Array, dice: Dice): Uint8Array {
  const [one, two] = twoPlaces(bytes.length, dice)
  const three = two + dice.below(bytes.length - two + 1)
  return joined([
    bytes.subarray(0, one),
    bytes.subarray(two, three),
    bytes.subarray(one, two),
    bytes.subarray(three),
  ])
}

function splice(bytes: Uint8Array, dice: Dice, other: Uint8Array): Uint8Array {
  return joined([
    bytes.subarray(0, dice.below(bytes.length + 1)),
    other.subarray(dice.below(other.length + 1)),
  ])
}

function encodeWrong(bytes: Uint8Array, dice: Dice): Uint8Array {
  const text = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-8').decode(bytes)
  const encoded = Buffer.from(text, dice.pick(['utf16le', 'latin1', 'utf8', 'base64', 'hex'] as const))
  if (dice.chance(0.3) && encoded.length % 2 === 0) encoded.swap16()
  const bom = dice.chance(0.6) ? Uint8Array.from(dice.pick(BOMS)) : new Uint8Array()
  const odd = dice.chance(0.2) ? encoded.subarray(1) : encoded
  return joined([bom, odd])
}

function swapLines(lines: string[], dice: Dice): string[] {
  const changed = [...lines]
  for (let left = 1 + dice.below(6); left > 0; left -= 1) {
    const [one, two] = [dice.below(changed.length), dice.below(changed.length)]
    ;[changed[one], changed[two]] = [changed[two] ?? '', changed[one] ?? '']
  }
  return changed
}

function repeatLines(lines: string[], dice: Dice): string[] {
  const line = dice.pick(lines)
  const times = Math.min(4 ** dice.below(6), Math.ceil(MOST_BYTES / (line.length + 1)))
  const at = dice.below(lines.length + 1)
  return [...lines.slice(0, at), ...Array.from({ length: times }, () => line), ...lines.slice(at)]
}

function swapCells(lines: string[], dice: Dice): string[] {
  const delimiter = dice.pick(DELIMITERS)
  return lines.map((line) => {
    const cells = line.split(delimiter)
    if (!dice.chance(0.3)) return line
    const [one, two] = [dice.below(cells.length), dice.below(cells.length)]
    ;[cells[one], cells[two]] = [cells[two] ?? '', cells[one] ?? '']
    return cells.join(delimiter)
  })
}

function insert(what: (dice: Dice) => string): Mutation['change'] {
  return asText((text, dice) => {
    const at = dice.below(text.length + 1)
    return `${text.slice(0, at)}${what(dice)}${text.slice(at)}`
  })
}

function twoPlaces(length: number, dice: Dice): [number, number] {
  const [one, two] = [dice.below(length + 1), dice.below(length + 1)]
  return [Math.min(one, two), Math.max(one, two)]
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts)).slice(0, Math.max(MOST_BYTES, parts[0]?.length ?? 0))
}

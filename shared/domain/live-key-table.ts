/** What a key or button of the panel does without a pupil, or to those already chosen. */
export type Command =
  | 'class'
  | 'groups'
  | 'except'
  | 'repeat'
  | 'undo'
  | 'taps'
  | 'incident'
  | 'pick'
  | 'timer'
  | 'unnoticed'
  | 'note'
  | 'keys'
  | 'strip'
  | 'share-safe'

/** What can be said of the pupil found, or of all chosen, beside a behaviour. */
export type Mark =
  | 'contribution'
  | 'camera'
  | 'agreement'
  | 'late'
  | 'left'
  | 'mute'
  | 'name'
  | 'equipment'
  | 'task'
  | 'attitude'
  | 'incident'

/**
 * Commands and marks that the panel carries out. Only these have a key and a line on the sheet: no key is dead, and none
 * is promised. What is built later is named here, and its key works.
 */
const inPlace: ReadonlySet<Command | Mark> = new Set([
  'class',
  'groups',
  'except',
  'repeat',
  'undo',
  'taps',
  'keys',
  'pick',
  'timer',
  'strip',
  'share-safe',
  'unnoticed',
  'contribution',
  'camera',
  'agreement',
  'late',
  'left',
  'mute',
  'name',
  'equipment',
  'task',
  'attitude',
  'incident',
  'note',
])

type KeyRow = {
  /** As drawn on the sheet; a dash stands between the first and the last of several. */
  caps: readonly string[]
  does: string
  /** The key itself, in lower case, where it is one key: plain it gives the command, with Shift it makes the mark. */
  key?: string
  command?: Command
  mark?: Mark
  /** The command, too, needs Shift. */
  isShift?: true
}

/** Every key of the panel, in the order the sheet shows them. */
const keyTable: readonly KeyRow[] = [
  { caps: ['F', 'R'], does: 'Find a pupil: first letters of a name' },
  { caps: ['1', '–', '9'], does: 'Award the pupil found, or all chosen' },
  { caps: ['Shift', '1', '–', '9'], does: 'The second nine behaviours' },
  { caps: ['0'], does: 'Contributed', mark: 'contribution' },
  { caps: ['Enter'], does: 'Choose the pupil found, or let go; then find another' },
  { caps: ['↑', '↓'], does: 'Move among several found' },
  { caps: ['Esc'], does: 'Clear what is typed and chosen' },
  { caps: ['A'], does: 'Choose the whole class, then 1–9', key: 'a', command: 'class' },
  { caps: ['G'], does: 'Choose a group, then its number or name', key: 'g', command: 'groups' },
  { caps: ['X'], does: 'Everyone except those chosen', key: 'x', command: 'except' },
  { caps: ['.'], does: 'The same again, or for those chosen now', key: '.', command: 'repeat' },
  { caps: ['U'], does: 'Undo your last tap, again and again; also Ctrl+Z', key: 'u', command: 'undo' },
  { caps: ['Shift', 'U'], does: 'Last taps: take any one back', key: 'u', isShift: true, command: 'taps' },
  { caps: ['Shift', 'C'], does: 'Camera off or on', key: 'c', mark: 'camera' },
  { caps: ['Shift', 'G'], does: 'Camera off by agreement', key: 'g', mark: 'agreement' },
  { caps: ['Shift', 'L'], does: 'Late, joined now, or back', key: 'l', mark: 'late' },
  { caps: ['Shift', 'X'], does: 'Left the meeting', key: 'x', mark: 'left' },
  { caps: ['Shift', 'M'], does: 'Reminded to mute', key: 'm', mark: 'mute' },
  { caps: ['Shift', 'N'], does: 'Name put right', key: 'n', mark: 'name' },
  { caps: ['Shift', 'E'], does: 'Equipment ready or missing', key: 'e', mark: 'equipment' },
  { caps: ['Shift', 'K'], does: 'Task: done, partly, not yet', key: 'k', mark: 'task' },
  { caps: ['Shift', 'H'], does: 'Attitude', key: 'h', mark: 'attitude' },
  {
    caps: ['Shift', 'I'],
    does: 'Incident (or I, with pupils chosen)',
    key: 'i',
    command: 'incident',
    mark: 'incident',
  },
  { caps: ['R'], does: 'Pick a pupil fairly', key: 'r', command: 'pick' },
  { caps: ['T'], does: 'Timer', key: 't', command: 'timer' },
  { caps: ['Q'], does: 'Only those not yet noticed, or all', key: 'q', command: 'unnoticed' },
  { caps: ['N'], does: 'Note', key: 'n', command: 'note' },
  { caps: ['F1'], does: 'Show these keys (or press ?)', key: 'f1', command: 'keys' },
  { caps: ['F2'], does: 'Strip, and back to the full panel', key: 'f2', command: 'strip' },
  { caps: ['F4'], does: 'Safe to share: no names', key: 'f4', command: 'share-safe' },
]

function isInPlace({ command, mark }: KeyRow): boolean {
  const what = command ?? mark
  return what === undefined || inPlace.has(what)
}

/** The sheet of keys: those that do something here. */
export const keySheet: readonly KeyRow[] = keyTable.filter(isInPlace)

const commands = new Map<string, Command>()
const marks = new Map<string, Mark>()
for (const { key = '', command, mark, isShift } of keySheet) {
  if (command) commands.set(isShift ? `shift+${key}` : key, command)
  if (mark) marks.set(key, mark)
}
commands.set('?', 'keys')

/** The command of a key, in lower case. A letter with Shift means what it means without, unless it has its own. */
export const commandOf = (key: string, isShift: boolean): Command | undefined =>
  (isShift ? commands.get(`shift+${key}`) : undefined) ?? commands.get(key)

/** The mark a letter makes with Shift. */
export const markOf = (key: string): Mark | undefined => marks.get(key)

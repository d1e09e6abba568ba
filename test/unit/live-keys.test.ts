import { describe, expect, it } from 'vitest'
import {
  chooseBehaviour,
  chooseMark,
  choosePupil,
  findTargets,
  giveCommand,
  isWholeClass,
  type LiveAction,
  type LiveClass,
  type LiveKeys,
  noKeys,
  repeatableOf,
} from '../../shared/domain/live-choosing.ts'
import { commandOf, keySheet, markOf } from '../../shared/domain/live-key-table.ts'
import { interpretKey, interpretPause, interpretText } from '../../shared/domain/live-keys.ts'
import type { Pupil } from '../../shared/domain/people.ts'

const pupilsNamed = (...names: string[]): Pupil[] =>
  names.map((name) => {
    const [forename = '', surname = ''] = name.split(' ')
    return { id: forename.toLowerCase(), forename, surname, label: forename }
  })

const classOf = (names: string[], absent: string[] = []): LiveClass => ({
  pupils: pupilsNamed(...names),
  presentIds: new Set(pupilsNamed(...names).flatMap(({ id }) => (absent.includes(id) ? [] : [id]))),
  behaviourCount: 15,
  isMore: false,
  groups: [],
  groupNow: [],
  last: null,
})

/** No name begins with A or U. */
const plain = classOf(['Freya Reed', 'Farah Hall', 'George Dunn', 'Hana Price', 'Harvey Ward'])
/** Names begin with A and with U. */
const withHeld = classOf(['Aisha Khan', 'Ayaan Reed', 'Uma Price', 'Usha Ward', 'Zoe Brooks'])

/** Types keys one after another (`Shift+C`, `Ctrl+Z`, or a plain key); returns where that leads and all that was done. */
function type(
  keys: string[],
  group: LiveClass,
  from: LiveKeys = noKeys,
): { keys: LiveKeys; actions: LiveAction[] } {
  let state = from
  const actions: LiveAction[] = []
  for (const spec of keys) {
    const parts = spec.split('+')
    const key = parts.at(-1) ?? ''
    const isShift = parts.includes('Shift')
    const isDigit = /^\d$/.test(key)
    const press = {
      // With Shift, the digit row of a British keyboard writes these.
      key: isDigit && isShift ? (')!"£$%^&*('[Number(key)] ?? key) : key,
      ...(isDigit && { code: `Digit${key}` }),
      isShift,
      isCommand: parts.includes('Ctrl'),
    }
    const outcome = interpretKey(state, press, group)
    state = outcome?.keys ?? state
    if (outcome?.action) actions.push(outcome.action)
  }
  return { keys: state, actions }
}

const award = (behaviour: number, ...pupilIds: string[]): LiveAction => ({
  kind: 'award',
  behaviour,
  pupilIds,
  absentIds: [],
})
const asked = (reason: Extract<LiveAction, { kind: 'ask' }>['ask']): LiveAction => ({
  kind: 'ask',
  ask: reason,
})

describe('finding and awarding', () => {
  it('awards with two letters and a digit, and is ready for the next', () => {
    const { keys, actions } = type(['f', 'r', '1'], plain)
    expect(actions).toEqual([award(0, 'freya')])
    expect(keys).toEqual(noKeys)
  })

  it('finds by surname, without accents, in any case', () => {
    expect(type(['D', 'U', '9'], plain).actions).toEqual([award(8, 'george')])
    expect(type(['c', 'h', 'l', 'o', 'e', '2'], classOf(['Chloé Hall'])).actions).toEqual([award(1, 'chloé')])
    expect(type(['é', '2'], classOf(['Elif Hall'])).actions).toEqual([award(1, 'elif')])
  })

  it('never guesses among several', () => {
    const { keys, actions } = type(['h', 'a', '1'], plain)
    expect(actions).toEqual([asked('several-match')])
    expect(keys.typed).toBe('ha')
    expect(type(['h', 'a', 'r', '1'], plain).actions).toEqual([award(0, 'harvey')])
  })

  it('says so when nobody begins with that, and awards nobody', () => {
    expect(type(['f', 'x', '1'], plain).actions).toEqual([asked('nobody-matches')])
    expect(type(['f', 'x', 'Enter'], plain).actions).toEqual([asked('nobody-matches')])
  })

  it('asks for a pupil before a digit without one', () => {
    expect(type(['1'], plain).actions).toEqual([asked('nobody-chosen')])
    expect(type(['0'], plain).actions).toEqual([asked('nobody-chosen')])
  })

  it('awards nobody who is not in the meeting', () => {
    const group = classOf(['Freya Reed', 'George Dunn'], ['freya'])
    expect(type(['f', 'r', '1'], group).actions).toEqual([asked('not-in')])
    const both = { ...noKeys, chosen: ['freya', 'george'] }
    expect(chooseBehaviour(both, 0, group).action).toEqual({
      kind: 'award',
      behaviour: 0,
      pupilIds: ['george'],
      absentIds: ['freya'],
    })
  })

  it('knows no behaviour beyond those the school has', () => {
    expect(type(['f', 'r', '4'], { ...plain, behaviourCount: 3 }).actions).toEqual([
      asked('no-such-behaviour'),
    ])
  })

  it('counts 0 as a contribution', () => {
    expect(type(['f', 'r', '0'], plain).actions).toEqual([
      { kind: 'mark', mark: 'contribution', pupilIds: ['freya'] },
    ])
  })
})

describe('several matches', () => {
  it('takes the first with Enter', () => {
    expect(type(['h', 'a', 'Enter'], plain).keys).toEqual({ ...noKeys, chosen: ['hana'] })
  })

  it('moves among them with the arrows, round and round', () => {
    expect(type(['h', 'a', 'ArrowDown', '1'], plain).actions).toEqual([award(0, 'hana')])
    expect(type(['h', 'a', 'ArrowDown', 'ArrowDown', '1'], plain).actions).toEqual([award(0, 'harvey')])
    expect(type(['h', 'a', 'ArrowDown', 'ArrowDown', 'ArrowDown', '1'], plain).actions).toEqual([
      award(0, 'hana'),
    ])
    expect(type(['h', 'a', 'ArrowUp', 'Enter'], plain).keys.chosen).toEqual(['harvey'])
  })

  it('leaves the arrows to the system when there is nothing to move among', () => {
    const press = { key: 'ArrowDown', isShift: false, isCommand: false }
    expect(interpretKey(noKeys, press, plain)).toBeNull()
    expect(interpretKey({ ...noKeys, typed: 'fr' }, press, plain)).toBeNull()
  })

  it('forgets where the arrows pointed as soon as another letter comes', () => {
    const { keys } = type(['h', 'ArrowDown', 'ArrowDown', 'a'], plain)
    expect(keys.cursor).toBeNull()
    expect(findTargets(keys, plain)).toEqual([])
  })
})

describe('choosing', () => {
  it('gathers pupils with Enter and awards them together', () => {
    const { actions } = type(['f', 'r', 'Enter', 'g', 'e', 'Enter', '3'], plain)
    expect(actions).toEqual([award(2, 'freya', 'george')])
  })

  it('lets a pupil go who is found again, so that all but one takes few keys', () => {
    const { actions } = type(['a', 'f', 'r', 'Enter', '1'], plain)
    expect(actions).toEqual([award(0, 'farah', 'george', 'hana', 'harvey')])
  })

  it('lets a tapped pupil go with a second tap, and drops what was typed', () => {
    const one = choosePupil({ ...noKeys, typed: 'g' }, 'freya')
    expect(one).toEqual({ ...noKeys, chosen: ['freya'] })
    expect(choosePupil(one, 'freya')).toEqual(noKeys)
  })

  it('means the pupil found, not those chosen, while letters are typed', () => {
    const { actions } = type(['f', 'r', '1'], plain, { ...noKeys, chosen: ['george'] })
    expect(actions).toEqual([award(0, 'freya')])
  })
})

describe('clearing', () => {
  it('takes one letter back with Backspace and everything with Escape', () => {
    const typed = type(['h', 'a', 'Backspace'], plain, { ...noKeys, chosen: ['freya'] }).keys
    expect(typed).toEqual({ ...noKeys, typed: 'h', chosen: ['freya'] })
    expect(type(['Escape'], plain, typed).keys).toEqual(noKeys)
  })

  it('leaves both to the system when there is nothing to clear', () => {
    for (const key of ['Escape', 'Backspace', 'Enter']) {
      expect(interpretKey(noKeys, { key, isShift: false, isCommand: false }, plain)).toBeNull()
    }
  })
})

describe('commands whose letter begins no name', () => {
  it('act at once', () => {
    expect(type(['u'], plain)).toEqual({ keys: noKeys, actions: [{ kind: 'undo' }] })
    expect(isWholeClass(type(['a'], plain).keys, plain)).toBe(true)
    expect(type(['a', '5'], plain).actions).toEqual([award(4, 'freya', 'farah', 'george', 'hana', 'harvey')])
  })

  it('choose only those in the meeting, and let them go the second time', () => {
    const group = classOf(['Freya Reed', 'George Dunn', 'Hana Price'], ['george'])
    expect(type(['a'], group).keys.chosen).toEqual(['freya', 'hana'])
    expect(type(['a', 'a'], group).keys).toEqual(noKeys)
  })

  it('say so when nobody is in the meeting', () => {
    expect(type(['a'], classOf(['Freya Reed'], ['freya'])).actions).toEqual([asked('nobody-in')])
  })
})

describe('commands whose letter begins a name', () => {
  it('wait', () => {
    const { keys, actions } = type(['u'], withHeld)
    expect(actions).toEqual([])
    expect(keys).toMatchObject({ typed: 'u', held: 'undo' })
  })

  it('also wait for a surname', () => {
    expect(type(['a'], classOf(['Zoe Adams', 'Sam Hall'])).keys.held).toBe('class')
  })

  it('are given by a pause', () => {
    const undoing = interpretPause(type(['u'], withHeld).keys, withHeld)
    expect(undoing).toEqual({ keys: noKeys, action: { kind: 'undo' } })
    const choosing = interpretPause(type(['a'], withHeld).keys, withHeld)
    expect(isWholeClass(choosing.keys, withHeld)).toBe(true)
  })

  it('are given by Enter', () => {
    expect(type(['u', 'Enter'], withHeld).actions).toEqual([{ kind: 'undo' }])
  })

  it('are given by a digit for the whole class', () => {
    expect(type(['a', '1'], withHeld).actions).toEqual([award(0, 'aisha', 'ayaan', 'uma', 'usha', 'zoe')])
    expect(type(['a', '0'], withHeld).actions).toMatchObject([{ kind: 'mark', mark: 'contribution' }])
  })

  it('become a search with a second letter', () => {
    expect(type(['a', 'y', '1'], withHeld).actions).toEqual([award(0, 'ayaan')])
    expect(type(['u', 's', '1'], withHeld).actions).toEqual([award(0, 'usha')])
    expect(interpretPause(type(['u', 's'], withHeld).keys, withHeld).action).toBeNull()
  })

  it('are dropped by Backspace and Escape', () => {
    for (const key of ['Backspace', 'Escape']) {
      const { keys } = type(['u', key], withHeld)
      expect(interpretPause(keys, withHeld)).toEqual({ keys: noKeys, action: null })
    }
  })

  it('are only ever the first letter', () => {
    expect(type(['z', 'u'], withHeld).keys).toMatchObject({ typed: 'zu', held: null })
  })

  it('keep those chosen when undoing', () => {
    const { keys } = type(['u', 'Enter'], withHeld, { ...noKeys, chosen: ['zoe'] })
    expect(keys).toEqual({ ...noKeys, chosen: ['zoe'] })
  })
})

describe('shortcuts', () => {
  it('undoes at once with Ctrl+Z, whatever names begin with', () => {
    expect(type(['Ctrl+z'], withHeld).actions).toEqual([{ kind: 'undo' }])
  })

  it('leaves every other Ctrl key to the system', () => {
    for (const key of ['a', 'u', 'c', '1']) {
      expect(interpretKey(noKeys, { key, isShift: false, isCommand: true }, plain)).toBeNull()
    }
    expect(interpretKey(noKeys, { key: 'Z', isShift: true, isCommand: true }, plain)).toBeNull()
  })

  it('shows the keys with F1 and with a question mark', () => {
    const shown = { kind: 'show', what: 'keys' }
    expect(type(['F1', 'Shift+?'], plain).actions).toEqual([shown, shown])
    expect(type(['f', 'F1', 'r', '1'], plain).actions).toEqual([shown, award(0, 'freya')])
  })

  it.each([
    ['Shift+C', 'camera'],
    ['Shift+G', 'agreement'],
    ['Shift+L', 'late'],
    ['Shift+X', 'left'],
  ] as const)('marks with %s', (key, mark) => {
    expect(type(['f', 'r', key], plain).actions).toEqual([{ kind: 'mark', mark, pupilIds: ['freya'] }])
  })

  it('takes a capital letter for a name while nobody is meant', () => {
    expect(type(['Shift+G', 'e', '1'], plain).actions).toEqual([award(0, 'george')])
  })
})

describe('marks', () => {
  const group = classOf(['Freya Reed', 'George Dunn'], ['george'])
  const both = { ...noKeys, chosen: ['freya', 'george'] }

  it('says of a pupil who is not in only what can be said', () => {
    expect(chooseMark(both, 'left', group).action).toMatchObject({ pupilIds: ['freya'] })
    expect(chooseMark(both, 'camera', group).action).toMatchObject({ pupilIds: ['freya'] })
    expect(chooseMark(both, 'late', group).action).toMatchObject({ pupilIds: ['freya', 'george'] })
    expect(chooseMark({ ...noKeys, chosen: ['george'] }, 'left', group).action).toEqual(asked('not-in'))
  })
})

describe('text that does not come from keys', () => {
  it('is taken letter by letter, digits too', () => {
    expect(interpretText({ ...noKeys, typed: 'f' }, 'fr', plain).keys.typed).toBe('fr')
    expect(interpretText(noKeys, 'fr1', plain).action).toEqual(award(0, 'freya'))
  })

  it('replaces what was typed when it is another text', () => {
    expect(interpretText({ ...noKeys, typed: 'fr', held: null }, 'g', plain).keys.typed).toBe('g')
    expect(interpretText({ ...noKeys, typed: 'fr' }, '', plain).keys).toEqual(noKeys)
  })

  it('does one thing at most', () => {
    expect(interpretText(noKeys, 'fr1ge1', plain).action).toEqual(award(0, 'freya'))
  })
})

it('ends a command given by its button with nothing typed', () => {
  expect(giveCommand({ ...noKeys, typed: 'fr' }, 'class', plain).keys.typed).toBe('')
})

describe('the second nine', () => {
  it('are awarded with Shift and the place of a digit, whatever it writes', () => {
    expect(type(['f', 'r', 'Shift+1'], plain).actions).toEqual([award(9, 'freya')])
    expect(type(['a', 'Shift+6'], plain).actions).toEqual([
      award(14, 'freya', 'farah', 'george', 'hana', 'harvey'),
    ])
    const numpad = { key: 'End', code: 'Numpad1', isShift: true, isCommand: false }
    expect(interpretKey({ ...noKeys, chosen: ['freya'] }, numpad, plain)?.action).toEqual(award(9, 'freya'))
  })

  it('are only those the school has', () => {
    expect(type(['f', 'r', 'Shift+9'], plain).actions).toEqual([asked('no-such-behaviour')])
  })

  it('are what plain digits mean while they stand on the pad', () => {
    expect(type(['f', 'r', '1'], { ...plain, isMore: true }).actions).toEqual([award(9, 'freya')])
    expect(type(['f', 'r', 'Shift+1'], { ...plain, isMore: true }).actions).toEqual([award(9, 'freya')])
    expect(type(['f', 'r', '0'], { ...plain, isMore: true }).actions).toMatchObject([{ kind: 'mark' }])
  })

  it('leave plain digits of a number pad the favourites', () => {
    const press = { key: '7', code: 'Numpad7', isShift: false, isCommand: false }
    expect(interpretKey({ ...noKeys, chosen: ['freya'] }, press, plain)?.action).toEqual(award(6, 'freya'))
  })
})

describe('everyone except', () => {
  it('chooses the others who are in', () => {
    const group = classOf(['Freya Reed', 'Farah Hall', 'George Dunn', 'Hana Price'], ['hana'])
    expect(type(['f', 'r', 'Enter', 'x', '1'], group).actions).toEqual([award(0, 'farah', 'george')])
    expect(giveCommand({ ...noKeys, typed: 'fr' }, 'except', group).keys.chosen).toEqual(['farah', 'george'])
  })

  it('is turned round by a second time', () => {
    const from = { ...noKeys, chosen: ['george', 'freya'] }
    expect(type(['x', 'x'], plain, from).keys.chosen).toEqual(['freya', 'george'])
  })

  it('asks for those left out, and never means nobody', () => {
    expect(type(['x'], plain).actions).toEqual([asked('nobody-chosen')])
    const { keys, actions } = type(['a', 'x'], plain)
    expect(actions).toEqual([asked('nobody-left')])
    expect(isWholeClass(keys, plain)).toBe(true)
  })

  it('waits where a name begins with X', () => {
    const group = classOf(['Xander Hall', 'Zoe Brooks'])
    const from = { ...noKeys, chosen: ['zoe'] }
    expect(type(['x'], group, from).keys).toMatchObject({ held: 'except', chosen: ['zoe'] })
    expect(type(['x', 'Enter', '1'], group, from).actions).toEqual([award(0, 'xander')])
  })
})

describe('repeating', () => {
  const listening = (...pupilIds: string[]): LiveClass => ({ ...plain, last: { behaviour: 2, pupilIds } })

  it('does the same to the same pupils', () => {
    expect(type(['.'], listening('freya', 'george')).actions).toEqual([award(2, 'freya', 'george')])
  })

  it('does the same to those meant now', () => {
    expect(type(['g', 'e', '.'], listening('freya')).actions).toEqual([award(2, 'george')])
    expect(type(['.'], listening('freya'), { ...noKeys, chosen: ['hana'] }).actions).toEqual([
      award(2, 'hana'),
    ])
  })

  it('never guesses', () => {
    expect(type(['h', 'a', '.'], listening('freya')).actions).toEqual([asked('several-match')])
    expect(type(['.'], plain).actions).toEqual([asked('nothing-to-repeat')])
  })

  it('leaves nobody chosen who has gone since', () => {
    const gone = { ...listening('freya'), presentIds: new Set(['george']) }
    expect(type(['.'], gone)).toEqual({ keys: noKeys, actions: [asked('not-in')] })
  })

  it('counts again, but says nothing twice', () => {
    const after = (mark: 'contribution' | 'camera'): LiveClass => ({
      ...plain,
      last: { mark, pupilIds: ['freya'] },
    })
    const contributed = { kind: 'mark', mark: 'contribution', pupilIds: ['freya'] }
    expect(type(['.'], after('contribution')).actions).toEqual([contributed])
    expect(type(['.'], after('camera')).actions).toEqual([asked('said-already')])
    expect(type(['g', 'e', '.'], after('camera')).actions).toEqual([
      { kind: 'mark', mark: 'camera', pupilIds: ['george'] },
    ])
  })

  it('remembers awards and marks, but no incident', () => {
    expect(repeatableOf(award(2, 'freya'))).toEqual({ behaviour: 2, pupilIds: ['freya'] })
    const mark = (one: 'late' | 'incident') => ({ kind: 'mark', mark: one, pupilIds: ['freya'] }) as const
    expect(repeatableOf(mark('late'))).toEqual({ mark: 'late', pupilIds: ['freya'] })
    expect(repeatableOf(mark('incident'))).toBeNull()
    expect(repeatableOf({ kind: 'undo' })).toBeNull()
  })
})

/** Groups of the class, by name and by the pupils' own names. */
const grouped = (groups: Record<string, string[]>, groupNow: string[] = [], from = plain): LiveClass => ({
  ...from,
  groups: Object.entries(groups).map(([name, pupilIds]) => ({ id: name, name, pupilIds })),
  groupNow,
})

describe('groups', () => {
  const tables = { 'Blue table': ['hana', 'harvey'], Red: ['freya', 'left-long-ago'], Readers: ['george'] }

  it('are chosen by number', () => {
    const group = grouped(tables)
    const open = giveCommand(noKeys, 'groups', group).keys
    expect(open.groupTyped).toBe('')
    expect(type(['1', '3'], group, open).actions).toEqual([award(2, 'hana', 'harvey')])
  })

  it('are chosen at once where G begins a name and has to wait', () => {
    expect(type(['g', '1', '3'], grouped(tables)).actions).toEqual([award(2, 'hana', 'harvey')])
    expect(type(['g', 'Enter'], grouped(tables)).keys.groupTyped).toBe('')
    expect(type(['g', 'e', '1'], grouped(tables)).actions).toEqual([award(0, 'george')])
  })

  it('are chosen by the first letters of their name, or of a word of it', () => {
    const open = { ...noKeys, groupTyped: '' }
    expect(type(['r', 'e', 'd', 'Enter'], grouped(tables), open).keys).toEqual({
      ...noKeys,
      chosen: ['freya'],
    })
    expect(type(['t', 'Enter'], grouped(tables), open).keys.chosen).toEqual(['hana', 'harvey'])
    const wrong = type(['q', 'Enter'], grouped(tables), open)
    expect(wrong.actions).toEqual([asked('no-such-group')])
    expect(type(['Backspace', 'b', 'Enter'], grouped(tables), wrong.keys).keys.chosen).toHaveLength(2)
  })

  it('close with Escape, and keep those chosen', () => {
    const open = { ...noKeys, chosen: ['freya'], groupTyped: 'r' }
    expect(type(['Escape'], grouped(tables), open).keys).toEqual({ ...noKeys, chosen: ['freya'] })
  })

  it('take the place of those chosen, and are let go the second time', () => {
    const one = type(['g', '1'], grouped(tables), { ...noKeys, chosen: ['freya'] }).keys
    expect(one.chosen).toEqual(['hana', 'harvey'])
    expect(type(['g', '1'], grouped(tables), one).keys).toEqual(noKeys)
  })

  it('have nobody who left the class or is not in, and say so when empty', () => {
    const group = grouped({ Gone: ['left-long-ago'], Away: ['george'] }, [], {
      ...plain,
      presentIds: new Set(['freya']),
    })
    expect(type(['g', '1'], group).actions).toEqual([asked('group-empty')])
    expect(type(['g', '2'], group).actions).toEqual([asked('group-not-in')])
    expect(type(['g', '3'], group).actions).toEqual([asked('no-such-group')])
  })

  it('are made on the spot of those chosen, and chosen again', () => {
    const chosen = { ...noKeys, chosen: ['freya', 'hana'] }
    expect(type(['g', '0'], plain, chosen)).toEqual({
      keys: chosen,
      actions: [{ kind: 'keep-group', pupilIds: ['freya', 'hana'] }],
    })
    const kept = grouped({}, ['freya', 'hana'])
    expect(type(['g', '0', '2'], kept).actions).toEqual([award(1, 'freya', 'hana')])
    expect(type(['g', '0'], kept, chosen).keys).toEqual(noKeys)
    expect(type(['g', '0'], plain).actions).toEqual([asked('no-such-group')])
  })
})

describe('the sheet', () => {
  it('has no key that does nothing', () => {
    for (const { key, command, mark, isShift } of keySheet) {
      if (key === undefined) continue
      expect({ key, command: commandOf(key, isShift === true), mark: markOf(key) }).toMatchObject({
        key,
        ...(command && { command }),
        ...(mark && { mark }),
      })
    }
  })

  it('names each key once', () => {
    const caps = keySheet.map((row) => row.caps.join('+'))
    expect(new Set(caps).size).toBe(caps.length)
  })
})

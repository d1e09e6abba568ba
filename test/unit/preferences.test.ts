import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openPreferences } from '../../electron/preferences.ts'
import { changePreferences, defaultPreferences, readPreferences } from '../../shared/domain/preferences.ts'
import { acceleratorOf, noShortcuts, sameKeysBefore } from '../../shared/domain/shortcuts.ts'
import { stepZoom } from '../../shared/domain/zoom.ts'

describe('what is remembered for this computer', () => {
  it('begins quiet: no sound, no shortcut, the full panel on the right, with names', () => {
    expect(readPreferences(null)).toEqual({
      panel: { side: 'right', sides: {}, display: null, isStrip: false, safeLessonId: null },
      zoom: 1,
      sound: false,
      shortcuts: { find: null, undo: null, praise: null, safe: null, strip: null },
      isOffice: false,
    })
  })

  it('keeps what a file of another version says and fills in the rest', () => {
    const kept = { sound: true, panel: { side: 'left' }, somethingNewer: 7 }
    expect(readPreferences(kept)).toEqual(
      changePreferences(defaultPreferences, { sound: true, panel: { side: 'left' } }),
    )
  })

  it.each([['{"zoom": "large"}'], ['{"panel": {"sides": 3}}'], ['{ half a fi'], ['[]'], ['"text"'], ['']])(
    'takes the defaults for a file that says %s',
    (text) => {
      const file = join(mkdtempSync(join(tmpdir(), 'session-companion-')), 'preferences.json')
      writeFileSync(file, text)
      expect(openPreferences(file).get()).toEqual(defaultPreferences)
    },
  )

  it('changes what is named and nothing else, on disk and for whoever follows', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'session-companion-')), 'preferences.json')
    const opened = openPreferences(file)
    const followed: boolean[] = []
    opened.follow(({ sound }) => followed.push(sound))
    opened.save({ panel: { isStrip: true }, shortcuts: { undo: 'Control+Alt+U' } })
    opened.save({ sound: true })
    const { panel, shortcuts, sound } = openPreferences(file).get()
    expect({ panel, undo: shortcuts.undo, find: shortcuts.find, sound }).toEqual({
      panel: { ...defaultPreferences.panel, isStrip: true },
      undo: 'Control+Alt+U',
      find: null,
      sound: true,
    })
    expect(followed).toEqual([false, true])
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ sound: true })
  })

  it('goes on when the file cannot be written', () => {
    const opened = openPreferences(join(tmpdir(), 'session-companion-nowhere', 'no', 'preferences.json'))
    opened.save({ sound: true })
    expect(opened.get().sound).toBe(true)
  })
})

describe('zoom', () => {
  it('steps up and down, stops at the ends and goes back to normal', () => {
    expect([1, 1.5, 2, 1.3].map((zoom) => stepZoom(zoom, 1))).toEqual([1.1, 1.75, 2, 1.5])
    expect([1, 0.9, 2, 1.3].map((zoom) => stepZoom(zoom, -1))).toEqual([0.9, 0.9, 1.75, 1.25])
    expect(stepZoom(2, 0)).toBe(1)
  })
})

describe('the keys of a shortcut', () => {
  const press = (code: string, held: string) => ({
    code,
    ctrlKey: held.includes('c'),
    altKey: held.includes('a'),
    shiftKey: held.includes('s'),
    metaKey: held.includes('m'),
  })

  it.each([
    ['KeyU', 'ca', 'Control+Alt+U'],
    ['Digit1', 'cs', 'Control+Shift+1'],
    ['F9', '', 'F9'],
    ['F9', 's', 'Shift+F9'],
    ['Space', 'm', 'Super+Space'],
  ])('%s with %s are %s', (code, held, expected) => {
    expect(acceleratorOf(press(code, held))).toBe(expected)
  })

  it.each([
    ['KeyU', ''],
    ['KeyU', 's'],
    ['ControlLeft', 'c'],
    ['Escape', 'c'],
  ])('%s with %s are none: every other program would lose them', (code, held) => {
    expect(acceleratorOf(press(code, held))).toBeNull()
  })

  it('mean one thing: the first action keeps them', () => {
    const shortcuts = { ...noShortcuts, find: 'F9', safe: 'F9', undo: 'F8' }
    expect(sameKeysBefore(shortcuts, 'safe')).toBe('find')
    expect(sameKeysBefore(shortcuts, 'find')).toBeNull()
    expect(sameKeysBefore(shortcuts, 'undo')).toBeNull()
    expect(sameKeysBefore(shortcuts, 'strip')).toBeNull()
  })
})

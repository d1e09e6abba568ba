import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { LivePanel } from '../../renderer/features/live/live-panel.tsx'
import { Shortcuts } from '../../renderer/features/settings/shortcuts.tsx'
import {
  changePreferences,
  defaultPreferences,
  type PreferencesChange,
} from '../../shared/domain/preferences.ts'
import { noShortcuts } from '../../shared/domain/shortcuts.ts'
import type { PreferencesView } from '../../shared/ipc/commands/preferences.ts'
import type { Status } from '../../shared/ipc/contract.ts'
import { createFakeApi, type FakeApi, renderInApp } from '../support/fake-api.tsx'
import type { FakeLessonOptions } from '../support/fake-lesson.ts'

const pupils = [
  { forename: 'Freya', surname: 'Reed' },
  { forename: 'George', surname: 'Dunn' },
  { forename: 'Hana', surname: 'Price' },
  { forename: 'Harvey', surname: 'Ward' },
]

async function openPanel(
  change: PreferencesChange = {},
  lesson: FakeLessonOptions = {},
  status: Partial<Status> = {},
) {
  const api = createFakeApi({
    lesson: { pupils, ...lesson },
    computer: { preferences: changePreferences(defaultPreferences, change) },
  })
  renderInApp(<LivePanel lessonId={api.lessonId} />, { api, status })
  await screen.findByRole('heading', { level: 1 })
  return { api, user: userEvent.setup() }
}
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const pointsTold = (api: FakeApi) => api.callsOf('lesson.record').length
const strip = { panel: { isStrip: true } }

beforeEach(() => {
  document.title = 'Session Companion'
})

describe('the panel as a strip', () => {
  it('shows letters that tell pupils apart, and their points', async () => {
    await openPanel(strip)
    const tiles = within(screen.getByRole('region', { name: 'Pupils' })).getAllByRole('button')
    expect(tiles.map((one) => one.textContent)).toEqual(['Fr0', 'Ge0', 'Han0', 'Har0'])
    expect(button(/^Hana, 0 points/)).toBeTruthy()
  })

  it('opens for one award and is a strip again', async () => {
    const { api, user } = await openPanel(strip)
    await user.click(button(/^Hana,/))
    await user.click(button(/^Listening/))
    expect(await screen.findByRole('button', { name: 'Full panel' })).toBeTruthy()
    expect(button(/^Hana, 1 point/)).toBeTruthy()
    expect(api.callsOf('preferences.save')).toEqual([
      { panel: { isStrip: false } },
      { panel: { isStrip: true } },
    ])
  })

  it('stays open when it was opened on purpose', async () => {
    const { user } = await openPanel(strip)
    await user.click(button('Full panel'))
    await user.click(button(/^Hana,/))
    await user.click(button(/^Listening/))
    expect(button(/^Hana, 1 point/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Full panel' })).toBeNull()
  })

  it('takes names and digits typed, and says whom undo means', async () => {
    const { user } = await openPanel(strip)
    await user.keyboard('ge')
    expect(screen.getByText('ge')).toBeTruthy()
    await user.keyboard('1')
    expect(button(/^George, 1 point/)).toBeTruthy()
    await user.click(button('Undo George +1'))
    expect(button(/^George, 0 points/)).toBeTruthy()
  })

  it('asks for the end in the full panel', async () => {
    const { api, user } = await openPanel(strip, { notIn: ['George', 'Hana', 'Harvey'], secondAdult: false })
    await user.click(within(screen.getByRole('alert')).getByRole('button', { name: 'End for everyone' }))
    expect(await screen.findByRole('alertdialog')).toBeTruthy()
    expect(api.callsOf('panel.window')).toEqual([{ do: 'raise' }])
  })
})

describe('the view that is safe to share', () => {
  const openSafe = async (change: PreferencesChange = {}) => {
    const opened = await openPanel(change)
    await opened.user.keyboard('fr1')
    await opened.user.keyboard('{F4}')
    await screen.findByRole('heading', { name: 'Safe to share' })
    return opened
  }
  const everything = () => document.documentElement.outerHTML + document.title

  it('has no pupil in it, by name, letters or points', async () => {
    await openSafe()
    for (const { forename, surname } of pupils) {
      expect(everything()).not.toContain(forename)
      expect(everything()).not.toContain(surname)
    }
    expect(screen.queryByRole('region', { name: 'Pupils' })).toBeNull()
    expect(screen.getByText('of 4')).toBeTruthy()
  })

  it('has none when the last act, and its undoing, named one', async () => {
    const { user } = await openSafe()
    await user.keyboard('u')
    expect(screen.getByText('The last tap was undone')).toBeTruthy()
    expect(everything()).not.toContain('Freya')
  })

  it('praises the whole class, and finds nobody by letters', async () => {
    const { api, user } = await openSafe()
    const before = pointsTold(api)
    await user.keyboard('ge')
    await user.keyboard('2')
    expect(pointsTold(api)).toBe(before + 1)
    expect(api.callsOf('lesson.record').at(-1)).toMatchObject({
      entries: pupils.map(() => ({ kind: 'award' })),
    })
    await user.keyboard('{F4}')
    expect(await screen.findByRole('button', { name: /^George, 1 point/ })).toBeTruthy()
  })

  it('belongs to its lesson: another begins with names', async () => {
    const { api } = await openSafe()
    expect(api.computer.preferences.panel.safeLessonId).toBe(api.lessonId)
  })

  it('is a strip without pupils, too', async () => {
    await openSafe()
    await userEvent.keyboard('{F2}')
    await screen.findByRole('button', { name: 'Show names' })
    expect(screen.getByText('in')).toBeTruthy()
    expect(everything()).not.toContain('Freya')
  })

  it('shows nothing until it is known whether names may show', async () => {
    const api = createFakeApi({ lesson: { pupils } })
    const { appStore } = renderInApp(<LivePanel lessonId={api.lessonId} />, { api })
    act(() => appStore.setState({ computer: null }))
    await waitFor(() => expect(screen.getByText('Opening the lesson…')).toBeTruthy())
    expect(document.body.textContent).not.toContain('Freya')
  })
})

describe('what a shared screen shows', () => {
  it.each([
    ['left-out', 'Not in the share', /Windows leaves this panel out/],
    ['blacked-out', 'Black box in the share', /older Windows shows a black box/],
    ['not-promised', 'May be seen when you share', /macOS does not promise/],
    ['seen', 'Seen when you share', /Linux cannot leave this panel out/],
  ] as const)('%s is said in the panel, and whole in its Window dialog', async (sharing, short, long) => {
    const { user } = await openPanel({}, {}, { sharing })
    expect(screen.getByText(new RegExp(`^${short}`))).toBeTruthy()
    await user.click(button('Window'))
    expect(within(screen.getByRole('dialog')).getByText(long)).toBeTruthy()
  })
})

describe('shortcuts from any program', () => {
  const open = (computer: Partial<PreferencesView> = {}) => {
    const api = createFakeApi({ computer })
    renderInApp(<Shortcuts />, { api })
    return { api, user: userEvent.setup() }
  }

  it('are off, and taken from the keys that are pressed', async () => {
    const { api, user } = open()
    expect(screen.getAllByText('Off')).toHaveLength(5)
    await user.click(button(/^Choose keys: Undo/))
    await user.keyboard('u')
    expect(api.callsOf('preferences.save')).toEqual([])
    await user.keyboard('{Control>}{Alt>}u{/Alt}{/Control}')
    expect(api.callsOf('preferences.save')).toEqual([{ shortcuts: { undo: 'Control+Alt+U' } }])
    expect(await screen.findByText('Ctrl + Alt + U')).toBeTruthy()
    await user.click(button(/^Switch off: Undo/))
    expect(screen.getAllByText('Off')).toHaveLength(5)
  })

  it('let go of listening with Esc', async () => {
    const { api, user } = open()
    await user.click(button(/^Choose keys: Undo/))
    await user.keyboard('{Escape}{Control>}{Alt>}u{/Alt}{/Control}')
    expect(api.callsOf('preferences.save')).toEqual([])
  })

  it('say what is wrong with them, and what the system may keep', () => {
    open({
      preferences: { ...defaultPreferences, shortcuts: { ...noShortcuts, undo: 'F9' } },
      shortcutProblems: { undo: 'Another program holds these keys.' },
      mayShortcutsFail: true,
    })
    expect(screen.getByRole('alert').textContent).toBe('Another program holds these keys.')
    expect(screen.getByText(/Wayland/)).toBeTruthy()
  })
})

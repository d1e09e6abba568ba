import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { Refusal } from '../../electron/ipc/dispatch.ts'
import { MainWindow } from '../../renderer/app/main-window.tsx'
import { changedCheck, changesBetween } from '../../shared/domain/checklist-edit.ts'
import type { CheckItem } from '../../shared/domain/checks.ts'
import type { ChecklistVersion } from '../../shared/ipc/commands/checklists.ts'
import type { StaffMember } from '../../shared/domain/people.ts'
import { teacherId } from '../support/day-fixture.ts'
import { createFakeApi, type FakeApi, renderInApp } from '../support/fake-api.tsx'
import { MORNING, testPreset } from '../support/test-school.ts'

const first: ChecklistVersion = {
  version: 1,
  items: testPreset.checkItems,
  madeAt: MORNING,
  madeBy: null,
  changes: [],
}

function openMain(api: FakeApi) {
  const { appStore } = renderInApp(
    <Router hook={useHashLocation}>
      <MainWindow />
    </Router>,
    { api },
  )
  appStore.getState().started()
}

/** The page of the main window, on a school that keeps its versions as main does. */
async function openEditor({
  role = 'leader',
  versions = [first],
}: { role?: StaffMember['role']; versions?: ChecklistVersion[] } = {}) {
  const kept = [...versions]
  const saved = (items: CheckItem[], madeBy: string) => {
    const changes = changesBetween(kept[0]?.items ?? [], items)
    kept.unshift({ version: kept.length + 1, items, madeAt: MORNING, madeBy, changes })
    return { version: kept.length }
  }
  const api = createFakeApi({
    status: { me: { id: teacherId, name: 'Ms J Reid', role } },
    handlers: {
      'checklists.list': () => ({ versions: [...kept] }),
      'checklist.save': ({ basedOn, items }) => {
        if (basedOn !== kept.length) throw new Refusal('newer-version', 'Saved meanwhile.')
        return saved(items, 'Ms J Reid')
      },
    },
  })
  openMain(api)
  await screen.findByRole('heading', { name: 'Versions' })
  return { api, user: userEvent.setup(), kept, saved }
}

const row = (title: string | RegExp) => screen.getByRole('button', { name: title, expanded: false })
const titles = () =>
  within(screen.getByRole('region', { name: 'Checks' }))
    .getAllByRole('listitem')
    .map((item) => /^\d+(.*?)(Optional|staff\.|head\.|The school)/.exec(item.textContent ?? '')?.[1])
const bar = () => screen.getByRole('region', { name: 'Not saved yet' })
const saveButton = (version: number) => screen.getByRole('button', { name: `Save as version ${version}` })
const lastSave = (api: { callsOf(name: 'checklist.save'): unknown[] }) =>
  api.callsOf('checklist.save').at(-1) as { basedOn: number; items: CheckItem[] } | undefined

beforeEach(() => {
  window.location.hash = '#/checklist-editor'
})

describe('for a leader', () => {
  it('rewords a check, says what that changes, and saves it as the next version', async () => {
    const { api, user } = await openEditor()
    await user.click(row(/Chat to everyone/))
    const title = screen.getByLabelText('Title in the list')
    await user.clear(title)
    await user.paste('Open chat')
    expect(bar().textContent).toContain('‘Chat to everyone’ is now called ‘Open chat’')
    await user.click(saveButton(2))
    expect(await screen.findByText('Version 2 is in force')).toBeTruthy()
    expect(document.activeElement?.textContent).toContain('Version 2 is in force')
    expect(lastSave(api)?.basedOn).toBe(1)
    expect(lastSave(api)?.items.find(({ id }) => id === 'chat')?.title).toBe('Open chat')
    expect(screen.getByRole('heading', { name: /^Version 2/ })).toBeTruthy()
    expect(screen.getByText('18 January 2021 at 09:22, by Ms J Reid')).toBeTruthy()
    expect(screen.queryByRole('region', { name: 'Not saved yet' })).toBeNull()
  })

  it('moves a check by its buttons and by keys, keeps the focus there, and says where it is', async () => {
    const { user } = await openEditor()
    await user.click(screen.getByRole('button', { name: 'Move School account up' }))
    expect(titles().slice(0, 2)).toEqual(['School account', 'School laptop'])
    row(/Names visible/).focus()
    await user.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}')
    expect(document.activeElement).toBe(row(/Names visible/))
    expect(titles().slice(-3)).toEqual(['Names visible', 'Chat to everyone', 'Pupils enter muted'])
    expect(screen.getByText('Names visible is now 11 of 13')).toBeTruthy()
    expect(bar().textContent).toContain('Order changed')
    await user.click(screen.getByRole('button', { name: 'Move School account up' }))
    expect(titles()[0]).toBe('School account')
  })

  it('adds a check once it is explained, and takes it away again', async () => {
    const { api, user } = await openEditor()
    await user.type(screen.getByLabelText('Title of a new check'), 'Pets away{Enter}')
    expect(document.activeElement).toBe(screen.getByLabelText('Explanation'))
    expect(bar().textContent).toContain('‘Pets away’: the explanation is still to be written.')
    await user.click(saveButton(2))
    expect(lastSave(api)).toBeUndefined()
    await user.click(screen.getByLabelText('Explanation'))
    await user.paste('No animal in the room.')
    await user.click(saveButton(2))
    await screen.findByText('Version 2 is in force')
    expect(lastSave(api)?.items.at(-1)).toMatchObject({ id: 'own-pets-away', clause: 'school', kind: 'word' })
    await user.click(screen.getByRole('button', { name: 'Remove this check' }))
    expect(bar().textContent).toContain('‘Pets away’ removed')
    expect(titles()).toHaveLength(13)
  })

  it('makes a check optional, but neither that of the second adult nor removes one of the policy', async () => {
    const { user } = await openEditor()
    await user.click(row(/Chat to everyone/))
    expect(screen.queryByRole('button', { name: 'Remove this check' })).toBeNull()
    expect(screen.getByText(/The school’s policy asks for this check \(staff\.chat\)/)).toBeTruthy()
    await user.click(screen.getByRole('checkbox', { name: 'Required' }))
    expect(bar().textContent).toContain('‘Chat to everyone’: optional from now on')
    await user.click(row(/^\d+ ?Second adult/))
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Required' }).disabled).toBe(true)
  })

  it('asks before it leaves what is not saved', async () => {
    const { user } = await openEditor()
    await user.click(screen.getByRole('button', { name: 'Move School account up' }))
    await user.click(screen.getByRole('link', { name: 'Today' }))
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Stay here' }))
    expect(titles()[0]).toBe('School account')
    await user.click(screen.getByRole('link', { name: 'Today' }))
    await user.click(screen.getByRole('button', { name: 'Leave without saving' }))
    expect(window.location.hash).toBe('#/today')
    window.location.hash = '#/checklist-editor'
    await screen.findByRole('heading', { name: 'Versions' })
    expect(titles()[0]).toBe('School laptop')
  })

  it('leaves at once where nothing is unsaved', async () => {
    const { user } = await openEditor()
    await user.click(screen.getByRole('link', { name: 'Today' }))
    expect(screen.queryByRole('alertdialog')).toBeNull()
    expect(window.location.hash).toBe('#/today')
  })

  it('still has what was not saved when another window turned the page away', async () => {
    const { api, user } = await openEditor()
    await user.click(screen.getByRole('button', { name: 'Move School account up' }))
    api.tell('show.page', { path: '/today' })
    await screen.findByRole('heading', { level: 1, name: /./ })
    api.tell('show.page', { path: '/checklist-editor' })
    await screen.findByRole('heading', { name: 'Versions' })
    expect(titles()[0]).toBe('School account')
  })

  it('loses nothing where another version was saved meanwhile', async () => {
    const { api, user, kept, saved } = await openEditor()
    await user.click(screen.getByRole('button', { name: 'Move School account up' }))
    saved(changedCheck(testPreset.checkItems, 'mute', { title: 'All muted' }), 'Mrs D Okafor')
    await user.click(saveButton(2))
    const notice = await screen.findByText('Version 2 was saved meanwhile')
    expect(notice.parentElement?.textContent).toContain('‘Pupils enter muted’ is now called ‘All muted’')
    expect(titles()[0]).toBe('School account')
    await user.click(screen.getByRole('button', { name: 'Put mine on top' }))
    expect(bar().textContent).toContain('‘All muted’ is now called ‘Pupils enter muted’')
    await user.click(saveButton(3))
    await screen.findByText('Version 3 is in force')
    expect(lastSave(api)?.basedOn).toBe(2)
    expect(kept).toHaveLength(3)
  })

  it('says in words what did not work, and keeps what was edited', async () => {
    const { api, user } = await openEditor()
    await user.click(screen.getByRole('button', { name: 'Move School account up' }))
    api.failNext('checklist.save', { code: 'not-saved', message: 'Not saved: the disk is full.' })
    await user.click(saveButton(2))
    expect((await screen.findByRole('alert')).textContent).toContain('the disk is full')
    expect(titles()[0]).toBe('School account')
  })
})

describe('for everybody else', () => {
  it('is there to be read, with every version', async () => {
    const { user } = await openEditor({ role: 'teacher' })
    expect(screen.getByText('A leader edits these.')).toBeTruthy()
    const list = screen.getByRole('list', { name: 'Checks' })
    expect(within(list).getAllByRole('listitem')).toHaveLength(13)
    expect(within(list).getByText(/Private chat between pupils is switched off/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Move|Add|Save/ })).toBeNull()
    await user.click(screen.getByText('The 13 checks as they were worded'))
    expect(screen.getByText('18 January 2021, came with the app')).toBeTruthy()
  })

  it('says what the page is for where there is no checklist', async () => {
    openMain(createFakeApi())
    expect(await screen.findByText('There is no checklist yet')).toBeTruthy()
  })
})

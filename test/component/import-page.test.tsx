import { act, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { Handlers } from '../../electron/ipc/dispatch.ts'
import { ImportPage } from '../../renderer/features/classes/import-page.tsx'
import type { ClassListPreview } from '../../shared/domain/class-list.ts'
import { idOf } from '../support/day-fixture.ts'
import { createFakeApi, renderInApp } from '../support/fake-api.tsx'

type Chosen = Awaited<ReturnType<Handlers['class-list.choose']>>

const row = (line: number, change: ClassListPreview['rows'][number]['change'], legalForename?: string) => ({
  line,
  className: '5C',
  forename: `Alfie${line}`,
  surname: 'Ward',
  legalName: `${legalForename ?? `Alfie${line}`} Ward`,
  change,
})

const preview: ClassListPreview = {
  fileName: 'year5.csv',
  rows: [
    row(2, 'new', 'Alfred'),
    row(3, 'updated'),
    { ...row(4, 'moved'), movedFrom: '5B' },
    row(5, 'unchanged'),
  ],
  left: [],
  classes: [
    { name: '5C', pupils: 3, isNew: false },
    { name: '5D', pupils: 1, isNew: true },
  ],
  canChange: true,
  isRemembered: false,
  columns: [
    { header: 'CHILD_FIRST_NAME', meaning: 'legal forename' },
    { header: 'HOUSE', meaning: null },
  ],
  droppedColumns: ['CHILD_NHS_NUMBER'],
  warnings: [
    { code: 'older-encoding', message: 'The file is in the older Windows encoding.' },
    { line: 4, code: 'name-words', message: 'The name has more than two words.' },
    { line: 9, code: 'name-words', message: 'The name has more than two words.' },
  ],
}

const understood = (change: Partial<ClassListPreview> = {}): Chosen => ({
  outcome: 'understood',
  token: idOf(77),
  preview: { ...preview, ...change },
})

const refused: Chosen = {
  outcome: 'refused',
  unnamed: null,
  fileName: 'participants_89.csv',
  refusal: {
    code: 'participant-report',
    message: 'This is a Zoom participant report, not a class list. Nothing was changed.',
    advice: 'Export a class list from your school’s system as CSV.',
  },
}

function openPage(...answers: (Chosen | Promise<Chosen>)[]) {
  const api = createFakeApi({
    handlers: {
      'class-list.choose': () => answers.shift() ?? { outcome: 'cancelled' },
      'class-list.confirm': () => ({ added: 1, updated: 1, moved: 1, unchanged: 1, left: 0 }),
    },
  })
  renderInApp(<ImportPage />, { api })
  return { api, user: userEvent.setup() }
}

const chooseFile = () => screen.getByRole('button', { name: 'Choose a file' })

describe('before a file is chosen', () => {
  it('says what is read and what never is', () => {
    openPage()
    expect(screen.getByText('From your school’s system')).toBeDefined()
    expect(screen.getByText(/^Health, special needs, benefits, beliefs and passwords\./)).toBeDefined()
  })

  it('stays when a person changes their mind', async () => {
    const { api, user } = openPage({ outcome: 'cancelled' })
    await user.click(chooseFile())
    expect(chooseFile().getAttribute('aria-disabled')).toBe('false')
    expect(api.callsOf('class-list.choose')).toHaveLength(1)
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('lets a person choose the folder of a OneRoster export', async () => {
    const { api, user } = openPage(understood())
    await user.click(screen.getByRole('button', { name: 'Choose a OneRoster folder' }))
    expect(api.callsOf('class-list.choose')).toEqual([{ what: 'folder' }])
    expect(await screen.findByRole('table')).toBeDefined()
  })

  it('says that it is reading, and opens no second dialog meanwhile', async () => {
    let answer: (chosen: Chosen) => void = () => {}
    const { api, user } = openPage(new Promise((resolve) => (answer = resolve)))
    await user.click(chooseFile())
    expect(screen.getByRole('status').textContent).toBe('Waiting for a file')
    await user.click(chooseFile())
    expect(api.callsOf('class-list.choose')).toHaveLength(1)
    act(() => api.tell('reading.progress', { fileName: '5c.csv', opened: 0.42 }))
    expect(screen.getByRole('status').textContent).toBe('Opening the file: 42%')
    act(() => api.tell('reading.progress', { fileName: '5c.csv', opened: 1 }))
    expect(screen.getByRole('status').textContent).toBe('Reading what is in it')
    await user.click(screen.getByRole('button', { name: 'Stop reading' }))
    expect(api.callsOf('reading.cancel')).toHaveLength(1)
    answer(understood())
    expect(await screen.findByRole('table')).toBeDefined()
  })

  it('says what went wrong when main could not ask', async () => {
    const { api, user } = openPage()
    api.failNext('class-list.choose', { code: 'unexpected', message: 'Something went wrong.' })
    await user.click(chooseFile())
    expect((await screen.findByRole('alert')).textContent).toBe('Something went wrong.Nothing was changed.')
    expect(chooseFile()).toBeDefined()
  })
})

it('refuses a wrong file in words, and takes another', async () => {
  const { user } = openPage(refused, understood())
  await user.click(chooseFile())
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain(
    'This is a Zoom participant report, not a class list. Nothing was changed.',
  )
  expect(alert.textContent).toContain('Export a class list from your school’s system as CSV.')
  expect(alert.textContent).toContain('participants_89.csv')
  await user.click(screen.getByRole('button', { name: 'Choose another file' }))
  expect(await screen.findByRole('button', { name: 'Import 4 pupils' })).toBeDefined()
})

it('offers to say which columns hold the names where no heading does', async () => {
  const columns = [{ header: 'Fname', meaning: null }]
  const { api, user } = openPage({ ...refused, unnamed: { token: idOf(78), columns } })
  await user.click(chooseFile())
  const select = await screen.findByRole('combobox', { name: 'What Fname means' })
  await user.selectOptions(select, 'Legal forename')
  expect(api.callsOf('class-list.map')).toEqual([
    { token: idOf(78), columns: [{ header: 'Fname', meaning: 'legal forename' }] },
  ])
})

describe('the preview', () => {
  async function openPreview(change: Partial<ClassListPreview> = {}) {
    const page = openPage(understood(change))
    await page.user.click(chooseFile())
    await screen.findByRole('region', { name: 'What year5.csv would change' })
    return page
  }

  it('shows every pupil, what changes, and a legal name that differs', async () => {
    await openPreview()
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1)
    expect(rows.map((one) => one.textContent)).toEqual([
      '2Alfie2 WardLegal name: Alfred Ward5CNew',
      '3Alfie3 Ward5CUpdated',
      '4Alfie4 Ward5CMoved here from 5B',
      '5Alfie5 Ward5CUnchanged',
    ])
    expect(screen.getByText('1 new, 1 updated, 1 moved to another class, 1 unchanged')).toBeDefined()
  })

  it('shows what of the file was understood, left out, and to be checked', async () => {
    await openPreview()
    const items = (name: string) =>
      within(screen.getByRole('list', { name }))
        .getAllByRole('listitem')
        .map((one) => one.textContent)
    expect(items('Classes of the file')).toEqual(['5C 3 pupils', '5D 1 pupilNew class'])
    const meant = (header: string) =>
      screen.getByRole<HTMLSelectElement>('combobox', { name: `What ${header} means` })
    expect(meant('CHILD_FIRST_NAME').value).toBe('legal forename')
    expect(meant('HOUSE').value).toBe('')
    expect(items('Columns not read')).toEqual(['CHILD_NHS_NUMBER was not read: private.'])
    expect(items('What to check')).toEqual([
      'The file is in the older Windows encoding.',
      'Lines 4, 9: The name has more than two words.',
    ])
  })

  it('lets a person put a column right, and reads the file again with it', async () => {
    const { api, user } = await openPreview()
    const house = screen.getByRole('combobox', { name: 'What HOUSE means' })
    await user.selectOptions(house, 'Legal forename')
    expect(api.callsOf('class-list.map')).toEqual([
      {
        token: idOf(77),
        columns: [
          { header: 'CHILD_FIRST_NAME', meaning: null },
          { header: 'HOUSE', meaning: 'legal forename' },
        ],
      },
    ])
  })

  it('only says what the columns are where the format says it', async () => {
    await openPreview({ canChange: false })
    expect(screen.queryByRole('combobox')).toBeNull()
    expect(screen.getByText('CHILD_FIRST_NAME').nextElementSibling?.textContent).toBe('Legal forename')
  })

  it('writes nothing until it is confirmed, then says what came in', async () => {
    const { api, user } = await openPreview()
    expect(api.callsOf('class-list.confirm')).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Import 4 pupils' }))
    expect(await screen.findByText('The class list is in')).toBeDefined()
    expect(api.callsOf('class-list.confirm')).toEqual([{ token: idOf(77), leftPupils: 'stay' }])
    expect(screen.getByText('1 new, 1 updated, 1 moved to another class, 1 unchanged.')).toBeDefined()
    expect(screen.getByRole('link', { name: 'Start a lesson' }).getAttribute('href')).toBe('#/lessons/new')
    expect(screen.getByRole('link', { name: 'See the classes' }).getAttribute('href')).toBe('#/classes')
  })

  it('shows who is here and not in the file, and moves them out only when a person says so', async () => {
    const left = [{ forename: 'Olive', surname: 'Gone', className: '5C' }]
    const { api, user } = await openPreview({ left })
    const list = screen.getByRole('list', { name: 'Here, but not in the file' })
    expect(list.textContent).toBe('Olive Gone 5C')
    await user.click(screen.getByRole('checkbox', { name: /^They have left/ }))
    expect(screen.getByText('1 new, 1 updated, 1 moved to another class, 1 left, 1 unchanged')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Import 4 pupils' }))
    expect(api.callsOf('class-list.confirm')).toEqual([{ token: idOf(77), leftPupils: 'move-out' }])
  })

  it('is left without a trace', async () => {
    const { api, user } = await openPreview()
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(chooseFile()).toBeDefined()
    expect(api.callsOf('class-list.confirm')).toEqual([])
  })

  it('stays when the import fails, with the reason', async () => {
    const { api, user } = await openPreview()
    api.failNext('class-list.confirm', { code: 'not-saved', message: 'The disk is full.' })
    await user.click(screen.getByRole('button', { name: 'Import 4 pupils' }))
    expect((await screen.findByRole('alert')).textContent).toBe('The disk is full.Nothing was changed.')
    await user.click(screen.getByRole('button', { name: 'Import 4 pupils' }))
    expect(await screen.findByText('The class list is in')).toBeDefined()
  })

  it('offers another file when every row was left out', async () => {
    await openPreview({ rows: [], classes: [] })
    expect(screen.getByText('No pupil of this file can be imported as it is')).toBeDefined()
    expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull()
    expect(screen.getByRole('button', { name: 'Choose another file' })).toBeDefined()
  })

  it('draws a whole school when it is asked to', async () => {
    const { user } = await openPreview({
      rows: Array.from({ length: 450 }, (_, index) => row(index + 2, 'new')),
    })
    const drawn = () => within(screen.getByRole('table')).getAllByRole('row').length - 1
    expect(drawn()).toBe(200)
    await user.click(screen.getByRole('button', { name: 'Show all 450 pupils' }))
    expect(drawn()).toBe(450)
  })
})

import { act, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { unzipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'
import { FilesIn } from '../../renderer/app/files-in.tsx'
import { createFilesStore } from '../../renderer/lib/files-store.ts'
import type { LessonCard } from '../../shared/domain/today.ts'
import type { HandedFile } from '../../shared/ipc/commands/files.ts'
import { folderAsZip } from '../../renderer/lib/folder-as-zip.ts'
import { LARGEST_FILE_BYTES } from '../../shared/domain/class-list.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import { idOf } from '../support/day-fixture.ts'
import { createFakeApi, renderInApp } from '../support/fake-api.tsx'

const token = idOf(1)

/** The main window's notices of files, where main says this of whatever is handed in. */
function openFilesIn(answer: HandedFile | (() => Promise<HandedFile>)) {
  const goTo = vi.fn<(path: string) => void>()
  const api = createFakeApi({
    handlers: {
      'file.opened': () => ({ file: null }),
      'file.hand': () => (typeof answer === 'function' ? answer() : answer),
      'reading.cancel': () => ({}),
    },
  })
  const store = createFilesStore(api, goTo)
  renderInApp(<FilesIn store={store} />, { api })
  const handIn = (...names: string[]) =>
    act(() => store.getState().handedIn(names.map((name) => new File(['Forename,Surname'], name))))
  return { api, store, goTo, handIn, user: userEvent.setup() }
}

/** A folder as the browser gives it: its entries in two goes, then none. */
function folder(name: string, ...files: string[]): FileSystemDirectoryEntry {
  return folderOf(
    name,
    files.map((one) => new File([`${one},x`], one)),
  )
}

function folderOf(name: string, files: readonly File[]): FileSystemDirectoryEntry {
  const entries = files.map((one) => ({
    isFile: true,
    name: one.name,
    file: (give: (file: File) => void) => give(one),
  }))
  const goes = [entries.slice(0, 1), entries.slice(1), []]
  const reader = { readEntries: (give: (some: unknown[]) => void) => give(goes.shift() ?? []) }
  return { isDirectory: true, name, createReader: () => reader } as unknown as FileSystemDirectoryEntry
}

const card = (number: number, subject: string): LessonCard =>
  ({
    id: idOf(number),
    classId: idOf(3),
    className: '5C',
    subject,
    learningIntention: '',
    startsAt: Date.UTC(2021, 0, 18, 9 + number),
    endsAt: Date.UTC(2021, 0, 18, 10 + number),
  }) as LessonCard

describe('a file handed to the main window', () => {
  it('leads to the page it belongs to, which takes it once', async () => {
    const { store, goTo, handIn } = openFilesIn({
      outcome: 'recognised',
      fileName: '5c.csv',
      token,
      path: '/classes/import',
    })
    await handIn('5c.csv')
    expect(goTo.mock.calls).toEqual([['/classes/import']])
    expect(store.getState().taken('/timetable/import')).toBeNull()
    expect(store.getState().taken('/classes/import')).toBe(token)
    expect(store.getState().taken('/classes/import')).toBeNull()
  })

  it('says why it is refused and what to do, until that is closed', async () => {
    const refusal = {
      code: 'picture',
      message: 'This is a picture. Nothing was changed.',
      advice: 'Drop a list.',
    }
    const { goTo, handIn, user } = openFilesIn({ outcome: 'refused', fileName: 'photo.png', refusal })
    await handIn('photo.png')
    const alert = screen.getByRole('alert')
    for (const words of [refusal.message, refusal.advice, 'photo.png'])
      expect(alert.textContent).toContain(words)
    await user.click(screen.getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('alert')).toBeNull()
    expect(goTo).not.toHaveBeenCalled()
  })

  it('asks which lesson it is of where there are several', async () => {
    const { goTo, handIn, user } = openFilesIn({
      outcome: 'of-a-lesson',
      fileName: 'participants.csv',
      token,
      lessons: [card(1, 'Maths'), card(2, 'English')],
    })
    await handIn('participants.csv')
    await user.click(screen.getByRole('button', { name: /English/ }))
    expect(goTo.mock.calls).toEqual([[`/sign-off/${idOf(2)}`]])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('takes a OneRoster export that was unpacked as the zip it was', async () => {
    const { api, store, goTo } = openFilesIn({
      outcome: 'recognised',
      fileName: 'export',
      token,
      path: '/classes/import',
    })
    await act(() =>
      store.getState().folderHandedIn(folder('export', 'Users.csv', 'manifest.csv', 'notes.txt')),
    )
    const [part] = api.callsOf('file.hand') as Input<'file.hand'>[]
    expect(Object.keys(unzipSync(part?.bytes ?? new Uint8Array()))).toEqual(['users.csv', 'manifest.csv'])
    expect(part?.fileName).toBe('export')
    expect(goTo.mock.calls).toEqual([['/classes/import']])
  })

  it('counts the letters of a folder’s files, and refuses more than a file may have', async () => {
    const files = (bytes: number) => [
      new File([new Uint8Array(bytes)], 'users.csv'),
      ...['roles.csv', 'classes.csv', 'orgs.csv'].map((name) => new File(['x'], name)),
    ]
    const zip = await folderAsZip(folderOf('full', files(LARGEST_FILE_BYTES - 4096)))
    const bytes = zip instanceof File ? await zip.arrayBuffer() : new ArrayBuffer(0)
    const lengths = Object.values(unzipSync(new Uint8Array(bytes))).map(({ length }) => length)
    expect(lengths).toEqual([LARGEST_FILE_BYTES - 4096, 1, 1, 1])
    const { store } = openFilesIn({ outcome: 'cancelled' })
    await act(() => store.getState().folderHandedIn(folderOf('more', files(LARGEST_FILE_BYTES))))
    expect(screen.getByRole('alert').textContent).toMatch(/larger than 20 MB.*more/)
  })

  it('says of another folder what to do, and asks nobody about it', async () => {
    const { api, store } = openFilesIn({ outcome: 'cancelled' })
    await act(() => store.getState().folderHandedIn(folder('holiday', 'photo.png')))
    expect(screen.getByRole('alert').textContent).toMatch(
      /without a OneRoster export.*manifest\.csv.*holiday/,
    )
    expect(api.callsOf('file.hand')).toEqual([])
  })

  it('takes one at a time, and asks nobody about several', async () => {
    const { api, handIn } = openFilesIn({ outcome: 'cancelled' })
    await handIn('a.csv', 'b.csv')
    expect(screen.getByRole('alert').textContent).toMatch(/several files.*one after the other/)
    expect(api.callsOf('file.hand')).toEqual([])
  })

  it('can be stopped while it is read, and what comes afterwards is nothing', async () => {
    let answer: (file: HandedFile) => void = () => undefined
    const { api, goTo, store, user } = openFilesIn(() => new Promise((resolve) => (answer = resolve)))
    const handed = store.getState().handedIn([new File(['x'], 'large.csv')])
    await user.click(await screen.findByRole('button', { name: 'Stop reading' }))
    expect(api.callsOf('reading.cancel')).toHaveLength(1)
    answer({ outcome: 'recognised', fileName: 'large.csv', token, path: '/classes/import' })
    await act(() => handed)
    expect(goTo).not.toHaveBeenCalled()
  })
})

describe('what is pasted', () => {
  it.each([
    ['a table', 'Forename\tSurname\tClass\nAda\tLovelace\t5C', 'reading'],
    ['a sentence', 'Well done, everybody.', undefined],
  ])('%s', (_what, text, step) => {
    const { store } = openFilesIn(() => new Promise(() => undefined))
    const event = new Event('paste', { bubbles: true })
    Object.assign(event, { clipboardData: { getData: () => text, files: [] } })
    act(() => void document.body.dispatchEvent(event))
    expect(store.getState().step?.name).toBe(step)
  })
})

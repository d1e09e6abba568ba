import { createStore, type StoreApi } from 'zustand/vanilla'
import { FILE_TOO_LARGE, LARGEST_FILE_BYTES, type Refusal } from '../../shared/domain/class-list.ts'
import type { LessonCard } from '../../shared/domain/today.ts'
import { type HandedFile, LARGEST_PART } from '../../shared/ipc/commands/files.ts'
import type { Failure, Reply } from '../../shared/ipc/contract.ts'
import type { Api } from './api.ts'
import { NO_ONEROSTER_FOLDER } from '../../shared/domain/oneroster-files.ts'
import { folderAsZip } from './folder-as-zip.ts'

/** What is done with a file that was dropped or pasted, or opened with the app. */
export type FileStep =
  /** `opened`: the share of its bytes that is over, 0 to 1. */
  | { name: 'reading'; fileName: string; opened: number }
  | { name: 'refused'; fileName: string; refusal: Refusal }
  | { name: 'failed'; failure: Failure }
  /** It can be of several lessons. */
  | { name: 'asking'; fileName: string; token: string; lessons: readonly LessonCard[] }

/** A file as the browser hands it over. */
type BrowserFile = Pick<Blob, 'size' | 'slice'> & { name: string }

export type FilesState = {
  step: FileStep | null
  /** A file that waits for the page of `path` to take it. */
  handed: { token: string; path: string } | null
  handedIn(files: readonly BrowserFile[]): Promise<void>
  /** A folder was dropped: a OneRoster export that was unpacked is taken as the zip it was. */
  folderHandedIn(folder: FileSystemDirectoryEntry): Promise<void>
  /** The app was opened with a file: main is asked for it. */
  askedFor(): Promise<void>
  stopped(): void
  lessonChosen(lessonId: string): void
  closed(): void
  /** The token of a file that waits for this page, given once. */
  taken(path: string): string | null
}

export type FilesStore = StoreApi<FilesState>

/** Takes in files wherever they are dropped, and leads to the page they belong to. */
export function createFilesStore(api: Api, goTo: (path: string) => void): FilesStore {
  return createStore<FilesState>()((set, get) => {
    const lead = (token: string, path: string) => {
      set({ step: null, handed: { token, path } })
      goTo(path)
    }
    const become = (file: HandedFile) => {
      if (file.outcome === 'recognised') lead(file.token, file.path)
      else if (file.outcome === 'of-a-lesson') set({ step: { ...file, name: 'asking' } })
      else if (file.outcome === 'refused') set({ step: { ...file, name: 'refused' } })
      else set({ step: null })
    }
    const hand = async (file: BrowserFile) => {
      set({ step: { name: 'reading', fileName: file.name, opened: 0 } })
      const reply = await sendInParts(api, file, (opened) =>
        set({ step: { name: 'reading', fileName: file.name, opened } }),
      )
      // Stopped while it came over.
      if (get().step?.name !== 'reading') return
      if (reply.ok) become(reply.value)
      else set({ step: { name: 'failed', failure: reply.error } })
    }
    return {
      step: null,
      handed: null,
      handedIn: async (files) => {
        const [file] = files
        if (!file || get().step?.name === 'reading') return
        if (files.length > 1) set({ step: refuse(`${files.length} files`, ONE_AT_A_TIME) })
        else if (file.size > LARGEST_FILE_BYTES) set({ step: refuse(file.name, TOO_LARGE) })
        else await hand(file)
      },
      folderHandedIn: async (folder) => {
        if (get().step?.name === 'reading') return
        const zip = await folderAsZip(folder)
        if (zip === 'too-large') set({ step: refuse(folder.name, TOO_LARGE) })
        else if (zip) await get().handedIn([zip])
        else set({ step: refuse(folder.name, NOTHING_TO_DROP) })
      },
      askedFor: async () => {
        const reply = await api.invoke('file.opened', {})
        if (reply.ok && reply.value.file) become(reply.value.file)
      },
      stopped: () => {
        set({ step: null })
        void api.invoke('reading.cancel', {})
      },
      lessonChosen: (lessonId) => {
        const { step } = get()
        if (step?.name === 'asking') lead(step.token, `/sign-off/${lessonId}`)
      },
      closed: () => set({ step: null }),
      taken: (path) => {
        const { handed } = get()
        if (handed?.path !== path) return null
        set({ handed: null })
        return handed.token
      },
    }
  })
}

const refuse = (fileName: string, refusal: Refusal): FileStep => ({ name: 'refused', fileName, refusal })

const ONE_AT_A_TIME: Refusal = {
  code: 'one-at-a-time',
  message: 'These are several files. Nothing was changed.',
  advice: 'Drop them one after the other: each is shown before anything of it is kept.',
}
const NOTHING_TO_DROP: Refusal = {
  ...NO_ONEROSTER_FOLDER,
  advice: 'Drop the folder in which manifest.csv and users.csv stand, or open it and drop a single file.',
}
const TOO_LARGE: Refusal = {
  ...FILE_TOO_LARGE,
  advice: 'Export the list or the report of one meeting alone, and drop that file.',
}
const unreadable: Failure = {
  code: 'unreadable',
  message: 'This could not be opened: it may be a folder, or gone. Nothing was changed. Drop a single file.',
}

/** A file goes over in parts, so that a large one holds up no window. */
async function sendInParts(
  api: Api,
  file: BrowserFile,
  told: (opened: number) => void,
): Promise<Reply<HandedFile>> {
  const about = { handing: crypto.randomUUID(), fileName: file.name.slice(-260) || 'File', size: file.size }
  for (let at = 0; ; at += LARGEST_PART) {
    const bytes = await bytesOf(file.slice(at, at + LARGEST_PART))
    if (bytes === null) return { ok: false, error: unreadable }
    const reply = await api.invoke('file.hand', { ...about, at, bytes })
    if (!reply.ok) return reply
    if (reply.value.outcome !== 'more') return { ok: true, value: reply.value }
    told(Math.min(1, (at + LARGEST_PART) / file.size))
  }
}

const bytesOf = (part: Blob): Promise<Uint8Array<ArrayBuffer> | null> =>
  part.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  )

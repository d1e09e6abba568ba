import type { Preset } from '../../shared/domain/preset.ts'
import type { Lesson } from '../../shared/domain/lesson.ts'
import type { PreferencesChange } from '../../shared/domain/preferences.ts'
import type { StaffMember } from '../../shared/domain/people.ts'
import type { School } from '../../shared/domain/school.ts'
import type { Sharing } from '../../shared/domain/sharing.ts'
import type { PreferencesView } from '../../shared/ipc/commands/preferences.ts'
import type { OfficeFolder } from '../exchange/export/office-folder.ts'
import { findLesson } from '../store/lessons-repository.ts'
import { readMe, readSchool, thisDevice } from '../store/school-repository.ts'
import type { Store } from '../store/open-store.ts'
import type { SchoolSession } from '../store/school-session.ts'
import type { ChosenFile, FileReader } from '../reading/file-reader.ts'
import type { AppWindows } from '../windows/app-windows.ts'
import { Refusal } from './dispatch.ts'
import type { HandedFiles } from './handed-files.ts'

/** What handlers work with. Time, dialogs and printing come in from outside, so that every handler can be tested. */
export type Context = {
  session: SchoolSession
  windows: AppWindows
  preset: Preset
  /** What is remembered for this computer. */
  preferences: { view(): PreferencesView; save(change: PreferencesChange): void }
  appVersion: string
  deviceName: string
  /** The operating system's account that is signed in. */
  account: string
  /** What becomes of the windows when this computer shares its screen. */
  sharing: Sharing
  now(): number
  quit(): void
  chooseFile(what: 'class-list' | 'calendar' | 'lesson' | 'report'): Promise<string | null>
  /** Reads files in a process of its own. */
  files: FileReader
  /** What was dropped, pasted or opened from outside. */
  handed: HandedFiles
  /** The file the app was last opened with; given once. */
  openedWith(): ChosenFile | null
  /** `title` says what for. */
  chooseFolder(title: string): Promise<string | null>
  reveal(path: string): void
  printPdf(html: string): Promise<Uint8Array>
  /** The office's folder, for one export. */
  officeFolder(): OfficeFolder
  /** Does work again and again, with a pause between, until it resolves to false; `pause` is in ms. */
  keepDoing(work: () => Promise<boolean>, pause: number): void
  /** Work that must be finished before the app may end; resolves as the work does. */
  unfinished<T>(work: Promise<T>): Promise<T>
}

/** The open records, or a refusal in the words of what is wrong with them. */
export function storeOf({ session }: Context): Store {
  if (session.problem) throw new Refusal(session.problem.code, session.problem.message)
  return session.store()
}

/** The school and the person at this computer; refused until the first start has been gone through. */
export function whoIsHere(context: Context): {
  store: Store
  school: School
  me: StaffMember
  deviceId: string
} {
  const store = storeOf(context)
  const school = readSchool(store)
  const me = readMe(store)
  if (!school || !me) throw new Refusal('not-set-up', 'Say first who you are and which school this is.')
  return { store, school, me, deviceId: thisDevice(store, context.deviceName, context.now()).id }
}

/** A lesson by its id; refused in words where it is not there. */
export const lessonOrRefuse = (store: Store, lessonId: string): Lesson => {
  const lesson = findLesson(store, lessonId)
  if (!lesson) throw new Refusal('no-such-lesson', 'That lesson is not here any more.')
  return lesson
}

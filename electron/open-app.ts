import { hostname, release, userInfo } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { app, BrowserWindow, dialog, shell } from 'electron'
import juniorSchool from '../assets/presets/junior-school.json' with { type: 'json' }
import { preset } from '../shared/domain/preset.ts'
import { sharingOn } from '../shared/domain/sharing.ts'
import type { Context } from './ipc/context.ts'
import { createClock } from './clock.ts'
import { createDispatch, type Dispatch } from './ipc/dispatch.ts'
import { createHandlers } from './ipc/handlers/all.ts'
import type { Log } from './log.ts'
import type { OpenedFile } from './opened-file.ts'
import { startFolderProcess } from './office-folder/folder-process.ts'
import { limitedFolder } from './office-folder/limited-folder.ts'
import { openPreferences } from './preferences.ts'
import { followPower } from './power.ts'
import { createHandedFiles } from './ipc/handed-files.ts'
import { createFileReader } from './reading/file-reader.ts'
import { startReaderProcess } from './reading/reader-process.ts'
import { prepareRecords } from './store/prepare-records.ts'
import { isLessonOpen } from './store/lessons-repository.ts'
import { openSchoolSession, type SchoolSession } from './store/school-session.ts'
import { followComputer } from './this-computer.ts'
import type { AppWindows } from './windows/app-windows.ts'

/** Opens the records and gives what answers the windows. */
export function openApp(
  windows: AppWindows,
  paths: { records: string; preferences: string },
  log: Log,
  opened: OpenedFile,
): Dispatch {
  const unfinishedWork = createUnfinishedWork()
  const context = createContext(windows, paths, unfinishedWork, opened)
  endWell(context, unfinishedWork)
  return createDispatch(createHandlers(context), (command, error) => log.error(command, error))
}

function createContext(
  windows: AppWindows,
  paths: { records: string; preferences: string },
  unfinishedWork: UnfinishedWork,
  opened: OpenedFile,
): Context {
  const junior = preset.parse(juniorSchool)
  const session = openSchoolSession(paths.records, (store) => prepareRecords(store, junior, Date.now()))
  return {
    session,
    windows,
    preset: junior,
    preferences: followComputer(openPreferences(paths.preferences), windows),
    appVersion: app.getVersion(),
    deviceName: hostname(),
    account: userInfo().username,
    sharing: sharingOn(process.platform, release()),
    now: startClock(session, windows),
    quit: () => app.quit(),
    chooseFile: async (what) => {
      const { title, name, extensions } = chosenFiles[what]
      const { filePaths } = await dialog.showOpenDialog({
        title,
        properties: ['openFile'],
        filters: [
          { name, extensions: [...extensions] },
          { name: 'All files', extensions: ['*'] },
        ],
      })
      return filePaths[0] ?? null
    },
    files: createFileReader(startReaderProcess, (progress) => windows.tell('reading.progress', progress)),
    handed: createHandedFiles(),
    openedWith: opened.take,
    chooseFolder: async (title) => {
      const { filePaths } = await dialog.showOpenDialog({
        title,
        properties: ['openDirectory', 'createDirectory'],
      })
      return filePaths[0] ?? null
    },
    reveal: (path) => shell.showItemInFolder(path),
    unfinished: unfinishedWork.follow,
    keepDoing: (work, pause) => void keepDoing(work, pause),
    officeFolder: () => limitedFolder(startFolderProcess),
    printPdf: async (html) => (await import('./windows/print-pdf.ts')).printPdf(html),
  }
}

/** A lesson that was left open longer ago than this no longer keeps its time, ms. */
const LESSON_OF_TODAY_MS = 12 * 3_600_000

function startClock(session: SchoolSession, windows: AppWindows): () => number {
  const clock = createClock({
    isHeld: (at) => session.problem === null && isLessonOpen(session.store(), at - LESSON_OF_TODAY_MS),
    moved: (change) => windows.tell('clock.moved', change),
  })
  followPower(windows, clock)
  return clock.now
}

async function keepDoing(work: () => Promise<boolean>, pause: number): Promise<void> {
  while (await work()) await wait(pause)
}

/** The dialog in which a person chooses a file, by what it is. */
const chosenFiles = {
  'class-list': {
    title: 'Choose a class list',
    name: 'Class lists (CSV, Excel, OneRoster)',
    extensions: ['csv', 'txt', 'xlsx', 'zip'],
  },
  calendar: { title: 'Choose a calendar', name: 'Calendars', extensions: ['ics', 'ical'] },
  report: { title: 'Choose the meeting’s report', name: 'Reports (CSV)', extensions: ['csv', 'txt'] },
  lesson: { title: 'Choose a lesson file', name: 'Lesson files', extensions: ['lesson'] },
} as const

type UnfinishedWork = {
  follow<T>(work: Promise<T>): Promise<T>
  isEmpty(): boolean
  done(): Promise<unknown>
}

function createUnfinishedWork(): UnfinishedWork {
  const running = new Set<Promise<unknown>>()
  return {
    follow: (work) => {
      running.add(work)
      return work.finally(() => running.delete(work))
    },
    isEmpty: () => running.size === 0,
    done: () => Promise.allSettled(running),
  }
}

/** What is not finished so long after somebody ended the app (a share that does not answer) is not waited for, ms. */
const LONGEST_ENDING_MS = 10_000

/**
 * The app ends when what it writes for the office is whole and the records are closed, also when Windows shuts down,
 * which skips `before-quit`.
 */
function endWell({ session }: Context, unfinishedWork: UnfinishedWork): void {
  const close = () => session.close()
  const closeWith = (window: BrowserWindow) => window.on('session-end', close)
  let isWaitedFor = true
  app.on('before-quit', (event) => {
    if (unfinishedWork.isEmpty() || !isWaitedFor) return
    event.preventDefault()
    void Promise.race([unfinishedWork.done(), wait(LONGEST_ENDING_MS)]).then(() => {
      isWaitedFor = false
      app.quit()
    })
  })
  app.on('will-quit', close)
  BrowserWindow.getAllWindows().forEach(closeWith)
  app.on('browser-window-created', (_event, window) => closeWith(window))
}

import { hostname, userInfo } from 'node:os'
import { app } from 'electron'
import juniorSchool from '../../assets/presets/junior-school.json' with { type: 'json' }
import { preset } from '../../shared/domain/preset.ts'
import type { Context } from '../ipc/context.ts'
import { createHandedFiles } from '../ipc/handed-files.ts'
import { startFolderProcess } from '../office-folder/folder-process.ts'
import { limitedFolder } from '../office-folder/limited-folder.ts'
import { openPreferences } from '../preferences.ts'
import { createFileReader } from '../reading/file-reader.ts'
import { startReaderProcess } from '../reading/reader-process.ts'
import { prepareRecords } from '../store/prepare-records.ts'
import { openSchoolSession } from '../store/school-session.ts'
import { noWindows } from '../windows/no-windows.ts'

const nothing = () => undefined

/** What handlers work with in a run without windows: the same records, clock and printer, and nobody to ask. */
export function quietContext(paths: { records: string; preferences: string }): Context {
  const junior = preset.parse(juniorSchool)
  const remembered = openPreferences(paths.preferences)
  return {
    session: openSchoolSession(paths.records, (store) => prepareRecords(store, junior, Date.now())),
    windows: noWindows,
    preset: junior,
    preferences: {
      view: () => ({ preferences: remembered.get(), shortcutProblems: {}, mayShortcutsFail: false }),
      save: nothing,
    },
    appVersion: app.getVersion(),
    deviceName: hostname(),
    account: userInfo().username,
    sharing: 'left-out',
    now: Date.now,
    quit: nothing,
    chooseFile: () => Promise.resolve(null),
    files: createFileReader(startReaderProcess, nothing),
    handed: createHandedFiles(),
    openedWith: () => null,
    chooseFolder: () => Promise.resolve(null),
    reveal: nothing,
    keepDoing: nothing,
    unfinished: (work) => work,
    officeFolder: () => limitedFolder(startFolderProcess),
    printPdf: async (html) => (await import('../windows/print-pdf.ts')).printPdf(html),
  }
}

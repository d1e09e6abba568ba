import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import juniorSchool from '../../assets/presets/junior-school.json' with { type: 'json' }
import { officeFolderHere } from '../../electron/exchange/export/office-folder.ts'
import type { Context } from '../../electron/ipc/context.ts'
import { createDispatch, type Dispatch } from '../../electron/ipc/dispatch.ts'
import { createHandlers } from '../../electron/ipc/handlers/all.ts'
import { createHandedFiles } from '../../electron/ipc/handed-files.ts'
import { openPreferences } from '../../electron/preferences.ts'
import { createFileReader } from '../../electron/reading/file-reader.ts'
import { prepareRecords } from '../../electron/store/prepare-records.ts'
import { openSchoolSession } from '../../electron/store/school-session.ts'
import { noWindows } from '../../electron/windows/no-windows.ts'
import { preset } from '../../shared/domain/preset.ts'
import type { CommandName, EventName, Input, Output } from '../../shared/ipc/contract.ts'

import { startReaderHere } from './reader-here.ts'

export const testPreset = preset.parse(juniorSchool)

/** 18 January 2021, 09:22 in the school. */
export const MORNING = Date.UTC(2021, 0, 18, 9, 22)

export type TestSchool = {
  folder: string
  context: Context
  dispatch: Dispatch
  /** What was told to windows, in order. */
  told: { name: EventName; payload: unknown }[]
  /** Errors nobody expected, reported by the dispatcher. */
  reported: unknown[]
  /** Sets the clock, UTC ms. */
  clock: { now: number }
  /** Asks a command that is expected to succeed. */
  ask<N extends CommandName>(name: N, input: Input<N>): Promise<Output<N>>
  end(): void
}

/** The whole of main but its windows, on a real SQLite file in a folder of its own unless told. */
export function openTestSchool(
  overrides: Partial<Context> = {},
  folder = mkdtempSync(join(tmpdir(), 'session-companion-')),
): TestSchool {
  const told: TestSchool['told'] = []
  const reported: unknown[] = []
  const clock = { now: MORNING }
  const nothing = () => undefined
  const remembered = openPreferences(join(folder, 'preferences.json'))
  const context: Context = {
    session: openSchoolSession(folder, (store) => prepareRecords(store, testPreset, MORNING)),
    windows: {
      ...noWindows,
      giveCamera: () => Promise.resolve(true),
      tell: (name, payload) => told.push({ name, payload }),
      tellAfterwards: (name, payload) => told.push({ name, payload }),
    },
    preset: testPreset,
    preferences: {
      view: () => ({ preferences: remembered.get(), shortcutProblems: {}, mayShortcutsFail: false }),
      save: remembered.save,
    },
    appVersion: '0.0.0',
    deviceName: 'CJS-114',
    account: 'j.reid',
    sharing: 'seen',
    now: () => clock.now,
    quit: nothing,
    chooseFile: () => Promise.resolve(null),
    chooseFolder: () => Promise.resolve(null),
    files: createFileReader(startReaderHere, (progress) =>
      told.push({ name: 'reading.progress', payload: progress }),
    ),
    handed: createHandedFiles(),
    openedWith: () => null,
    reveal: nothing,
    keepDoing: nothing,
    unfinished: (work) => work,
    officeFolder: officeFolderHere,
    printPdf: (html) => Promise.resolve(new TextEncoder().encode(html)),
    ...overrides,
  }
  const dispatch = createDispatch(createHandlers(context), (_command, error) => reported.push(error))
  return {
    folder,
    context,
    dispatch,
    told,
    reported,
    clock,
    ask: async (name, input) => {
      const reply = await dispatch(name, input)
      if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${reply.error.message}`)
      return reply.value as never
    },
    end: () => {
      context.session.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

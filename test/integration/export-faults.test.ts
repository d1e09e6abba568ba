import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readCsv } from '../../electron/exchange/export/csv.ts'
import { holds } from '../../electron/exchange/export/day-folder.ts'
import { type DayExport, type ExportStep, writeDay } from '../../electron/exchange/export/write-day.ts'
import type { FromFolder } from '../../electron/office-folder/folder-messages.ts'
import { type FolderProcess, limitedFolder } from '../../electron/office-folder/limited-folder.ts'
import { serveFolder } from '../../electron/office-folder/serve-folder.ts'
import { DAY_MS, minutes } from '../../shared/domain/times.ts'
import { buildDay, hostileNames } from '../support/day-fixture.ts'

/** Renames that the system refuses, as when another program holds a file of the folder. */
const refused = vi.hoisted(() => ({ code: '' }))
vi.mock('node:fs/promises', async (original) => {
  const real: typeof import('node:fs/promises') = await original()
  const refusing: typeof real.rename = (from, to) =>
    refused.code === ''
      ? real.rename(from, to)
      : Promise.reject(Object.assign(new Error('refused'), { code: refused.code }))
  return { ...real, rename: refusing }
})

const EXPORTED_AT = Date.UTC(2021, 0, 18, 15, 45)
const NAME = '2021-01-18 Ms J Reid'
const day = buildDay({ pupils: 4, lessons: 1 })
const corrected = buildDay({ pupils: 5, lessons: 1 })

let officeFolder: string
beforeEach(async () => {
  officeFolder = await mkdtemp(join(tmpdir(), 'session-companion-office-'))
  refused.code = ''
})
afterEach(() => rm(officeFolder, { recursive: true, force: true }))

const write = (change: Partial<DayExport> = {}) =>
  writeDay({
    officeFolder,
    day,
    printPdf: () => Promise.resolve(new TextEncoder().encode('%PDF')),
    exportedAt: EXPORTED_AT,
    appVersion: '0.1.0',
    ...change,
  })
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'written',
    (error: { code: string }) => error.code,
  )

/**
 * A process for the folder that says everything twice over, as between processes, until `silentAfter` messages; from then
 * on it hangs, as on a share that stopped answering.
 */
function startProcess({ silentAfter = Infinity, ended = () => {} } = {}): FolderProcess {
  let listener: (message: FromFolder) => void = () => {}
  let said = 0
  const tell = (message: FromFolder) => {
    said += 1
    if (said <= silentAfter) listener(structuredClone(message))
  }
  const take = serveFolder(tell)
  return {
    post: (message) => {
      if (said <= silentAfter) void take(structuredClone(message))
    },
    onMessage: (heard) => {
      listener = heard
      setImmediate(() => tell({ ready: true }))
    },
    onExit: () => {},
    end: ended,
  }
}
const limits = { startMs: 2000, actMs: 300, stopMs: 100 }

describe('a share that stops answering', () => {
  it('is given up after its time, at whatever act it stops', async () => {
    for (const silentAfter of [0, 1, 3, 6, 8, 12, 20]) {
      // What hangs on a share goes no further; here in memory it does, so each has a folder of its own.
      officeFolder = await mkdtemp(join(tmpdir(), 'session-companion-office-'))
      const ended = vi.fn<() => void>()
      const folder = limitedFolder(() => startProcess({ silentAfter, ended }), limits)
      expect(await codeOf(write({ folder })), `after ${silentAfter} signs of life`).toBe('no-answer')
      expect(ended).toHaveBeenCalled()
    }
  })

  it('is waited for as long as it still does something', async () => {
    const folder = limitedFolder(() => startProcess(), limits)
    expect(await write({ folder })).toMatchObject({ version: 1, unchanged: false })
    const again = limitedFolder(() => startProcess(), limits)
    expect(await write({ folder: again })).toMatchObject({ version: 1, unchanged: true })
  })

  it('holds a sealed day to the same limits', async () => {
    const of = { date: '2021-01-18', deviceId: '0000000a-0000-4000-8000-000000000000', deviceName: 'CJS-114' }
    const wish = { officeFolder, of, version: 1, content: new TextEncoder().encode('sealed') }
    const hanging = () => limitedFolder(() => startProcess({ silentAfter: 1 }), limits)
    expect(await codeOf(hanging().putBundle(wish))).toBe('ENOANSWER')
    expect(await codeOf(hanging().findBundles({ officeFolder, of, sent: null }))).toBe('ENOANSWER')
    await rm(join(officeFolder, 'incoming'), { recursive: true, force: true })
    const folder = limitedFolder(() => startProcess(), limits)
    expect(await folder.findBundles({ officeFolder, of, sent: null })).toMatchObject({ newest: 0 })
    await folder.putBundle(wish)
    expect(await readdir(join(officeFolder, 'incoming'))).toEqual(['2021-01-18 CJS-114 0000000a v1.bundle'])
    expect(await folder.findBundles({ officeFolder, of, sent: null })).toMatchObject({ newest: 1 })
  })

  it('passes on why the system refused', async () => {
    const folder = limitedFolder(() => startProcess(), limits)
    expect(await codeOf(write({ folder, officeFolder: join(officeFolder, 'gone') }))).toBe('folder-missing')
  })

  it('and a process that ends by itself fails the export in words', async () => {
    let exit = () => {}
    const dies = (): FolderProcess => ({
      post: () => exit(),
      onMessage: (listener) => setImmediate(() => listener({ ready: true })),
      onExit: (listener) => {
        exit = listener
      },
      end: () => {},
    })
    expect(await codeOf(write({ folder: limitedFolder(dies, limits) }))).toBe('failed')
  })
})

describe('an export that is stopped', () => {
  it('leaves nothing at all behind, at whatever step it is stopped', async () => {
    const steps: ExportStep[] = []
    await write({ told: (step) => steps.push(step) })
    await rm(join(officeFolder, NAME), { recursive: true })
    expect(new Set(steps.map(({ step }) => step))).toEqual(new Set(['looking', 'printing', 'writing']))
    expect(steps.at(-1)).toMatchObject({ step: 'writing', done: 10, of: 10 })
    // From the last file on it is a matter of who is quicker: then it is there, whole.
    for (const at of steps.slice(0, -1).keys()) {
      const stop = new AbortController()
      let told = 0
      const counting = () => {
        if (told === at) stop.abort()
        told += 1
      }
      const folder = limitedFolder(() => startProcess(), { ...limits, stopMs: 2000 })
      expect(await codeOf(write({ folder, told: counting, signal: stop.signal })), `step ${at}`).toBe(
        'stopped',
      )
      expect(await readdir(officeFolder)).toEqual([])
    }
  })

  it('is not waited for where the folder hangs', async () => {
    const stop = new AbortController()
    const folder = limitedFolder(() => startProcess({ silentAfter: 9 }), { ...limits, actMs: 60_000 })
    const told = ({ step }: ExportStep) => {
      if (step === 'writing') stop.abort()
    }
    expect(await codeOf(write({ folder, told, signal: stop.signal }))).toBe('stopped')
  })
})

describe('two computers', () => {
  it('that export the same day at once: one is there, the other finds it, and it is no second version', async () => {
    const both = await Promise.all([write(), write()])
    expect(both.map(({ version }) => version)).toEqual([1, 1])
    expect(both.filter(({ unchanged }) => unchanged)).toHaveLength(1)
    expect(await readdir(officeFolder)).toEqual([NAME])
  })

  it('that export different things at once have a version each, and neither loses its files', async () => {
    const written = await Promise.all(
      [day, corrected, buildDay({ pupils: 6, lessons: 1 })].map((one) => write({ day: one })),
    )
    expect(new Set(written.map(({ version }) => version))).toEqual(new Set([1, 2, 3]))
    for (const { folder, files } of written) expect(await readdir(folder)).toHaveLength(files.length)
  })
})

describe('a file held by another program', () => {
  it.each(['EPERM', 'EACCES', 'EBUSY'])('says so when the rename is refused (%s)', async (code) => {
    refused.code = code
    expect(await codeOf(write())).toBe('held')
    expect(await readdir(officeFolder)).toEqual([])
    refused.code = ''
    expect(await write()).toMatchObject({ version: 1 })
  })

  it('is no reason to write the same day again', async () => {
    const { folder } = await write()
    const csv = join(folder, 'Summary 2021-01-18.csv')
    expect(await holds(csv, 'another sum')).toBe(false)
    expect(
      await holds(csv, 'any sum', () => Promise.reject(Object.assign(new Error('held'), { code: 'EBUSY' }))),
    ).toBe(true)
  })
})

describe('a clock that is wrong by a day', () => {
  it('moves no lesson to another day, and says that the earlier version is dated later', async () => {
    const first = await write({ exportedAt: EXPORTED_AT + DAY_MS })
    expect(first.folder).toBe(join(officeFolder, NAME))
    const second = await write({ day: corrected, exportedAt: EXPORTED_AT })
    expect(second).toMatchObject({ version: 2, earlierIsDated: EXPORTED_AT + DAY_MS })
    const manifest = JSON.parse(await readFile(join(second.folder, 'manifest.json'), 'utf8')) as object
    expect(manifest).toMatchObject({
      date: '2021-01-18',
      remarks: [expect.stringContaining('dated before version 1')],
    })
    expect(await write({ exportedAt: EXPORTED_AT + minutes(1) })).toMatchObject({ earlierIsDated: null })
  })
})

describe('a version the office has moved away', () => {
  it('is not written again as something new, until somebody asks for it', async () => {
    const first = await write()
    const known = { version: first.version, folder: first.folder, contentHash: first.contentHash }
    await mkdir(join(officeFolder, 'done'))
    await rename(first.folder, join(officeFolder, 'done', NAME))
    expect(await write({ known })).toMatchObject({ version: 1, unchanged: true, isGone: true })
    expect(await readdir(officeFolder)).toEqual(['done'])
    expect(await write({ known, again: true })).toMatchObject({ version: 2, unchanged: false })
    expect(await write({ known, day: corrected })).toMatchObject({ version: 3 })
  })
})

describe('the sheet "What changed" of a correction', () => {
  const rowsIn = async (folder: string) =>
    readCsv(await readFile(join(folder, 'What changed 2021-01-18.csv'), 'utf8')).rows

  it('names what differs from the files the office really has', async () => {
    const first = await write()
    expect(first.files).not.toContain('What changed 2021-01-18.csv')
    const second = await write({ day: corrected })
    const rows = await rowsIn(second.folder)
    expect(rows).toContainEqual(['Summary', '4K, Mathematics, 09:30', 'Expected', '3', '4'])
    expect(
      rows.filter(([sheet, , , before]) => sheet === 'Participation' && before === 'Was not there'),
    ).toHaveLength(1)
    expect(rows.some(([sheet]) => sheet === 'Packs')).toBe(false)
    const third = await write({
      day: corrected,
      known: { version: 2, folder: second.folder, contentHash: 'x' },
    })
    expect(third).toMatchObject({ version: 2, unchanged: true })
  })

  it('says which of them the office has changed, and that the whole version is gone', async () => {
    const first = await write()
    await writeFile(join(first.folder, 'Summary 2021-01-18.csv'), 'changed by hand')
    const second = await write({ day: corrected })
    const [summary] = (await rowsIn(second.folder)).filter(([sheet]) => sheet === 'Summary')
    expect(summary?.[4]).toContain('gone or was changed')
    const { version, folder, contentHash } = second
    for (const one of [first.folder, folder]) await rm(one, { recursive: true })
    const third = await write({ known: { version, folder, contentHash } })
    expect((await rowsIn(third.folder))[0]?.[0]).toContain('Version 2 is not in the folder any more')
  })

  it('keeps hostile text text', async () => {
    await write({ day: buildDay({ pupils: 4, lessons: 1, names: hostileNames }) })
    const second = await write({
      day: buildDay({ pupils: 4, lessons: 1, names: hostileNames.toReversed() }),
    })
    const cells = (await rowsIn(second.folder)).flat()
    expect(cells.join(' ')).toContain("'+1")
    expect(cells.filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([])
  })
})

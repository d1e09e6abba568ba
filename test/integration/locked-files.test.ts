import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { putBundle } from '../../electron/exchange/bundle/incoming-folder.ts'
import { exportFailureFrom } from '../../electron/exchange/export/export-failure.ts'
import { type DayExport, writeDay } from '../../electron/exchange/export/write-day.ts'
import { buildDay } from '../support/day-fixture.ts'

const WORKBOOK = 'Session participation 2021-01-18.xlsx'
const day = buildDay({ pupils: 4, lessons: 1 })
const corrected = buildDay({ pupils: 5, lessons: 1 })

let officeFolder: string
beforeEach(() => {
  officeFolder = mkdtempSync(join(tmpdir(), 'session-companion-locked-'))
})
afterEach(() => rmSync(officeFolder, { recursive: true, force: true }))

const write = (change: Partial<DayExport> = {}) =>
  writeDay({
    officeFolder,
    day,
    printPdf: () => Promise.resolve(new TextEncoder().encode('%PDF')),
    exportedAt: Date.UTC(2021, 0, 18, 15, 45),
    appVersion: '0.1.0',
    ...change,
  })

/** As Excel writes it: the name's length and the name in the system's letters to byte 54, then both again in 16 bits. */
function excelOwner(name: string): Buffer {
  const bytes = Buffer.alloc(165, ' ')
  bytes.writeUInt8(name.length, 0)
  bytes.write(name, 1, 'latin1')
  bytes.writeUInt16LE(name.length, 55)
  bytes.write(name, 57, 'utf16le')
  return bytes
}

describe('a version that somebody at the office has open', () => {
  const opened = async (ownerFile: string, content: string | Uint8Array) => {
    const { folder } = await write()
    writeFileSync(join(folder, ownerFile), content)
    const { version, openFiles } = await write({ day: corrected })
    expect(version).toBe(2)
    return openFiles
  }

  it('in Excel is told with the name that Excel gives', async () => {
    const by = 'Ms Ołena Office'
    expect(await opened(`~$${WORKBOOK}`, excelOwner(by))).toEqual([{ file: WORKBOOK, by }])
  })

  it('in LibreOffice is told with the name, or the account where no name is set', async () => {
    const line = (name: string) => `${name},office,PC-3,25.11.2026 17:11,file:///C:/Users/office/profile;`
    const file = 'Summary 2021-01-18.csv'
    expect(await opened(`.~lock.${file}#`, line('Office\\, Ms O'))).toEqual([{ file, by: 'Office, Ms O' }])
    rmSync(officeFolder, { recursive: true })
    officeFolder = mkdtempSync(join(tmpdir(), 'session-companion-locked-'))
    expect(await opened(`.~lock.${file}#`, line(''))).toEqual([{ file, by: 'office' }])
  })

  it('is told without a name where that cannot be read, and shows nothing that moves or hides text', async () => {
    expect(await opened(`~$${WORKBOOK}`, 'cut off')).toEqual([{ file: WORKBOOK, by: null }])
    rmSync(officeFolder, { recursive: true })
    officeFolder = mkdtempSync(join(tmpdir(), 'session-companion-locked-'))
    expect(await opened(`~$${WORKBOOK}`, excelOwner('Ms\u202E\r\n Office'))).toEqual([
      { file: WORKBOOK, by: 'Ms Office' },
    ])
  })

  it('is not one where the owner file is of no file there, and nothing is open in a first version', async () => {
    expect(await opened('~$Other.xlsx', excelOwner('Ms Office'))).toEqual([])
    expect(await write({ day: buildDay({ pupils: 6, lessons: 1 }) })).toMatchObject({
      version: 3,
      openFiles: [],
    })
  })
})

/** Whether this computer can lock a file or folder so that nobody may rename it: root on a file system that knows the word. */
const lock = (how: '+i' | '+a' | '-i' | '-a', path: string): boolean =>
  spawnSync('chattr', [how, path]).status === 0
const probe = mkdtempSync(join(tmpdir(), 'session-companion-probe-'))
const canLock = lock('+i', probe) && lock('-i', probe)
rmSync(probe, { recursive: true })
const skipped = canLock ? '' : ': skipped, chattr may lock nothing here'

describe.skipIf(!canLock)(`what the system itself keeps from being renamed${skipped}`, () => {
  const of = { date: '2021-01-18', deviceId: '0000000a-0000-4000-8000-000000000000', deviceName: 'CJS-114' }
  const bundle = (words: string) => ({
    officeFolder,
    of,
    version: 1,
    content: new TextEncoder().encode(words),
  })

  it('a sealed day that another program holds: said so, left as it was, and replaced once it is let go', async () => {
    await putBundle(bundle('first'))
    const incoming = join(officeFolder, 'incoming')
    const [name = ''] = readdirSync(incoming)
    expect(lock('+i', join(incoming, name))).toBe(true)
    const failure = await putBundle(bundle('second')).catch((error: unknown) =>
      exportFailureFrom(error, officeFolder),
    )
    lock('-i', join(incoming, name))
    expect(failure).toMatchObject({ code: 'held', message: expect.stringContaining('Another program') })
    expect(readdirSync(incoming)).toEqual([name])
    await putBundle(bundle('second'))
    expect(readdirSync(incoming)).toEqual([name])
  })

  it('a sealed day that is held for a moment is waited for', async () => {
    await putBundle(bundle('first'))
    const [name = ''] = readdirSync(join(officeFolder, 'incoming'))
    const path = join(officeFolder, 'incoming', name)
    expect(lock('+i', path)).toBe(true)
    setTimeout(() => lock('-i', path), 300)
    await putBundle(bundle('second'))
    expect(readFileSync(path, 'utf8')).toBe('second')
  })

  it('a folder in which nothing may be renamed: nothing is there under its name, and it is once it may', async () => {
    await write()
    expect(lock('+a', officeFolder)).toBe(true)
    const failure = await write({ day: corrected }).catch((error: unknown) => error)
    lock('-a', officeFolder)
    const seen = () => readdirSync(officeFolder).filter((name) => !name.startsWith('.'))
    expect(failure).toMatchObject({ code: 'held', message: expect.stringContaining('nothing is lost') })
    expect(seen()).toEqual(['2021-01-18 Ms J Reid'])
    expect(await write({ day: corrected })).toMatchObject({ version: 2 })
    expect(seen()).toEqual(['2021-01-18 Ms J Reid', '2021-01-18 Ms J Reid v2'])
  })

  it('a folder that may not be written to at all', async () => {
    expect(lock('+i', officeFolder)).toBe(true)
    const failure = await write().catch((error: unknown) => error)
    lock('-i', officeFolder)
    expect(failure).toMatchObject({ code: 'folder-not-writable' })
    expect(readdirSync(officeFolder)).toEqual([])
  })
})

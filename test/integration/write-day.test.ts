import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inPartial, publish } from '../../electron/exchange/export/whole-folder.ts'
import {
  type DayExport,
  dayFolderName,
  ExportFailure,
  writeDay,
} from '../../electron/exchange/export/write-day.ts'
import { minutes } from '../../shared/domain/times.ts'
import { buildDay, hostileNames, idOf } from '../support/day-fixture.ts'

const EXPORTED_AT = Date.UTC(2021, 0, 18, 15, 45)
const pdf = new TextEncoder().encode('%PDF-1.7 stands in for what Electron prints')

let officeFolder: string

beforeEach(async () => {
  officeFolder = await mkdtemp(join(tmpdir(), 'session-companion-office-'))
})
afterEach(() => rm(officeFolder, { recursive: true, force: true }))

const exportOf = (change: Partial<DayExport> = {}): DayExport => ({
  officeFolder,
  day: buildDay({ pupils: 4, lessons: 1 }),
  printPdf: () => Promise.resolve(pdf),
  exportedAt: EXPORTED_AT,
  appVersion: '0.1.0',
  ...change,
})

const failureOf = (options: DayExport): Promise<unknown> =>
  writeDay(options).then(
    () => 'written',
    (error: unknown) => error,
  )

type ManifestRead = { version: number; files: { name: string; bytes: number; sha256: string }[] }
const manifestIn = async (folder: string) =>
  JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as ManifestRead

describe('writeDay', () => {
  it('writes one folder with every file, and a manifest of their sums', async () => {
    const written = await writeDay(exportOf())
    expect(await readdir(officeFolder)).toEqual(['2021-01-18 Ms J Reid'])
    expect(written).toMatchObject({
      folder: join(officeFolder, '2021-01-18 Ms J Reid'),
      version: 1,
      unchanged: false,
    })
    expect((await readdir(written.folder)).toSorted()).toEqual([
      'Checks 2021-01-18.csv',
      'Follow-up 2021-01-18.csv',
      'Incidents 2021-01-18.csv',
      'Lessons 2021-01-18.pdf',
      'Packs 2021-01-18.csv',
      'Participation 2021-01-18.csv',
      'Points and rewards 2021-01-18.csv',
      'Session participation 2021-01-18.xlsx',
      'Summary 2021-01-18.csv',
      'manifest.json',
    ])
    expect(written.files.toSorted()).toEqual((await readdir(written.folder)).toSorted())
    const manifest = await manifestIn(written.folder)
    expect(manifest).toMatchObject({
      format: 1,
      date: '2021-01-18',
      teacher: 'Ms J Reid',
      version: 1,
      exportedAt: '2021-01-18T15:45:00.000Z',
      lessons: [{ class: '4K', subject: 'Mathematics', startsAt: '2021-01-18T09:30:00.000Z' }],
    })
    expect(manifest.files).toHaveLength(9)
    for (const { name, bytes, sha256 } of manifest.files) {
      const content = await readFile(join(written.folder, name))
      expect([content.byteLength, createHash('sha256').update(content).digest('hex')]).toEqual([
        bytes,
        sha256,
      ])
    }
  })

  it('writes nothing when nothing changed, whatever the time and computer', async () => {
    const first = await writeDay(exportOf({ deviceId: idOf(7) }))
    const later = exportOf({ deviceId: idOf(7), exportedAt: EXPORTED_AT + minutes(5) })
    const again = await writeDay({ ...later, day: { ...later.day, deviceName: 'LAPTOP-002' } })
    expect(again).toEqual({ ...first, unchanged: true })
    expect(await readdir(officeFolder)).toHaveLength(1)
  })

  it('takes the next version when something was corrected, and leaves the earlier one alone', async () => {
    const first = await writeDay(exportOf())
    const before = await readFile(join(first.folder, 'manifest.json'))
    const corrected = exportOf({ day: buildDay({ pupils: 5, lessons: 1 }) })
    expect(await writeDay(corrected)).toMatchObject({
      folder: join(officeFolder, '2021-01-18 Ms J Reid v2'),
      version: 2,
    })
    expect((await manifestIn(join(officeFolder, '2021-01-18 Ms J Reid v2'))).version).toBe(2)
    expect(await writeDay(exportOf())).toMatchObject({ version: 3, unchanged: false })
    expect(await readFile(join(first.folder, 'manifest.json'))).toEqual(before)
    expect((await readdir(officeFolder)).toSorted()).toEqual([
      '2021-01-18 Ms J Reid',
      '2021-01-18 Ms J Reid v2',
      '2021-01-18 Ms J Reid v3',
    ])
  })

  it('does not call damaged files unchanged', async () => {
    const { folder } = await writeDay(exportOf())
    await writeFile(join(folder, 'Summary 2021-01-18.csv'), 'changed by hand')
    expect(await writeDay(exportOf())).toMatchObject({ version: 2, unchanged: false })
    await rm(join(officeFolder, '2021-01-18 Ms J Reid v2', 'manifest.json'))
    expect(await writeDay(exportOf())).toMatchObject({ version: 3, unchanged: false })
  })

  it('never writes into a folder or file that already has the name', async () => {
    await mkdir(join(officeFolder, '2021-01-18 Ms J Reid'))
    await writeFile(join(officeFolder, '2021-01-18 ms j reid v2'), 'a note of the office')
    expect(await writeDay(exportOf())).toMatchObject({ version: 3 })
    expect(await readdir(join(officeFolder, '2021-01-18 Ms J Reid'))).toEqual([])
  })

  it('gives two exports at the same moment a version each', async () => {
    const both = await Promise.all([
      writeDay(exportOf()),
      writeDay(exportOf({ day: buildDay({ pupils: 5, lessons: 1 }) })),
    ])
    expect(new Set(both.map(({ version }) => version))).toEqual(new Set([1, 2]))
    for (const { folder, version } of both) expect((await manifestIn(folder)).version).toBe(version)
    expect(await readdir(officeFolder)).toHaveLength(2)
  })

  it('does not take over an empty folder that appeared under the name meanwhile', async () => {
    await inPartial(officeFolder, async (partial) => {
      await mkdir(join(officeFolder, 'taken'))
      expect(await publish(partial, officeFolder, 'taken')).toBe(false)
      expect(await publish(partial, officeFolder, 'free')).toBe(true)
    })
    expect((await readdir(officeFolder)).toSorted()).toEqual(['free', 'taken'])
  })

  it('clears leftovers of a crash older than an hour, younger and foreign ones not, whatever its own clock says', async () => {
    const partial = (letter: string) =>
      `.session-companion-${letter.repeat(8)}-0000-4000-8000-000000000000.partial`
    for (const [name, age] of [
      [partial('a'), 61],
      [partial('b'), 59],
      ['.other-thing.partial', 600],
    ] as const) {
      await mkdir(join(officeFolder, name))
      const at = new Date(Date.now() - minutes(age))
      await utimes(join(officeFolder, name), at, at)
    }
    await writeDay(exportOf({ exportedAt: Date.now() + minutes(24 * 60) }))
    expect((await readdir(officeFolder)).toSorted()).toEqual([
      '.other-thing.partial',
      partial('b'),
      '2021-01-18 Ms J Reid',
    ])
  })

  it('prints the pages of the day', async () => {
    const printed: string[] = []
    const printPdf = (html: string) => {
      printed.push(html)
      return Promise.resolve(pdf)
    }
    await writeDay(exportOf({ printPdf, day: buildDay({ names: hostileNames, isExample: true }) }))
    const [html = ''] = printed
    expect(html.match(/<section class="page"/g)).toHaveLength(2)
    expect(html.match(/Example school - invented data/g)).toHaveLength(2)
    expect(html.match(/not marks of the statutory attendance register/g)).toHaveLength(2)
    expect(html).not.toMatch(/<script|<b>Bold|https?:|src=|<link|@import|url\(/)
    expect(html).toContain('&lt;b&gt;Bold')
  })
})

describe('an export that cannot be written', () => {
  const inWords = (code: ExportFailure['code']) => ({
    name: 'ExportFailure',
    code,
    message: expect.stringContaining('nothing is lost: the lessons are safe in Session Companion') as unknown,
  })

  it('says that the folder is missing, or is not a folder', async () => {
    const missing = join(officeFolder, 'unplugged drive', 'Office')
    expect(await failureOf(exportOf({ officeFolder: missing }))).toMatchObject(inWords('folder-missing'))
    const file = join(officeFolder, 'file')
    await writeFile(file, '')
    expect(await failureOf(exportOf({ officeFolder: file }))).toMatchObject(inWords('folder-missing'))
  })

  // Root may write anywhere, so a folder is needed that the system itself lets nobody make folders in.
  it.skipIf(process.platform !== 'linux')('says that the folder cannot be written to', async () => {
    expect(await failureOf(exportOf({ officeFolder: '/sys/kernel' }))).toMatchObject(
      inWords('folder-not-writable'),
    )
  })

  it('leaves nothing behind when printing fails, and does not blame the folder', async () => {
    const noPrinter = Object.assign(new Error('no printer'), { code: 'ENOENT' })
    expect(await failureOf(exportOf({ printPdf: () => Promise.reject(noPrinter) }))).toMatchObject(
      inWords('failed'),
    )
    expect(await readdir(officeFolder)).toEqual([])
  })

  const canMount = spawnSync('sh', ['-c', 'unshare --mount true']).status === 0 && process.getuid?.() === 0
  it.skipIf(!canMount)(
    'leaves nothing behind when the disk is full, and earlier versions whole',
    async () => {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', officeFolder])
      try {
        await writeDay(exportOf())
        const big = exportOf({ printPdf: () => Promise.resolve(new Uint8Array(1_000_000)) })
        expect(await failureOf({ ...big, day: buildDay({ pupils: 5, lessons: 1 }) })).toMatchObject(
          inWords('disk-full'),
        )
        expect(await readdir(officeFolder)).toEqual(['2021-01-18 Ms J Reid'])
        expect(await writeDay(exportOf())).toMatchObject({ unchanged: true })
      } finally {
        execFileSync('umount', [officeFolder])
      }
    },
  )

  it('shows nothing under the final name when the computer dies while writing', async () => {
    const script = fileURLToPath(new URL('../support/write-large-day.ts', import.meta.url))
    const child = spawn(process.execPath, [script, officeFolder], { stdio: 'ignore' })
    const died = new Promise((resolve) => child.on('exit', (_code, signal) => resolve(signal)))
    const isWriting = async () => {
      const [name] = await readdir(officeFolder)
      return name !== undefined && (await readdir(join(officeFolder, name))).length > 0
    }
    while (child.exitCode === null && !(await isWriting())) await wait(1)
    child.kill('SIGKILL')
    expect(await died).toBe('SIGKILL')
    const left = await readdir(officeFolder)
    expect(left).toHaveLength(1)
    expect(left[0]).toMatch(/^\.session-companion-.*\.partial$/)
    const anHourAgo = new Date(Date.now() - minutes(61))
    await utimes(join(officeFolder, left[0] ?? ''), anHourAgo, anHourAgo)
    expect(await writeDay(exportOf())).toMatchObject({ version: 1 })
    expect(await readdir(officeFolder)).toEqual(['2021-01-18 Ms J Reid'])
  })
})

describe('dayFolderName', () => {
  it('is the date and the teacher, with the version from the second on', () => {
    expect(dayFolderName('2021-01-18', 'Ms J Reid', 1)).toBe('2021-01-18 Ms J Reid')
    expect(dayFolderName('2021-01-18', 'Ms J Reid', 12)).toBe('2021-01-18 Ms J Reid v12')
  })

  it.each([
    ['../../etc/passwd', '2021-01-18 etc passwd'],
    ['A<B>:"/\\|?*C', '2021-01-18 A B C'],
    ['Trailing dots. . .', '2021-01-18 Trailing dots'],
    ['Tab\tand\nline', '2021-01-18 Tab and line'],
    ['\u202Egnp.exe\u200B\u0007', '2021-01-18 gnp.exe'],
    ['Zoe\u0308 \u{1F600}', '2021-01-18 Zoë \u{1F600}'],
    ['...', '2021-01-18 Teacher'],
    ['', '2021-01-18 Teacher'],
    ['\u{1F600}'.repeat(120), `2021-01-18 ${'\u{1F600}'.repeat(60)}`],
  ])('makes %j fit for every system', (teacherName, expected) => {
    expect(dayFolderName('2021-01-18', teacherName, 1)).toBe(expected)
  })
})

describe('two computers whose teachers have one name', () => {
  const NAME = '2021-01-18 Ms J Reid'
  const desktop = { deviceId: idOf(7), deviceName: 'DESK-1' }
  const laptop = { deviceId: idOf(8), deviceName: 'LAPTOP-2' }
  const from = ({ deviceId, deviceName }: { deviceId?: string; deviceName: string }, pupils: number) =>
    exportOf({
      ...(deviceId && { deviceId }),
      day: { ...buildDay({ pupils, lessons: 1 }), deviceName },
    })
  const write = async (one: DayExport) => {
    const { folder, version, unchanged } = await writeDay(one)
    return [basename(folder), version, unchanged]
  }
  const changedIn = (name: string) =>
    readFile(join(officeFolder, name, 'What changed 2021-01-18.csv'), 'utf8')

  it('count and compare their own versions alone', async () => {
    expect(await write(from(desktop, 2))).toEqual([NAME, 1, false])
    expect(await write(from(laptop, 5))).toEqual([`${NAME}, LAPTOP-2`, 1, false])
    expect((await readdir(join(officeFolder, `${NAME}, LAPTOP-2`))).join()).not.toContain('What changed')
    expect(await write(from(desktop, 2))).toEqual([NAME, 1, true])
    expect(await write(from(laptop, 5))).toEqual([`${NAME}, LAPTOP-2`, 1, true])
    expect(await write(from(laptop, 6))).toEqual([`${NAME}, LAPTOP-2 v2`, 2, false])
    expect(await changedIn(`${NAME}, LAPTOP-2 v2`)).not.toContain('not there any more')
    expect(await write(from(desktop, 3))).toEqual([`${NAME} v2`, 2, false])
    expect(
      JSON.parse(await readFile(join(officeFolder, `${NAME} v2`, 'manifest.json'), 'utf8')),
    ).toMatchObject({ computer: 'DESK-1', deviceId: desktop.deviceId })
  })

  it('are kept apart by their ids where the computers have one name too', async () => {
    await write(from(desktop, 2))
    const third = { deviceId: 'abcdef01-0000-4000-8000-000000000009', deviceName: 'laptop-2' }
    await write(from(laptop, 3))
    expect(await write(from(third, 4))).toEqual([`${NAME}, laptop-2 abcdef01`, 1, false])
  })

  it('that race for the name have it once, and neither is the other’s correction', async () => {
    const both = await Promise.all([write(from(desktop, 2)), write(from(laptop, 5))])
    expect(both.map(([, version]) => version)).toEqual([1, 1])
    const names = await readdir(officeFolder)
    expect(names).toHaveLength(2)
    expect(names).toContain(NAME)
  })

  it('are told apart in folders written before ids were, by the computers’ names', async () => {
    await write(from({ deviceName: 'DESK-1' }, 2))
    expect(await write(from(desktop, 3))).toEqual([`${NAME} v2`, 2, false])
    expect(await write(from(laptop, 4))).toEqual([`${NAME}, LAPTOP-2`, 1, false])
  })

  it('keep their names where the office has moved what it had', async () => {
    await write(from(desktop, 2))
    const { folder, version, contentHash } = await writeDay(from(laptop, 5))
    for (const name of await readdir(officeFolder)) await rm(join(officeFolder, name), { recursive: true })
    const later = { ...from(laptop, 6), known: { folder, version, contentHash } }
    expect(await write(later)).toEqual([`${NAME}, LAPTOP-2 v2`, 2, false])
  })
})

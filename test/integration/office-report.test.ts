import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import readExcelFile from 'read-excel-file/node'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readCsv } from '../../electron/exchange/export/csv.ts'
import type { Manifest } from '../../electron/exchange/export/day-folder.ts'
import { writeReports } from '../../electron/headless/office-orders.ts'
import { runHeadless } from '../../electron/headless/run-headless.ts'
import { migrate, migrations } from '../../electron/store/migrate.ts'
import type { DayBundle } from '../../shared/domain/day-bundle.ts'
import type { School } from '../../shared/domain/school.ts'
import { idOf } from '../support/day-fixture.ts'
import { corrected, dayOf, OFFICE_DATE, type Office, openOffice } from '../support/office-fixture.ts'

const NAME = `${OFFICE_DATE} Whole school`

let office: Office
let leaders: string
beforeEach(async () => {
  office = await openOffice()
  leaders = join(office.folder, 'for leaders')
  mkdirSync(leaders)
})
afterEach(() => office.end())

const day = (teacher: number, options: Parameters<typeof dayOf>[2] = {}): DayBundle =>
  dayOf(teacher, office.recipient, { pupils: 6, lessons: 1, ...options })
const late = (pupilId: string) => ({ kind: 'late' as const, pupilId, value: { minutes: 9 } })
const sendTwo = async () => {
  await office.send(day(1), office.computer(1))
  await office.send(day(2), office.computer(2))
  await office.look()
}
const correctFirst = async () => {
  await office.send(corrected(day(1), late), office.computer(1))
  await office.look()
}
const decide = async (change: Partial<School>) => {
  const { school } = await office.ask('app.status', {})
  if (!school) throw new Error('no school')
  await office.ask('school.save', { ...school, ...change })
}
const keepLeaders = () => decide({ splitFolders: { leaders, home: null } })
const namesIn = (folder: string) => readdirSync(folder).toSorted()
const tableIn = (folder: string, sheet: string) =>
  readCsv(readFileSync(join(folder, `${sheet} ${OFFICE_DATE}.csv`), 'utf8'))
const manifestIn = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest

describe('a report for leaders', () => {
  it('goes into their folder, with what a leader gets of a teacher’s day and no more', async () => {
    await keepLeaders()
    await sendTwo()
    const { folder } = await office.report({ split: 'leaders' })
    expect(folder).toBe(join(leaders, `${NAME} leaders`))
    expect(namesIn(folder)).toEqual([
      `Checks ${OFFICE_DATE}.csv`,
      `Follow-up ${OFFICE_DATE}.csv`,
      `Incidents ${OFFICE_DATE}.csv`,
      `Summary ${OFFICE_DATE}.csv`,
      `Whole school for leaders ${OFFICE_DATE}.xlsx`,
      'manifest.json',
    ])
    const book = await readExcelFile(join(folder, `Whole school for leaders ${OFFICE_DATE}.xlsx`))
    expect(book.map(({ sheet }) => sheet)).toEqual(['Summary', 'Checks', 'Incidents', 'Follow-up'])
    const followUp = tableIn(folder, 'Follow-up')
    expect(followUp.header).toContain('Detail')
    expect(followUp.header).not.toContain('UPN')
    const teacher = followUp.header.indexOf('Teacher')
    expect(new Set(followUp.rows.map((row) => row[teacher]))).toEqual(
      new Set(['Ms T Teacher1', 'Ms T Teacher2']),
    )
    const checks = tableIn(folder, 'Checks')
    expect(checks.rows.length).toBeGreaterThan(0)
    expect(checks.rows.map((row) => row[checks.header.indexOf('Answer')])).not.toContain('Done')
    expect(manifestIn(folder)).toMatchObject({ split: 'leaders', teacher: 'Whole school' })
    expect(existsSync(join(office.folder, `${NAME} leaders`))).toBe(false)
  })

  it('says whose folder takes nothing', async () => {
    await keepLeaders()
    await sendTwo()
    rmSync(leaders, { recursive: true })
    expect(await office.dispatch('office.report', { date: OFFICE_DATE, split: 'leaders' })).toMatchObject({
      error: {
        code: 'folder-missing',
        message: expect.stringContaining('The folder for leaders cannot be found'),
      },
    })
  })

  it('is counted by itself, and told of by itself', async () => {
    await keepLeaders()
    await sendTwo()
    await office.report()
    await correctFirst()
    expect(await office.report()).toMatchObject({ version: 2 })
    const shownFor = async (split: 'office' | 'leaders') =>
      (await office.ask('office.day', { date: OFFICE_DATE, split })).report
    expect(await shownFor('leaders')).toBeNull()
    expect(await office.report({ split: 'leaders' })).toMatchObject({ version: 1, unchanged: false })
    expect(await shownFor('leaders')).toMatchObject({ version: 1 })
    expect(await shownFor('office')).toMatchObject({ version: 2 })
  })

  it('goes where a person says while no folder is kept for leaders, and nowhere else', async () => {
    await sendTwo()
    expect(await office.ask('office.report', { date: OFFICE_DATE, split: 'leaders' })).toEqual({
      outcome: 'cancelled',
    })
    office.chosen.folder = leaders
    const { folder } = await office.report({ split: 'leaders' })
    expect(folder).toBe(join(leaders, `${NAME} leaders`))
    const shown = await office.ask('office.day', { date: OFFICE_DATE, split: 'leaders' })
    expect(shown.report).toBeNull()
    let revealed = ''
    office.context.reveal = (path) => (revealed = path)
    await office.ask('office.reveal', { date: OFFICE_DATE, split: 'leaders' })
    expect(revealed).toBe(folder)
    await office.ask('example.create', {})
    const reply = await office.dispatch('office.reveal', { date: OFFICE_DATE, split: 'leaders' })
    expect(reply).toMatchObject({ error: { code: 'no-report' } })
  })
})

describe('a report', () => {
  it('is as the export’s settings have it: PDFs of each class and lesson, and the office’s own wording', async () => {
    await decide({ notTheRegister: 'These are no marks of any register.' })
    await office.send(day(1, { lessons: 2 }), office.computer(1))
    await office.send(day(2), office.computer(2))
    await office.look()
    const first = await office.report()
    const { school } = await office.ask('app.status', {})
    if (!school) throw new Error('no school')
    await decide({ exportSettings: { ...school.exportSettings, pdfs: ['class', 'lesson'] } })
    const { folder, version } = await office.report()
    expect(version).toBe(2)
    const pdfs = namesIn(folder).filter((name) => name.endsWith('.pdf'))
    expect(pdfs).toEqual([
      `Lesson 0930 4K Mathematics ${OFFICE_DATE} 2.pdf`,
      `Lesson 0930 4K Mathematics ${OFFICE_DATE}.pdf`,
      `Lesson 1100 4K English ${OFFICE_DATE}.pdf`,
      `Lessons of 4K ${OFFICE_DATE}.pdf`,
    ])
    const pagesIn = (name: string, where = folder) => readFileSync(join(where, name), 'utf8')
    const sections = (name: string) => pagesIn(name).match(/<section class="page/g)?.length
    expect(sections(`Lessons of 4K ${OFFICE_DATE}.pdf`)).toBe(3)
    expect(sections(`Lesson 0930 4K Mathematics ${OFFICE_DATE}.pdf`)).toBe(1)
    const all = pagesIn(`Whole school ${OFFICE_DATE}.pdf`, first.folder)
    expect(all).toContain('These are no marks of any register.')
    expect(all).toContain('<title>Live online lessons, whole school, 18 January 2021</title>')
  })

  it('has a sheet of what changed, read back from the files the office really has', async () => {
    await sendTwo()
    const first = await office.report()
    expect(namesIn(first.folder)).not.toContain(`What changed ${OFFICE_DATE}.csv`)
    await correctFirst()
    const second = await office.report()
    const { rows } = tableIn(second.folder, 'What changed')
    const changes = rows.filter(([sheet]) => sheet === 'Participation')
    expect(changes.map(([, who, ...rest]) => [who?.split(', ').at(-1), ...rest])).toEqual([
      ['Ms T Teacher1', 'Minutes late', expect.any(String), '9'],
    ])
    const book = await readExcelFile(join(second.folder, `Whole school ${OFFICE_DATE}.xlsx`))
    expect(book.at(-1)?.sheet).toBe('What changed')
    expect(String(book.at(-1)?.data[0]?.[0])).toContain('Whole school, 18 January 2021, since version 1')
  })

  it('says who has the version before open', async () => {
    await sendTwo()
    const first = await office.report()
    writeFileSync(
      join(first.folder, `.~lock.Whole school ${OFFICE_DATE}.xlsx#`),
      'Mr H Head,head,CJS-1,18.01.2021 15:50,profile;',
    )
    await correctFirst()
    expect((await office.report()).openFiles).toEqual([
      { file: `Whole school ${OFFICE_DATE}.xlsx`, by: 'Mr H Head' },
    ])
  })

  it('does not pass an older version off as the one before, where that was moved away', async () => {
    await sendTwo()
    await office.report()
    await correctFirst()
    const second = await office.report()
    rmSync(second.folder, { recursive: true })
    await office.send(day(3), office.computer(3))
    await office.look()
    const third = await office.report()
    expect(third.version).toBe(3)
    expect(tableIn(third.folder, 'What changed').rows).toEqual([
      [expect.stringContaining('Version 2 is not in the folder any more'), '', '', '', ''],
    ])
  })

  it('that the office moved away is not made again as new, until somebody asks', async () => {
    await sendTwo()
    const first = await office.report()
    office.clock.now += 60_000
    const filed = join(office.folder, 'filed')
    renameSync(first.folder, filed)
    expect(await office.report()).toMatchObject({ version: 1, unchanged: true, isGone: true })
    expect(existsSync(first.folder)).toBe(false)
    const { report } = await office.ask('office.day', { date: OFFICE_DATE })
    expect(report).toMatchObject({ version: 1, madeAt: office.clock.now - 60_000, isOutdated: false })
    const again = await office.report({ again: true })
    expect(again).toMatchObject({ version: 2, unchanged: false, isGone: false })
    renameSync(again.folder, join(office.folder, 'filed too'))
    await correctFirst()
    expect(await office.report()).toMatchObject({ version: 3, unchanged: false, isGone: false })
  })

  it('is the one told of, also where the one before was made by a clock that was a day ahead', async () => {
    await sendTwo()
    office.clock.now += 86_400_000
    renameSync((await office.report()).folder, join(office.folder, 'filed'))
    office.clock.now -= 86_400_000
    const second = await office.report({ again: true })
    expect(second.version).toBe(2)
    const { report } = await office.ask('office.day', { date: OFFICE_DATE })
    expect(report?.version).toBe(2)
    renameSync(second.folder, join(office.folder, 'filed too'))
    expect(await office.report()).toMatchObject({ version: 2, unchanged: true, isGone: true })
  })

  it('goes on counting where the office has another folder: no two have one number', async () => {
    await sendTwo()
    await office.report()
    const other = join(office.folder, 'other')
    mkdirSync(other)
    await decide({ officeFolder: other })
    expect(await office.report()).toMatchObject({
      version: 2,
      unchanged: false,
      folder: join(other, `${NAME} v2`),
    })
    expect(await office.report()).toMatchObject({ version: 2, unchanged: true, isGone: false })
  })

  it('can be stopped, says how far it is, and leaves nothing', async () => {
    await sendTwo()
    let begun = () => {}
    const printing = new Promise<void>((resolve) => (begun = resolve))
    office.context.printPdf = () => {
      begun()
      return new Promise(() => {})
    }
    office.told.length = 0
    const made = office.dispatch('office.report', { date: OFFICE_DATE })
    await printing
    expect(await office.dispatch('office.report', { date: OFFICE_DATE })).toMatchObject({
      error: { code: 'being-made' },
    })
    await office.ask('office.stop-report', { date: OFFICE_DATE })
    expect(await made).toMatchObject({ error: { code: 'stopped' } })
    expect(namesIn(office.folder).filter((name) => name.includes('Whole school'))).toEqual([])
    expect(namesIn(office.folder).filter((name) => name.includes('.partial'))).toEqual([])
    const steps = office.told.filter(({ name }) => name === 'export.progress')
    expect(steps.map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({ way: 'report', step: 'printing' }),
    )
  })
})

describe('a report of many documents', () => {
  const wantLessons = async () => {
    const { school } = await office.ask('app.status', {})
    if (!school) throw new Error('no school')
    await decide({ exportSettings: { ...school.exportSettings, pdfs: ['day', 'lesson'] } })
  }

  it('says how many are printed', async () => {
    await wantLessons()
    await sendTwo()
    office.told.length = 0
    await office.report()
    const steps = office.told.flatMap(({ name, payload }) =>
      name === 'export.progress' ? [payload as { step: string; done: number; of: number }] : [],
    )
    expect(steps.filter(({ step, of }) => step === 'printing' && of > 0).map(({ done }) => done)).toEqual([
      0, 1, 2,
    ])
  })

  it('prints no more of them once it is stopped', async () => {
    await wantLessons()
    await sendTwo()
    let prints = 0
    let finish = (_page: Uint8Array<ArrayBuffer>) => {}
    office.context.printPdf = () => {
      prints += 1
      return new Promise((resolve) => (finish = resolve))
    }
    const made = office.dispatch('office.report', { date: OFFICE_DATE })
    await vi.waitFor(() => expect(prints).toBe(1))
    await office.ask('office.stop-report', { date: OFFICE_DATE })
    expect(await made).toMatchObject({ error: { code: 'stopped' } })
    finish(new TextEncoder().encode('%PDF'))
    await new Promise((resolve) => setImmediate(resolve))
    expect(prints).toBe(1)
  })
})

describe('a report for leaders where somebody else works', () => {
  const asked = async (split: 'office' | 'leaders' = 'leaders') => {
    const reply = await office.dispatch('office.report', { date: OFFICE_DATE, split })
    return reply.ok ? reply.value : reply.error
  }

  it('goes nowhere that nobody leading has said, and says who says it; the office’s own is made', async () => {
    await sendTwo()
    office.addLeader()
    office.chosen.folder = leaders
    const refused = { code: 'not-yours', message: expect.stringContaining('Ask a leader to choose') }
    expect(await asked()).toMatchObject(refused)
    expect(await asked('office')).toMatchObject({ outcome: 'written' })
    await expect(keepLeaders()).rejects.toThrow('not-yours')
    const problems: string[] = []
    const say = { out: () => {}, problem: (line: string) => problems.push(line) }
    const wish = { do: 'report', from: OFFICE_DATE, to: OFFICE_DATE, split: 'leaders' } as const
    for (const out of [null, leaders]) {
      expect(await runHeadless(office.context, { ...wish, out }, office.folder, say)).toBe(1)
    }
    expect(problems).toEqual([refused.message, refused.message])
    expect(namesIn(leaders)).toEqual([])
  })

  it('goes into the folder that a leader keeps for it', async () => {
    await sendTwo()
    await keepLeaders()
    office.addLeader()
    expect(await asked()).toMatchObject({ outcome: 'written', folder: join(leaders, `${NAME} leaders`) })
  })

  it('goes into the office’s own folder for nobody', async () => {
    await sendTwo()
    office.chosen.folder = join(office.folder, '.')
    expect(await asked()).toMatchObject({ code: 'not-for-office' })
    await decide({ splitFolders: { leaders: office.folder, home: null } })
    expect(await asked()).toMatchObject({ code: 'not-for-office' })
    expect(namesIn(office.folder)).not.toContain(`${NAME} leaders`)
  })
})

describe('whether a report is up to date', () => {
  const isOutdated = async () => (await office.ask('office.day', { date: OFFICE_DATE })).report?.isOutdated
  const packOf = ({ lessons: [one] }: DayBundle, how: 'collected' | null) => {
    const pupil = one?.pupils[0]
    if (!one || !pupil) throw new Error('no lesson')
    return {
      id: idOf(800),
      classId: one.lesson.classId,
      className: one.lesson.className,
      week: OFFICE_DATE,
      contents: 'Maths pack',
      availableFrom: '2021-01-15',
      approval: null,
      approvedBy: null,
      pupils: [{ ...pupil, how }],
    }
  }

  it('is told where a day comes in with another word of a pack alone', async () => {
    const key = office.computer(1)
    const first = day(1)
    const withPack = (how: 'collected' | null) => ({ ...first.day, packs: [packOf(first, how)] })
    await office.send({ ...first, day: withPack(null) }, key)
    await office.look()
    await office.report()
    expect(await isOutdated()).toBe(false)
    const writtenAt = first.writtenAt + 60_000
    await office.send({ ...first, version: 2, writtenAt, day: withPack('collected') }, key)
    await office.look()
    expect(await isOutdated()).toBe(true)
    expect(await office.report()).toMatchObject({ version: 2, unchanged: false })
    expect(await isOutdated()).toBe(false)
  })

  it('is told where the export’s settings or its wording are others', async () => {
    await sendTwo()
    await office.report()
    const { school } = await office.ask('app.status', {})
    if (!school) throw new Error('no school')
    for (const change of [
      { exportSettings: { ...school.exportSettings, leftOutSheets: ['Packs' as const] } },
      { notTheRegister: 'These are no marks of any register.' },
    ]) {
      await decide(change)
      expect(await isOutdated()).toBe(true)
      expect(await office.report()).toMatchObject({ unchanged: false })
      expect(await isOutdated()).toBe(false)
    }
  })
})

describe('reports ordered without windows', () => {
  const order = async (split: 'office' | 'leaders', out: string | null = null) => {
    const said: string[] = []
    const say = { out: (line: string) => said.push(line), problem: (line: string) => said.push(line) }
    const wish = { do: 'report', from: OFFICE_DATE, to: OFFICE_DATE, split, out } as const
    const code = await writeReports(office.context, wish, office.folder, say)
    return { code, said }
  }

  it('are for the reader that was named, and say what was there already and what is gone', async () => {
    await keepLeaders()
    await sendTwo()
    const where = join(leaders, `${NAME} leaders`)
    expect(await order('leaders')).toEqual({
      code: 0,
      said: [`${OFFICE_DATE}: 2 lessons, version 1: ${where}`],
    })
    expect((await order('leaders')).said).toEqual([
      `${OFFICE_DATE}: 2 lessons, version 1, there already: ${where}`,
    ])
    rmSync(where, { recursive: true })
    const { code, said } = await order('leaders')
    expect([code, said[1], existsSync(where)]).toEqual([
      0,
      `${OFFICE_DATE}: that folder is not there any more; nothing was written again.`,
      false,
    ])
  })

  it('say who has the version before open, and that a clock is wrong', async () => {
    await sendTwo()
    office.clock.now += 86_400_000
    const { folder } = await office.report()
    office.clock.now -= 86_400_000
    writeFileSync(
      join(folder, `.~lock.Whole school ${OFFICE_DATE}.xlsx#`),
      'Mr H Head,head,CJS-1,18.01.2021 15:50,profile;',
    )
    await correctFirst()
    const { code, said } = await order('office')
    expect([code, said.slice(1)]).toEqual([
      0,
      [
        expect.stringContaining('The clock of this computer or of the other is wrong'),
        expect.stringContaining(`Mr H Head has “Whole school ${OFFICE_DATE}.xlsx” open`),
      ],
    ])
  })

  it('go to leaders only where somebody said: never into the office’s folder by themselves', async () => {
    await sendTwo()
    await expect(order('leaders')).rejects.toMatchObject({
      code: 'no-folder',
      message: expect.stringContaining('leaders’ folder'),
    })
    expect((await order('leaders', 'for leaders')).code).toBe(0)
    expect(namesIn(leaders)).toEqual([`${NAME} leaders`])
  })
})

it('reports made before there were others than the office’s stay the office’s', () => {
  const db = new Database(join(office.folder, 'older.sqlite'))
  migrate(
    db,
    migrations.filter(({ version }) => version < 11),
  )
  db.exec(`INSERT INTO office_report (date, version, revision, made_at, folder)
    VALUES ('${OFFICE_DATE}', 2, 5, 7, x'00')`)
  migrate(db)
  expect(db.prepare('SELECT * FROM office_report').all()).toEqual([
    { date: OFFICE_DATE, split: 'office', version: 2, revision: 5, made_at: 7, folder: Buffer.from([0]) },
  ])
  db.close()
})

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v4 as uuidv4 } from 'uuid'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFileParts } from '../../electron/ipc/file-parts.ts'
import type { HandedFile } from '../../shared/ipc/commands/files.ts'
import { readingJobs } from '../../electron/reading/reading-jobs.ts'
import { openWorkingSchool, type WorkingSchool } from '../support/working-school.ts'
import { zoomReport } from '../support/zoom-report.ts'

let school: WorkingSchool
beforeEach(async () => {
  school = openWorkingSchool()
  await school.begin()
})
afterEach(() => {
  vi.restoreAllMocks()
  school.end()
})

/** Hands a file in as a window does: part after part. */
async function hand(content: string | Uint8Array, fileName = 'dropped', part = 100): Promise<HandedFile> {
  const whole = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const about = { handing: uuidv4(), fileName, size: whole.length }
  for (let at = 0; ; at += part) {
    const answer = await school.ask('file.hand', {
      ...about,
      at,
      bytes: new Uint8Array(whole.subarray(at, at + part)),
    })
    if (answer.outcome !== 'more') return answer
  }
}

const tokenOf = (file: HandedFile): string => {
  if (!('token' in file)) throw new Error(JSON.stringify(file))
  return file.token
}

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures', name))

describe('a file that is dropped anywhere', () => {
  it('leads a class list to its import, which takes it once', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => `Pupil${at},Example,5C`)
    const file = await hand(['Forename,Surname,Class', ...rows].join('\n'), '5c.csv')
    expect(file).toMatchObject({ outcome: 'recognised', fileName: '5c.csv', path: '/classes/import' })
    const handed = tokenOf(file)
    const chosen = await school.ask('class-list.choose', { handed })
    expect(chosen).toMatchObject({ outcome: 'understood', preview: { fileName: '5c.csv' } })
    expect(chosen.outcome === 'understood' && chosen.preview.rows).toHaveLength(40)
    expect(await school.dispatch('class-list.choose', { handed })).toMatchObject({
      ok: false,
      error: { code: 'no-such-file' },
    })
  })

  it('reads the folder of a OneRoster export, and says what another folder is', async () => {
    school.chosen.folder = join(import.meta.dirname, '../fixtures/oneroster/oneroster-1.1')
    const chosen = await school.ask('class-list.choose', { what: 'folder' })
    expect(chosen).toMatchObject({ outcome: 'understood', preview: { fileName: 'oneroster-1.1' } })
    expect(chosen.outcome === 'understood' && chosen.preview.rows.length).toBeGreaterThan(0)
    school.chosen.folder = join(import.meta.dirname, '../fixtures/reports')
    expect(await school.ask('class-list.choose', { what: 'folder' })).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'not-a-file', advice: expect.stringContaining('manifest.csv') },
    })
    school.chosen.folder = null
    expect(await school.ask('class-list.choose', { what: 'folder' })).toEqual({ outcome: 'cancelled' })
  })

  it('is read once, for itself and for its page', async () => {
    const again = vi.spyOn(readingJobs, 'class-list')
    const handed = tokenOf(await hand('Forename,Surname,Class\nAda,Lovelace,5C\n'))
    expect(await school.ask('class-list.choose', { handed })).toMatchObject({ outcome: 'understood' })
    expect(again).not.toHaveBeenCalled()
    await school.importClass()
    expect(again).toHaveBeenCalledOnce()
  })

  it('is read once as a report too, but again for its lesson where its day is open', async () => {
    const again = vi.spyOn(readingJobs, 'recognise')
    await school.importClass()
    const lessonId = await school.goLive()
    await school.act(lessonId, { kind: 'moved', value: { to: 'ended' } })
    const report = zoomReport('Maths', [['Ada Lovelace', '09:20', '09:40']])
    const handed = tokenOf(await hand(report))
    const chosen = await school.ask('report.choose', { lessonId, handed })
    expect(chosen).toMatchObject({ outcome: 'understood', preview: { meetings: [{ names: 1 }] } })
    expect(again).not.toHaveBeenCalled()
    // The same file, chosen in a dialog, is known again by its sum.
    await school.ask('report.confirm', { token: chosen.outcome === 'understood' ? chosen.token : '' })
    school.chosen.file = join(school.folder, 'same.csv')
    writeFileSync(school.chosen.file, report)
    expect(await school.ask('report.choose', { lessonId })).toMatchObject({ preview: { isKnown: true } })
    expect(again).toHaveBeenCalledOnce()

    const dateless =
      'First name,Last name,Email,Duration,Time joined,Time exited\nAda,Lovelace,,20 min,09:20,09:40\n'
    const dated = await school.ask('report.choose', { lessonId, handed: tokenOf(await hand(dateless)) })
    expect(dated).toMatchObject({ preview: { meetings: [{ from: Date.UTC(2021, 0, 18, 9, 20) }] } })
    expect(again).toHaveBeenCalledTimes(2)
  })

  it('leads a calendar to the timetable', async () => {
    const file = await hand(fixture('calendars/google-weekly.ics'), 'lessons.ics')
    expect(file).toMatchObject({ outcome: 'recognised', path: '/timetable/import' })
    const chosen = await school.ask('timetable.import-choose', { handed: tokenOf(file) })
    expect(chosen).toMatchObject({ outcome: 'understood', preview: { fileName: 'lessons.ics' } })
  })

  it('leads a colleague’s lesson file to joining, and one of a lesson here to its sharing', async () => {
    await school.importClass()
    const lesson = await school.startLesson()
    await school.ask('sharing.start', lesson)
    school.chosen.folder = school.folder
    const { path } = await school.ask('sharing.save-file', lesson)
    const bytes = readFileSync(path ?? '')
    const own = await hand(bytes, 'x.lesson', 60_000)
    expect(own).toMatchObject({ outcome: 'recognised', path: `/lessons/${lesson.lessonId}/share` })
    expect(await school.ask('sharing.take-in', { ...lesson, handed: tokenOf(own) })).toEqual({
      outcome: 'taken-in',
      added: 0,
      leftOut: 0,
    })

    const other = openWorkingSchool()
    try {
      await other.begin()
      const about = { handing: uuidv4(), fileName: 'x.lesson', size: bytes.length, at: 0 }
      const file = await other.ask('file.hand', { ...about, bytes: new Uint8Array(bytes) })
      expect(file).toMatchObject({ outcome: 'recognised', path: '/lessons/join' })
      const handed = file.outcome === 'recognised' ? file.token : ''
      const looked = await other.ask('join.look', { where: 'file', handed })
      expect(looked).toMatchObject({ outcome: 'found', path: 'x.lesson', files: 1 })
    } finally {
      other.end()
    }
  })

  it('refuses with advice what is none of these, and keeps nothing', async () => {
    for (const content of ['', 'Dear all,\nplease find attached.', Uint8Array.of(0x89, 0x50, 0x4e, 0x47)]) {
      const file = await hand(content, 'thing')
      expect(file).toMatchObject({ outcome: 'refused', fileName: 'thing' })
      const { message, advice } = file.outcome === 'refused' ? file.refusal : { message: '', advice: '' }
      expect(message).toMatch(/Nothing was changed/)
      expect(advice.length).toBeGreaterThan(20)
    }
  })

  it('says that the app was opened without a file', async () => {
    expect(await school.ask('file.opened', {})).toEqual({ file: null })
  })
})

it('puts parts together only in their order, and gives up what was begun for what comes next', () => {
  const parts = createFileParts()
  const bytes = Uint8Array.of(1, 2, 3, 4, 5)
  const part = (handing: string, at: number, to: number, size = 5) => ({
    handing,
    size,
    at,
    bytes: bytes.subarray(at, to),
  })
  expect(parts.take(part('a', 0, 2))).toBe('more')
  expect(parts.take(part('b', 0, 3))).toBe('more')
  expect(parts.take(part('b', 3, 5))).toEqual(bytes)
  expect(parts.take(part('a', 2, 5))).toBe('broken')
  expect(parts.take(part('c', 0, 2))).toBe('more')
  expect(parts.take(part('c', 3, 5))).toBe('broken')
  expect(parts.take(part('d', 0, 2))).toBe('more')
  expect(parts.take(part('d', 2, 2))).toBe('broken')
  expect(parts.take(part('e', 0, 5, 3))).toBe('broken')
  expect(parts.take(part('f', 0, 0, 0))).toEqual(new Uint8Array(0))
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { certificatePage } from '../../electron/exchange/export/certificate-page.ts'
import type { NewEntry } from '../../shared/domain/events.ts'
import { certificatesProgress } from '../../shared/ipc/commands/certificates.ts'
import { openWorkingSchool, type WorkingSchool } from '../support/working-school.ts'

let school: WorkingSchool
beforeEach(async () => {
  school = openWorkingSchool()
  await school.begin()
  await school.importClass()
})
afterEach(() => school.end())

const points = (pupilId: string, count: number): NewEntry[] =>
  Array.from({ length: count }, () => ({
    kind: 'award',
    pupilId,
    value: { behaviour: 'listening', group: 'praise', points: 1 },
  }))
/** A lesson in which Ada gets 24 points and Alan 25, an hour after the last. */
const finishLesson = (ada = 24, alan = 25) => {
  school.clock.now += 3_600_000
  return school.finishLesson(([first = '', second = '']) => [...points(first, ada), ...points(second, alan)])
}
const earned = async (lessonId: string) =>
  (await school.ask('certificates.earned', { lessonId })).certificates
const prepare = async (lessonId: string, place: 'office' | 'chosen' = 'office') => {
  const wanted = (await earned(lessonId)).map(({ pupilId, levelId }) => ({ pupilId, levelId }))
  return school.ask('certificates.prepare', { lessonId, wanted, place })
}
const folders = () => readdirSync(school.folder).filter((name) => name.includes('certificates'))

describe('certificates of a lesson', () => {
  it('are earned by whoever it took to a level, and by nobody before it is over', async () => {
    const first = await finishLesson()
    expect(await earned(first)).toMatchObject([
      { name: 'Alan Turing', levelId: 'bronze', levelName: 'Bronze', points: 25, madeAt: null },
    ])
    const second = await finishLesson(1, 24)
    expect(await earned(second)).toMatchObject([{ name: 'Ada Lovelace', points: 25 }])
    const third = await finishLesson(0, 1)
    expect(await earned(third)).toMatchObject([{ name: 'Alan Turing', levelName: 'Silver', points: 50 }])
    school.clock.now += 3_600_000
    const { lessonId } = await school.startLesson()
    expect(await earned(lessonId)).toEqual([])
  })

  it('are written into a folder of their own beside the day’s, and remembered', async () => {
    await school.chooseOffice()
    const lessonId = await finishLesson()
    const made = await prepare(lessonId)
    expect(made).toEqual({
      outcome: 'written',
      folder: join(school.folder, '2021-01-18 Ms J Reid certificates'),
      files: ['Bronze Alan Turing.pdf'],
    })
    const page = readFileSync(
      join(school.folder, '2021-01-18 Ms J Reid certificates/Bronze Alan Turing.pdf'),
      'utf8',
    )
    for (const words of [
      'Crofton',
      'Alan Turing',
      'Bronze',
      '25 points',
      '18 January 2021',
      'School year 2020/21',
      'Ms J Reid',
    ]) {
      expect(page).toContain(words)
    }
    expect((await earned(lessonId))[0]?.madeAt).toBe(school.clock.now)
    await school.ask('export.day', { date: '2021-01-18' })
    expect(readdirSync(school.folder)).toContain('2021-01-18 Ms J Reid')
  })

  it('are made again on purpose, never over those that are there', async () => {
    await school.chooseOffice()
    const lessonId = await finishLesson()
    await prepare(lessonId)
    await prepare(lessonId)
    expect(folders()).toEqual(['2021-01-18 Ms J Reid certificates', '2021-01-18 Ms J Reid certificates v2'])
  })

  it('go to a folder that is chosen; leaving the dialog makes none', async () => {
    const lessonId = await finishLesson()
    school.chosen.folder = null
    expect(await prepare(lessonId, 'chosen')).toEqual({ outcome: 'cancelled' })
    expect((await earned(lessonId))[0]?.madeAt).toBeNull()
    school.chosen.folder = school.folder
    expect(await prepare(lessonId, 'chosen')).toMatchObject({ outcome: 'written' })
  })

  it.each([
    ['no folder was ever chosen', null, 'no-folder'],
    ['the folder is gone', '/nowhere/at/all', 'folder-missing'],
  ])('are not made where %s, and none is remembered', async (_what, officeFolder, code) => {
    const { school: settings } = await school.ask('app.status', {})
    if (settings) await school.ask('school.save', { ...settings, officeFolder })
    const lessonId = await finishLesson()
    await expect(prepare(lessonId)).rejects.toThrow(code)
    expect((await earned(lessonId))[0]?.madeAt).toBeNull()
  })

  it.each([
    ['office', 'The office’s folder cannot be found', 'choose another folder in Settings'],
    ['chosen', 'The folder for the certificates cannot be found', 'or choose another folder, then'],
  ] as const)('name the folder that is away: %s', async (place, what, advice) => {
    const gone = join(school.folder, 'gone')
    school.chosen.folder = gone
    const { school: settings } = await school.ask('app.status', {})
    if (settings) await school.ask('school.save', { ...settings, officeFolder: gone })
    const lessonId = await finishLesson()
    await expect(prepare(lessonId, place)).rejects.toThrow(`${what}: ${gone}`)
    await expect(prepare(lessonId, place)).rejects.toThrow(advice)
  })

  it('leave nothing behind when one of them cannot be printed', async () => {
    await school.chooseOffice()
    const lessonId = await finishLesson(25, 25)
    let printed = 0
    school.context.printPdf = (html) => {
      printed += 1
      return printed === 2
        ? Promise.reject(new Error('no printer'))
        : Promise.resolve(new TextEncoder().encode(html))
    }
    await expect(prepare(lessonId)).rejects.toThrow('failed')
    expect(printed).toBe(2)
    expect(folders()).toEqual([])
    expect((await earned(lessonId)).map(({ madeAt }) => madeAt)).toEqual([null, null])
  })

  const stepIn = (payload: unknown): string => {
    const { step, done, of } = certificatesProgress.parse(payload)
    return `${step} ${done} of ${of}`
  }
  const stepsAre = [
    'printing 0 of 2',
    'printing 1 of 2',
    'writing 0 of 2',
    'writing 1 of 2',
    'writing 2 of 2',
  ]

  it('say how far they are', async () => {
    await school.chooseOffice()
    const lessonId = await finishLesson(25, 25)
    await prepare(lessonId)
    const told = school.told.filter(({ name }) => name === 'certificates.progress')
    expect(told.map(({ payload }) => stepIn(payload))).toEqual(stepsAre)
    expect(told.every(({ payload }) => certificatesProgress.parse(payload).lessonId === lessonId)).toBe(true)
  })

  it.each(stepsAre.slice(0, -1))('can be stopped at %s, and then there are none', async (at) => {
    await school.chooseOffice()
    const lessonId = await finishLesson(25, 25)
    const { tell } = school.context.windows
    school.context.windows.tell = (name, payload) => {
      if (name === 'certificates.progress' && stepIn(payload) === at) {
        void school.ask('certificates.stop', { lessonId })
      }
    }
    await expect(prepare(lessonId)).rejects.toThrow('stopped')
    school.context.windows.tell = tell
    expect(readdirSync(school.folder).filter((name) => /certificates|partial/.test(name))).toEqual([])
    expect((await earned(lessonId)).map(({ madeAt }) => madeAt)).toEqual([null, null])
    expect(await prepare(lessonId)).toMatchObject({ outcome: 'written' })
  })

  it('are refused for a level that the lesson did not reach', async () => {
    await school.chooseOffice()
    const lessonId = await finishLesson()
    const [one] = await earned(lessonId)
    const reply = await school.dispatch('certificates.prepare', {
      lessonId,
      wanted: [{ pupilId: one?.pupilId ?? '', levelId: 'gold' }],
      place: 'office',
    })
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-earned' } })
    expect(folders()).toEqual([])
  })
})

describe('a certificate’s page', () => {
  const one = {
    schoolName: 'Crofton Junior School',
    colour: '#ffe066',
    pupilName: 'Freya Ward',
    levelName: 'Bronze',
    points: 25,
    term: 'Spring term',
    at: Date.UTC(2021, 0, 18, 9, 30),
    teacherName: 'Ms J Reid',
    isExample: false,
  }

  it('runs nothing that a name says, and says only when it is invented', () => {
    const hostile = certificatePage({
      ...one,
      pupilName: '<script>alert(1)</script>',
      schoolName: '"><img src=x>',
    })
    expect(hostile).not.toMatch(/<script|<img/)
    expect(hostile).toContain('&lt;script&gt;')
    expect(certificatePage(one)).not.toContain('invented')
    expect(certificatePage({ ...one, isExample: true })).toContain('Example school - invented data')
  })

  it('is read on paper whatever the school’s colour', () => {
    expect(certificatePage(one)).not.toContain('#ffe066')
    expect(certificatePage({ ...one, colour: '#6741d9' })).toContain('--school: #6741d9')
  })
})

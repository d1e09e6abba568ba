import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openWorkingSchool, type WorkingSchool } from '../support/working-school.ts'

let school: WorkingSchool
beforeEach(() => {
  school = openWorkingSchool()
})
afterEach(() => school.end())

describe('the end of the day', () => {
  it('exports what is signed off, once, and a correction as version 2', async () => {
    await school.begin()
    await school.chooseOffice()
    await school.importClass()
    const lessonId = await school.finishLesson()
    const first = await school.ask('export.day', { date: '2021-01-18' })
    expect(first).toMatchObject({ version: 1, lessons: 1, unchanged: false })
    expect(await school.ask('export.day', { date: '2021-01-18' })).toMatchObject({
      version: 1,
      unchanged: true,
    })
    const { pupils } = await school.ask('lesson.get', { lessonId })
    const pupilId = pupils[0]?.id ?? ''
    await school.act(lessonId, { kind: 'moved', value: { to: 'ended' } })
    await school.act(lessonId, { kind: 'participation', pupilId, value: { status: 'absent' } })
    await school.act(lessonId, { kind: 'moved', value: { to: 'signed-off' } })
    const second = await school.ask('export.day', { date: '2021-01-18' })
    expect(second).toMatchObject({ version: 2, unchanged: false })
    expect(second.folder).not.toBe(first.folder)
  })

  it('asked for twice at once, is written once', async () => {
    await school.begin()
    await school.importClass()
    await school.chooseOffice()
    await school.finishLesson()
    const [one, two] = await Promise.all([1, 2].map(() => school.ask('export.day', { date: '2021-01-18' })))
    expect(one).toEqual(two)
    expect(readdirSync(school.folder).filter((name) => name.startsWith('2021'))).toHaveLength(1)
  })

  it('of a lesson signed off yesterday is not forgotten', async () => {
    await school.begin()
    await school.importClass()
    await school.chooseOffice()
    await school.finishLesson()
    school.clock.now += 24 * 3_600_000
    const { lessons, unfinished } = await school.ask('today.get', {})
    expect([lessons.length, unfinished.map(({ state }) => state)]).toEqual([0, ['signed-off']])
    await school.ask('export.day', { date: '2021-01-18' })
    expect((await school.ask('today.get', {})).unfinished).toEqual([])
  })

  it('lists every earlier day, and says how much is older', async () => {
    await school.begin()
    await school.importClass()
    for (let week = 0; week < 7; week += 1) {
      await school.finishLesson()
      school.clock.now += 7 * 24 * 3_600_000
    }
    const { days, older } = await school.ask('export.get', {})
    expect([days.length, older]).toEqual([8, 0])
    school.clock.now += 25 * 24 * 3_600_000
    const later = await school.ask('export.get', {})
    expect([later.days.length, later.older]).toEqual([6, 2])
  })

  it('shows an incident nobody has described, before the signature and after the export', async () => {
    await school.begin()
    await school.importClass()
    await school.chooseOffice()
    const lessonId = await school.finishLesson(([first = '']) => [
      { kind: 'incident', pupilId: first, value: { why: 'escalated' } },
    ])
    await school.ask('export.day', { date: '2021-01-18' })
    school.clock.now += 24 * 3_600_000
    const ofDay = async () =>
      (await school.ask('export.get', {})).days.find(({ date }) => date === '2021-01-18')?.lessons[0]
    expect(await ofDay()).toMatchObject({ state: 'exported', incidentsToDescribe: 1 })
    await school.act(lessonId, { kind: 'moved', value: { to: 'ended' } })
    expect(await ofDay()).toMatchObject({ state: 'ended', incidentsToDescribe: 1 })
  })

  it('keeps the name a lesson was signed with when another teacher takes the laptop', async () => {
    await school.begin()
    await school.importClass()
    const lessonId = await school.finishLesson()
    const { school: settings } = await school.ask('app.status', {})
    if (!settings) throw new Error('no school')
    await school.ask('school.save', { ...settings, teacherName: 'Mr P Supply' })
    const { staff, events, me } = await school.ask('lesson.get', { lessonId })
    const signer = events.find((event) => event.kind === 'moved' && event.value.to === 'signed-off')?.actorId
    expect(staff.find(({ id }) => id === signer)?.name).toBe('Ms J Reid')
    expect(me.name).toBe('Mr P Supply')
  })

  it('says what to do when there is no folder, or it is gone', async () => {
    await school.begin()
    await school.importClass()
    await school.finishLesson()
    const without = await school.dispatch('export.day', { date: '2021-01-18' })
    expect(without).toMatchObject({ ok: false, error: { code: 'no-folder' } })
    const { school: settings } = await school.ask('app.status', {})
    if (!settings) throw new Error('no school')
    await school.ask('school.save', { ...settings, officeFolder: join(school.folder, 'gone') })
    const gone = await school.dispatch('export.day', { date: '2021-01-18' })
    expect(gone).toMatchObject({ ok: false, error: { code: 'folder-missing' } })
    expect((await school.ask('today.get', {})).lessons[0]?.state).toBe('signed-off')
  })
})

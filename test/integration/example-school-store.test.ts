import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openExampleSchool } from '../../electron/store/example-school-store.ts'
import { isProblem, openStore } from '../../electron/store/open-store.ts'
import { listStaff } from '../../electron/store/school-repository.ts'
import { openSchoolSession } from '../../electron/store/school-session.ts'
import { instantOf } from '../../shared/domain/times.ts'
import { openWorkingSchool, type WorkingSchool } from '../support/working-school.ts'

let school: WorkingSchool
beforeEach(() => {
  school = openWorkingSchool()
})
afterEach(() => school.end())

describe('the example school', () => {
  it("stands apart from the school's own records and goes without a trace", async () => {
    await school.begin()
    await school.importClass()
    await school.ask('example.create', {})
    const status = await school.ask('app.status', {})
    expect(status).toMatchObject({ isExample: true, school: { name: expect.stringContaining('Example') } })
    expect((await school.ask('classes.list', {})).classes).toHaveLength(4)
    expect((await school.ask('today.get', {})).lessons).toHaveLength(3)
    await school.ask('example.remove', {})
    expect(await school.ask('app.status', {})).toMatchObject({
      isExample: false,
      school: { name: 'Crofton' },
    })
    expect((await school.ask('classes.list', {})).classes).toMatchObject([{ name: '5C', pupilCount: 2 }])
  })

  it.each(['2021-01-18', '2021-01-19', '2021-01-20', '2021-01-21', '2021-01-22', '2021-01-23', '2021-01-24'])(
    'has today’s three lessons from its timetable on %s, once',
    async (date) => {
      school.clock.now = instantOf(date, '09:00')
      await school.ask('example.create', {})
      const { lessons } = await school.ask('today.get', {})
      expect(lessons.map(({ subject, learningIntention }) => [subject, learningIntention])).toEqual([
        ['Maths', 'Fractions of amounts'],
        ['Reading', 'Inference: chapter 4'],
        ['Science', 'Forces and friction'],
      ])
      expect(lessons.map(({ adaptations }) => adaptations?.length)).toEqual([1, 0, 0])
      const staff = listStaff(school.context.session.store())
      const usual = staff.find(({ name }) => name === 'Mrs T Okafor')
      for (const { secondAdultId } of lessons) expect(secondAdultId).toBe(usual?.id)
      expect((await school.ask('today.get', {})).lessons).toEqual(lessons)
      for (const { id: lessonId } of lessons) {
        const { sightings } = await school.ask('checks.look', { lessonId })
        expect(sightings.filter(({ item }) => item === 'timetable')).toMatchObject([{ outcome: 'met' }])
      }
      const { days, lessons: shown } = await school.ask('timetable.get', { date })
      expect(days.filter(({ closed }) => closed === null)).toHaveLength(5)
      expect(shown.length).toBeGreaterThan(20)
    },
  )

  it('has the next day’s lessons from its timetable too', async () => {
    await school.ask('example.create', {})
    school.clock.now = instantOf('2021-01-19', '08:30')
    const { lessons } = await school.ask('today.get', {})
    expect(lessons.map(({ className, subject }) => `${className} ${subject}`)).toEqual([
      '5C Maths',
      '5C Writing',
      '5C History',
    ])
  })

  it('that was cut off while it was filled is removed, and a real school is set up in its own file', () => {
    const half = openStore(school.folder, 'example')
    if (isProblem(half)) throw new Error(half.message)
    half.close()
    const session = openSchoolSession(school.folder, () => undefined)
    expect([session.isExample, session.problem]).toEqual([false, null])
    expect(existsSync(join(school.folder, 'example.sqlite'))).toBe(false)
    session.close()
  })

  it('does not keep the real school from opening when it is damaged', () => {
    writeFileSync(join(school.folder, 'example.sqlite'), 'no database at all '.repeat(1000))
    const session = openSchoolSession(school.folder, () => undefined)
    expect([session.isExample, session.problem]).toEqual([false, null])
    session.close()
  })

  it('is no place to set up a school, and a school is set up once', async () => {
    await school.ask('example.create', {})
    const reply = await school.dispatch('school.begin', { name: 'Crofton', teacherName: 'Ms J Reid' })
    expect(reply).toMatchObject({ ok: false, error: { code: 'already-set-up' } })
  })

  it('is filled whole or not there at all', () => {
    const { context } = school
    const broken = { ...context, preset: { ...context.preset, behaviours: [] }, now: () => Number.NaN }
    expect(() => openExampleSchool(broken)).toThrow(Error)
    expect(context.session.isExample).toBe(false)
    expect(context.session.problem).toBeNull()
  })
})

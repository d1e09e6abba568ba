import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openExampleSchool } from '../../electron/store/example-school-store.ts'
import { isProblem, openStore } from '../../electron/store/open-store.ts'
import { openSchoolSession } from '../../electron/store/school-session.ts'
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

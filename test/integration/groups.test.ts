import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MOST_GROUPS } from '../../shared/domain/pupil-groups.ts'
import { openWorkingSchool, type WorkingSchool } from '../support/working-school.ts'

let school: WorkingSchool
let lessonId: string
let pupilIds: string[]
beforeEach(async () => {
  school = openWorkingSchool()
  await school.begin()
  await school.importClass()
  lessonId = (await school.startLesson()).lessonId
  pupilIds = (await school.ask('lesson.get', { lessonId })).pupils.map(({ id }) => id)
})
afterEach(() => school.end())

const save = (name: string, from: number, until: number) =>
  school.ask('groups.save', { lessonId, name, pupilIds: pupilIds.slice(from, until) })
const groupsOfLesson = async () => (await school.ask('lesson.get', { lessonId })).groups

describe('groups of a class', () => {
  it('come with the lesson, by name', async () => {
    await save('Table 10', 0, 1)
    await save('Table 2', 1, 2)
    await save('Blue', 0, 2)
    expect((await groupsOfLesson()).map(({ name }) => name)).toEqual(['Blue', 'Table 2', 'Table 10'])
    expect((await groupsOfLesson())[1]?.pupilIds).toEqual(pupilIds.slice(1, 2))
  })

  it('have other pupils when saved again under their name', async () => {
    const [before] = (await save('Blue', 0, 1)).groups
    const { groups } = await save('blue', 0, 2)
    expect(groups).toEqual([{ id: before?.id, name: 'blue', pupilIds: pupilIds.slice(0, 2) }])
  })

  it('are renamed and removed', async () => {
    const [group] = (await save('Blue', 0, 1)).groups
    const groupId = group?.id ?? ''
    expect((await school.ask('groups.rename', { groupId, name: 'BLUE' })).groups[0]?.name).toBe('BLUE')
    await save('Red', 0, 1)
    expect(await school.dispatch('groups.rename', { groupId, name: 'red' })).toMatchObject({
      ok: false,
      error: { code: 'name-taken' },
    })
    expect((await school.ask('groups.remove', { groupId })).groups.map(({ name }) => name)).toEqual(['Red'])
    expect(await groupsOfLesson()).toHaveLength(1)
  })

  it('are refused with a pupil of another class', async () => {
    const stranger = { lessonId, name: 'Blue', pupilIds: ['00000000-0000-4000-8000-000000000000'] }
    expect(await school.dispatch('groups.save', stranger)).toMatchObject({
      ok: false,
      error: { code: 'not-in-class' },
    })
    expect(await groupsOfLesson()).toEqual([])
  })

  it('are no more than a class can keep apart, and those there may still change', async () => {
    for (let number = 1; number <= MOST_GROUPS; number += 1) await save(`Table ${String(number)}`, 0, 1)
    const one = { lessonId, name: 'One more', pupilIds: pupilIds.slice(0, 1) }
    expect(await school.dispatch('groups.save', one)).toMatchObject({
      ok: false,
      error: { code: 'too-many' },
    })
    expect((await save('Table 3', 0, 2)).groups).toHaveLength(MOST_GROUPS)
  })

  it('hold no name that can be read in the file', async () => {
    await save('Blue table', 0, 1)
    const { db } = school.context.session.store()
    const [row] = db.prepare<[], { sealed: Buffer }>('SELECT sealed FROM pupil_group').all()
    expect(row?.sealed.includes('Blue')).toBe(false)
    expect(row?.sealed.includes(pupilIds[0] ?? '')).toBe(false)
  })
})

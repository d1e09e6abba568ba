import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addChecklist } from '../../electron/store/checklist-repository.ts'
import { saveJoining } from '../../electron/store/joining-repository.ts'
import { readMe, updateStaff } from '../../electron/store/school-repository.ts'
import { nothingKnown } from '../../shared/domain/joining.ts'
import { openWorkingSchool, type WorkingSchool } from '../support/working-school.ts'

let school: WorkingSchool
beforeEach(async () => {
  school = openWorkingSchool()
  await school.begin()
  await school.importClass()
})
afterEach(() => school.end())

const store = () => school.context.session.store()

function becomeLeader(): void {
  const me = readMe(store())
  if (me) updateStaff(store(), { ...me, role: 'leader' })
}
const get = () => school.ask('policy.get', {})
const DAY_MS = 86_400_000

describe('how the policy is kept', () => {
  it('stands as the lessons of today do', async () => {
    expect((await get()).standings['staff.chat']?.words).toMatch(/^In place/)
    await school.finishLesson()
    const { standings, checkTitles } = await get()
    expect(standings['staff.chat']).toEqual({ tone: 'good', words: '1 of 1 lesson today: done.' })
    expect(standings['staff.second-adult']).toEqual({
      tone: 'warn',
      words: '0 of 1 lesson today: done. 5C Maths: passed over, “Nobody is free”.',
    })
    expect(standings['head.timetable']?.words).toContain('Outside the timetable: 5C Maths')
    expect(standings['head.training']?.words).toMatch(/ 1 of 1 staff, training not in date\.$/)
    expect(checkTitles['chat']).toBe('Chat to everyone')
  })

  it('keeps the exceptions for a leader', async () => {
    await school.finishLesson()
    expect((await get()).exceptions).toBeNull()
    becomeLeader()
    const { exceptions } = await get()
    const second = exceptions?.find(({ item }) => item === 'second-adult')
    expect(second).toMatchObject({
      className: '5C',
      subject: 'Maths',
      check: 'Second adult',
      reason: 'Nobody is free',
      by: 'Ms J Reid',
    })
    expect(exceptions?.map(({ at }) => at)).toEqual(exceptions?.map(({ at }) => at).toSorted((a, b) => b - a))
  })

  it('tells an exception in the wording it was given under', async () => {
    becomeLeader()
    await school.finishLesson()
    const { checkItems } = await school.ask('lesson.get', await school.startLesson())
    const reworded = checkItems.map((item) => ({ ...item, title: `New ${item.id}`.slice(0, 40) }))
    addChecklist(store(), { items: reworded, madeAt: school.clock.now, madeBy: null })
    const { exceptions, checkTitles } = await get()
    expect(exceptions?.map(({ check }) => check)).toContain('Second adult')
    expect(checkTitles['second-adult']).toBe('New second-adult')
  })

  it('looks back fourteen days, today among them, and forgets taps', async () => {
    becomeLeader()
    await school.finishLesson()
    school.clock.now += 13 * DAY_MS
    expect((await get()).exceptions?.length).toBeGreaterThan(0)
    expect((await get()).standings['head.safeguarding']?.words).toBe('No live lesson today.')
    school.clock.now += DAY_MS
    expect((await get()).exceptions).toEqual([])
  })

  it('counts how pupils join without naming them', async () => {
    const { pupils } = await school.ask('classes.get', { classId: (await school.firstClass()).id })
    const [ada, alan] = pupils
    if (!ada || !alan) throw new Error('no pupils')
    saveJoining(store(), ada.id, { ...nothingKnown, difficulty: { what: 'No laptop', doing: '' } })
    saveJoining(store(), alan.id, { ...nothingKnown, optOut: { since: '2021-01-04', toldBy: 'Mother' } })
    const { standings } = await get()
    expect(standings['head.access']).toEqual({
      tone: 'warn',
      words: '1 pupil has trouble joining; for 1 nothing is being done yet.',
    })
    expect(standings['parent.opt-out']?.words).toBe('1 pupil does not take part.')
    expect(JSON.stringify(standings)).not.toMatch(/Ada|Alan|laptop/)
  })
})

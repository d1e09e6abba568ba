import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readDayRecord } from '../../electron/store/day-record.ts'
import { listCards } from '../../electron/store/lessons-repository.ts'
import { readMe, readSchool, updateStaff } from '../../electron/store/school-repository.ts'
import { addedCheck, changedCheck, movedCheck } from '../../shared/domain/checklist-edit.ts'
import type { CheckItem } from '../../shared/domain/checks.ts'
import { lessonAccounts } from '../../shared/domain/office-sheets/lesson-account.ts'
import { officeSheets } from '../../shared/domain/office-sheets.ts'
import { MORNING } from '../support/test-school.ts'
import { openWorkingSchool, type WorkingSchool } from '../support/working-school.ts'

let school: WorkingSchool
beforeEach(async () => {
  school = openWorkingSchool()
  await school.begin()
  await school.importClass()
})
afterEach(() => school.end())

const storeOf = () => school.context.session.store()

function becomeLeader(): void {
  const me = readMe(storeOf())
  if (!me) throw new Error('nobody is here')
  updateStaff(storeOf(), { ...me, role: 'leader' })
}
const versions = async () => (await school.ask('checklists.list', {})).versions
const inForce = async () => {
  const [newest] = await versions()
  if (!newest) throw new Error('no checklist')
  return newest
}
const save = async (change: (items: readonly CheckItem[]) => CheckItem[]) => {
  const { version, items } = await inForce()
  return school.ask('checklist.save', { basedOn: version, items: change(items) })
}
const reword = (title: string) => (items: readonly CheckItem[]) => changedCheck(items, 'chat', { title })
const dayRecord = () => {
  const settings = readSchool(storeOf())
  if (!settings) throw new Error('no school')
  const day = { date: '2021-01-18', school: settings, deviceName: 'CJS-114', isExample: false }
  return readDayRecord(storeOf(), day, listCards(storeOf(), day.date))
}

describe('the checklist', () => {
  it('is edited by a leader only', async () => {
    const { version, items } = await inForce()
    const input = { basedOn: version, items: reword('Open chat')(items) }
    const reply = await school.dispatch('checklist.save', input)
    expect(reply).toMatchObject({ ok: false, error: { code: 'leaders-only' } })
    expect(await versions()).toHaveLength(1)
    becomeLeader()
    expect(await school.dispatch('checklist.save', input)).toEqual({ ok: true, value: { version: 2 } })
  })

  it('keeps every version with when, by whom and what changed, newest first', async () => {
    becomeLeader()
    school.clock.now += 60_000
    await save((items) => movedCheck(reword('Open chat')(items), 'names', -1))
    expect(await versions()).toMatchObject([
      {
        version: 2,
        madeAt: MORNING + 60_000,
        madeBy: 'Ms J Reid',
        changes: ['‘Chat to everyone’ is now called ‘Open chat’', 'Order changed'],
      },
      { version: 1, madeBy: null, changes: [] },
    ])
    expect(school.told).toContainEqual({ name: 'school.changed', payload: {} })
  })

  it('makes no new version of what is the same', async () => {
    becomeLeader()
    expect(await save((items) => [...items])).toEqual({ version: 1 })
    expect(await versions()).toHaveLength(1)
  })

  it('is not overwritten by one who started from an older version', async () => {
    becomeLeader()
    const { version, items } = await inForce()
    await save(reword('Open chat'))
    const late = { basedOn: version, items: reword('No chat')(items) }
    expect(await school.dispatch('checklist.save', late)).toMatchObject({
      ok: false,
      error: { code: 'newer-version', message: expect.stringContaining('Version 2 was saved meanwhile') },
    })
    expect((await inForce()).items.find(({ id }) => id === 'chat')?.title).toBe('Open chat')
    expect(await school.ask('checklist.save', { ...late, basedOn: 2 })).toEqual({ version: 3 })
  })

  it('keeps every check of the policy', async () => {
    becomeLeader()
    const { version, items } = await inForce()
    const without = items.filter(({ id }) => id !== 'chat')
    expect(await school.dispatch('checklist.save', { basedOn: version, items: without })).toMatchObject({
      ok: false,
      error: { code: 'not-a-checklist', message: expect.stringContaining('‘Chat to everyone’ is missing') },
    })
    expect(await versions()).toHaveLength(1)
  })
})

describe('a lesson', () => {
  it('keeps the wording it was begun under, and one not begun takes the newest', async () => {
    becomeLeader()
    await save(reword('Open chat'))
    const begun = await school.startLesson()
    await school.act(begun.lessonId, { kind: 'moved', value: { to: 'preparing', checklist: 2 } })
    const waiting = await school.startLesson()
    await save((items) =>
      changedCheck(addedCheck(reword('No chat')(items), 'Pets away'), 'own-pets-away', {
        detail: 'None here.',
      }),
    )
    const titlesOf = async (lesson: { lessonId: string }) => {
      const { checkItems, checklistVersion } = await school.ask('lesson.get', lesson)
      return { checklistVersion, titles: checkItems.map(({ title }) => title).slice(-4) }
    }
    expect(await titlesOf(begun)).toEqual({
      checklistVersion: 2,
      titles: ['Second adult', 'Open chat', 'Pupils enter muted', 'Names visible'],
    })
    expect(await titlesOf(waiting)).toEqual({
      checklistVersion: 3,
      titles: ['No chat', 'Pupils enter muted', 'Names visible', 'Pets away'],
    })
  })

  it('stands in the office’s export with its own wording and version, however the checklist changed since', async () => {
    becomeLeader()
    await save((items) => changedCheck(reword('Open chat')(items), 'mute', { required: false }))
    const { lessonId } = await school.startLesson()
    await school.act(lessonId, { kind: 'moved', value: { to: 'preparing', checklist: 2 } })
    await school.act(
      lessonId,
      { kind: 'check-answered', value: { item: 'chat', answer: 'done' } },
      { kind: 'check-answered', value: { item: 'mute', answer: 'not-applicable' } },
    )
    await save(reword('No chat'))
    const [account] = lessonAccounts(dayRecord())
    expect(account?.checklistVersion).toBe(2)
    expect(account?.checks.map(({ title, answer }) => [title, answer]).slice(-3)).toEqual([
      ['Open chat', 'Done'],
      ['Pupils enter muted', 'Skipped'],
      ['Names visible', 'Not answered'],
    ])
    expect(account?.exceptions).toEqual([])
    const sheet = officeSheets(dayRecord()).find(({ name }) => name === 'Checks')
    const column = sheet?.columns.findIndex(({ header }) => header === 'Checklist version') ?? -1
    expect(new Set(sheet?.rows.map((row) => row[column]))).toEqual(new Set([2]))
  })

  it('is not stopped by an optional check, and takes no reason for skipping it', async () => {
    becomeLeader()
    await save((items) => changedCheck(items, 'chat', { required: false }))
    const { lessonId } = await school.startLesson()
    await school.act(lessonId, { kind: 'moved', value: { to: 'preparing', checklist: 2 } })
    await school.act(lessonId, { kind: 'check-answered', value: { item: 'chat', answer: 'not-applicable' } })
    const silent = { kind: 'check-answered', value: { item: 'mute', answer: 'not-applicable' } } as const
    await expect(school.act(lessonId, silent)).rejects.toThrow('Say why this check does not apply')
  })
})

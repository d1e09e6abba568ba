import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tally } from '../../shared/domain/tally.ts'
import { openWorkingSchool, type WorkingSchool } from '../support/working-school.ts'

let school: WorkingSchool
let lessonId: string
beforeEach(async () => {
  school = openWorkingSchool()
  await school.begin()
  await school.importClass()
  lessonId = (await school.startLesson()).lessonId
  await school.act(lessonId, { kind: 'moved', value: { to: 'preparing' } })
})
afterEach(() => school.end())

const checks = async () => tally((await school.ask('lesson.get', { lessonId })).events).checks
const look = async (item: string) => {
  const { sightings } = await school.ask('checks.look', { lessonId })
  return sightings.find((one) => one.item === item)
}
const record = (item: string, answer: 'done' | 'not-applicable', more: object = {}) =>
  school.dispatch('lesson.record', {
    lessonId,
    at: school.clock.now,
    entries: [{ kind: 'check-answered', id: crypto.randomUUID(), value: { item, answer }, ...more }],
  })

describe('the app looks for itself', () => {
  it('answers what it sees, says how it knows, and tells every window once', async () => {
    await school.ask('conduct.acknowledge', {})
    school.told.length = 0
    expect(await look('conduct')).toMatchObject({ outcome: 'met' })
    expect((await checks()).get('conduct')).toMatchObject({
      answer: 'done',
      isSeen: true,
      evidence: 'Acknowledged, Spring term 2021',
    })
    const told = () => school.told.filter(({ name }) => name === 'lesson.changed').length
    expect(told()).toBe(1)
    await look('conduct')
    expect(told()).toBe(1)
  })

  it('takes the reason a lesson is outside the timetable for the exception it is', async () => {
    await look('timetable')
    expect((await checks()).get('timetable')).toMatchObject({
      answer: 'not-applicable',
      reason: 'Moved from yesterday',
      isSeen: true,
    })
  })

  it('opens a check again when what it saw is so no longer', async () => {
    await school.ask('device.confirm', {})
    const { school: settings } = await school.ask('app.status', {})
    if (!settings) throw new Error('no school')
    await school.ask('school.save', { ...settings, devices: ['CJS-114'] })
    await look('school-device')
    expect((await checks()).get('school-device')).toMatchObject({ answer: 'done', isSeen: true })
    school.context.account = 'supply1'
    expect(await look('school-device')).toMatchObject({
      outcome: 'not-met',
      says: 'CJS-114, signed in as supply1, not as j.reid',
    })
    expect((await checks()).has('school-device')).toBe(false)
  })

  it('ticks training once the last one missing is recorded', async () => {
    const { me } = await school.ask('app.status', {})
    const add = (topic: string) =>
      school.ask('training.add', {
        staffId: me?.id ?? '',
        topic,
        date: '2021-01-10',
        expires: null,
        confidence: 3,
      })
    await add('video-platform')
    await add('safeguarding')
    expect(await look('training')).toMatchObject({ outcome: 'not-met', says: 'Online safety: not recorded' })
    await add('online-safety')
    expect(await look('training')).toMatchObject({ outcome: 'met' })
    expect((await checks()).get('training')).toMatchObject({ isSeen: true, evidence: 'All in date' })
  })

  it('says so where the lesson is not there', async () => {
    const reply = await school.dispatch('checks.look', { lessonId: crypto.randomUUID() })
    expect(reply).toMatchObject({ ok: false, error: { code: 'no-such-lesson' } })
  })
})

describe('what the app sees otherwise', () => {
  it('is not done by a person’s word', async () => {
    const reply = await record('training', 'done')
    expect(reply).toMatchObject({ ok: false, error: { code: 'seen-otherwise' } })
    expect(JSON.stringify(reply)).toContain('Online safety: not recorded')
    expect((await checks()).has('training')).toBe(false)
  })

  it('is passed over with a reason only', async () => {
    expect(await record('training', 'not-applicable')).toMatchObject({
      ok: false,
      error: { code: 'not-now' },
    })
    expect(await record('training', 'not-applicable', { text: 'Course is on Friday' })).toMatchObject({
      ok: true,
    })
    expect((await checks()).get('training')).toMatchObject({ reason: 'Course is on Friday', isSeen: false })
  })

  it('stays passed over when the app looks again', async () => {
    await record('training', 'not-applicable', { text: 'Course is on Friday' })
    await look('training')
    expect((await checks()).get('training')).toMatchObject({ answer: 'not-applicable' })
  })

  it('is done by a person’s word where the app cannot tell', async () => {
    expect(await look('school-account')).toMatchObject({ outcome: 'unknown' })
    expect(await record('school-account', 'done')).toMatchObject({ ok: true })
  })

  it('is never said to have been seen by a window', async () => {
    const reply = await record('chat', 'done', { value: { item: 'chat', answer: 'done', seen: true } })
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-now' } })
    expect((await checks()).has('chat')).toBe(false)
  })
})

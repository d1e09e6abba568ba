import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommandName, Input } from '../../shared/ipc/contract.ts'
import { openWorkingSchool, type WorkingSchool } from '../support/working-school.ts'

let school: WorkingSchool
beforeEach(async () => {
  school = openWorkingSchool()
  await school.begin()
})
afterEach(() => school.end())

const me = async () => {
  const { me: here } = await school.ask('app.status', {})
  if (!here) throw new Error('nobody is here')
  return here
}
const list = async () => (await school.ask('staff.list', {})).members
const row = async (name: string) => {
  const found = (await list()).find((one) => one.name === name)
  if (!found) throw new Error(`no ${name}`)
  return found
}
/** The refusal of a command in words, and proof that it changed nothing on the list. */
async function refusal<N extends CommandName>(name: N, input: Input<N>): Promise<string> {
  const before = await list()
  const reply = await school.dispatch(name, input)
  expect(await list()).toEqual(before)
  return reply.ok ? 'allowed' : reply.error.message
}
const rename = async (name: string) => {
  const { school: settings } = await school.ask('app.status', {})
  if (!settings) throw new Error('no school')
  return school.dispatch('school.save', { ...settings, teacherName: name })
}
const training = { topic: 'online-safety', date: '2020-09-02', expires: '2021-01-03', confidence: 2 }

describe('the staff list', () => {
  it('holds who is who, how they are trained and what they have said', async () => {
    await school.ask('staff.add', { name: 'Mr A Patel' })
    const { id } = await me()
    await school.ask('training.add', { ...training, staffId: id })
    await school.ask('device.confirm', {})
    await school.ask('conduct.acknowledge', {})
    expect(await school.ask('staff.list', {})).toMatchObject({
      today: '2021-01-18',
      term: { key: '2021-spring', name: 'Spring term 2021' },
      mayLead: true,
      hasLeader: false,
      members: [
        { name: 'Mr A Patel', role: 'assistant', hasAccount: false, acknowledgedAt: null },
        {
          name: 'Ms J Reid',
          role: 'teacher',
          hasAccount: true,
          acknowledgedAt: school.clock.now,
          training: [training],
          standing: [
            { topic: 'video-platform', state: 'none', expires: null },
            { topic: 'online-safety', state: 'overdue', expires: '2021-01-03' },
            { topic: 'safeguarding', state: 'none', expires: null },
          ],
        },
      ],
    })
  })

  it('has everyone once, and is told to every window', async () => {
    const first = await school.ask('staff.add', { name: 'Mrs D Okafor', role: 'office' })
    expect(school.told.at(-1)?.name).toBe('school.changed')
    expect(await school.ask('staff.add', { name: 'mrs d okafor' })).toEqual(first)
    expect(await list()).toHaveLength(2)
  })

  it('keeps trainings of others to themselves and leaders', async () => {
    const { id } = await me()
    await school.ask('training.add', { ...training, staffId: id })
    await school.ask('staff.save', { id, name: 'Ms J Reid', role: 'leader' })
    await school.ask('staff.add', { name: 'Mr A Patel' })
    await rename('Mr A Patel')
    expect(await row('Ms J Reid')).toMatchObject({ training: [], standing: [{}, { state: 'overdue' }, {}] })
    await rename('Ms J Reid')
    expect((await row('Ms J Reid')).training).toHaveLength(1)
  })
})

describe('who may change what', () => {
  it('lets the first leader be named by anyone, then only a leader decides', async () => {
    await school.ask('staff.add', { name: 'Mrs H Ashdown', role: 'leader' })
    const head = await row('Mrs H Ashdown')
    const mine = await me()
    expect(await refusal('staff.save', { ...mine, role: 'leader' })).toContain('Only a leader')
    expect(await refusal('staff.save', { id: head.id, name: 'Mrs H', role: 'leader' })).toContain(
      'Only a leader',
    )
    expect(await refusal('staff.add', { name: 'Dr P Quill', role: 'leader' })).toContain('Only a leader')
    expect(await refusal('training.add', { ...training, staffId: head.id })).toContain('Only a leader')
    expect(await school.ask('app.status', {})).toMatchObject({ mayLead: false })
  })

  it('keeps the only leader', async () => {
    const mine = await me()
    await school.ask('staff.save', { ...mine, role: 'leader' })
    expect(await refusal('staff.save', { ...mine, role: 'teacher' })).toContain('is the only leader')
  })

  it('writes one’s own name in Settings too, until it has signed something', async () => {
    const mine = await me()
    await school.ask('staff.save', { id: mine.id, name: 'Ms J Hall', role: 'teacher' })
    const status = await school.ask('app.status', {})
    expect(status).toMatchObject({ me: { name: 'Ms J Hall' }, school: { teacherName: 'Ms J Hall' } })
    await school.importClass()
    await school.finishLesson()
    expect(await refusal('staff.save', { id: mine.id, name: 'Ms J Reid', role: 'teacher' })).toContain(
      'a signature keeps its name',
    )
  })

  it('keeps what the school holds its lessons to for the leader, and nothing else', async () => {
    await school.ask('staff.add', { name: 'Mrs H Ashdown', role: 'leader' })
    const { school: settings } = await school.ask('app.status', {})
    if (!settings) throw new Error('no school')
    expect(await school.dispatch('school.save', { ...settings, devices: ['HOME-PC'] })).toMatchObject({
      ok: false,
      error: { code: 'not-yours' },
    })
    expect((await school.ask('app.status', {})).school?.devices).toEqual([])
    await school.ask('school.save', { ...settings, teacherEmail: 'j.reid@crofton.example' })
    await rename('Mrs H Ashdown')
    const asHead = { ...settings, teacherName: 'Mrs H Ashdown', devices: ['CJS-114'] }
    await school.ask('school.save', asHead)
    expect((await school.ask('app.status', {})).school?.devices).toEqual(['CJS-114'])
  })

  it('knows a colleague who sits down at this computer, but not under another’s account', async () => {
    await school.ask('staff.add', { name: 'Mr A Patel' })
    await school.ask('device.confirm', {})
    expect(await rename('Mr A Patel')).toMatchObject({ ok: true })
    expect(await list()).toHaveLength(2)
    expect(await refusal('device.confirm', {})).toContain('own profile of Ms J Reid')
    school.context.account = 'a.patel'
    expect(await rename('Ms J Reid')).toMatchObject({ ok: false, error: { code: 'not-yours' } })
  })
})

describe('what staff say themselves', () => {
  it('acknowledges the code of conduct once a term', async () => {
    await school.ask('conduct.acknowledge', {})
    const first = (await row('Ms J Reid')).acknowledgedAt
    school.clock.now += 86_400_000
    await school.ask('conduct.acknowledge', {})
    expect((await row('Ms J Reid')).acknowledgedAt).toBe(first)
    school.clock.now = Date.UTC(2021, 3, 19, 8)
    expect((await row('Ms J Reid')).acknowledgedAt).toBeNull()
  })

  it('confirms an account once, until a leader lets it be said again', async () => {
    const mine = await me()
    await school.ask('device.confirm', {})
    school.context.account = 'supply1'
    expect(await refusal('device.confirm', {})).toContain('Your own profile is j.reid')
    await school.ask('staff.save', { id: mine.id, name: mine.name, role: mine.role, forgetAccount: true })
    await school.ask('device.confirm', {})
    expect((await me()).account).toBe('supply1')
  })

  it('records no training that has not taken place, and none the school does not ask for', async () => {
    const staffId = (await me()).id
    expect(await refusal('training.add', { ...training, staffId, date: '2021-01-19' })).toContain(
      'taken place',
    )
    expect(await refusal('training.add', { ...training, staffId, topic: 'fire' })).toContain('does not ask')
  })
})

it('seals names, trainings and accounts', async () => {
  const staffId = (await me()).id
  await school.ask('training.add', { ...training, staffId })
  await school.ask('device.confirm', {})
  const { db } = school.context.session.store()
  const plain = JSON.stringify(
    db
      .prepare('SELECT * FROM training')
      .all()
      .map((one) => ({ ...(one as object), sealed: '' })),
  )
  expect(plain).not.toContain('online-safety')
  const sealed = db.prepare<[], { sealed: Buffer }>(
    'SELECT sealed FROM staff UNION ALL SELECT sealed FROM training',
  )
  for (const one of sealed.all())
    expect(one.sealed.toString('latin1')).not.toMatch(/Reid|j\.reid|online-safety/)
})

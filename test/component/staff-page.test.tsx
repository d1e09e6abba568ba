import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { StaffPage } from '../../renderer/features/staff/staff-page.tsx'
import type { StaffRow } from '../../shared/ipc/commands/staff.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { assistantId, idOf, teacherId } from '../support/day-fixture.ts'
import { createFakeApi, renderInApp } from '../support/fake-api.tsx'

const inDate = { topic: 'online-safety', title: 'Online safety', state: 'in-date', expires: null } as const
const overdue = { ...inDate, state: 'overdue', expires: '2021-01-03' } as const
const member = (change: Partial<StaffRow>): StaffRow => ({
  id: teacherId,
  name: 'Ms J Reid',
  role: 'teacher',
  hasAccount: true,
  standing: [inDate],
  training: [],
  acknowledgedAt: null,
  ...change,
})
const colleague = member({ id: assistantId, name: 'Mr A Patel', role: 'assistant', standing: [overdue] })
const leader = member({ id: idOf(3), name: 'Mrs H Ashdown', role: 'leader' })

async function openStaff(list: Partial<Output<'staff.list'>> = {}, role: StaffRow['role'] = 'teacher') {
  let shown: Output<'staff.list'> = {
    today: '2021-01-18',
    term: { key: '2021-spring', name: 'Spring term 2021' },
    mayLead: role === 'leader',
    hasLeader: true,
    members: [member({}), colleague, leader],
    ...list,
  }
  const api = createFakeApi({
    status: { me: { id: teacherId, name: 'Ms J Reid', role } },
    handlers: {
      'staff.list': () => shown,
      'training.add': (wish) => ({ ...wish, id: idOf(90) }),
    },
  })
  renderInApp(<StaffPage />, { api })
  await screen.findByRole('list', { name: 'Staff' })
  const next = (change: Partial<Output<'staff.list'>>) => (shown = { ...shown, ...change })
  return { api, user: userEvent.setup(), next }
}
const rowOf = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}`) })

describe('the staff list', () => {
  it('shows everyone with role and standing', async () => {
    await openStaff()
    expect(screen.getByText('3 people · Spring term 2021')).toBeTruthy()
    expect(rowOf('Ms J Reid').textContent).toContain('Teacher · you')
    expect(rowOf('Ms J Reid').textContent).toContain('Training in date')
    expect(rowOf('Mr A Patel').textContent).toContain('Online safety: overdue since 3 January 2021')
  })

  it('gives a leader, and nobody else, what is overdue first', async () => {
    await openStaff({}, 'leader')
    const section = screen.getByRole('region', { name: 'Overdue' })
    expect(section.textContent).toBe('OverdueMr A Patel Online safety: overdue since 3 January 2021')
  })

  it('keeps the list of what is overdue from others', async () => {
    await openStaff()
    expect(screen.queryByRole('region', { name: 'Overdue' })).toBeNull()
  })

  it('says what a leader is for while there is none', async () => {
    await openStaff({ hasLeader: false, mayLead: true, members: [member({})] })
    expect(screen.getByText('No leader is named yet')).toBeTruthy()
    expect(screen.queryByRole('region', { name: 'Overdue' })).toBeNull()
  })

  it('says in words why it cannot be shown', async () => {
    const api = createFakeApi()
    api.failNext('staff.list', { code: 'broken', message: 'The records could not be read.' })
    renderInApp(<StaffPage />, { api })
    expect((await screen.findByRole('alert')).textContent).toContain('The records could not be read.')
  })
})

describe('trainings', () => {
  it('are added to one’s own record, what is missing proposed first', async () => {
    const fire = { ...inDate, topic: 'fire', title: 'Fire', state: 'none' } as const
    const { api, user, next } = await openStaff({ members: [member({ standing: [inDate, fire] })] })
    await user.click(rowOf('Ms J Reid'))
    expect(screen.getByText('No training is recorded yet.')).toBeTruthy()
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Training' }).value).toBe('fire')
    await user.type(screen.getByLabelText(/Taken on/), '2021-01-12')
    await user.type(screen.getByLabelText(/Counts until/), '2022-01-11')
    await user.selectOptions(screen.getByRole('combobox', { name: 'How sure do they feel?' }), '4')
    const record = { topic: 'fire', date: '2021-01-12', expires: '2022-01-11', confidence: 4 }
    const training = [{ ...record, id: idOf(90), staffId: teacherId }]
    next({ members: [member({ standing: [inDate, { ...fire, state: 'in-date' }], training })] })
    await user.click(screen.getByRole('button', { name: 'Add the training' }))
    expect(api.callsOf('training.add')).toEqual([{ ...record, staffId: teacherId }])
    const table = await screen.findByRole('table', { name: 'Trainings of Ms J Reid' })
    expect(within(table).getByRole('row', { name: /^Fire/ }).textContent).toBe(
      'Fire12 January 202111 January 20224 of 5, sure',
    )
  })

  it('of a colleague are not shown to one who does not lead', async () => {
    const { user } = await openStaff()
    await user.click(rowOf('Mr A Patel'))
    expect(screen.getByText('Their trainings are recorded by themselves or by a leader.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Add the training' })).toBeNull()
    expect(screen.queryByRole('form', { name: /^Name and role/ })).toBeNull()
  })

  it('are a leader’s to record for anyone', async () => {
    const { user } = await openStaff({}, 'leader')
    await user.click(rowOf('Mr A Patel'))
    expect(screen.getByRole('form', { name: 'Add a training of Mr A Patel' })).toBeTruthy()
  })
})

describe('roles', () => {
  it('are set by a leader', async () => {
    const { api, user } = await openStaff({}, 'leader')
    await user.click(rowOf('Mr A Patel'))
    const form = within(screen.getByRole('form', { name: 'Name and role of Mr A Patel' }))
    await user.selectOptions(form.getByRole('combobox', { name: 'Role' }), 'Teacher')
    await user.click(form.getByRole('button', { name: 'Save' }))
    expect(api.callsOf('staff.save')).toEqual([{ id: assistantId, name: 'Mr A Patel', role: 'teacher' }])
  })

  it('are shown, not offered, to others, who write their own name', async () => {
    const { api, user } = await openStaff()
    await user.click(rowOf('Ms J Reid'))
    const form = within(screen.getByRole('form', { name: 'Name and role of Ms J Reid' }))
    expect(form.getByText('Teacher; a leader changes roles.')).toBeTruthy()
    await user.clear(form.getByRole('textbox'))
    await user.type(form.getByRole('textbox'), 'Ms J Hall')
    await user.click(form.getByRole('button', { name: 'Save' }))
    expect(api.callsOf('staff.save')).toEqual([{ id: teacherId, name: 'Ms J Hall', role: 'teacher' }])
  })

  it('says in main’s words what was refused', async () => {
    const { api, user } = await openStaff({}, 'leader')
    await user.click(rowOf('Mrs H Ashdown'))
    api.failNext('staff.save', { code: 'not-allowed', message: 'Mrs H Ashdown is the only leader.' })
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Mrs H Ashdown is the only leader.')
  })

  it('lets a confirmed profile be said again', async () => {
    const { api, user } = await openStaff({}, 'leader')
    await user.click(rowOf('Mr A Patel'))
    await user.click(screen.getByRole('button', { name: 'Ask again' }))
    expect(api.callsOf('staff.save')).toMatchObject([{ id: assistantId, forgetAccount: true }])
  })
})

describe('the code of conduct', () => {
  it('is read and acknowledged by the person here', async () => {
    const { api, user, next } = await openStaff()
    const section = within(screen.getByRole('region', { name: 'Code of conduct' }))
    expect(section.getByText('Not yet acknowledged by you, Spring term 2021.')).toBeTruthy()
    expect(section.getAllByRole('listitem')).toHaveLength(4)
    next({ members: [member({ acknowledgedAt: Date.UTC(2021, 0, 18, 9) })] })
    await user.click(section.getByRole('button', { name: 'I have read it and will keep to it' }))
    expect(api.callsOf('conduct.acknowledge')).toEqual([{}])
    expect(await section.findByText('You acknowledged it on 18 January 2021, Spring term 2021')).toBeTruthy()
    expect(section.queryByRole('button')).toBeNull()
  })
})

describe('adding somebody', () => {
  it('offers no leader to one who does not lead', async () => {
    const { api, user } = await openStaff()
    const section = within(screen.getByRole('region', { name: 'Add somebody' }))
    expect(section.queryByRole('option', { name: 'Leader' })).toBeNull()
    await user.type(section.getByRole('textbox', { name: /Name/ }), 'Mrs D Okafor')
    await user.click(section.getByRole('button', { name: 'Add to the list' }))
    expect(api.callsOf('staff.add')).toEqual([{ name: 'Mrs D Okafor', role: 'assistant' }])
    expect(section.getByRole<HTMLInputElement>('textbox', { name: /Name/ }).value).toBe('')
  })

  it('says who is on the list already', async () => {
    const { api, user } = await openStaff()
    const section = within(screen.getByRole('region', { name: 'Add somebody' }))
    await user.type(section.getByRole('textbox', { name: /Name/ }), 'mr a patel{Enter}')
    expect(section.getByText('Mr A Patel is on the list already.')).toBeTruthy()
    expect(api.callsOf('staff.add')).toEqual([])
  })
})

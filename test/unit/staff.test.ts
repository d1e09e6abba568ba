import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../shared/domain/lesson.ts'
import type { StaffMember } from '../../shared/domain/people.ts'
import { newSchool, type School } from '../../shared/domain/school.ts'
import {
  leaderSettings,
  mayAddStaff,
  mayChangeStaff,
  mayConfirmAccount,
  mayLead,
  mayRecordTraining,
  maySaveSettings,
  namedAmong,
  secondAdultsFor,
  type StaffChange,
} from '../../shared/domain/staff.ts'
import { idOf } from '../support/log-fixture.ts'

const teacher: StaffMember = { id: idOf(1), name: 'Ms J Reid', role: 'teacher' }
const assistant: StaffMember = { id: idOf(2), name: 'Mr A Patel', role: 'assistant' }
const leader: StaffMember = { id: idOf(3), name: 'Mrs H Ashdown', role: 'leader' }
const second: StaffMember = { id: idOf(4), name: 'Dr P Quill', role: 'leader' }
const office: StaffMember = { id: idOf(5), name: 'Mrs B Ames', role: 'office' }
const unled = [teacher, assistant]
const led = [teacher, assistant, leader]

const reasonOf = (verdict: Verdict): string => (verdict.ok ? 'allowed' : verdict.reason)
const change = (of: StaffMember, to: Partial<StaffChange>): StaffChange => ({
  id: of.id,
  name: of.name,
  role: of.role,
  forgetAccount: false,
  ...to,
})
const changing = (
  me: StaffMember,
  staff: readonly StaffMember[],
  to: StaffChange,
  hasSigned = false,
): string => reasonOf(mayChangeStaff(me, staff, to, hasSigned))

describe('who leads', () => {
  it('is a leader, and anybody while there is none', () => {
    expect(mayLead(leader, led)).toBe(true)
    expect(mayLead(teacher, led)).toBe(false)
    expect(mayLead(teacher, unled)).toBe(true)
  })
})

describe('adding somebody to the staff list', () => {
  it('is open to all but for leaders, whom a leader adds', () => {
    expect(mayAddStaff(teacher, led, 'assistant').ok).toBe(true)
    expect(mayAddStaff(teacher, led, 'office').ok).toBe(true)
    expect(reasonOf(mayAddStaff(teacher, led, 'leader'))).toContain('Only a leader')
    expect(mayAddStaff(leader, led, 'leader').ok).toBe(true)
    expect(mayAddStaff(teacher, unled, 'leader').ok).toBe(true)
  })

  it('knows a name however it is written', () => {
    expect(namedAmong(led, 'mr a  PATEL')).toBe(assistant)
    expect(namedAmong(led, 'Mr A Patels')).toBeUndefined()
  })
})

describe('roles', () => {
  it('lets anyone name the first leader, and nothing else while there is none', () => {
    expect(changing(teacher, unled, change(assistant, { role: 'leader' }))).toBe('allowed')
    expect(changing(teacher, unled, change(teacher, { role: 'leader' }))).toBe('allowed')
    expect(changing(teacher, unled, change(assistant, { role: 'office' }))).toContain('Name a leader first')
  })

  it('are a leader’s to change from then on', () => {
    expect(changing(teacher, led, change(teacher, { role: 'leader' }))).toContain('Only a leader')
    expect(changing(teacher, led, change(assistant, { role: 'teacher' }))).toContain('Only a leader')
    expect(changing(leader, led, change(assistant, { role: 'teacher' }))).toBe('allowed')
  })

  it('keep at least one leader', () => {
    expect(changing(leader, led, change(leader, { role: 'teacher' }))).toBe(
      'Mrs H Ashdown is the only leader. Name another one first.',
    )
    expect(changing(leader, [...led, second], change(leader, { role: 'teacher' }))).toBe('allowed')
  })

  it('are nobody’s who is not on the list', () => {
    expect(changing(leader, led, change(second, {}))).toContain('not on the staff list')
  })
})

describe('names', () => {
  it('are one’s own to write, and a leader’s for everyone', () => {
    expect(changing(teacher, led, change(teacher, { name: 'Ms J Reid-Hall' }))).toBe('allowed')
    expect(changing(teacher, led, change(assistant, { name: 'Mr A Shah' }))).toContain('Only a leader')
    expect(changing(leader, led, change(assistant, { name: 'Mr A Shah' }))).toBe('allowed')
  })

  it('stay as signed, and tell two people apart', () => {
    expect(changing(teacher, led, change(teacher, { name: 'Ms J Hall' }), true)).toContain('keeps its name')
    expect(changing(teacher, led, change(teacher, {}), true)).toBe('allowed')
    expect(changing(leader, led, change(assistant, { name: 'MS J REID' }))).toContain('already')
    expect(changing(leader, led, change(assistant, { name: 'Mr A. Patel' }))).toBe('allowed')
  })
})

describe('recording a training', () => {
  const topics = [{ id: 'online-safety', title: 'Online safety' }]
  const today = '2021-01-18'
  const record = {
    staffId: teacher.id,
    topic: 'online-safety',
    date: today,
    expires: '2022-01-17',
    confidence: 3,
  }
  const recording = (me: StaffMember, wish: Partial<typeof record>, staff = led) =>
    reasonOf(mayRecordTraining(me, staff, topics, { ...record, ...wish }, today))

  it('is one’s own, or a leader’s for anyone', () => {
    expect(recording(teacher, {})).toBe('allowed')
    expect(recording(leader, {})).toBe('allowed')
    expect(recording(assistant, {})).toContain('Only a leader')
    expect(recording(assistant, {}, unled)).toContain('Only a leader')
  })

  it('is of somebody and something the school knows, and has taken place', () => {
    expect(recording(leader, { staffId: second.id })).toContain('not on the staff list')
    expect(recording(teacher, { topic: 'first-aid' })).toContain('does not ask for that training')
    expect(recording(teacher, { date: '2021-01-19' })).toContain('once it has taken place')
    expect(recording(teacher, { date: '2021-01-10', expires: '2021-01-09' })).toContain('two dates')
    expect(recording(teacher, { expires: today })).toBe('allowed')
  })
})

describe('confirming the account signed in', () => {
  const own = { ...teacher, account: 'j.reid' }
  it('is said once for one’s own, and belongs to one person', () => {
    expect(mayConfirmAccount(teacher, led, 'j.reid').ok).toBe(true)
    expect(mayConfirmAccount(own, [own, assistant], 'J.Reid').ok).toBe(true)
    expect(reasonOf(mayConfirmAccount(own, [own, assistant], 'supply1'))).toContain(
      'Your own profile is j.reid, and supply1 is signed in.',
    )
    expect(reasonOf(mayConfirmAccount(assistant, [own, assistant], 'j.reid'))).toContain('Ms J Reid')
  })

  it('may be said again once a leader lets it be', () => {
    expect(changing(own, [own, leader], change(own, { forgetAccount: true }))).toContain('Only a leader')
    expect(changing(leader, [own, leader], change(own, { forgetAccount: true }))).toBe('allowed')
    expect(changing(own, [own], change(own, { forgetAccount: true }))).toBe('allowed')
  })
})

describe('the school’s settings', () => {
  const before = newSchool('Hilltop', teacher.name, 'Not the register.')
  const other: { [K in (typeof leaderSettings)[number]]: School[K] } = {
    domain: 'elsewhere.example',
    calendar: { ...before.calendar, dayUntil: '23:00' },
    colour: '#0b7373',
    devices: ['CJS-114'],
    trainingTopics: [],
    codeOfConduct: ['Be kind.'],
    safeguarding: { ...before.safeguarding, lead: 'Somebody' },
    policyAdopted: '2022-01-01',
    policyReview: '2030-01-01',
    reportSlackMinutes: 5,
    exportSettings: { ...before.exportSettings, leftOutSheets: ['Packs'] },
    notTheRegister: 'Marked by hand.',
  }
  const saving = (me: StaffMember, staff: readonly StaffMember[], to: Partial<School>, account = 'j.reid') =>
    reasonOf(maySaveSettings(me, staff, { before, after: { ...before, ...to }, account }))

  it.each(leaderSettings)('keeps %s for a leader, once there is one', (name) => {
    const to = { [name]: other[name] }
    expect(saving(teacher, led, to)).toContain('Only a leader')
    expect(saving(leader, led, { ...to, teacherName: leader.name })).toBe('allowed')
    expect(saving(teacher, unled, to)).toBe('allowed')
  })

  it('keeps the folder for leaders for a leader, once there is one', () => {
    const to = { splitFolders: { leaders: '/anywhere', home: null } }
    expect(saving(teacher, led, to)).toContain('Only a leader says where')
    expect(saving(leader, led, { ...to, teacherName: leader.name })).toBe('allowed')
    expect(saving(teacher, unled, to)).toBe('allowed')
  })

  it('leaves to everyone what is their own', () => {
    const splitFolders = { leaders: null, home: '/home' }
    const own = {
      teacherEmail: 'j@hilltop.example',
      officeFolder: '/office',
      name: 'Hilltop Junior',
      splitFolders,
    }
    expect(saving(teacher, led, own)).toBe('allowed')
  })

  it('makes nobody somebody else who works under another account', () => {
    const head = { ...leader, account: 'h.ashdown' }
    const becoming = (account: string) =>
      saving(teacher, [teacher, head], { teacherName: 'Mrs H Ashdown' }, account)
    expect(becoming('j.reid')).toContain('Mrs H Ashdown works under another account')
    expect(becoming('H.Ashdown')).toBe('allowed')
  })
})

describe('who may be the second adult', () => {
  it('is whoever is planned, then colleagues, the office last; never oneself', () => {
    const staff = [office, assistant, leader, teacher]
    const ids = (plannedId?: string) => secondAdultsFor(teacher, staff, plannedId).map(({ name }) => name)
    expect(ids()).toEqual([assistant.name, leader.name, office.name])
    expect(ids(leader.id)).toEqual([leader.name, assistant.name, office.name])
    expect(ids(office.id)).toEqual([office.name, assistant.name, leader.name])
    expect(ids(teacher.id)).toEqual([assistant.name, leader.name, office.name])
  })
})

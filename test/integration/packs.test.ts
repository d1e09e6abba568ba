import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Output } from '../../shared/ipc/contract.ts'
import { addStaff, listStaff, updateStaff } from '../../electron/store/school-repository.ts'
import { openWorkingSchool, type WorkingSchool } from '../support/working-school.ts'

let school: WorkingSchool
beforeEach(async () => {
  school = openWorkingSchool()
  await school.begin()
  await school.importClass()
})
afterEach(() => school.end())

const WEEK = '2021-01-18'
const leader = {
  id: '00000000-0000-4000-8000-000000000077',
  name: 'Mrs A Whitcombe',
  role: 'leader',
} as const

const weekOfClass = async (week = WEEK): Promise<Output<'packs.week'>> =>
  school.ask('packs.week', { classId: (await school.firstClass()).id, week })
const save = async (contents = 'Maths booklet', availableFrom = WEEK) =>
  school.ask('packs.save', { classId: (await school.firstClass()).id, week: WEEK, contents, availableFrom })
const packNow = async () => {
  const { pack } = await weekOfClass()
  if (!pack) throw new Error('no pack')
  return pack
}
const ids = async () => (await weekOfClass()).pupils.map(({ id }) => id)

describe('a pack of a week', () => {
  it('begins with nothing, and is the same pack on every day of the week', async () => {
    expect(await weekOfClass()).toMatchObject({ pack: null, approvedBy: null, mayApprove: true })
    await save()
    expect((await weekOfClass('2021-01-22')).pack).toMatchObject({
      week: WEEK,
      contents: 'Maths booklet',
      approval: null,
    })
    expect((await weekOfClass('2021-01-25')).pack).toBeNull()
  })

  it('says who found it appropriate and when, and keeps to the first who did', async () => {
    await save()
    await school.ask('packs.approve', { packId: (await packNow()).id })
    const at = school.clock.now
    school.clock.now += 60_000
    await school.ask('packs.approve', { packId: (await packNow()).id })
    expect(await weekOfClass()).toMatchObject({ approvedBy: 'Ms J Reid', pack: { approval: { at } } })
  })

  it('is found appropriate by a leader alone, once there is one', async () => {
    await save()
    const { store, me } = {
      store: school.context.session.store(),
      me: (await school.ask('app.status', {})).me,
    }
    addStaff(store, leader)
    const { id: packId } = await packNow()
    expect((await weekOfClass()).mayApprove).toBe(false)
    expect(await school.dispatch('packs.approve', { packId })).toMatchObject({
      ok: false,
      error: { code: 'leader-only' },
    })
    expect((await packNow()).approval).toBeNull()
    if (!me) throw new Error('nobody is here')
    updateStaff(store, { ...me, role: 'leader' })
    await school.ask('packs.approve', { packId })
    expect((await packNow()).approval).toMatchObject({ staffId: me.id })
  })

  it('asks for approval again when its contents change, not when only its date does', async () => {
    await save()
    await school.ask('packs.approve', { packId: (await packNow()).id })
    await save('Maths booklet', '2021-01-19')
    expect((await packNow()).approval).not.toBeNull()
    await save('Maths booklet and spring')
    expect((await packNow()).approval).toBeNull()
  })

  it('keeps who has it; the last mark of each counts, and one without says whom to ring', async () => {
    await save()
    const { id: packId } = await packNow()
    const [ada = '', alan = ''] = await ids()
    await school.ask('packs.mark', { packId, pupilIds: [ada, alan], how: 'collected' })
    await school.ask('packs.mark', { packId, pupilIds: [alan], how: 'not-received' })
    expect((await weekOfClass()).pupils.map(({ label, how, ring }) => [label, how, ring])).toEqual([
      ['Ada', 'collected', null],
      ['Alan', null, null],
    ])
    expect((await school.ask('today.get', {})).packs).toEqual([])
    await school.startLesson()
    expect((await school.ask('today.get', {})).packs).toEqual([
      expect.objectContaining({ className: '5C', isApproved: false, without: ['Alan'] }),
    ])
  })

  it('takes no mark for somebody of another class, and none of the others with it', async () => {
    await save()
    const [ada = ''] = await ids()
    const reply = await school.dispatch('packs.mark', {
      packId: (await packNow()).id,
      pupilIds: [ada, leader.id],
      how: 'collected',
    })
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-in-class' } })
    expect((await weekOfClass()).pupils.every(({ how }) => how === null)).toBe(true)
  })

  it('gives the first contact with a telephone of a pupil without', async () => {
    await school.ask('example.create', {})
    const classes = (await school.ask('classes.list', {})).classes
    const own = classes.find(({ name }) => name === '5C')
    const { pupils, approvedBy } = await school.ask('packs.week', { classId: own?.id ?? '', week: WEEK })
    const without = pupils.filter(({ how }) => how === null)
    expect(without.map(({ label }) => label)).toEqual(['Kofi', 'Rosa'])
    for (const { ring } of without) expect(ring?.telephone).toMatch(/^01632 960\d{3}$/)
    expect(pupils.every(({ how, ring }) => how === null || ring === null)).toBe(true)
    expect(approvedBy).toBe('Mrs A Whitcombe')
  })
})

describe('resources sent', () => {
  const lookAtResources = async (lessonId: string) =>
    (await school.ask('checks.look', { lessonId })).sightings.find(({ item }) => item === 'resources')

  it('make the week’s record where there is none, and the app ticks the check', async () => {
    const { lessonId } = await school.startLesson()
    await school.act(lessonId, { kind: 'moved', value: { to: 'preparing' } })
    expect(await lookAtResources(lessonId)).toMatchObject({ outcome: 'unknown' })
    const [ada = '', alan = ''] = await ids()
    await school.ask('resources.sent', { lessonId, pupilIds: [ada] })
    expect(await lookAtResources(lessonId)).toMatchObject({ outcome: 'not-met', pupilIds: [alan] })
    await school.ask('resources.sent', { lessonId, pupilIds: [alan] })
    expect(await lookAtResources(lessonId)).toMatchObject({ outcome: 'met', says: '2 of 2 have them' })
    expect(await packNow()).toMatchObject({ contents: 'Resources sent for the lessons of this week' })
    const { events } = await school.ask('lesson.get', { lessonId })
    expect(events).toContainEqual(
      expect.objectContaining({ value: { item: 'resources', answer: 'done', seen: true } }),
    )
  })

  it('stand beside a pack that is there already', async () => {
    await save()
    const { id: packId } = await packNow()
    const [ada = '', alan = ''] = await ids()
    await school.ask('packs.mark', { packId, pupilIds: [ada], how: 'collected' })
    await school.ask('resources.sent', { ...(await school.startLesson()), pupilIds: [alan] })
    expect((await weekOfClass()).pupils.map(({ how }) => how)).toEqual(['collected', 'sent'])
    expect((await packNow()).contents).toBe('Maths booklet')
  })

  it('leave no record behind when they are refused', async () => {
    const { lessonId } = await school.startLesson()
    const reply = await school.dispatch('resources.sent', { lessonId, pupilIds: [leader.id] })
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-in-class' } })
    expect((await weekOfClass()).pack).toBeNull()
  })
})

describe('the plan of a lesson', () => {
  const plan = {
    subject: 'Maths',
    learningIntention: 'Fractions of amounts',
    adaptations: [{ text: 'Bar models', pupilIds: [] as string[] }],
    secondAdultId: null as string | null,
  }

  it('is kept, told to every window, and leaves the rest of the lesson as it was', async () => {
    const { lessonId } = await school.startLesson()
    const { lesson: before } = await school.ask('lesson.get', { lessonId })
    const { id } = await school.ask('staff.add', { name: 'Mr A Khan' })
    await school.ask('lesson.plan', { ...plan, lessonId, secondAdultId: id })
    const { lesson } = await school.ask('lesson.get', { lessonId })
    expect(lesson).toEqual({ ...before, ...plan, secondAdultId: id })
    expect(school.told).toContainEqual({ name: 'lesson.planned', payload: { lesson } })
    await school.ask('lesson.plan', { ...plan, lessonId, adaptations: null })
    expect((await school.ask('lesson.get', { lessonId })).lesson).not.toHaveProperty('adaptations')
  })

  it('names nobody outside the class or the staff', async () => {
    const { lessonId } = await school.startLesson()
    const adaptations = [{ text: 'Bar models', pupilIds: [leader.id] }]
    const me = listStaff(school.context.session.store())[0]?.id ?? null
    for (const [change, code] of [
      [{ adaptations }, 'not-in-class'],
      [{ secondAdultId: leader.id }, 'not-on-staff'],
      [{ secondAdultId: me }, 'not-on-staff'],
    ] as const) {
      const reply = await school.dispatch('lesson.plan', { ...plan, lessonId, ...change })
      expect(reply).toMatchObject({ ok: false, error: { code } })
    }
    expect((await school.ask('lesson.get', { lessonId })).lesson.adaptations).toBeUndefined()
  })

  it('stands once the lesson was taught', async () => {
    const lessonId = await school.finishLesson()
    const reply = await school.dispatch('lesson.plan', { ...plan, lessonId })
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-now' } })
  })
})

describe('notes that come back', () => {
  it('come from the class’s last lesson until they are taken back', async () => {
    const first = await school.finishLesson()
    await school.act(first, { kind: 'moved', value: { to: 'ended' } })
    const [ada = ''] = await ids()
    const { events } = await school.act(
      first,
      { kind: 'note', value: { about: 'misconception' }, text: 'Adds the denominators' },
      { kind: 'note', pupilId: ada, value: { about: 'follow-up' }, text: 'Ask about the spring' },
    )
    expect((await school.ask('lesson.get', { lessonId: first })).notesBefore).toEqual([])
    const { lessonId } = await school.startLesson()
    const { notesBefore } = await school.ask('lesson.get', { lessonId })
    expect(notesBefore.map(({ subject, about, pupil, text }) => [subject, about, pupil, text])).toEqual([
      ['Maths', 'misconception', null, 'Adds the denominators'],
      ['Maths', 'follow-up', 'Ada', 'Ask about the spring'],
    ])
    await school.act(first, { kind: 'revoked', revokes: events[0]?.id ?? '' })
    expect((await school.ask('lesson.get', { lessonId })).notesBefore).toHaveLength(1)
  })
})

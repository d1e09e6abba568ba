import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { appendEvents } from '../../electron/store/event-log.ts'
import { startLog } from '../support/log-fixture.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addStaff } from '../../electron/store/school-repository.ts'
import { instantOf } from '../../shared/domain/times.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import { openWorkingSchool, type WorkingSchool } from '../support/working-school.ts'

let school: WorkingSchool
beforeEach(async () => {
  school = openWorkingSchool()
  await school.begin()
  await school.importClass()
})
afterEach(() => {
  const [unexpected] = school.reported
  school.end()
  if (unexpected) throw new Error('main failed', { cause: unexpected })
})

type Wish = Input<'timetable.save'>['entry']
const wishWith = async (given: Partial<Wish> = {}): Promise<Wish> => ({
  ...(await school.timetableWish()),
  ...given,
})
const save = (entry: Wish, approval: Input<'timetable.save'>['approval'] = null) =>
  school.ask('timetable.save', { entry, approval })
const week = (date = '2021-01-18') => school.ask('timetable.get', { date })
const today = async () => (await school.ask('today.get', {})).lessons
const rows = (table: string) =>
  school.context.session.store().db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n
const setCalendar = async (change: object) => {
  const { school: settings } = await school.ask('app.status', {})
  if (!settings) throw new Error('no school')
  await school.ask('school.save', { ...settings, calendar: { ...settings.calendar, ...change } })
}

describe('the timetable', () => {
  it('keeps an entry and shows it in its weeks', async () => {
    const entry = await wishWith()
    expect(await save(entry)).toEqual({ outcome: 'saved' })
    const shown = await week('2021-03-31')
    expect(shown.monday).toBe('2021-03-29')
    expect(shown.lessons).toEqual([
      {
        entryId: entry.id,
        plannedDate: '2021-03-29',
        date: '2021-03-29',
        startsAt: '13:30',
        endsAt: '14:10',
      },
    ])
    expect(shown.problems).toEqual({})
    expect(shown.days[5]).toEqual({
      date: '2021-04-03',
      closed: 'Saturday 3 April 2021 is not a school day.',
    })
  })

  it('seals what is written, and names nobody in plain columns', async () => {
    await save(await wishWith({ learningIntention: 'Unmistakable words' }))
    const { db } = school.context.session.store()
    const kept = JSON.stringify(
      db
        .prepare('SELECT * FROM timetable_entry')
        .all()
        .map((row) => Object.values(row as object).map(String)),
    )
    expect(kept).not.toContain('Unmistakable')
    expect(kept).not.toContain('Maths')
  })

  it('refuses a lesson outside the school day with the reason, until a leader’s agreement is given', async () => {
    const late = await wishWith({ startsAt: '16:00', endsAt: '16:40' })
    expect(await save(late)).toMatchObject({
      outcome: 'refused',
      problems: [{ message: '16:00 to 16:40 is outside the school day, which is 08:45 to 15:30.' }],
    })
    expect((await week()).entries).toEqual([])
    const leaderId = school.addLeader()
    expect(await save(late, { leaderId, reason: 'Catch-up club' })).toEqual({ outcome: 'saved' })
    const { entries, problems } = await week()
    const { me } = await school.ask('app.status', {})
    expect(entries[0]?.approval).toEqual({
      leaderId,
      reason: 'Catch-up club',
      at: school.clock.now,
      recordedBy: me?.id,
    })
    expect(problems[late.id]).toHaveLength(1)
    // What was agreed to need not be agreed again; what is new must be.
    expect(await save({ ...late, learningIntention: 'Other words' })).toEqual({ outcome: 'saved' })
    expect(await save({ ...late, endsAt: '17:00' })).toMatchObject({ outcome: 'refused' })
  })

  it('takes no agreement from somebody who is no leader', async () => {
    const late = await wishWith({ startsAt: '16:00', endsAt: '16:40' })
    const { me } = await school.ask('app.status', {})
    const reply = await school.dispatch('timetable.save', {
      entry: late,
      approval: { leaderId: me?.id, reason: 'I say so' },
    })
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-a-leader' } })
    expect(rows('timetable_entry')).toBe(0)
  })

  it('refuses a clash by naming the other lesson, and what can not be meant at all', async () => {
    await save(await wishWith())
    const clash = await wishWith({ subject: 'Reading', startsAt: '14:00', endsAt: '14:30' })
    expect(await save(clash)).toMatchObject({
      problems: [
        {
          message:
            '5C already has Maths on Monday 4 January 2021, 13:30 to 14:10. It happens again on later days.',
        },
      ],
    })
    const backwards = await school.dispatch('timetable.save', {
      entry: await wishWith({ endsAt: '13:00' }),
      approval: null,
    })
    expect(backwards).toMatchObject({ ok: false, error: { code: 'impossible' } })
  })

  it('cancels and moves one day, judges the move, and takes it back', async () => {
    const entry = await wishWith()
    await save(entry)
    const except = (
      change: Input<'timetable.except'>['change'],
      approval: Input<'timetable.except'>['approval'] = null,
    ) => school.ask('timetable.except', { entryId: entry.id, date: '2021-01-18', change, approval })
    await except({ kind: 'cancelled' })
    expect((await week()).lessons).toEqual([])
    expect((await week()).notHeld).toEqual([{ entryId: entry.id, date: '2021-01-18', movedTo: null }])
    const toSaturday = { kind: 'moved' as const, date: '2021-01-23', startsAt: '10:00', endsAt: '10:40' }
    expect(await except(toSaturday)).toMatchObject({
      outcome: 'refused',
      problems: [{ message: 'Saturday 23 January 2021 is not a school day.' }],
    })
    const leaderId = school.addLeader()
    expect(await except(toSaturday, { leaderId, reason: 'Open day' })).toEqual({ outcome: 'saved' })
    expect((await week()).lessons).toMatchObject([{ plannedDate: '2021-01-18', date: '2021-01-23' }])
    await except(null)
    expect((await week()).lessons).toMatchObject([{ date: '2021-01-18', startsAt: '13:30' }])
  })

  it('ends an entry: weeks gone by keep it, later ones do not', async () => {
    const entry = await wishWith()
    await save(entry)
    await school.ask('timetable.remove', { entryId: entry.id })
    expect((await week('2021-01-11')).lessons).toHaveLength(1)
    expect((await week('2021-01-18')).lessons).toEqual([])
  })
})

describe('today’s lessons', () => {
  it('are made once, for me and for nobody in particular, not for another teacher', async () => {
    const { id: other } = addStaff(school.context.session.store(), {
      id: '99999999-9999-4999-8999-999999999999',
      name: 'Mr A Khan',
      role: 'teacher',
    })
    const mine = await wishWith({ secondAdultId: other })
    await save(mine)
    await save(await wishWith({ teacherId: null, startsAt: '09:30', endsAt: '10:10', subject: 'Reading' }))
    await save(await wishWith({ teacherId: other, startsAt: '11:00', endsAt: '11:30', subject: 'Art' }))
    const first = await today()
    expect(first.map(({ subject }) => subject)).toEqual(['Reading', 'Maths'])
    expect(first[1]).toMatchObject({
      startsAt: instantOf('2021-01-18', '13:30'),
      endsAt: instantOf('2021-01-18', '14:10'),
      learningIntention: 'Fractions of amounts',
      secondAdultId: other,
      state: 'planned',
    })
    expect(await today()).toEqual(first)
    expect(rows('lesson')).toBe(2)
  })

  it('follow their entry until they have begun, and then stay', async () => {
    const entry = await wishWith()
    await save(entry)
    const [made] = await today()
    await save({ ...entry, startsAt: '13:00', endsAt: '13:40', subject: 'Arithmetic' })
    const [followed] = await today()
    expect(followed).toMatchObject({
      id: made?.id,
      subject: 'Arithmetic',
      startsAt: instantOf('2021-01-18', '13:00'),
    })
    await school.act(made?.id ?? '', { kind: 'moved', value: { to: 'preparing' } })
    await save({ ...entry, subject: 'Geometry' })
    expect(await today()).toMatchObject([{ id: made?.id, subject: 'Arithmetic' }])
    await school.ask('timetable.remove', { entryId: entry.id })
    expect(await today()).toMatchObject([{ id: made?.id, subject: 'Arithmetic' }])
    expect(rows('lesson')).toBe(1)
  })

  it('go when their day is cancelled, moved away or closed, and come back', async () => {
    const entry = await wishWith()
    await save(entry)
    expect(await today()).toHaveLength(1)
    const except = (change: Input<'timetable.except'>['change']) =>
      school.ask('timetable.except', { entryId: entry.id, date: '2021-01-18', change, approval: null })
    await except({ kind: 'cancelled' })
    expect(await today()).toEqual([])
    await except({ kind: 'moved', date: '2021-01-19', startsAt: '10:00', endsAt: '10:40' })
    expect(await today()).toEqual([])
    school.clock.now = instantOf('2021-01-19', '08:00')
    expect(await today()).toMatchObject([{ startsAt: instantOf('2021-01-19', '10:00') }])
    school.clock.now = instantOf('2021-01-25', '08:00')
    expect(await today()).toHaveLength(1)
    await setCalendar({ closures: [{ name: 'Snow', from: '2021-01-25', until: '2021-01-25' }] })
    expect(await today()).toEqual([])
  })

  it('stand at the clock on the wall on both sides of both clock changes', async () => {
    await save(await wishWith())
    const starts: string[] = []
    for (const date of ['2021-03-22', '2021-03-29', '2021-10-25', '2021-11-01']) {
      school.clock.now = instantOf(date, '08:00')
      starts.push(...(await today()).map(({ startsAt }) => new Date(startsAt).toISOString()))
    }
    expect(starts).toEqual([
      '2021-03-22T13:30:00.000Z',
      '2021-03-29T12:30:00.000Z',
      '2021-10-25T12:30:00.000Z',
      '2021-11-01T13:30:00.000Z',
    ])
  })

  it('carry a leader’s agreement, which the check of the school day then sees', async () => {
    const leaderId = school.addLeader()
    await save(await wishWith({ startsAt: '16:00', endsAt: '16:40' }), { leaderId, reason: 'Club' })
    const [lesson] = await today()
    const lessonId = lesson?.id ?? ''
    const { sightings } = await school.ask('checks.look', { lessonId })
    expect(sightings.find(({ says }) => says.includes('approved by a leader'))?.outcome).toBe('met')
  })
})

describe('a lesson on the spot', () => {
  const start = async (given: Partial<Input<'lesson.start'>> = {}) =>
    school.dispatch('lesson.start', {
      classId: (await school.firstClass()).id,
      subject: 'Art',
      learningIntention: 'Shading',
      minutes: 40,
      outsideTimetable: 'Swapped',
      ...given,
    })

  it('is refused outside the school day, until a leader has agreed', async () => {
    school.clock.now = instantOf('2021-01-18', '15:10')
    const refused = await start()
    expect(refused).toMatchObject({ ok: false, error: { code: 'needs-approval' } })
    expect(JSON.stringify(refused)).toContain('15:10 to 15:50 is outside the school day')
    expect(rows('lesson')).toBe(0)
    const leaderId = school.addLeader()
    const reply = await start({ approval: { leaderId, reason: 'Agreed by telephone' } })
    expect(reply).toMatchObject({ ok: true })
    expect((await today())[0]?.approval).toMatchObject({ leaderId, reason: 'Agreed by telephone' })
  })

  it('is refused in the way of a lesson of the timetable, and of one under way', async () => {
    await save(await wishWith({ startsAt: '09:30', endsAt: '10:10' }))
    await today()
    const reply = await start()
    expect(reply).toMatchObject({
      ok: false,
      error: { message: '5C already has Maths on Monday 18 January 2021, 09:30 to 10:10.' },
    })
    school.clock.now = instantOf('2021-01-18', '11:00')
    const { lessonId } = await school.startLesson()
    await school.act(lessonId, { kind: 'moved', value: { to: 'preparing' } })
    // A wrong class was taken: nobody is in, so the right one may begin.
    expect(await start()).toMatchObject({ ok: true })
    const log = startLog(lessonId, school.clock.now + 1000)
    appendEvents(school.context.session.store(), log.act([{ kind: 'moved', value: { to: 'live' } }]))
    expect(await start()).toMatchObject({ ok: false, error: { code: 'needs-approval' } })
  })
})

describe('calendars in and out', () => {
  it('shows first, writes after, and knows a file it has read before', async () => {
    const read = await school.chooseCalendar()
    if (read.outcome !== 'understood') throw new Error(read.outcome)
    expect(read.preview.lessons.map(({ change }) => change)).toEqual(['new', 'new'])
    expect(rows('timetable_entry')).toBe(0)
    const confirm = (token: string) =>
      school.ask('timetable.import-confirm', { token, classes: [], approval: null })
    expect(await confirm(read.token)).toEqual({ added: 2, changed: 0, unchanged: 0, leftOut: [] })
    expect((await week('2021-03-01')).lessons).toHaveLength(2)
    const again = await school.chooseCalendar()
    if (again.outcome !== 'understood') throw new Error(again.outcome)
    expect(again.preview.lessons.map(({ change }) => change)).toEqual(['unchanged', 'unchanged'])
    expect(await confirm(again.token)).toEqual({ added: 0, changed: 0, unchanged: 2, leftOut: [] })
  })

  it('leaves out what clashes or has no class, with the reasons, unless that is given', async () => {
    await save(
      await wishWith({
        subject: 'Assembly',
        when: { repeats: 'once', date: '2021-01-18' },
        startsAt: '09:00',
        endsAt: '09:15',
      }),
    )
    const choose = async () => {
      const read = await school.chooseCalendar('titles.ics')
      if (read.outcome !== 'understood') throw new Error(read.outcome)
      return read
    }
    const { token, preview } = await choose()
    const clash = '5C already has Assembly on Monday 18 January 2021, 09:00 to 09:15.'
    expect(preview.lessons[0]).toMatchObject({ title: 'Maths (5C)', problems: [clash] })
    const first = await school.ask('timetable.import-confirm', { token, classes: [], approval: null })
    expect(first).toEqual({
      added: 3,
      changed: 0,
      unchanged: 0,
      leftOut: [
        { title: 'Maths (5C)', reasons: [clash] },
        { title: 'Guided reading 4B', reasons: ['No class was chosen for it.'] },
        { title: 'Staff meeting', reasons: ['No class was chosen for it.'] },
      ],
    })
    const second = await school.ask('timetable.import-confirm', {
      token: (await choose()).token,
      classes: [{ title: 'Guided reading 4B', classId: (await school.firstClass()).id }],
      approval: { leaderId: school.addLeader(), reason: 'Both halls are free' },
    })
    expect(second).toMatchObject({ added: 2, unchanged: 3, leftOut: [{ title: 'Staff meeting' }] })
    const { entries } = await week('2021-01-18')
    expect(entries.filter(({ approval }) => approval !== null)).toHaveLength(1)
  })

  it('refuses files by name and changes nothing', async () => {
    for (const name of ['ten-thousand-repeats.ics', 'no-events.ics', 'README.md']) {
      expect(await school.chooseCalendar(name)).toMatchObject({ outcome: 'refused', fileName: name })
    }
    school.chosen.file = join(school.folder, 'gone.ics')
    expect(await school.ask('timetable.import-choose', {})).toMatchObject({ refusal: { code: 'unreadable' } })
    expect(rows('timetable_entry')).toBe(0)
  })

  it('writes a file that reads back as nothing new, and never over another', async () => {
    await save(await wishWith())
    school.chosen.folder = school.folder
    const { path } = await school.ask('timetable.export', {})
    const second = await school.ask('timetable.export', {})
    expect(second.path).not.toBe(path)
    expect(readdirSync(school.folder).filter((name) => name.includes('partial'))).toEqual([])
    expect(readFileSync(path ?? '', 'utf8')).toContain('SUMMARY:5C Maths')
    school.chosen.file = path
    const read = await school.ask('timetable.import-choose', {})
    expect(read).toMatchObject({
      preview: { lessons: [{ change: 'unchanged', problems: [] }], warnings: [] },
    })
    school.chosen.folder = null
    expect(await school.ask('timetable.export', {})).toEqual({ path: null })
    school.chosen.folder = join(school.folder, 'not-there')
    expect(await school.dispatch('timetable.export', {})).toMatchObject({
      ok: false,
      error: { code: 'cannot-write' },
    })
  })

  it('reads 2,000 lessons, and refuses more', async () => {
    const write = (count: number) => {
      const events = Array.from({ length: count }, (_, index) => {
        const date = `2021${String(2 + (index % 5)).padStart(2, '0')}${String(1 + (index % 28)).padStart(2, '0')}`
        const at = (minute: number) => `${date}T${String(9 + (index % 5)).padStart(2, '0')}${minute}00`
        return `BEGIN:VEVENT\r\nUID:${index}@invented\r\nDTSTART:${at(10)}\r\nDTEND:${at(40)}\r\nSUMMARY:5C Maths\r\nEND:VEVENT`
      })
      school.chosen.file = join(school.folder, 'many.ics')
      writeFileSync(school.chosen.file, ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR'].join('\r\n'))
      return school.ask('timetable.import-choose', {})
    }
    expect(await write(2_001)).toMatchObject({ refusal: { code: 'too-many-lessons' } })
    const read = await write(2_000)
    if (read.outcome !== 'understood') throw new Error(read.outcome)
    const wish = { token: read.token, classes: [], approval: null }
    const { added, leftOut } = await school.ask('timetable.import-confirm', wish)
    expect(added + leftOut.length).toBe(2_000)
    expect(rows('timetable_entry')).toBe(added)
  }, 60_000)
})

import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isProblem, openStore } from '../../electron/store/open-store.ts'
import { openSchoolSession } from '../../electron/store/school-session.ts'
import { openExampleSchool } from '../../electron/store/example-school-store.ts'
import { type CommandName, commands, type Output } from '../../shared/ipc/contract.ts'
import { v7 as uuidv7 } from 'uuid'
import { MORNING, openTestSchool, type TestSchool } from '../support/test-school.ts'

let school: TestSchool
let chosenFile: string | null
let chosenFolder: string | null

beforeEach(() => {
  chosenFile = null
  chosenFolder = null
  school = openTestSchool({
    chooseFile: () => Promise.resolve(chosenFile),
    chooseFolder: () => Promise.resolve(chosenFolder),
  })
})
afterEach(() => school.end())

const names = Object.keys(commands) as CommandName[]
const nobody = '00000000-0000-4000-8000-000000000000'

const classList = 'Forename,Surname,Class\nAda,Lovelace,5C\nAlan,Turing,5C\n'

async function importClass(): Promise<Output<'class-list.confirm'>> {
  chosenFile = join(school.folder, 'class.csv')
  writeFileSync(chosenFile, classList)
  const chosen = await school.ask('class-list.choose', {})
  if (chosen.outcome !== 'understood') throw new Error(chosen.outcome)
  return school.ask('class-list.confirm', { token: chosen.token })
}

/** A good answer to every command, in an order in which each can be given. */
const journey: { [N in CommandName]: () => Promise<Output<N>> } = {
  'school.begin': () => school.ask('school.begin', { name: 'Crofton', teacherName: 'Ms J Reid' }),
  'app.status': () => school.ask('app.status', {}),
  'school.save': async () => {
    const { school: settings } = await school.ask('app.status', {})
    if (!settings) throw new Error('no school')
    return school.ask('school.save', { ...settings, officeFolder: school.folder })
  },
  'folder.choose': () => {
    chosenFolder = school.folder
    return school.ask('folder.choose', {})
  },
  'staff.add': () => school.ask('staff.add', { name: 'Mr A Khan' }),
  'class-list.choose': () => {
    chosenFile = join(school.folder, 'class.csv')
    writeFileSync(chosenFile, classList)
    return school.ask('class-list.choose', {})
  },
  'class-list.confirm': importClass,
  'classes.list': () => school.ask('classes.list', {}),
  'classes.get': async () => school.ask('classes.get', { classId: (await firstClass()).id }),
  'lesson.start': async () => startLesson(),
  'today.get': () => school.ask('today.get', {}),
  'lesson.get': async () => school.ask('lesson.get', await startLesson()),
  'lesson.record': async () => {
    const { lessonId } = await startLesson()
    const entries = [{ kind: 'moved' as const, id: uuidv7(), value: { to: 'preparing' as const } }]
    return school.ask('lesson.record', { lessonId, at: MORNING, entries })
  },
  'window.open': async () => school.ask('window.open', { ...(await startLesson()), show: 'checklist' }),
  'export.day': async () => {
    await finishLesson()
    return school.ask('export.day', { date: '2021-01-18' })
  },
  'export.reveal': () => school.ask('export.reveal', { date: '2021-01-18' }),
  'example.create': () => school.ask('example.create', {}),
  'example.remove': () => school.ask('example.remove', {}),
  'app.quit': () => school.ask('app.quit', {}),
}

async function firstClass() {
  const [first] = (await school.ask('classes.list', {})).classes
  if (!first) throw new Error('no class')
  return first
}

async function startLesson() {
  const { id: classId } = await firstClass()
  return school.ask('lesson.start', {
    classId,
    subject: 'Maths',
    learningIntention: 'Fractions',
    minutes: 40,
    outsideTimetable: 'Moved from yesterday',
  })
}

type RecordInput = Parameters<typeof school.ask<'lesson.record'>>[1]
type Bare = RecordInput['entries'][number] extends infer E
  ? E extends { id: string }
    ? Omit<E, 'id'>
    : never
  : never

/** Takes a lesson from planned to signed off, through the contract alone. */
async function finishLesson(): Promise<string> {
  const { lessonId } = await startLesson()
  const { pupils, checkItems } = await school.ask('lesson.get', { lessonId })
  const act = (...entries: Bare[]) => {
    school.clock.now += 1000
    const withIds = entries.map((entry) => ({ ...entry, id: uuidv7() }))
    return school.ask('lesson.record', { lessonId, at: school.clock.now, entries: withIds })
  }
  await act({ kind: 'moved', value: { to: 'preparing' } })
  await act(
    ...checkItems.map(({ id, kind }) =>
      kind === 'second-adult'
        ? ({
            kind: 'check-answered',
            value: { item: id, answer: 'not-applicable' },
            text: 'Nobody is free',
          } as const)
        : ({ kind: 'check-answered', value: { item: id, answer: 'done' } } as const),
    ),
  )
  await act(...pupils.map(({ id }) => ({ kind: 'waiting' as const, pupilId: id, value: { waiting: true } })))
  await act(
    { kind: 'moved', value: { to: 'admitting' } },
    ...pupils.map(({ id }) => ({ kind: 'admitted' as const, pupilId: id, value: {} })),
    { kind: 'moved', value: { to: 'live' } },
  )
  await act({ kind: 'moved', value: { to: 'ended' } })
  await act(
    ...pupils.map(({ id }) => ({
      kind: 'participation' as const,
      pupilId: id,
      value: { status: 'took-part' as const },
    })),
    { kind: 'moved', value: { to: 'signed-off' } },
  )
  return lessonId
}

describe('the whole contract', () => {
  it('answers every command with what it promises', async () => {
    expect(Object.keys(journey).toSorted()).toEqual(names.toSorted())
    for (const [name, go] of Object.entries(journey) as [CommandName, () => Promise<unknown>][]) {
      const parsed = commands[name].output.safeParse(await go())
      expect(parsed.success, `${name}: ${parsed.error?.message}`).toBe(true)
    }
    expect(school.reported).toEqual([])
  })

  const hostile: readonly [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a text', "'; DROP TABLE event; --"],
    ['a number', 7],
    ['a list', [1, 2]],
    ['a function-like', { toString: 1, constructor: { prototype: {} } }],
    ['a prototype', JSON.parse('{"__proto__": {"lessonId": "x"}}')],
    ['unknown fields', { surprise: true, lessonId: nobody, date: '2021-01-18', token: nobody }],
    ['a wrong id', { lessonId: '../../etc/passwd', classId: 1, token: '', date: 'today' }],
    ['a huge text', { name: 'x'.repeat(1_000_000) }],
  ]
  it.each(names)('%s refuses whatever is not of its shape, and changes nothing', async (name) => {
    for (const [what, input] of hostile) {
      if (commands[name].input.safeParse(input).success) continue
      const reply = await school.dispatch(name, input)
      expect({ what, reply }).toMatchObject({ what, reply: { ok: false, error: { code: 'bad-input' } } })
    }
    expect(school.told).toEqual([])
    expect(school.reported).toEqual([])
  })

  it.each(['__proto__', 'constructor', 'toString', 'app.status ', '', 'DROP TABLE', 7, null, {}])(
    'knows no command %s',
    async (name) => {
      expect(await school.dispatch(name, {})).toMatchObject({ ok: false, error: { code: 'unknown-command' } })
    },
  )

  it('refuses ids that are well made and belong to nothing, in words', async () => {
    await journey['school.begin']()
    const replies = await Promise.all([
      school.dispatch('lesson.get', { lessonId: nobody }),
      school.dispatch('classes.get', { classId: nobody }),
      school.dispatch('class-list.confirm', { token: nobody }),
      school.dispatch('export.day', { date: '2021-01-18' }),
      school.dispatch('export.reveal', { date: '2021-01-18' }),
    ])
    for (const reply of replies)
      expect(reply).toMatchObject({ ok: false, error: { message: expect.any(String) } })
    expect(school.reported).toEqual([])
  })

  it('asks for the first start before anything is recorded', async () => {
    const reply = await school.dispatch('staff.add', { name: 'Mr A Khan' })
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-set-up' } })
  })
})

describe('recording', () => {
  it('writes an act that is sent twice once, and says so to the windows once', async () => {
    await journey['school.begin']()
    await importClass()
    const { lessonId } = await startLesson()
    school.told.length = 0
    const entries = [{ kind: 'moved' as const, id: uuidv7(), value: { to: 'preparing' as const } }]
    const first = await school.ask('lesson.record', { lessonId, at: MORNING, entries })
    const second = await school.ask('lesson.record', { lessonId, at: MORNING, entries })
    expect(first.events).toHaveLength(1)
    expect(second.events).toEqual([])
    expect(school.told).toEqual([{ name: 'lesson.changed', payload: { lessonId, events: first.events } }])
    expect((await school.ask('lesson.get', { lessonId })).events).toEqual(first.events)
  })

  it('keeps the order of a lesson when the clock is set back in the middle of it', async () => {
    await journey['school.begin']()
    await importClass()
    const { lessonId } = await startLesson()
    const record = (entry: Bare) =>
      school.ask('lesson.record', { lessonId, at: school.clock.now, entries: [{ ...entry, id: uuidv7() }] })
    const [first] = (await record({ kind: 'moved', value: { to: 'preparing' } })).events
    school.clock.now -= 3_600_000
    const [second] = (await record({ kind: 'check-answered', value: { item: 'chat', answer: 'done' } }))
      .events
    expect(second?.at).toBe((first?.at ?? 0) + 1)
    expect((await school.ask('today.get', {})).lessons[0]).toMatchObject({
      state: 'preparing',
      checksAnswered: 1,
    })
  })

  it('takes no id a second time for something else', async () => {
    await journey['school.begin']()
    await importClass()
    const { lessonId } = await startLesson()
    const id = uuidv7()
    await school.ask('lesson.record', {
      lessonId,
      at: MORNING,
      entries: [{ kind: 'moved', id, value: { to: 'preparing' } }],
    })
    const reply = await school.dispatch('lesson.record', {
      lessonId,
      at: MORNING,
      entries: [{ kind: 'check-answered', id, value: { item: 'chat', answer: 'done' } }],
    })
    expect(reply).toMatchObject({ ok: false, error: { code: 'id-taken' } })
  })

  it('lets no window say that a lesson was exported', async () => {
    await journey['school.begin']()
    await importClass()
    const lessonId = await finishLesson()
    const reply = await school.dispatch('lesson.record', {
      lessonId,
      at: school.clock.now,
      entries: [{ kind: 'moved', id: uuidv7(), value: { to: 'exported' } }],
    })
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-now' } })
  })

  it('never takes a time that has not come yet', async () => {
    await journey['school.begin']()
    await importClass()
    const { lessonId } = await startLesson()
    const entries = [{ kind: 'moved' as const, id: uuidv7(), value: { to: 'preparing' as const } }]
    const { events } = await school.ask('lesson.record', { lessonId, at: MORNING * 2, entries })
    expect(events[0]?.at).toBe(MORNING)
  })

  it('says in words that a tap was not saved, keeps nothing of it, and takes it when tried again', async () => {
    await journey['school.begin']()
    await importClass()
    const { lessonId } = await startLesson()
    const entries = [{ kind: 'moved' as const, id: uuidv7(), value: { to: 'preparing' as const } }]
    const { db } = school.context.session.store()
    db.pragma('query_only = ON')
    const reply = await school.dispatch('lesson.record', { lessonId, at: MORNING, entries })
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-saved' } })
    db.pragma('query_only = OFF')
    expect((await school.ask('lesson.get', { lessonId })).events).toEqual([])
    expect((await school.ask('lesson.record', { lessonId, at: MORNING, entries })).events).toHaveLength(1)
  })
})

describe('the example school', () => {
  it("stands apart from the school's own records and goes without a trace", async () => {
    await journey['school.begin']()
    await importClass()
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
    const session = openSchoolSession(school.folder)
    expect([session.isExample, session.problem]).toEqual([false, null])
    expect(existsSync(join(school.folder, 'example.sqlite'))).toBe(false)
    session.close()
  })

  it('does not keep the real school from opening when it is damaged', () => {
    writeFileSync(join(school.folder, 'example.sqlite'), 'no database at all '.repeat(1000))
    const session = openSchoolSession(school.folder)
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

describe('the end of the day', () => {
  it('exports what is signed off, once, and a correction as version 2', async () => {
    await journey['school.begin']()
    await journey['school.save']()
    await importClass()
    const lessonId = await finishLesson()
    const first = await school.ask('export.day', { date: '2021-01-18' })
    expect(first).toMatchObject({ version: 1, lessons: 1, unchanged: false })
    expect(await school.ask('export.day', { date: '2021-01-18' })).toMatchObject({
      version: 1,
      unchanged: true,
    })
    const { pupils } = await school.ask('lesson.get', { lessonId })
    const pupilId = pupils[0]?.id ?? ''
    const act = (entries: RecordInput['entries']) => {
      school.clock.now += 1000
      return school.ask('lesson.record', { lessonId, at: school.clock.now, entries })
    }
    await act([{ kind: 'moved', id: uuidv7(), value: { to: 'ended' } }])
    await act([{ kind: 'participation', id: uuidv7(), pupilId, value: { status: 'absent' } }])
    await act([{ kind: 'moved', id: uuidv7(), value: { to: 'signed-off' } }])
    const second = await school.ask('export.day', { date: '2021-01-18' })
    expect(second).toMatchObject({ version: 2, unchanged: false })
    expect(second.folder).not.toBe(first.folder)
  })

  it('asked for twice at once, is written once', async () => {
    await journey['school.begin']()
    await importClass()
    await journey['school.save']()
    await finishLesson()
    const [one, two] = await Promise.all([1, 2].map(() => school.ask('export.day', { date: '2021-01-18' })))
    expect(one).toEqual(two)
    expect(readdirSync(school.folder).filter((name) => name.startsWith('2021'))).toHaveLength(1)
  })

  it('of a lesson signed off yesterday is not forgotten', async () => {
    await journey['school.begin']()
    await importClass()
    await journey['school.save']()
    await finishLesson()
    school.clock.now += 24 * 3_600_000
    const { lessons, unfinished } = await school.ask('today.get', {})
    expect([lessons.length, unfinished.map(({ state }) => state)]).toEqual([0, ['signed-off']])
    await school.ask('export.day', { date: '2021-01-18' })
    expect((await school.ask('today.get', {})).unfinished).toEqual([])
  })

  it('keeps the name a lesson was signed with when another teacher takes the laptop', async () => {
    await journey['school.begin']()
    await importClass()
    const lessonId = await finishLesson()
    const { school: settings } = await school.ask('app.status', {})
    if (!settings) throw new Error('no school')
    await school.ask('school.save', { ...settings, teacherName: 'Mr P Supply' })
    const { staff, events, me } = await school.ask('lesson.get', { lessonId })
    const signer = events.find((event) => event.kind === 'moved' && event.value.to === 'signed-off')?.actorId
    expect(staff.find(({ id }) => id === signer)?.name).toBe('Ms J Reid')
    expect(me.name).toBe('Mr P Supply')
  })

  it('says what to do when there is no folder, or it is gone', async () => {
    await journey['school.begin']()
    await importClass()
    await finishLesson()
    const without = await school.dispatch('export.day', { date: '2021-01-18' })
    expect(without).toMatchObject({ ok: false, error: { code: 'no-folder' } })
    const { school: settings } = await school.ask('app.status', {})
    if (!settings) throw new Error('no school')
    await school.ask('school.save', { ...settings, officeFolder: join(school.folder, 'gone') })
    const gone = await school.dispatch('export.day', { date: '2021-01-18' })
    expect(gone).toMatchObject({ ok: false, error: { code: 'folder-missing' } })
    expect((await school.ask('today.get', {})).lessons[0]?.state).toBe('signed-off')
  })
})

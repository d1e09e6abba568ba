import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LessonSharing } from '../../electron/ipc/lesson-sharing.ts'
import { listEvents } from '../../electron/store/event-log.ts'
import { updateStaff } from '../../electron/store/school-repository.ts'
import type { NewEntry } from '../../shared/domain/events.ts'
import { createRandom, pick } from '../../shared/domain/example-school/random.ts'
import { pupilTally, tally } from '../../shared/domain/tally.ts'
import { minutes } from '../../shared/domain/times.ts'
import { openTwoComputers, type TwoComputers } from '../support/two-computers.ts'
import type { WorkingSchool } from '../support/working-school.ts'

let two: TwoComputers
let ofTeacher: LessonSharing
let ofSecond: LessonSharing
beforeEach(async () => {
  two = await openTwoComputers()
  await two.join()
  ofTeacher = two.sharingOf(two.teacher)
  ofSecond = two.sharingOf(two.second)
}, 60_000)
afterEach(() => two.end())

/** Both look, one after the other, until what each knew is known to both. */
async function exchange(): Promise<void> {
  for (const sharing of [ofTeacher, ofSecond, ofTeacher, ofSecond]) await sharing.look()
}

const sharingBy = (school: WorkingSchool) => (school === two.teacher ? ofTeacher : ofSecond)
const storeOf = ({ context }: WorkingSchool) => context.session.store()
const eventsOf = (school: WorkingSchool) => listEvents(storeOf(school), two.lessonId)

const award = (pupilId: string): NewEntry => ({
  kind: 'award',
  pupilId,
  value: { behaviour: 'effort', group: 'praise', points: 1 },
})

/** The kept points, which must be those of the log. */
function expectSameTotals(): void {
  expect(eventsOf(two.second)).toEqual(eventsOf(two.teacher))
  const added = tally(eventsOf(two.teacher))
  for (const school of [two.teacher, two.second]) {
    const rows = storeOf(school)
      .db.prepare('SELECT pupil_id AS id, points FROM pupil_rollup WHERE lesson_id = ?')
      .all(two.lessonId) as { id: string; points: number }[]
    for (const id of two.pupilIds) {
      expect(rows.find((row) => row.id === id)?.points ?? 0).toBe(pupilTally(added, id).points)
    }
    const state = storeOf(school)
      .db.prepare('SELECT state FROM lesson_rollup WHERE lesson_id = ?')
      .pluck()
      .get(two.lessonId)
    expect(state).toBe(added.state)
  }
}

const [ada, alan] = [() => two.pupilIds[0] ?? '', () => two.pupilIds[1] ?? '']

describe('two adults on two computers', () => {
  it('see each other’s taps, undos and notes, and record under their own names', async () => {
    await two.teacher.act(two.lessonId, award(ada()))
    const { events } = await two.second.act(two.lessonId, award(alan()), {
      kind: 'note',
      value: { about: 'quick' },
      text: 'The sound was bad',
    })
    await exchange()
    expectSameTotals()
    const staff = (await two.teacher.ask('staff.list', {})).members
    const patel = staff.find(({ name }) => name === 'Mr A Patel')
    expect(eventsOf(two.teacher).find(({ id }) => id === events[0]?.id)?.actorId).toBe(patel?.id)

    await two.second.act(two.lessonId, { kind: 'revoked', revokes: events[0]?.id ?? '' })
    await exchange()
    expectSameTotals()
    expect(pupilTally(tally(eventsOf(two.teacher)), alan()).points).toBe(0)
    expect(two.teacher.told.filter(({ name }) => name === 'lesson.changed').length).toBeGreaterThan(2)
  })

  it('comes to the same totals whatever the two do and whenever they look (250 random acts)', async () => {
    const random = createRandom('two computers')
    for (let n = 0; n < 250; n += 1) {
      const school = random() < 0.5 ? two.teacher : two.second
      const own = eventsOf(school).filter((event) => event.kind === 'award')
      const target = pick(random, own)
      const isTaken = eventsOf(school).some(
        (event) => event.kind === 'revoked' && event.revokes === target?.id,
      )
      const entry: NewEntry =
        random() < 0.2 && target && !isTaken
          ? { kind: 'revoked', revokes: target.id }
          : award(pick(random, two.pupilIds) ?? '')
      await school.act(two.lessonId, entry)
      if (random() < 0.05) await sharingBy(school).look()
    }
    await exchange()
    expectSameTotals()
    expect(eventsOf(two.teacher).length).toBeGreaterThan(250)
  }, 60_000)

  it('ends on both when one ends it, and is signed by the teacher alone', async () => {
    await two.second.act(two.lessonId, { kind: 'moved', value: { to: 'ended' } })
    await exchange()
    expect(tally(eventsOf(two.teacher)).state).toBe('ended')
    await expect(two.second.act(two.lessonId, { kind: 'moved', value: { to: 'live' } })).rejects.toThrow(
      'The teacher does this on their own computer',
    )
  })

  it('keeps a colleague’s lesson out of this computer’s own pages', async () => {
    const { second, lessonId } = two
    expect((await second.ask('today.get', {})).lessons).toEqual([])
    expect((await second.ask('classes.list', {})).classes).toEqual([])
    expect((await second.ask('staff.list', {})).members.map(({ name }) => name)).toEqual(['Mr A. Patel'])
    expect(await exceptionsSeen(second)).toEqual([])
    const { lessons } = await second.ask('joined.list', {})
    expect(lessons).toMatchObject([
      {
        card: { id: lessonId, className: '5C', state: 'live' },
        teacherName: 'Ms J Reid',
        meName: 'Mr A Patel',
      },
    ])
    const record = await second.ask('lesson.get', { lessonId })
    expect(record.me.name).toBe('Mr A Patel')
    expect(record.pupils.map(({ label }) => label)).toEqual(['Ada', 'Alan'])
    await second.chooseOffice()
    await expect(second.ask('export.day', { date: '2021-01-18' })).rejects.toThrow('nothing to export')
    // A class of that name comes in beside it.
    await second.importClass()
    expect((await second.ask('classes.list', {})).classes).toMatchObject([{ name: '5C', pupilCount: 2 }])
  })

  it('is held to the teacher’s scheme and checks there', async () => {
    const record = await two.second.ask('lesson.get', { lessonId: two.lessonId })
    const own = await two.teacher.ask('lesson.get', { lessonId: two.lessonId })
    expect(record.behaviours).toEqual(own.behaviours)
    expect([record.checkItems, record.checklistVersion]).toEqual([own.checkItems, own.checklistVersion])
  })

  it('writes to disk nothing of a pupil in the plain, and forgets them for good', async () => {
    const { second, teacher, lessonId } = two
    await expect(second.ask('joined.remove', { lessonId })).rejects.toThrow('once the teacher has signed')
    await second.act(lessonId, award(ada()))
    await exchange()
    await teacher.act(lessonId, { kind: 'moved', value: { to: 'ended' } })
    await teacher.act(
      lessonId,
      ...two.pupilIds.map((pupilId): NewEntry => ({
        kind: 'participation',
        pupilId,
        value: { status: 'took-part' },
      })),
      { kind: 'moved', value: { to: 'signed-off' } },
    )
    await exchange()
    expect((await second.ask('joined.list', {})).lessons[0]?.mayRemove).toBe(true)
    await second.ask('joined.remove', { lessonId })
    expect((await second.ask('joined.list', {})).lessons).toEqual([])
    const store = storeOf(second)
    const keys = store.db.prepare('SELECT subject FROM vault_key').pluck().all()
    for (const subject of [...two.pupilIds, lessonId]) expect(keys).not.toContain(subject)
    expect(await second.dispatch('lesson.get', { lessonId })).toMatchObject({ ok: false })
    // The rest of the computer goes on.
    expect((await second.ask('today.get', {})).lessons).toEqual([])
    expect(await exceptionsSeen(second)).toEqual([])
    store.db.pragma('wal_checkpoint(TRUNCATE)')
    const bytes = readFileSync(join(second.folder, 'school.sqlite')).toString('latin1')
    for (const name of ['Lovelace', 'Turing', 'Reid']) expect(bytes).not.toContain(name)
    expect([...second.reported]).toHaveLength(1)
  })
})

describe('a file by hand', () => {
  it('is saved, taken in, and taken in again without effect', async () => {
    await two.second.act(two.lessonId, award(ada()))
    two.second.chosen.folder = two.second.folder
    const { path } = await two.second.ask('sharing.save-file', { lessonId: two.lessonId })
    expect(path).toMatch(/Lesson 2021-01-18 0922 CJS-114\.lesson$/)
    two.teacher.chosen.file = path
    const take = () => two.teacher.ask('sharing.take-in', { lessonId: two.lessonId })
    expect(await take()).toEqual({ outcome: 'taken-in', added: 1, leftOut: 0 })
    expect(await take()).toEqual({ outcome: 'taken-in', added: 0, leftOut: 0 })
  })

  it('is not added to what is signed: the teacher corrects, takes it in, and signs again', async () => {
    const { teacher, second, lessonId } = two
    await exchange()
    await teacher.ask('sharing.leave-folder', { lessonId })
    await second.act(lessonId, award(ada()))
    second.chosen.folder = second.folder
    const { path } = await second.ask('sharing.save-file', { lessonId })
    teacher.clock.now += minutes(30)
    await teacher.act(lessonId, { kind: 'moved', value: { to: 'ended' } })
    await teacher.act(
      lessonId,
      ...two.pupilIds.map((pupilId): NewEntry => ({
        kind: 'participation',
        pupilId,
        value: { status: 'took-part' },
      })),
      { kind: 'moved', value: { to: 'signed-off' } },
    )
    teacher.chosen.file = path
    const before = eventsOf(teacher)
    const refused = await teacher.ask('sharing.take-in', { lessonId })
    expect(refused).toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('Correct something'),
    })
    expect(eventsOf(teacher)).toEqual(before)
    await teacher.act(lessonId, { kind: 'moved', value: { to: 'ended' } })
    expect(await teacher.ask('sharing.take-in', { lessonId })).toMatchObject({
      outcome: 'taken-in',
      added: 1,
    })
  })
})

describe('what comes after the signature', () => {
  const sign = async () => {
    two.teacher.clock.now += minutes(30)
    await two.teacher.act(two.lessonId, { kind: 'moved', value: { to: 'ended' } })
    await two.teacher.act(
      two.lessonId,
      ...two.pupilIds.map((pupilId): NewEntry => ({
        kind: 'participation',
        pupilId,
        value: { status: 'took-part' },
      })),
      { kind: 'moved', value: { to: 'signed-off' } },
    )
  }

  it('is seen, and comes in from the folder once the lesson is opened again, though nobody writes any more', async () => {
    await exchange()
    await two.second.act(two.lessonId, award(ada()))
    await ofSecond.look()
    await sign()
    await ofTeacher.look()
    expect(ofTeacher.view(two.lessonId)?.late).toBe(1)
    await ofTeacher.look()
    expect(ofTeacher.view(two.lessonId)?.late).toBe(1)
    await two.teacher.act(two.lessonId, { kind: 'moved', value: { to: 'ended' } })
    await ofTeacher.look()
    expect(ofTeacher.view(two.lessonId)?.late).toBe(0)
    expect(pupilTally(tally(eventsOf(two.teacher)), ada()).points).toBe(1)
  })

  it('a lesson that was removed is in no later one’s way', async () => {
    const { teacher, second } = two
    await exchange()
    await sign()
    await exchange()
    const removed = two.lessonId
    await second.ask('joined.remove', { lessonId: removed })
    teacher.clock.now += minutes(24 * 60)
    second.clock.now = teacher.clock.now
    two.lessonId = await teacher.goLive()
    const { code } = await teacher.ask('sharing.start', { lessonId: two.lessonId })
    second.chosen.file = await fileOf(teacher, two.lessonId)
    const looked = await second.ask('join.look', { where: 'file' })
    if (looked.outcome !== 'found') throw new Error(looked.outcome)
    const opened = await second.ask('join.open', { token: looked.token, code })
    if (opened.outcome !== 'opened') throw new Error(opened.message)
    await second.ask('join.confirm', { token: looked.token, staffId: opened.suggestedId ?? '' })
    const { pupils } = await second.ask('lesson.get', { lessonId: two.lessonId })
    expect(pupils.map(({ id }) => id).toSorted()).toEqual([...two.pupilIds].toSorted())
    expect(await second.dispatch('lesson.get', { lessonId: removed })).toMatchObject({ ok: false })
  })
})

async function fileOf(school: WorkingSchool, lessonId: string): Promise<string> {
  school.chosen.folder = school.folder
  return (await school.ask('sharing.save-file', { lessonId })).path ?? ''
}

describe('a folder that is not as it should be', () => {
  const view = (school: WorkingSchool, sharing: LessonSharing) => {
    const found = sharing.view(two.lessonId)
    if (!found) throw new Error(`${school.folder} shares nothing`)
    return found
  }
  const ownFile = () => readdirSync(two.folder).find((name) => name.endsWith('.lesson')) ?? ''

  it('vanishes and comes back: taps go on, what is not sent is seen, and all of it arrives', async () => {
    await exchange()
    const aside = `${two.folder}-away`
    renameSync(two.folder, aside)
    await two.teacher.act(two.lessonId, award(ada()), award(alan()))
    await two.second.act(two.lessonId, award(ada()))
    await exchange()
    expect(view(two.teacher, ofTeacher)).toMatchObject({ folderState: 'missing', unsent: 2 })
    expect(view(two.second, ofSecond)).toMatchObject({ folderState: 'missing', unsent: 1 })
    renameSync(aside, two.folder)
    await exchange()
    expectSameTotals()
    await ofTeacher.look()
    expect(view(two.teacher, ofTeacher)).toMatchObject({
      folderState: 'well',
      others: [{ name: 'Mr A Patel' }],
    })
  })

  it('holds a half-written file: it is seen, left alone, and read once it is whole', async () => {
    await two.second.act(two.lessonId, award(ada()))
    await ofSecond.look()
    const files = readdirSync(two.folder).filter((name) => name.endsWith('.lesson'))
    await ofTeacher.look()
    const before = eventsOf(two.teacher)
    await two.second.act(two.lessonId, award(alan()))
    await ofSecond.look()
    const theirs = files.find((name) => !name.includes(deviceOf(two.teacher))) ?? ''
    const whole = readFileSync(join(two.folder, theirs))
    writeFileSync(join(two.folder, theirs), whole.subarray(0, whole.length / 2))
    await ofTeacher.look()
    expect(eventsOf(two.teacher)).toEqual(before)
    expect(view(two.teacher, ofTeacher).problems).toEqual([{ file: theirs, problem: 'not-whole' }])
    writeFileSync(join(two.folder, theirs), whole)
    await ofTeacher.look()
    expect(view(two.teacher, ofTeacher).problems).toEqual([])
    expect(eventsOf(two.teacher).length).toBe(before.length + 1)
  })

  it('holds everything a folder should not: the lesson goes on, and each is named', async () => {
    const named = (what: string) => `${two.lessonId}-${what}.lesson`
    const good = readFileSync(join(two.folder, ownFile()))
    mkdirSync(join(two.folder, named('folder')))
    symlinkSync(join(two.folder, named('loop-b')), join(two.folder, named('loop-a')))
    symlinkSync(join(two.folder, named('loop-a')), join(two.folder, named('loop-b')))
    writeFileSync(
      join(two.folder, named('newer')),
      good.toString('latin1').replace('"version":1', '"version":9'),
      'latin1',
    )
    writeFileSync(
      join(two.folder, named('code')),
      good.toString('latin1').replace(/"salt":"../, '"salt":"00'),
      'latin1',
    )
    writeFileSync(join(two.folder, named('noise')), '')
    truncateSync(join(two.folder, named('noise')), 200 * 1024 * 1024)
    const damaged = Buffer.from(good)
    damaged.writeUInt8(damaged.readUInt8(damaged.length - 5) ^ 1, damaged.length - 5)
    writeFileSync(join(two.folder, named('damaged')), damaged)
    const other = two.lessonId.replace(/^.{8}/, '00000000')
    writeFileSync(
      join(two.folder, named('other')),
      good.toString('latin1').replace(two.lessonId, other),
      'latin1',
    )
    copyFileSync(join(two.folder, ownFile()), join(two.folder, `${other}-x.lesson`))
    await two.teacher.act(two.lessonId, award(ada()))
    await exchange()
    expectSameTotals()
    const problems = Object.fromEntries(
      view(two.teacher, ofTeacher).problems.map(({ file, problem }) => [file.slice(37, -7), problem]),
    )
    expect(problems).toEqual({
      folder: 'not-a-lesson',
      'loop-a': 'not-a-lesson',
      'loop-b': 'not-a-lesson',
      newer: 'newer',
      code: 'other-code',
      noise: 'too-large',
      damaged: 'other-code',
      other: 'other-lesson',
    })
  })

  it('is shared by two computers with one id, as a copied installation: nothing is lost, and it is seen', async () => {
    const idOfTeacher = deviceOf(two.teacher)
    rmSync(join(two.folder, `${two.lessonId}-${deviceOf(two.second)}.lesson`), { force: true })
    storeOf(two.second).db.prepare('UPDATE device SET id = ?').run(idOfTeacher)
    ofSecond = two.sharingOf(two.second)
    for (let round = 0; round < 6; round += 1) {
      const school = round % 2 === 0 ? two.teacher : two.second
      await school.act(two.lessonId, award(ada()))
      await sharingBy(school).look()
      await exchange()
    }
    await exchange()
    expectSameTotals()
    expect(pupilTally(tally(eventsOf(two.teacher)), ada()).points).toBe(6)
    expect([ofTeacher, ofSecond].map((one) => one.view(two.lessonId)?.isDoubled)).toContain(true)
    expect(readdirSync(two.folder).filter((name) => name.endsWith('.lesson'))).toHaveLength(1)
  })
})

describe('a clock that is an hour off', () => {
  const HOUR = minutes(60)
  const lastAt = (school: WorkingSchool) => eventsOf(school).at(-1)?.at ?? 0

  it('on the second computer follows the teacher’s, so that both are dated alike', async () => {
    const { teacher, second, lessonId } = two
    second.clock.now += HOUR
    await ofSecond.look()
    await teacher.act(lessonId, award(ada()))
    await ofTeacher.look()
    await ofSecond.look()
    await second.act(lessonId, award(alan()))
    expect(lastAt(second) - teacher.clock.now).toBeLessThan(minutes(1))
    await exchange()
    expectSameTotals()
  })

  it('that is behind follows at once: a file out of the future says so', async () => {
    const { teacher, second, lessonId } = two
    second.clock.now -= HOUR
    await ofSecond.look()
    // Later on, so that it is not only put behind what is in the log.
    for (const { clock } of [teacher, second]) clock.now += minutes(10)
    await second.act(lessonId, award(alan()))
    expect(Math.abs(lastAt(second) - teacher.clock.now)).toBeLessThan(minutes(1))
  })

  it('that nobody noticed breaks neither order nor undo, and is shown to the teacher', async () => {
    const { teacher, second, lessonId } = two
    second.clock.now += HOUR
    await second.act(lessonId, { kind: 'camera', pupilId: ada(), value: { camera: 'off' } })
    await exchange()
    const { events } = await teacher.act(lessonId, {
      kind: 'camera',
      pupilId: ada(),
      value: { camera: 'on' },
    })
    expect(pupilTally(tally(eventsOf(teacher)), ada()).camera).toBe('on')
    await teacher.act(lessonId, { kind: 'revoked', revokes: events[0]?.id ?? '' })
    expect(pupilTally(tally(eventsOf(teacher)), ada()).camera).toBe('off')
    await exchange()
    expectSameTotals()
    await second.act(lessonId, award(alan()))
    await ofSecond.look()
    await ofTeacher.look()
    expect(ofTeacher.view(lessonId)?.others[0]?.clockAheadMs).toBeGreaterThan(minutes(50))
  })
})

/** The exceptions a leader would see on that computer. */
async function exceptionsSeen(school: WorkingSchool): Promise<unknown> {
  const { me } = await school.ask('app.status', {})
  if (me) updateStaff(storeOf(school), { ...me, role: 'leader' })
  return (await school.ask('policy.get', {})).exceptions
}

const deviceOf = (school: WorkingSchool): string =>
  String(storeOf(school).db.prepare('SELECT id FROM device').pluck().get())

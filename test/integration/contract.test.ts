import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { makeOfficeIdentity } from '../../electron/exchange/bundle/office-identity.ts'
import { sealBundle } from '../../electron/exchange/bundle/seal-bundle.ts'
import { makeSigningKey } from '../../electron/exchange/bundle/signing-key.ts'
import { listOfficeIdentities } from '../../electron/store/keys-repository.ts'
import { updateStaff } from '../../electron/store/school-repository.ts'
import { removeShared } from '../../electron/store/shared-lesson-repository.ts'
import { type CommandName, commands, type Output } from '../../shared/ipc/contract.ts'
import { dayOf } from '../support/office-fixture.ts'
import { MORNING } from '../support/test-school.ts'
import { openWorkingSchool, type WorkingSchool } from '../support/working-school.ts'
import { zoomReport } from '../support/zoom-report.ts'

let school: WorkingSchool
beforeEach(() => {
  school = openWorkingSchool()
})
afterEach(() => school.end())

const names = Object.keys(commands) as CommandName[]
const nobody = '00000000-0000-4000-8000-000000000000'

const packOfWeek = async () =>
  school.ask('packs.week', { classId: (await school.firstClass()).id, week: '2021-01-18' })
const packId = async () => (await packOfWeek()).pack?.id ?? ''

/** A lesson of this computer, saved as a file and opened by its code. */
const openSharedFile = async () => {
  const lesson = await school.startLesson()
  const { code } = await school.ask('sharing.start', lesson)
  school.chosen.file = (await school.ask('sharing.save-file', lesson)).path
  const looked = await school.ask('join.look', { where: 'file' })
  const token = looked.outcome === 'found' ? looked.token : nobody
  // As on a computer that only has the records: it is not the one that shares the lesson.
  removeShared(school.context.session.store(), lesson.lessonId)
  return { token, opened: await school.ask('join.open', { token, code }) }
}
/** A lesson that has ended, and its meeting's report chosen. */
const chooseReport = async () => {
  const lessonId = await school.goLive()
  await school.act(lessonId, { kind: 'moved', value: { to: 'ended' } })
  school.chosen.file = join(school.folder, 'maths.csv')
  writeFileSync(school.chosen.file, zoomReport('Maths', [['Ada Lovelace', '09:20', '09:40']]))
  return { lessonId, chosen: await school.ask('report.choose', { lessonId }) }
}
const takeReport = async () => {
  const { lessonId, chosen } = await chooseReport()
  const token = chosen.outcome === 'understood' ? chosen.token : nobody
  return { lessonId, taken: await school.ask('report.confirm', { token }) }
}
/** A lesson that takes its first pupil to the first reward level. */
const finishRewarded = () =>
  school.finishLesson(([pupilId = nobody]) =>
    Array.from({ length: 13 }, () => ({
      kind: 'award',
      pupilId,
      value: { behaviour: 'brilliant', group: 'praise', points: 2 },
    })),
  )

/** A day of a computer that nobody has taken onto the office's list: set aside, and by what name it is known. */
const sendToOffice = async (teacher: number): Promise<string> => {
  const [key] = listOfficeIdentities(school.context.session.store())
  const incoming = join(school.folder, 'incoming')
  mkdirSync(incoming, { recursive: true })
  const day = await sealBundle(dayOf(teacher, key?.recipient ?? ''), makeSigningKey())
  writeFileSync(join(incoming, `${teacher}.bundle`), day)
  await school.ask('office.look', {})
  return (await school.ask('office.day', { date: '2021-01-18' })).setAside[0]?.contentHash ?? ''
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
    school.chosen.folder = school.folder
    return school.ask('folder.choose', { of: 'home' })
  },
  'staff.add': () => school.ask('staff.add', { name: 'Mr A Khan' }),
  'staff.list': () => school.ask('staff.list', {}),
  'staff.save': async () => {
    const { me } = await school.ask('app.status', {})
    if (!me) throw new Error('nobody is here')
    return school.ask('staff.save', { id: me.id, name: me.name, role: 'leader' })
  },
  'training.add': async () => {
    const { me } = await school.ask('app.status', {})
    const training = { topic: 'online-safety', date: '2020-09-02', expires: '2021-09-01', confidence: 4 }
    return school.ask('training.add', { ...training, staffId: me?.id ?? nobody })
  },
  'conduct.acknowledge': () => school.ask('conduct.acknowledge', {}),
  'device.confirm': () => school.ask('device.confirm', {}),
  'class-list.choose': () => school.chooseClassList(),
  'class-list.map': async () => {
    const read = await school.chooseClassList()
    if (read.outcome !== 'understood') throw new Error(read.outcome)
    return school.ask('class-list.map', { token: read.token, columns: read.preview.columns })
  },
  'class-list.confirm': () => school.importClass(),
  'file.hand': () => {
    const bytes = new TextEncoder().encode('Forename,Surname,Class\nAda,Lovelace,5C\n')
    const handing = '00000000-0000-4000-8000-000000000042'
    return school.ask('file.hand', { handing, fileName: '5c.csv', size: bytes.length, at: 0, bytes })
  },
  'file.opened': () => school.ask('file.opened', {}),
  'reading.cancel': () => school.ask('reading.cancel', {}),
  'classes.list': () => school.ask('classes.list', {}),
  'classes.get': async () => school.ask('classes.get', { classId: (await school.firstClass()).id }),
  'lesson.start': () => school.startLesson(),
  'today.get': () => school.ask('today.get', {}),
  'lesson.get': async () => school.ask('lesson.get', await school.startLesson()),
  'lesson.record': async () => {
    const { lessonId } = await school.startLesson()
    const entries = [{ kind: 'moved' as const, id: uuidv7(), value: { to: 'preparing' as const } }]
    return school.ask('lesson.record', { lessonId, at: MORNING, entries })
  },
  'lesson.hold': async () => {
    const entries = [{ kind: 'second-adult-left' as const, id: uuidv7(), value: {} }]
    return school.ask('lesson.hold', { ...(await school.startLesson()), acts: [{ at: MORNING, entries }] })
  },
  'packs.save': async () =>
    school.ask('packs.save', {
      classId: (await school.firstClass()).id,
      week: '2021-01-18',
      contents: 'Maths booklet',
      availableFrom: '2021-01-18',
    }),
  'packs.week': () => packOfWeek(),
  'packs.approve': async () => school.ask('packs.approve', { packId: await packId() }),
  'packs.mark': async () => {
    const [first] = (await packOfWeek()).pupils
    return school.ask('packs.mark', {
      packId: await packId(),
      pupilIds: [first?.id ?? ''],
      how: 'collected',
    })
  },
  'resources.sent': async () => {
    const { lessonId } = await school.startLesson()
    const { pupils } = await school.ask('lesson.get', { lessonId })
    return school.ask('resources.sent', { lessonId, pupilIds: pupils.map(({ id }) => id) })
  },
  'lesson.plan': async () =>
    school.ask('lesson.plan', {
      ...(await school.startLesson()),
      subject: 'Maths',
      learningIntention: 'Fractions of amounts',
      adaptations: [{ text: 'Bar models', pupilIds: [] }],
      secondAdultId: null,
    }),
  'groups.save': async () => {
    const { lessonId } = await school.startLesson()
    return school.ask('groups.save', {
      lessonId,
      name: 'Blue table',
      pupilIds: [await school.firstPupilId()],
    })
  },
  'groups.rename': async () => {
    const { groups } = await journey['groups.save']()
    return school.ask('groups.rename', { groupId: groups[0]?.id ?? nobody, name: 'Red table' })
  },
  'groups.remove': async () => {
    const { groups } = await journey['groups.save']()
    return school.ask('groups.remove', { groupId: groups[0]?.id ?? nobody })
  },
  'checks.look': async () => school.ask('checks.look', await school.startLesson()),
  'policy.get': () => school.ask('policy.get', {}),
  'panel.window': () => school.ask('panel.window', { do: 'raise' }),
  'preferences.get': () => school.ask('preferences.get', {}),
  'preferences.save': () => school.ask('preferences.save', { sound: true }),
  'checklists.list': () => school.ask('checklists.list', {}),
  'checklist.save': async () => {
    const { me } = await school.ask('app.status', {})
    if (!me) throw new Error('nobody is here')
    updateStaff(school.context.session.store(), { ...me, role: 'leader' })
    const [newest] = (await school.ask('checklists.list', {})).versions
    if (!newest) throw new Error('no checklist')
    return school.ask('checklist.save', { basedOn: newest.version, items: newest.items.toReversed() })
  },
  'schemes.list': () => school.ask('schemes.list', {}),
  'schemes.save': async () => {
    const [newest] = (await school.ask('schemes.list', {})).versions
    if (!newest) throw new Error('no scheme')
    const scheme = { ...newest.scheme, mayTakeAway: true }
    return school.ask('schemes.save', { basedOn: newest.version, scheme })
  },
  'timetable.save': async () =>
    school.ask('timetable.save', { entry: await school.timetableWish(), approval: null }),
  'timetable.get': () => school.ask('timetable.get', { date: '2021-01-18' }),
  'timetable.except': async () => {
    const { entries } = await school.ask('timetable.get', {})
    const entryId = entries[0]?.id ?? nobody
    const change = { kind: 'cancelled' as const }
    return school.ask('timetable.except', { entryId, date: '2021-01-18', change, approval: null })
  },
  'timetable.export': () => school.ask('timetable.export', {}),
  'timetable.import-choose': () => school.chooseCalendar(),
  'timetable.import-confirm': async () => {
    const read = await school.chooseCalendar()
    const token = read.outcome === 'understood' ? read.token : nobody
    return school.ask('timetable.import-confirm', { token, classes: [], approval: null })
  },
  'timetable.remove': async () => {
    const { entries } = await school.ask('timetable.get', {})
    return school.ask('timetable.remove', { entryId: entries[0]?.id ?? nobody })
  },
  'waiting.match': async () =>
    school.ask('waiting.match', { ...(await school.startLesson()), pasted: 'Ada Lovelace\nSomebody Else' }),
  'waiting.remember': async () =>
    school.ask('waiting.remember', { pupilId: await school.firstPupilId(), name: 'Addy', as: 'nickname' }),
  'report.choose': async () => (await chooseReport()).chosen,
  'report.confirm': async () => (await takeReport()).taken,
  'report.get': async () => school.ask('report.get', { lessonId: (await takeReport()).lessonId }),
  'report.remove': async () => {
    const { lessonId } = await takeReport()
    const [report] = (await school.ask('report.get', { lessonId })).reports
    return school.ask('report.remove', { lessonId, reportId: report?.id ?? nobody })
  },
  'report.answer': async () => {
    const { lessonId } = await takeReport()
    return school.ask('report.answer', { lessonId, key: 'adalovelace', answer: { as: 'not-ours' } })
  },
  'report.keep': async () => {
    const { lessonId } = await takeReport()
    return school.ask('report.keep', { lessonId, key: `missing ${nobody}`, isKept: true })
  },
  'joining.get': async () => school.ask('joining.get', { pupilId: await school.firstPupilId() }),
  'joining.save': async () =>
    school.ask('joining.save', {
      pupilId: await school.firstPupilId(),
      joining: { optOut: { since: '2021-02-01', toldBy: 'Her mother' } },
    }),
  'sharing.start': async () => school.ask('sharing.start', await school.startLesson()),
  'sharing.get': async () => school.ask('sharing.get', await school.startLesson()),
  'sharing.choose-folder': async () => {
    school.chosen.folder = school.folder
    return school.ask('sharing.choose-folder', await school.startLesson())
  },
  'sharing.leave-folder': async () => {
    const lesson = await school.startLesson()
    await school.ask('sharing.start', lesson)
    return school.ask('sharing.leave-folder', lesson)
  },
  'sharing.save-file': async () => school.ask('sharing.save-file', await school.startLesson()),
  'sharing.take-in': async () => {
    const lesson = await school.startLesson()
    school.chosen.file = (await school.ask('sharing.save-file', lesson)).path
    return school.ask('sharing.take-in', lesson)
  },
  'join.look': async () => {
    await school.ask('sharing.save-file', await school.startLesson())
    return school.ask('join.look', { where: 'folder' })
  },
  'join.open': async () => (await openSharedFile()).opened,
  'join.confirm': async () => {
    const { token, opened } = await openSharedFile()
    const [first] = opened.outcome === 'opened' ? opened.staff : []
    return school.ask('join.confirm', { token, staffId: first?.id ?? nobody })
  },
  'joined.list': () => school.ask('joined.list', {}),
  'joined.remove': async () => {
    const { lessons } = await school.ask('joined.list', {})
    const lessonId = lessons[0]?.card.id ?? nobody
    school.clock.now += 3 * 24 * 60 * 60_000
    const removed = await school.ask('joined.remove', { lessonId })
    school.clock.now -= 3 * 24 * 60 * 60_000
    return removed
  },
  'window.open': async () =>
    school.ask('window.open', { ...(await school.startLesson()), show: 'checklist' }),
  'camera.use': async () => school.ask('camera.use', { ...(await school.startLesson()), on: true }),
  'certificates.earned': async () => {
    school.clock.now += 3_600_000
    return school.ask('certificates.earned', { lessonId: await finishRewarded() })
  },
  'certificates.prepare': async () => {
    const { lessons } = await school.ask('today.get', {})
    const lessonId = lessons.find(({ state }) => state === 'signed-off')?.id ?? nobody
    const { certificates } = await school.ask('certificates.earned', { lessonId })
    const wanted = certificates.map(({ pupilId, levelId }) => ({ pupilId, levelId }))
    return school.ask('certificates.prepare', { lessonId, wanted, place: 'chosen' })
  },
  'certificates.stop': () => school.ask('certificates.stop', { lessonId: nobody }),
  'export.day': async () => {
    school.clock.now += 3_600_000
    await school.finishLesson()
    return school.ask('export.day', { date: '2021-01-18' })
  },
  'export.get': () => school.ask('export.get', {}),
  'export.cancel': () => school.ask('export.cancel', { date: '2021-01-18' }),
  'export.reveal': () => school.ask('export.reveal', { date: '2021-01-18' }),
  'office.key': () => school.ask('office.key', {}),
  'office.take-key': async () => {
    const { recipient } = await makeOfficeIdentity()
    return school.ask('office.take-key', { recipient })
  },
  'office.make-key': () => school.ask('office.make-key', {}),
  'office.save-key': () => school.ask('office.save-key', {}),
  'office.read-key': () => school.ask('office.read-key', { from: 'folder' }),
  'office.look': () => school.ask('office.look', {}),
  'office.day': () => school.ask('office.day', { date: '2021-01-18' }),
  'office.take-in': async () => school.ask('office.take-in', { contentHash: await sendToOffice(1) }),
  'office.dismiss': async () => school.ask('office.dismiss', { contentHash: await sendToOffice(2) }),
  'office.devices': () => school.ask('office.devices', {}),
  'office.remove-device': async () => {
    const { devices } = await school.ask('office.devices', {})
    return school.ask('office.remove-device', { deviceId: devices[0]?.deviceId ?? nobody })
  },
  'office.report': () => school.ask('office.report', { date: '2021-01-18' }),
  'office.stop-report': () => school.ask('office.stop-report', { date: '2021-01-18' }),
  'office.reveal': () => school.ask('office.reveal', { date: '2021-01-18' }),
  'office.add-note': () =>
    school.ask('office.add-note', {
      date: '2021-01-18',
      lessonId: null,
      text: 'Sent on to the head teacher',
    }),
  'office.print-key': () => {
    // Not where the office's folder is: the printed key is for nobody else.
    school.chosen.folder = mkdtempSync(join(tmpdir(), 'printed-key-'))
    return school.ask('office.print-key', {})
  },
  'office.recover-key': async () => {
    const { identity } = await makeOfficeIdentity()
    return school.ask('office.recover-key', { typed: identity })
  },
  'export.mail': async () => {
    const { school: settings } = await school.ask('app.status', {})
    if (!settings) throw new Error('no school')
    const officeEmail = 'office@crofton.example'
    await school.ask('school.save', { ...settings, teacherEmail: 'j.reid@crofton.example', officeEmail })
    return school.ask('export.mail', { date: '2021-01-18' })
  },
  'export.split': () => school.ask('export.split', { date: '2021-01-18', split: 'home' }),
  'export.stop-files': () => school.ask('export.stop-files', { date: '2021-01-18', way: 'home' }),
  'export.reveal-files': () => school.ask('export.reveal-files', { date: '2021-01-18', way: 'mail' }),
  'example.create': () => school.ask('example.create', {}),
  'example.remove': () => school.ask('example.remove', {}),
  'app.quit': () => school.ask('app.quit', {}),
}

describe('the whole contract', () => {
  it('answers every command with what it promises', async () => {
    expect(Object.keys(journey).toSorted()).toEqual(names.toSorted())
    for (const [name, go] of Object.entries(journey) as [CommandName, () => Promise<unknown>][]) {
      const parsed = commands[name].output.safeParse(await go())
      expect(parsed.success, `${name}: ${parsed.error?.message}`).toBe(true)
    }
    expect(school.reported).toEqual([])
  }, 30_000)

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
    await school.begin()
    const replies = await Promise.all([
      school.dispatch('lesson.get', { lessonId: nobody }),
      school.dispatch('classes.get', { classId: nobody }),
      school.dispatch('class-list.confirm', { token: nobody }),
      school.dispatch('packs.week', { classId: nobody, week: '2021-01-18' }),
      school.dispatch('packs.approve', { packId: nobody }),
      school.dispatch('packs.mark', { packId: nobody, pupilIds: [nobody], how: 'sent' }),
      school.dispatch('groups.save', { lessonId: nobody, name: 'Red', pupilIds: [nobody] }),
      school.dispatch('groups.rename', { groupId: nobody, name: 'Red' }),
      school.dispatch('groups.remove', { groupId: nobody }),
      school.dispatch('resources.sent', { lessonId: nobody, pupilIds: [nobody] }),
      school.dispatch('timetable.remove', { entryId: nobody }),
      school.dispatch('timetable.import-confirm', { token: nobody, classes: [], approval: null }),
      school.dispatch('timetable.except', {
        entryId: nobody,
        date: '2021-01-18',
        change: null,
        approval: null,
      }),
      school.dispatch('timetable.save', {
        entry: { ...(await school.timetableWish()), classId: nobody },
        approval: null,
      }),
      school.dispatch('waiting.match', { lessonId: nobody, pasted: 'Ada' }),
      school.dispatch('waiting.remember', { pupilId: nobody, name: 'Ada', as: 'nickname' }),
      school.dispatch('report.choose', { lessonId: nobody }),
      school.dispatch('report.confirm', { token: nobody }),
      school.dispatch('report.get', { lessonId: nobody }),
      school.dispatch('report.remove', { lessonId: nobody, reportId: nobody }),
      school.dispatch('report.answer', { lessonId: nobody, key: 'ada', answer: null }),
      school.dispatch('report.keep', { lessonId: nobody, key: 'late', isKept: true }),
      school.dispatch('sharing.start', { lessonId: nobody }),
      school.dispatch('sharing.choose-folder', { lessonId: nobody }),
      school.dispatch('sharing.leave-folder', { lessonId: nobody }),
      school.dispatch('sharing.save-file', { lessonId: nobody }),
      school.dispatch('join.open', { token: nobody, code: '7K3Q-9MWX-4HPT' }),
      school.dispatch('join.confirm', { token: nobody, staffId: nobody }),
      school.dispatch('joined.remove', { lessonId: nobody }),
      school.dispatch('joining.get', { pupilId: nobody }),
      school.dispatch('joining.save', { pupilId: nobody, joining: {} }),
      school.dispatch('certificates.earned', { lessonId: nobody }),
      school.dispatch('certificates.prepare', {
        lessonId: nobody,
        wanted: [{ pupilId: nobody, levelId: 'bronze' }],
        place: 'chosen',
      }),
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

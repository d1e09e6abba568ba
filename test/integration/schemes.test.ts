import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { readDayRecord } from '../../electron/store/day-record.ts'
import { listCards } from '../../electron/store/lessons-repository.ts'
import {
  addScheme,
  listSchemes,
  newestScheme,
  prepareScheme,
  schemeOf,
} from '../../electron/store/scheme-repository.ts'
import { readSchool, updateStaff } from '../../electron/store/school-repository.ts'
import type { NewEntry } from '../../shared/domain/events.ts'
import { officeSheets } from '../../shared/domain/office-sheets.ts'
import { movedEntry, newBehaviour } from '../../shared/domain/scheme-edit.ts'
import type { Scheme } from '../../shared/domain/scheme.ts'
import { startLog } from '../support/day-fixture.ts'
import { MORNING, testPreset } from '../support/test-school.ts'
import { openWorkingSchool, type WorkingSchool } from '../support/working-school.ts'

let school: WorkingSchool
beforeEach(async () => {
  school = openWorkingSchool()
  await school.begin()
  await school.importClass()
})
afterEach(() => school.end())

const storeOf = () => school.context.session.store()
const becomeLeader = async () => {
  const { me } = await school.ask('app.status', {})
  if (me) updateStaff(storeOf(), { ...me, role: 'leader' })
}
const inForce = async () => {
  const [newest] = (await school.ask('schemes.list', {})).versions
  if (!newest) throw new Error('no scheme')
  return newest
}
const save = async (change: (scheme: Scheme) => Scheme) => {
  const { version, scheme } = await inForce()
  return school.ask('schemes.save', { basedOn: version, scheme: change(scheme) })
}
const curious = (scheme: Scheme): Scheme => ({
  ...scheme,
  behaviours: [
    newBehaviour('Curious', scheme.behaviours),
    ...scheme.behaviours.filter(({ id }) => id !== 'kind'),
  ],
})
const award = (pupilId: string, behaviour: string, points = 1): NewEntry => ({
  kind: 'award',
  pupilId,
  value: { behaviour, group: 'praise', points },
})

/** A lesson that is live with both pupils in it. */
async function goLive(): Promise<{ lessonId: string; pupilId: string }> {
  const { lessonId } = await school.startLesson()
  const { pupils, checkItems } = await school.ask('lesson.get', { lessonId })
  await school.act(lessonId, { kind: 'moved', value: { to: 'preparing' } })
  await school.act(
    lessonId,
    ...checkItems.map(({ id }): NewEntry => ({
      kind: 'check-answered',
      value: { item: id, answer: 'not-applicable' },
      text: 'Agreed with the head teacher',
    })),
  )
  const each = (entry: (pupilId: string) => NewEntry) => pupils.map(({ id }) => entry(id))
  await school.act(lessonId, ...each((pupilId) => ({ kind: 'waiting', pupilId, value: { waiting: true } })))
  await school.act(
    lessonId,
    { kind: 'moved', value: { to: 'admitting' } },
    ...each((pupilId) => ({ kind: 'admitted', pupilId, value: {} })),
    { kind: 'moved', value: { to: 'live' } },
  )
  return { lessonId, pupilId: pupils[0]?.id ?? '' }
}

describe('versions of the scheme', () => {
  it('come once from the app, and never over a leader’s', () => {
    prepareScheme(storeOf(), testPreset.scheme, MORNING + 1)
    expect(listSchemes(storeOf())).toMatchObject([{ version: 1, madeBy: null, scheme: testPreset.scheme }])
    const later = { ...testPreset.scheme, phases: [] }
    prepareScheme(storeOf(), later, MORNING + 2)
    expect(newestScheme(storeOf())).toMatchObject({ version: 2, madeBy: null, scheme: later })
  })

  it('are evidence: none is changed or deleted', () => {
    expect(() => storeOf().db.exec("UPDATE scheme_version SET scheme = '{}'")).toThrow(/evidence/)
    expect(() => storeOf().db.exec('DELETE FROM scheme_version')).toThrow(/evidence/)
  })

  it('hold a lesson to the one in force when it first moved', () => {
    const at = (minute: number) => {
      const log = startLog({ startsAt: MORNING })
      log.at(minute, { kind: 'moved', value: { to: 'preparing' } })
      return schemeOf(storeOf(), log.events).version
    }
    addScheme(storeOf(), { scheme: testPreset.scheme, madeAt: MORNING + 60_000, madeBy: null })
    expect([-600, 0, 0.9, 1, 2].map(at)).toEqual([1, 1, 1, 2, 2])
    expect(schemeOf(storeOf(), []).version).toBe(2)
  })
})

describe('the scheme', () => {
  it('is decided by a leader only', async () => {
    const { version, scheme } = await inForce()
    const reply = await school.dispatch('schemes.save', { basedOn: version, scheme: curious(scheme) })
    expect(reply).toMatchObject({ ok: false, error: { code: 'leaders-only' } })
    expect(await inForce()).toMatchObject({ version, madeBy: null })
  })

  it('is kept as a version with who made it and what it changed; the same again makes none', async () => {
    await becomeLeader()
    expect(await save(curious)).toEqual({ version: 2 })
    expect(await inForce()).toMatchObject({
      version: 2,
      madeBy: 'Ms J Reid',
      changes: ['‘Curious’ added', '‘Kind’ taken off the list'],
    })
    expect(await save((scheme) => scheme)).toEqual({ version: 2 })
    expect(school.told.filter(({ name }) => name === 'school.changed').length).toBeGreaterThan(0)
  })

  it('is not saved over one that was saved meanwhile', async () => {
    await becomeLeader()
    await save(curious)
    const reply = await school.dispatch('schemes.save', { basedOn: 1, scheme: testPreset.scheme })
    expect(reply).toMatchObject({ ok: false, error: { code: 'newer-version' } })
    expect((await inForce()).version).toBe(2)
  })

  it('refuses one that does not stand, whoever sends it', async () => {
    await becomeLeader()
    const { scheme } = testPreset
    const negative = scheme.behaviours.map((one) => (one.id === 'unkind' ? { ...one, points: -1 } : one))
    for (const wrong of [
      { ...scheme, behaviours: negative },
      { ...scheme, attitudes: [] },
    ]) {
      const reply = await school.dispatch('schemes.save', { basedOn: 1, scheme: wrong })
      expect(reply).toMatchObject({ ok: false, error: { code: 'bad-input' } })
    }
  })
})

describe('a lesson', () => {
  it('keeps the scheme it began under: what may be awarded, and its words in the office’s sheets', async () => {
    await becomeLeader()
    const { lessonId, pupilId } = await goLive()
    school.clock.now += 60_000
    await save(curious)
    const { behaviours } = await school.ask('lesson.get', { lessonId })
    expect(behaviours.map(({ id }) => id)).toContain('kind')
    await school.act(lessonId, award(pupilId, 'kind'))
    await expect(school.act(lessonId, award(pupilId, 'own-curious'))).rejects.toThrow(
      'not one of the school’s',
    )

    school.clock.now += 3_600_000
    const next = await goLive()
    await school.act(next.lessonId, award(pupilId, 'own-curious'))
    await expect(school.act(next.lessonId, award(pupilId, 'kind'))).rejects.toThrow('not one of the school’s')

    const settings = readSchool(storeOf())
    if (!settings) throw new Error('no school')
    const day = { date: '2021-01-18', school: settings, deviceName: 'CJS-114', isExample: false }
    const sheets = officeSheets(readDayRecord(storeOf(), day, listCards(storeOf(), day.date)))
    const headers = sheets
      .find(({ name }) => name === 'Points and rewards')
      ?.columns.map(({ header }) => header)
    expect(headers).toContain('Behaviour: Kind')
    expect(headers).toContain('Behaviour: Curious')
    expect(headers).not.toContain('Other behaviours')
  })

  it('says what each pupil has from the term’s lessons before it', async () => {
    const first = await goLive()
    await school.act(first.lessonId, award(first.pupilId, 'brilliant', 2), award(first.pupilId, 'kind'))
    school.clock.now += 3_600_000
    const second = await goLive()
    const before = async (lessonId: string) => (await school.ask('lesson.get', { lessonId })).termPointsBefore
    expect(await before(first.lessonId)).toEqual({})
    expect(await before(second.lessonId)).toEqual({ [first.pupilId]: 3 })
    const points = storeOf().db.prepare('UPDATE class SET is_guest = 1').run()
    expect(points.changes).toBe(1)
    expect(await before(second.lessonId)).toEqual({})
  })

  it('begins the count anew with a term', async () => {
    const first = await goLive()
    await school.act(first.lessonId, award(first.pupilId, 'kind'))
    const { school: settings } = await school.ask('app.status', {})
    if (!settings) throw new Error('no school')
    school.clock.now += 24 * 3_600_000
    const terms = [{ name: 'Spring term', from: '2021-01-19', until: '2021-03-31' }]
    await school.ask('school.save', { ...settings, calendar: { ...settings.calendar, terms } })
    const second = await goLive()
    expect((await school.ask('lesson.get', { lessonId: second.lessonId })).termPointsBefore).toEqual({})
  })

  it('gives the keys in the order of its version', async () => {
    await becomeLeader()
    await save((scheme) => ({ ...scheme, behaviours: movedEntry(scheme.behaviours, 0, 1) }))
    const { lessonId } = await school.startLesson()
    const { behaviours } = await school.ask('lesson.get', { lessonId })
    expect(behaviours.slice(0, 2).map(({ id }) => id)).toEqual(['good-idea', 'listening'])
    const entries = [{ kind: 'moved' as const, id: uuidv7(), value: { to: 'preparing' as const } }]
    await school.ask('lesson.record', { lessonId, at: school.clock.now, entries })
    expect((await school.ask('lesson.get', { lessonId })).behaviours[0]?.id).toBe('good-idea')
  })
})

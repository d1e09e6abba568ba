import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openWorkingSchool, type WorkingSchool } from '../support/working-school.ts'
import { nothingKnown } from '../../shared/domain/joining.ts'

let school: WorkingSchool
let ada = ''
let alan = ''
beforeEach(async () => {
  school = openWorkingSchool()
  await school.begin()
  await school.importClass()
  const { pupils } = await school.ask('classes.get', { classId: (await school.firstClass()).id })
  const idOf = (forename: string) => pupils.find((one) => one.forename === forename)?.id ?? ''
  ada = idOf('Ada')
  alan = idOf('Alan')
})
afterEach(() => school.end())

const match = async (pasted: string) => {
  const { lessonId } = await school.startLesson()
  const { matches } = await school.ask('waiting.match', { lessonId, pasted })
  return matches.map(({ text, outcome, pupilId, candidateIds }) => ({ text, outcome, pupilId, candidateIds }))
}
const countOf = (table: string) =>
  school.context.session.store().db.prepare(`SELECT count(*) AS count FROM ${table}`).get()

describe('matching the names waiting', () => {
  it('reads a panel and matches it to the class, and writes nothing', async () => {
    const found = await match('Participants (3)\nMs J Reid (Host, me)\nADA LOVELACE (Guest)\nDragon99')
    expect(found).toEqual([
      { text: 'ADA LOVELACE', outcome: 'expected', pupilId: ada, candidateIds: [] },
      { text: 'Dragon99', outcome: 'unexpected', pupilId: null, candidateIds: [] },
    ])
    expect([countOf('event'), countOf('pupil_joining')]).toEqual([{ count: 0 }, { count: 0 }])
  })

  it('knows a name remembered, and who does not take part from a day on', async () => {
    expect(await match('Countess')).toMatchObject([{ outcome: 'unexpected' }])
    await school.ask('waiting.remember', { pupilId: ada, name: 'Countess', as: 'nickname' })
    expect(await match('countess')).toMatchObject([{ outcome: 'expected', pupilId: ada }])
    const optedOut = (since: string) =>
      school.ask('joining.save', {
        pupilId: alan,
        joining: { ...nothingKnown, optOut: { since, toldBy: 'His mother' } },
      })
    await optedOut('2021-01-19')
    expect(await match('Alan Turing')).toMatchObject([{ outcome: 'expected' }])
    await optedOut('2021-01-18')
    expect(await match('Alan Turing')).toMatchObject([{ outcome: 'unexpected', candidateIds: [alan] }])
  })

  it.each([
    ['ten thousand lines', 'Somebody Waiting\n'.repeat(10_000), 'too-long'],
    [
      'a wall of text',
      'It was a dark and stormy night and the rain fell in torrents. '.repeat(900),
      'not-names',
    ],
    ['the inside of a file', 'PK\u0003\u0004\u0000\u0000 Ada Lovelace', 'not-text'],
    ['nothing', ' \n ', 'empty'],
  ])('refuses %s in words, and nothing is changed', async (_what, pasted, code) => {
    const { lessonId } = await school.startLesson()
    const reply = await school.dispatch('waiting.match', { lessonId, pasted })
    expect(reply).toMatchObject({ ok: false, error: { code, message: expect.stringContaining('othing') } })
    expect(countOf('event')).toEqual({ count: 0 })
    expect(school.reported).toEqual([])
  })
})

describe('remembering a name', () => {
  const remember = (pupilId: string, name: string, as: 'nickname' | 'shared-device') =>
    school.dispatch('waiting.remember', { pupilId, name, as })

  it('keeps it once and tells the windows once', async () => {
    school.told.length = 0
    await remember(ada, 'Countess', 'nickname')
    await remember(ada, 'COUNTESS', 'nickname')
    expect((await school.ask('joining.get', { pupilId: ada })).joining.nicknames).toEqual(['Countess'])
    expect(school.told).toEqual([{ name: 'school.changed', payload: {} }])
  })

  it('keeps a nickname for one pupil of the class, a device for all who share it', async () => {
    await remember(ada, 'Countess', 'nickname')
    expect(await remember(alan, 'countess', 'nickname')).toMatchObject({
      ok: false,
      error: { code: 'nickname-taken', message: expect.stringContaining('Ada') },
    })
    expect(await remember(ada, 'Kitchen iPad', 'shared-device')).toMatchObject({ ok: true })
    expect(await remember(alan, 'Kitchen iPad', 'shared-device')).toMatchObject({ ok: true })
    expect(await match('Kitchen iPad')).toMatchObject([{ outcome: 'ask' }])
    const saved = await school.dispatch('joining.save', {
      pupilId: alan,
      joining: { ...nothingKnown, nicknames: ['Countess'] },
    })
    expect(saved).toMatchObject({ ok: false, error: { code: 'nickname-taken' } })
    expect((await school.ask('joining.get', { pupilId: alan })).joining.nicknames).toEqual([])
  })

  it('refuses a name with nothing to know it by', async () => {
    expect(await remember(ada, '🦄🦄', 'nickname')).toMatchObject({ ok: false, error: { code: 'no-name' } })
  })

  it('leaves no name in the file to be read', async () => {
    await remember(ada, 'Countess', 'nickname')
    const rows = school.context.session.store().db.prepare('SELECT * FROM pupil_joining').all()
    expect(Buffer.from(JSON.stringify(rows)).toString('latin1')).not.toContain('Countess')
    expect(rows).toHaveLength(1)
  })
})

describe('a camera that may be off by agreement', () => {
  const cameraOff = { agreedBy: 'Mrs L Osei', why: 'A carer is in view', until: '2021-01-18' }

  it('is said on the lesson of its days, and sealed', async () => {
    await school.ask('joining.save', { pupilId: ada, joining: { cameraOff } })
    const { lessonId } = await school.startLesson()
    expect((await school.ask('lesson.get', { lessonId })).cameraAgreedIds).toEqual([ada])
    const rows = school.context.session.store().db.prepare('SELECT * FROM pupil_joining').all()
    expect(Buffer.from(JSON.stringify(rows)).toString('latin1')).not.toContain('carer')
    await school.ask('joining.save', {
      pupilId: ada,
      joining: { cameraOff: { ...cameraOff, until: '2021-01-17' } },
    })
    expect((await school.ask('lesson.get', { lessonId })).cameraAgreedIds).toEqual([])
  })
})

describe('a pupil who does not take part', () => {
  const out = { optOut: { since: '2021-01-18', toldBy: 'His mother' } }

  it('is said on the lesson and the class, refused entry, and signed as not taking part', async () => {
    await school.ask('joining.save', { pupilId: alan, joining: out })
    const { lessonId } = await school.startLesson()
    expect((await school.ask('lesson.get', { lessonId })).optedOutIds).toEqual([alan])
    const { joiningMarks } = await school.ask('classes.get', { classId: (await school.firstClass()).id })
    expect(joiningMarks).toEqual({ [alan]: ['does-not-take-part'] })
    await school.act(lessonId, { kind: 'moved', value: { to: 'preparing' } })
    await expect(
      school.act(lessonId, { kind: 'waiting', pupilId: alan, value: { waiting: true } }),
    ).rejects.toThrow('does not take part')
    await school.act(lessonId, {
      kind: 'kept-out',
      value: { why: 'does-not-take-part' },
      text: 'Alan Turing',
    })
    expect((await school.ask('lesson.get', { lessonId })).events.at(-1)).toMatchObject({
      kind: 'kept-out',
      text: 'Alan Turing',
    })
  })
})

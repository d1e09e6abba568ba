import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openWorkingSchool, type WorkingSchool } from '../support/working-school.ts'
import { type ReportRow, zoomReport } from '../support/zoom-report.ts'

let school: WorkingSchool
beforeEach(async () => {
  school = openWorkingSchool()
  await school.begin()
  await school.importClass()
})
afterEach(() => school.end())

/** A lesson of Ada Lovelace and Alan Turing on 18 January 2021 from 09:22, ended. */
const endLesson = async () => {
  const lessonId = await school.goLive()
  await school.act(lessonId, { kind: 'moved', value: { to: 'ended' } })
  return lessonId
}
const choose = (lessonId: string, content: string | Uint8Array, name = 'maths.csv') => {
  school.chosen.file = join(school.folder, name)
  writeFileSync(school.chosen.file, content)
  return school.ask('report.choose', { lessonId })
}
const take = async (lessonId: string, rows: readonly ReportRow[], name?: string) => {
  const chosen = await choose(lessonId, zoomReport('Maths', rows), name)
  if (chosen.outcome !== 'understood') throw new Error(JSON.stringify(chosen))
  return { chosen, ...(await school.ask('report.confirm', { token: chosen.token })) }
}
const namesOf = async (lessonId: string) => (await school.ask('report.get', { lessonId })).names
/** Everybody took part, and the lesson is signed. */
const sign = async (lessonId: string) => {
  const { pupils } = await school.ask('lesson.get', { lessonId })
  await school.act(
    lessonId,
    ...pupils.map(({ id: pupilId }) => ({
      kind: 'participation' as const,
      pupilId,
      value: { status: 'took-part' as const },
    })),
    { kind: 'moved', value: { to: 'signed-off' } },
  )
}
const ada: ReportRow = ['Ada Lovelace', '09:20', '09:40']

describe('a report that is taken in', () => {
  it('is shown first, kept for its lesson, and says who is who', async () => {
    const lessonId = await endLesson()
    const { chosen } = await take(lessonId, [
      ada,
      ['Ms J Reid', '09:15', '10:05'],
      ['Otter.ai', '09:20', '10:00'],
    ])
    expect(chosen.preview).toMatchObject({
      meetings: [{ topic: 'Maths', names: 3 }],
      isKnown: false,
      leftOut: 0,
    })
    const view = await school.ask('report.get', { lessonId })
    expect(view.reports).toMatchObject([{ fileName: 'maths.csv', meetings: [{ names: 3 }] }])
    expect(view.names.map(({ name, minutes, who }) => [name, minutes, who.is])).toEqual([
      ['Ada Lovelace', 20, 'pupils'],
      ['Ms J Reid', 50, 'adult'],
      ['Otter.ai', 40, 'open'],
    ])
  })

  it('changes nothing as the same file again, whatever it is called, and adds as another', async () => {
    const lessonId = await endLesson()
    expect(await take(lessonId, [ada])).toMatchObject({ outcome: 'added' })
    const again = await take(lessonId, [ada], 'copy of maths.csv')
    expect(again).toMatchObject({ outcome: 'unchanged', chosen: { preview: { isKnown: true } } })
    expect((await namesOf(lessonId))[0]?.minutes).toBe(20)
    await take(lessonId, [['Ada Lovelace', '09:45', '10:00']])
    expect((await namesOf(lessonId))[0]?.minutes).toBe(35)
    expect((await school.ask('report.get', { lessonId })).reports).toHaveLength(2)
  })

  it('holds no name in the plain, and can be taken away with its key', async () => {
    const lessonId = await endLesson()
    await take(lessonId, [['Zebedee Quux', '09:20', '09:40']], 'zebedee.csv')
    await school.ask('report.answer', { lessonId, key: 'zebedeequux', answer: { as: 'not-ours' } })
    const { db } = school.context.session.store()
    const rows = JSON.stringify([
      db.prepare('SELECT * FROM meeting_report').all(),
      db.prepare('SELECT * FROM report_answers').all(),
    ])
    expect(rows).not.toMatch(/zebedee/i)
    db.pragma('wal_checkpoint(TRUNCATE)')
    expect(readFileSync(db.name).toString('latin1')).not.toMatch(/zebedee/i)
    const [report] = (await school.ask('report.get', { lessonId })).reports
    const isKeyThere = () => school.context.session.store().vault.hasKey(report?.id ?? '')
    expect(isKeyThere()).toBe(true)
    await school.ask('report.remove', { lessonId, reportId: report?.id ?? '' })
    expect(isKeyThere()).toBe(false)
    // What was said of its names goes with it.
    expect(db.prepare('SELECT * FROM report_answers').all()).toEqual([])
    expect(db.prepare("SELECT * FROM vault_key WHERE subject LIKE 'report answers%'").all()).toEqual([])
    expect(await namesOf(lessonId)).toEqual([])
  })
})

describe('what was said of a name', () => {
  const rows: ReportRow[] = [
    ['Otter.ai', '09:20', '10:00'],
    ['Dragon', '09:20', '10:00'],
  ]

  it('stands in later lessons of the class: a nickname, and what is not ours', async () => {
    const first = await endLesson()
    await take(first, rows)
    const pupilId = await school.firstPupilId()
    await school.ask('report.answer', { lessonId: first, key: 'otterai', answer: { as: 'not-ours' } })
    await school.ask('report.answer', {
      lessonId: first,
      key: 'dragon',
      answer: { as: 'pupils', pupilIds: [pupilId] },
    })
    await school.ask('waiting.remember', { pupilId, name: 'Dragon', as: 'nickname' })
    const second = await endLesson()
    await take(second, rows)
    expect((await namesOf(second)).map(({ who }) => who)).toMatchObject([
      { is: 'not-ours', how: 'said-before' },
      { is: 'pupils', pupilIds: [pupilId], how: 'matched' },
    ])
  })

  it('can be asked again, and never is a pupil of another class', async () => {
    const lessonId = await endLesson()
    await take(lessonId, rows)
    await school.ask('report.answer', { lessonId, key: 'otterai', answer: { as: 'adult' } })
    await school.ask('report.answer', { lessonId, key: 'otterai', answer: null })
    expect((await namesOf(lessonId))[0]?.who.is).toBe('open')
    const stranger = '00000000-0000-4000-8000-000000000001'
    const answer = { as: 'pupils' as const, pupilIds: [stranger] }
    expect(await school.dispatch('report.answer', { lessonId, key: 'dragon', answer })).toMatchObject({
      ok: false,
      error: { code: 'no-such-pupil' },
    })
  })
})

describe('a report is refused', () => {
  it.each([
    [
      'of another day',
      zoomReport('Maths', [ada]).replaceAll('01/18/2021', '01/17/2021'),
      'other-lesson',
      /17 January 2021.*18 January 2021/,
    ],
    ['that is a class list', 'Forename,Surname,Class\nAda,Lovelace,5C\n', 'not-a-report', /not a report/],
    [
      'that is nothing of the kind',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]),
      expect.any(String),
      /Nothing was changed/,
    ],
  ])('%s', async (_what, content, code, message) => {
    const lessonId = await endLesson()
    const chosen = await choose(lessonId, content)
    expect(chosen).toMatchObject({
      outcome: 'refused',
      refusal: { code, message: expect.stringMatching(message), advice: expect.stringMatching(/./) },
    })
    expect((await school.ask('report.get', { lessonId })).reports).toEqual([])
  })

  it('while the lesson goes on, and once it is signed', async () => {
    const lessonId = await school.goLive()
    expect(await school.dispatch('report.choose', { lessonId })).toMatchObject({
      error: { code: 'not-now' },
    })
    await school.act(lessonId, { kind: 'moved', value: { to: 'ended' } })
    await sign(lessonId)
    for (const reply of [
      await school.dispatch('report.choose', { lessonId }),
      await school.dispatch('report.answer', { lessonId, key: 'dragon', answer: null }),
      await school.dispatch('report.keep', { lessonId, key: 'late', isKept: true }),
    ])
      expect(reply).toMatchObject({ ok: false, error: { code: 'signed' } })
  })

  it('when it was signed between choosing and taking in', async () => {
    const lessonId = await endLesson()
    const chosen = await choose(lessonId, zoomReport('Maths', [ada]))
    await sign(lessonId)
    const token = chosen.outcome === 'understood' ? chosen.token : ''
    expect(await school.dispatch('report.confirm', { token })).toMatchObject({ error: { code: 'signed' } })
  })
})

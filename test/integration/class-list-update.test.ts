import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openWorkingSchool, type WorkingSchool } from '../support/working-school.ts'

let school: WorkingSchool

beforeEach(async () => {
  school = openWorkingSchool()
  await school.begin()
})
afterEach(() => school.end())

/** Chooses a file of these lines; what confirming it would do. */
async function choose(...lines: string[]) {
  school.chosen.file = join(school.folder, 'update.csv')
  writeFileSync(school.chosen.file, ['Forename,Surname,Class,UPN', ...lines].join('\n'))
  const read = await school.ask('class-list.choose', {})
  if (read.outcome !== 'understood') throw new Error(read.outcome)
  return read
}

const namesOf = async (className: string) => {
  const { classes } = await school.ask('classes.list', {})
  const one = classes.find(({ name }) => name === className)
  if (!one) return null
  const { pupils } = await school.ask('classes.get', { classId: one.id })
  return pupils.map(({ forename }) => forename)
}

const ava = 'Ava,Turner,2C,H801200001001'
const noah = 'Noah,Reid,2C,B801200005001'
const isla = 'Isla,Murphy,2D,'

it('shows who is added, moved, left and unchanged, and moves out who has left only when it is said', async () => {
  const first = await choose(ava, noah, isla)
  await school.ask('class-list.confirm', { token: first.token })
  const next = [ava, 'Zoë,New,2C,', 'Isla,Murphy,2D,']
  const { preview, token } = await choose(...next)
  expect(preview.rows.map(({ forename, change }) => [forename, change])).toEqual([
    ['Ava', 'unchanged'],
    ['Zoë', 'new'],
    ['Isla', 'unchanged'],
  ])
  expect(preview.left).toEqual([{ forename: 'Noah', surname: 'Reid', className: '2C' }])
  expect(await school.ask('class-list.confirm', { token })).toMatchObject({ added: 1, unchanged: 2, left: 0 })
  expect(await namesOf('2C')).toEqual(['Ava', 'Noah', 'Zoë'])

  const again = await choose(...next)
  const counts = await school.ask('class-list.confirm', { token: again.token, leftPupils: 'move-out' })
  expect(counts).toEqual({ added: 0, updated: 0, moved: 0, unchanged: 3, left: 1 })
  expect(await namesOf('2C')).toEqual(['Ava', 'Zoë'])
  expect(await namesOf('Left')).toEqual(['Noah'])
  expect((await choose(...next)).preview.left).toEqual([])

  const back = await choose(noah)
  expect(back.preview.rows).toEqual([
    expect.objectContaining({ forename: 'Noah', change: 'moved', movedFrom: 'Left' }),
  ])
})

it('keeps all that was recorded of a pupil who has left', async () => {
  await school.importClass()
  const lessonId = await school.goLive()
  const before = await school.ask('lesson.get', { lessonId })
  const { name } = await school.firstClass()
  const { preview, token } = await choose(`Somebody,Else,${name},`)
  expect(preview.left).toHaveLength(before.pupils.length)
  await school.ask('class-list.confirm', { token, leftPupils: 'move-out' })
  const after = await school.ask('lesson.get', { lessonId })
  expect(after.events).toEqual(before.events)
  expect(after.pupils.map(({ id }) => id)).toEqual(expect.arrayContaining(before.pupils.map(({ id }) => id)))
})

it('takes the columns as a person says, remembers that for such files once it is confirmed, and never reads a private one', async () => {
  const file = (...rows: string[]) => {
    school.chosen.file = join(school.folder, 'odd.csv')
    writeFileSync(school.chosen.file, ['Fam;Giv;Set;NHS number', ...rows].join('\n'))
    return school.ask('class-list.choose', {})
  }
  const read = await file('Turner;Ava;2C;999', 'Reid;Noah;2C;998')
  if (read.outcome !== 'refused' || !read.unnamed) throw new Error(read.outcome)
  expect(read.unnamed.columns).toEqual(['Fam', 'Giv', 'Set'].map((header) => ({ header, meaning: null })))
  const columns = [
    { header: 'Fam', meaning: 'legal surname' as const },
    { header: 'Giv', meaning: 'legal forename' as const },
    { header: 'Set', meaning: 'class' as const },
    { header: 'NHS number', meaning: 'admission number' as const },
  ]
  const half = await school.ask('class-list.map', { token: read.unnamed.token, columns: columns.slice(0, 1) })
  if (half.outcome !== 'refused' || !half.unnamed) throw new Error(half.outcome)
  expect(half.unnamed.columns[0]).toEqual(columns[0])
  const mapped = await school.ask('class-list.map', { token: half.unnamed.token, columns })
  if (mapped.outcome !== 'understood') throw new Error(mapped.outcome)
  expect(mapped.preview.rows.map(({ legalName, className }) => [legalName, className])).toEqual([
    ['Ava Turner', '2C'],
    ['Noah Reid', '2C'],
  ])
  expect(mapped.preview.droppedColumns).toEqual(['NHS number'])
  expect(mapped.preview.columns.map(({ header }) => header)).toEqual(['Fam', 'Giv', 'Set'])
  expect((await file('Murphy;Isla;2C;997')).outcome).toBe('refused')
  const again = await school.ask('class-list.map', { token: await refusedToken(file), columns })
  if (again.outcome !== 'understood') throw new Error(again.outcome)
  await school.ask('class-list.confirm', { token: again.token })
  const remembered = await file('Turner;Ava;2C;999')
  if (remembered.outcome !== 'understood') throw new Error(remembered.outcome)
  expect(remembered.preview).toMatchObject({ isRemembered: true, canChange: true })
})

async function refusedToken(file: (...rows: string[]) => Promise<{ outcome: string }>): Promise<string> {
  const read = (await file('Turner;Ava;2C;999')) as { unnamed?: { token: string } }
  if (!read.unnamed) throw new Error('not refused')
  return read.unnamed.token
}

import { describe, expect, it } from 'vitest'
import {
  LEFT_CLASS,
  mergeClassList,
  UNSORTED_CLASS,
  type ClassListMerge,
  type ExistingPupil,
} from '../../shared/domain/class-list-merge.ts'
import type { ClassListRow } from '../../shared/domain/class-list.ts'
import type { PupilIdentity } from '../../shared/domain/people.ts'

const UPN = 'H801200001001'
const OTHER_UPN = 'B801200005001'

const jane: PupilIdentity = { legalForename: 'Jane', legalSurname: 'Smith', contacts: [] }

function row(identity: Partial<PupilIdentity> = {}, className = '5C', line = 2): ClassListRow {
  return { line, className, identity: { ...jane, ...identity } }
}

function pupil(identity: Partial<PupilIdentity> = {}, className = '5C', id = 'jane'): ExistingPupil {
  return { id, className, identity: { ...jane, ...identity } }
}

const shortly = ({ merged, questions }: ClassListMerge) => ({
  merged: merged.map(({ change, pupilId }) => [change, pupilId]),
  questions: questions.map(({ line }) => line),
})
const mergeOne = (one: ClassListRow, ...existing: ExistingPupil[]) => shortly(mergeClassList([one], existing))
const changed = (change: string, id: string | null) => ({ merged: [[change, id]], questions: [] })
const asked = { merged: [], questions: [2] }

describe('who a row is', () => {
  it('is new when nobody matches', () => {
    expect(mergeOne(row(), pupil({ legalForename: 'Ava' }))).toEqual(changed('new', null))
    expect(mergeOne(row())).toEqual(changed('new', null))
  })

  it('is told by the UPN before anything else', () => {
    const married = row({ legalSurname: 'Jones', upn: UPN })
    const namesake = pupil({ legalSurname: 'Jones' }, '5C', 'other')
    expect(mergeOne(married, namesake, pupil({ upn: UPN }))).toEqual(changed('updated', 'jane'))
  })

  it('is told by the admission number when there is no UPN to go by', () => {
    const renamed = row({ legalSurname: 'Jones', admissionNumber: '00417' })
    expect(mergeOne(renamed, pupil({ admissionNumber: '00417' }))).toEqual(changed('updated', 'jane'))
  })

  it('is told by name and date of birth in another class: the pupil moved', () => {
    const moved = row({ dateOfBirth: '2011-03-04' }, '6C')
    expect(mergeOne(moved, pupil({ dateOfBirth: '2011-03-04' }))).toEqual(changed('moved', 'jane'))
  })

  it('is told by name in the same class, whatever the accents and case', () => {
    const plain = row({ legalForename: 'JOSE', legalSurname: 'Garcia' }, '5c')
    const known = pupil({ legalForename: 'José', legalSurname: 'García' })
    expect(mergeOne(plain, known)).toEqual(changed('updated', 'jane'))
  })

  it('is not told by numbers that are no numbers', () => {
    const twins = [
      row({ upn: 'TBC', admissionNumber: '0' }),
      row({ legalForename: 'Ava', upn: 'TBC', admissionNumber: '0' }, '5C', 3),
    ]
    expect(shortly(mergeClassList(twins, [pupil({ upn: 'TBC', admissionNumber: '0' })]))).toEqual({
      merged: [
        ['unchanged', 'jane'],
        ['new', null],
      ],
      questions: [],
    })
  })

  it('is a new child when a namesake has another UPN', () => {
    expect(mergeOne(row({ upn: OTHER_UPN }), pupil({ upn: UPN }))).toEqual(changed('new', null))
  })

  it('follows a temporary UPN that became a permanent one', () => {
    const known = pupil({ upn: 'G80120000101A', dateOfBirth: '2011-03-04' })
    expect(mergeOne(row({ upn: UPN, dateOfBirth: '2011-03-04' }), known)).toEqual(changed('updated', 'jane'))
  })

  it('does not let a weak match take the pupil of a strong one', () => {
    const rows = [row({}, '5C', 2), row({ upn: UPN }, '5C', 3)]
    expect(shortly(mergeClassList(rows, [pupil({ upn: UPN })]))).toEqual({
      merged: [['unchanged', 'jane']],
      questions: [2],
    })
  })

  it('is a new child when the namesake is another row of the file, born on another day', () => {
    const rows = [row({ dateOfBirth: '2011-04-03' }), row({ upn: UPN, dateOfBirth: '2011-03-04' }, '5C', 3)]
    const merge = mergeClassList(rows, [pupil({ upn: UPN, dateOfBirth: '2011-03-04' })])
    expect(shortly(merge).merged).toEqual([
      ['new', null],
      ['unchanged', 'jane'],
    ])
  })
})

describe('who nobody can tell is left out with a question', () => {
  it('between two namesakes of the class', () => {
    expect(mergeOne(row(), pupil(), pupil({}, '5C', 'other'))).toEqual(asked)
  })

  it('when the only namesake is in another class', () => {
    expect(mergeOne(row(), pupil({}, '4B'))).toEqual(asked)
  })

  it('when the namesake in the class was born on another day', () => {
    expect(mergeOne(row({ dateOfBirth: '2011-03-04' }), pupil({ dateOfBirth: '2011-04-03' }))).toEqual(asked)
  })

  it('when the admission number is another child’s', () => {
    const known = pupil({ legalForename: 'Ava', admissionNumber: '7', upn: UPN })
    expect(mergeOne(row({ admissionNumber: '7', upn: OTHER_UPN }), known)).toEqual(asked)
  })

  it('when the UPN is that of a child with another name and date of birth', () => {
    const known = pupil({ legalForename: 'Ava', upn: UPN, dateOfBirth: '2011-04-03' })
    expect(mergeOne(row({ upn: UPN, dateOfBirth: '2011-03-04' }), known)).toEqual(asked)
  })

  it('when name and date of birth fit but the UPN is another', () => {
    const known = pupil({ upn: UPN, dateOfBirth: '2011-03-04' })
    expect(mergeOne(row({ upn: OTHER_UPN, dateOfBirth: '2011-03-04' }), known)).toEqual(asked)
  })

  it('when two rows fit the same pupil', () => {
    const rows = [row({ upn: UPN }, '5C', 2), row({ upn: OTHER_UPN }, '5C', 3)]
    expect(shortly(mergeClassList(rows, [pupil()]))).toEqual({ merged: [], questions: [2, 3] })
  })

  it('but the class tells two of the same name and date of birth apart', () => {
    const dateOfBirth = '2011-03-04'
    const known = [pupil({ dateOfBirth }, '4B', 'other'), pupil({ dateOfBirth }, '5C')]
    expect(mergeOne(row({ dateOfBirth }), ...known)).toEqual(changed('unchanged', 'jane'))
    expect(mergeOne(row({ dateOfBirth }, '6A'), ...known)).toEqual(asked)
  })
})

describe('what a matched pupil becomes', () => {
  const identityAfter = (one: ClassListRow, known: ExistingPupil) =>
    mergeClassList([one], [known]).merged[0]?.identity

  it('has the new values, and the old ones where the file says nothing', () => {
    const known = pupil({ upn: UPN, admissionNumber: '00417', preferredForename: 'Janey' })
    const given = row({ upn: UPN, preferredForename: 'Jay', dateOfBirth: '2011-03-04' })
    expect(identityAfter(given, known)).toEqual({
      legalForename: 'Jane',
      legalSurname: 'Smith',
      preferredForename: 'Jay',
      upn: UPN,
      admissionNumber: '00417',
      dateOfBirth: '2011-03-04',
      contacts: [],
    })
  })

  it('replaces the contacts by those of the file, and keeps them when it names none', () => {
    const known = pupil({ contacts: [{ name: 'Ms Smith', telephone: '1' }, { name: 'Mr Smith' }] })
    const given = row({ contacts: [{ name: 'Ms Smith', telephone: '2' }] })
    expect(identityAfter(given, known)?.contacts).toEqual([{ name: 'Ms Smith', telephone: '2' }])
    expect(identityAfter(row({}), known)?.contacts).toEqual(known.identity.contacts)
  })

  it('keeps their class when the file names none', () => {
    const [merged] = mergeClassList([row({}, UNSORTED_CLASS)], [pupil({ upn: UPN }, UNSORTED_CLASS)]).merged
    expect(merged?.change).toBe('unchanged')
    const [kept] = mergeClassList([row({ upn: UPN }, UNSORTED_CLASS)], [pupil({ upn: UPN }, '5C')]).merged
    expect(kept).toMatchObject({ change: 'unchanged', row: { className: '5C' } })
  })

  it('is unchanged whatever the order of the fields', () => {
    const known = pupil({ dateOfBirth: '2011-03-04', upn: UPN })
    expect(mergeOne(row({ upn: UPN, dateOfBirth: '2011-03-04' }), known)).toEqual(
      changed('unchanged', 'jane'),
    )
  })
})

it('says the same the second time: everyone is unchanged', () => {
  const rows = [row({ upn: UPN }), row({ legalForename: 'Ava' }, '4B', 3)]
  const first = mergeClassList(rows, []).merged
  const known = first.map(({ row: one, identity }, at) => ({
    id: `p${at}`,
    className: one.className,
    identity,
  }))
  expect(mergeClassList(rows, known).merged.map(({ change, pupilId }) => [change, pupilId])).toEqual([
    ['unchanged', 'p0'],
    ['unchanged', 'p1'],
  ])
})

it('changes neither the rows nor the pupils it was given', () => {
  const rows = [row({ upn: UPN, contacts: [{ name: 'Ms Smith' }] }, '6C')]
  const existing = [pupil({ upn: UPN, contacts: [{ name: 'Mr Smith' }] })]
  const before = JSON.stringify([rows, existing])
  mergeClassList(rows, existing)
  expect(JSON.stringify([rows, existing])).toBe(before)
})

describe('who has left', () => {
  const inClass = (id: string, className: string, surname = id) =>
    pupil({ legalSurname: surname }, className, id)
  const leftOf = (rows: ClassListRow[], ...existing: ExistingPupil[]) =>
    mergeClassList(rows, existing).left.map(({ id }) => id)

  it('is who stands in a class of the file and not in the file', () => {
    const rows = [row({ legalSurname: 'Here' })]
    expect(leftOf(rows, inClass('Here', '5C'), inClass('Gone', '5c'), inClass('Other', '5D'))).toEqual([
      'Gone',
    ])
  })

  it('counts for a class that the file moves somebody out of', () => {
    const moved = row({ legalSurname: 'Moved', upn: UPN }, '6C')
    const known = pupil({ legalSurname: 'Moved', upn: UPN }, '5C', 'Moved')
    expect(leftOf([moved], known, inClass('Leaver', '5C'), inClass('Other', '5D'))).toEqual(['Leaver'])
  })

  it('is nobody a question is about, and nobody without a class or who left before', () => {
    const rows = [row({ legalSurname: 'Twin' }), row({ legalSurname: 'Sure' }, '5C', 3)]
    const twins = [inClass('a', '5C', 'Twin'), inClass('b', '5C', 'Twin')]
    expect(leftOf(rows, ...twins, inClass('u', UNSORTED_CLASS), inClass('l', LEFT_CLASS))).toEqual([])
  })

  it('is nobody when the file has no classes', () => {
    const rows = [row({ legalSurname: 'New' }, UNSORTED_CLASS)]
    expect(leftOf(rows, inClass('Gone', UNSORTED_CLASS), inClass('Other', '5D'))).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { classInTitle } from '../../electron/exchange/import/class-in-title.ts'

const title = (...cells: string[]) => classInTitle([{ line: 1, cells }])

describe('the class in a line above the list', () => {
  it.each([
    ['Class 5C', '5C'],
    ['Class list: 5c (30 pupils)', '5C'],
    ['Hilltop Junior School – Class list for 5C – Autumn 2020', '5C'],
    ['5C class list', '5C'],
    ['Registration group: Year 5 Oak', 'Year 5 Oak'],
    ['Form: RW', 'RW'],
    ['Oak Class', 'Oak'],
    ['Oak Class – Autumn 2020', 'Oak'],
    ['Year 5 Oak Class', 'Oak'],
    ['Class list 5C 2020/21', '5C'],
    ['CLASS LIST FOR 10 AB', '10 AB'],
    ['Class list for 5ab', '5AB'],
    ['Class 5AM', '5AM'],
  ])('%s', (text, name) => expect(title(text)).toBe(name))

  it('is not looked for further along the row', () => expect(title('Class:', '', 'x')).toBeNull())
  it('is read beside its label', () => expect(title('Class:', 'Oak')).toBe('Oak'))

  it.each([
    'Class list',
    'Whole Class',
    'Class photographs 2020',
    'Year 5 class list 2020/21',
    'World Class school of the year',
    'Classes 5C and 5D',
    'Class 5C, class 5D',
    'First class stamps 12',
    'Class list 18 Jan 2021',
    'Class list for 10 Feb 2021',
    'Class list – 5 May 2021',
    'Class list 5 Mar',
    'CLASS LIST 18 JAN 2021',
    '18 Jan class list',
    'Class list 1st Sept 2021',
    'Class list, printed for 9 am',
    'Class list: 9am',
    'Class 5 and 6',
    'CLASS 5 AND 6',
    'YEAR 5 OAK CLASS',
    'Year 5 English Class',
    '',
  ])('is none in “%s”', (text) => expect(title(text)).toBeNull())
})

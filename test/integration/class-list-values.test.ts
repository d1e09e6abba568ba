import { describe, expect, it } from 'vitest'
import { readClassListCsv } from '../../electron/exchange/import/class-list-csv.ts'
import { messages, readText, summary, understood } from '../support/class-list-reading.ts'

describe('values', () => {
  const readValue = (header: string, ...values: string[]) =>
    readText(
      `Forename,Surname,Class,${header}`,
      ...values.map((value, index) => `F${index},S${index},2C,"${value}"`),
    )

  it.each([
    ['03/09/2011', '2011-09-03', null],
    ['3.9.2011', '2011-09-03', null],
    ['2011-09-03', '2011-09-03', null],
    ['2011-09-03 00:00:00', '2011-09-03', null],
    ['03-Sep-2011', '2011-09-03', null],
    ['3 September 2011', '2011-09-03', null],
    ['29/02/2012', '2012-02-29', null],
    ['03/09/11', '2011-09-03', 'The date of birth has a year of two digits; it was read as 2011.'],
    ['40789', '2011-09-03', 'The date of birth is an Excel day number; it was turned into a date. Check it.'],
    [
      '40789.5',
      '2011-09-03',
      'The date of birth is an Excel day number; it was turned into a date. Check it.',
    ],
    ['29/02/2011', undefined, 'The date of birth is not a date as day/month/year; it was left out.'],
    ['04/13/2011', undefined, 'The date of birth is not a date as day/month/year; it was left out.'],
    ['tomorrow', undefined, 'The date of birth is not a date as day/month/year; it was left out.'],
    ['01/01/0000', undefined, 'The date of birth is not a date as day/month/year; it was left out.'],
  ])('date of birth %s is %s', (written, dateOfBirth, warning) => {
    const reading = readValue('DOB', written)
    expect(reading.rows[0]?.identity.dateOfBirth).toBe(dateOfBirth)
    expect(messages(reading)).toEqual(warning === null ? [] : [`2: ${warning}`])
  })

  it.each([
    ['5', 'Year 5'],
    ['Y5', 'Year 5'],
    ['Yr 5', 'Year 5'],
    ['year 05', 'Year 5'],
    ['R', 'Reception'],
    ['Year R', 'Reception'],
    ['0', 'Reception'],
    ['Nursery 2', 'Nursery 2'],
    ['', undefined],
  ])('year group “%s” is %s', (written, yearGroup) => {
    expect(readValue('Year', written).rows[0]?.yearGroup).toBe(yearGroup)
  })

  it('a UPN is put in one form; one that can’t be right is kept with a warning', () => {
    const reading = readValue('UPN', 'h801 2000 01001', 'Z801200001001', 'TBC', 'TBC', 'x'.repeat(21))
    expect(reading.rows.map(({ identity }) => identity.upn)).toEqual([
      'H801200001001',
      'Z801200001001',
      'TBC',
      'TBC',
      undefined,
    ])
    expect(messages(reading)).toEqual([
      '3: The UPN’s first letter does not fit its digits; it was kept as written. Check it.',
      '4: The UPN does not have the form of one (a letter, then 12 characters); it was kept as written. Check it.',
      '5: The UPN does not have the form of one (a letter, then 12 characters); it was kept as written. Check it.',
      '6: The UPN is longer than 20 characters; it was left out.',
    ])
  })

  it('zeros of an admission number are kept, also from ="00417"', () => {
    const reading = readValue('Admission number', '00417', '=""00418""')
    expect(reading.rows.map(({ identity }) => identity.admissionNumber)).toEqual(['00417', '00418'])
  })

  it('a name that looks like a formula is kept as it is', () => {
    const reading = readText('Forename,Surname,Class', '=1+1,@Smith,-2C')
    expect(summary(reading)).toEqual(['2 =1+1/@Smith -2C'])
  })

  it('names lose only what can’t be seen', () => {
    const reading = readText('Forename,Surname,Class', '\u00a0Jose\u0301 \u200b,"O\u2019 Neill\n",2C')
    expect(summary(reading)).toEqual(['2 José/O’ Neill 2C'])
  })

  it('a letter that could not be read is said, and does not spoil the others', () => {
    const bytes = Buffer.from('Forename,Surname,Class\nZoë,Müller,2C\nJos?,Garcia,2C\n')
    bytes[bytes.indexOf('?')] = 0xe9
    const reading = understood(readClassListCsv(bytes))
    expect(summary(reading)).toEqual(['2 Zoë/Müller 2C', '3 Jos\ufffd/Garcia 2C'])
    expect(messages(reading)).toEqual(['3: A letter could not be read (shown as \ufffd); check it.'])
  })

  it('a row without a class goes in Unsorted', () => {
    const reading = readText('Forename,Surname,Class,Year', 'Ava,Turner,,5')
    expect(reading.rows[0]).toMatchObject({ className: 'Unsorted', yearGroup: 'Year 5' })
    expect(messages(reading)).toEqual(['2: The row has no class; the pupil goes in “Unsorted”.'])
  })

  it('a known-as name stands in for a legal one that is missing', () => {
    const reading = readText('Known as,Surname,Class', 'Ava,Turner,2C')
    expect(reading.rows[0]?.identity).toMatchObject({ legalForename: 'Ava', preferredForename: 'Ava' })
    expect(messages(reading)).toEqual(['2: No legal forename; the preferred one was used.'])
  })

  it('a name longer than 120 letters is not shortened', () => {
    const reading = readText('Forename,Surname,Class', 'Ava,Turner,2C', `${'A'.repeat(121)},Reid,2C`)
    expect(summary(reading)).toEqual(['2 Ava/Turner 2C'])
    expect(messages(reading)).toEqual(['3: A name is longer than 120 letters; the row was left out.'])
  })

  it.each([
    ['Name', 'Jane Smith', 'Jane/Smith'],
    ['Surname Forename', 'Smith Jane', 'Jane/Smith'],
    ['Name (Surname, Forename)', 'Smith Jane', 'Jane/Smith'],
    ['Full Name (Surname First)', 'Smith Jane', 'Jane/Smith'],
    ['Name (Forename Surname)', 'Jane Smith', 'Jane/Smith'],
    ['Surname, Forename', 'Smith, Jane', 'Jane/Smith'],
    ['Forename Surname', 'Jane Smith', 'Jane/Smith'],
    ['Name', 'van Dijk, Mary Ann', 'Mary Ann/van Dijk'],
  ])('both names in “%s”: %s', (header, written, names) => {
    expect(summary(readText(`"${header}",Class`, `"${written}",2C`))).toEqual([`2 ${names} 2C`])
  })

  it('an order that had to be assumed is said', () => {
    expect(messages(readText('Name,Class', 'Jane Smith,2C', 'Ana de Souza,2C'))).toEqual([
      '1: Names without a comma were read as forename, then surname. Check them.',
      '3: The name has more than two words; check which are the surname.',
    ])
  })
})

describe('the same pupil twice', () => {
  const header = 'Forename,Surname,Class,UPN,DOB'
  const upn = 'H801200001001'
  const other = 'B801200005001'

  it.each([
    ['by UPN', `Ava,Turner,2C,${upn},`, `Ava,Turner,3D,${upn},`, 'same UPN'],
    ['by name and date of birth', 'Ava,Turner,2C,,3/9/2011', 'AVA,Turner,3D,,2011-09-03', 'date of birth'],
    ['by name and class', 'Zoë,Turner,2C,,', 'Zoe,Turner,2C,,3/9/2011', 'same name and class'],
    ['by UPN but another name', `Ava,Turner,2C,${upn},`, `Ben,Reid,2C,${upn},`, 'for another name'],
  ])('%s: the second is left out', (_how, first, second, said) => {
    const reading = readText(header, first, second)
    expect(reading.rows.map(({ line }) => line)).toEqual([2])
    expect(messages(reading)).toEqual([
      expect.stringMatching(new RegExp(`^3: .*line 2.*${said}|^3: .*${said}`)),
    ])
  })

  it.each([
    ['another UPN', `Ava,Turner,2C,${upn},`, `Ava,Turner,2C,${other},`],
    ['another date of birth', 'Ava,Turner,2C,,3/9/2011', 'Ava,Turner,2C,,4/9/2011'],
    ['another class and nothing else', 'Ava,Turner,2C,,', 'Ava,Turner,3D,,'],
  ])('is two pupils with %s', (_what, first, second) => {
    expect(readText(header, first, second).rows).toHaveLength(2)
  })
})

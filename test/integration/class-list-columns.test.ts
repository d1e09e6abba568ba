import { describe, expect, it } from 'vitest'
import { meanings, messages, readText, refuseText, summary } from '../support/class-list-reading.ts'

describe('a table is found', () => {
  it('with new lines in quotes, and the lines are those of the file', () => {
    const reading = readText(
      'Forename,Surname,"Home\naddress",Class',
      'Ava,Turner,"1 Lane\nTown",2C',
      'Noah,,,2C',
    )
    expect(summary(reading)).toEqual(['3 Ava/Turner 2C'])
    expect(messages(reading)).toEqual(['5: The row has no forename and surname; it was left out.'])
  })

  it('with short rows, trailing separators and blank rows', () => {
    const reading = readText('Class,Forename,Surname,UPN,,', '2C,Ava,Turner', '', '2C,Noah,Reid,,,,,,', ',,')
    expect(summary(reading)).toEqual(['2 Ava/Turner 2C', '4 Noah/Reid 2C'])
    expect(reading.warnings).toEqual([])
  })

  it('but a row with more cells than headings is left out, because its values have moved', () => {
    const reading = readText('Name,Class', 'Smith, Jane,5C', '"Patel, Aarav",5C')
    expect(summary(reading)).toEqual(['3 Aarav/Patel 5C'])
    expect(messages(reading)).toEqual(['2: The row has more cells than there are headings; it was left out.'])
  })

  it('under lines that look a little like a header', () => {
    const reading = readText(
      'Name:,Meadow Lane',
      'Date:,18/01/2021',
      '',
      'Forename,Surname,Class',
      'Ava,Turner,2C',
    )
    expect(summary(reading)).toEqual(['5 Ava/Turner 2C'])
  })

  it('with its header repeated on every page', () => {
    const reading = readText(
      'Forename,Surname,Class',
      'Ava,Turner,2C',
      'Forename,Surname,Class',
      'Noah,Reid,2C',
    )
    expect(summary(reading)).toEqual(['2 Ava/Turner 2C', '4 Noah/Reid 2C'])
  })

  it('with two equal headings: the first is read, for the second may be a parent’s', () => {
    const reading = readText(
      'Forename,Surname,Class,Forename,Surname',
      'Ava,Turner,2C,Ann,Reid',
      ',,,Bob,Reid',
    )
    expect(summary(reading)).toEqual(['2 Ava/Turner 2C'])
    expect(messages(reading)).toEqual([
      '1: More than one column says legal forename: “Forename” (column 1) is read, “Forename” (column 4) is not.',
      '1: More than one column says legal surname: “Surname” (column 2) is read, “Surname” (column 5) is not.',
      '3: The row has no forename and surname; it was left out.',
    ])
  })

  it('under headings in two rows, which say together whose telephone it is', () => {
    const reading = readText(
      'Pupil,,Class,Contact 1,,Medical',
      'Forename,Surname,,Name,Telephone,Notes',
      'Ava,Turner,2C,Ann Turner,07700 900123,x',
    )
    expect(summary(reading)).toEqual(['3 Ava/Turner 2C'])
    expect(reading.rows[0]?.identity.contacts).toEqual([{ name: 'Ann Turner', telephone: '07700 900123' }])
    expect(reading.droppedColumns).toEqual(['Medical Notes'])
  })

  it('in parts, a page of which may have the same line above it that names no class', () => {
    const reading = readText(
      'Class list',
      'Class: 2C',
      'Forename,Surname',
      'Ava,Turner',
      'Class list',
      'Forename,Surname',
      'Noah,Reid',
    )
    expect(summary(reading)).toEqual(['4 Ava/Turner 2C', '7 Noah/Reid 2C'])
  })

  it('in parts, and what stands in a row’s own column of the class is no title', () => {
    const reading = readText('Class,Name', 'Oak Class,"Turner, Ava"', 'Elm Class,"Reid, Noah"')
    expect(summary(reading)).toEqual(['2 Ava/Turner Oak Class', '3 Noah/Reid Elm Class'])
  })

  it('in parts, and a remark that names a class is no title', () => {
    const reading = readText('Class: 2C', 'Name,Note', '"Turner, Ava",Moved from class 2D', '"Reid, Noah",')
    expect(summary(reading)).toEqual(['3 Ava/Turner 2C', '4 Noah/Reid 2C'])
  })

  it('a million blank rows are nothing, twenty thousand pupils too many', () => {
    const blank = Array.from({ length: 50_000 }, () => ',,')
    expect(readText('Forename,Surname,Class', 'Ava,Turner,2C', ...blank).warnings).toEqual([])
    const many = Array.from({ length: 20_001 }, (_, index) => `F,S${index},2C`)
    expect(refuseText('Forename,Surname,Class', ...many).code).toBe('too-many-rows')
  })
})

describe('columns are known by what they mean', () => {
  it.each([
    ['Legal Forename', 'legal forename'],
    ['given_name', 'legal forename'],
    ['FirstName', 'legal forename'],
    ['Pupil’s first name', 'legal forename'],
    ['Known As', 'preferred forename'],
    ['Legal Last Name', 'legal surname'],
    ['Family name', 'legal surname'],
    ['Student Surname', 'legal surname'],
    ['Unique Pupil Number', 'UPN'],
    ['Reg Gp', 'class'],
    ['RegGrp', 'class'],
    ['REG_GRP', 'class'],
    ['Tutor Gp.', 'class'],
    ['Yr Gp', 'year group'],
    ['Year Grp', 'year group'],
    ['Adno', 'admission number'],
    ['D.O.B.', 'date of birth'],
    ['Date of birth (dd/mm/yyyy)', 'date of birth'],
    ['NC Year', 'year group'],
    ['Registration Group', 'class'],
    ['Form', 'class'],
    ['Mother’s mobile', 'contact 1 telephone'],
    ['Contact e-mail 1', 'contact 1 e-mail'],
    ['Emergency contact 2 phone number', 'contact 1 telephone'],
    ['Pupil email', null],
    ['Email', null],
    ['Postcode', null],
    ['Former UPN', null],
    ['Middle names', null],
    ['Mother tongue', null],
  ])('%s: %s', (header, meaning) => {
    const reading = readText(`Name,${header}`, 'Jane Smith,x')
    expect(meanings(reading)).toMatchObject({ [header]: meaning })
  })

  it.each([
    'Password',
    'NHS Number',
    'nhsNo',
    'Medical conditions',
    'Health notes',
    'SEN Status',
    'SENProvision',
    'EHCP',
    'FSM',
    'Free school meals',
    'Pupil Premium',
    'PP',
    'Benefit claimed',
    'Ethnicity',
    'Religion',
    'Looked after',
    'F.S.M.',
    'S E N D status',
    'G.P.',
    'Medications',
    'Epilepsy',
    'Child in need',
    'Access code',
  ])('%s is dropped unread', (header) => {
    const reading = readText(`Forename,Surname,Class,${header}`, 'Ava,Turner,2C,SECRET')
    expect(reading.droppedColumns).toEqual([header])
    expect(JSON.stringify(reading)).not.toContain('SECRET')
    expect(meanings(reading)).not.toHaveProperty([header])
  })

  it('a telephone and an e-mail without an owner belong to the contact before them', () => {
    const reading = readText(
      'Forename,Surname,Class,Email,Parent,Telephone,Email',
      'Ava,Turner,2C,ava@s,Ann,01,ann@h',
    )
    expect(reading.rows[0]?.identity.contacts).toEqual([{ name: 'Ann', telephone: '01', email: 'ann@h' }])
  })

  it('five contacts are one too many', () => {
    const five = [1, 2, 3, 4, 5]
    const reading = readText(
      ['Forename,Surname,Class', ...five.map((n) => `Contact ${n}`)].join(','),
      ['Ava,Turner,2C', ...five.map((n) => `C${n}`)].join(','),
    )
    expect(reading.rows[0]?.identity.contacts.map(({ name }) => name)).toEqual(['C1', 'C2', 'C3', 'C4'])
    expect(messages(reading)).toEqual(['1: Only the first 4 contacts are read.'])
  })
})

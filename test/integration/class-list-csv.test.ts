import { describe, expect, it } from 'vitest'
import { readChosenList } from '../../electron/exchange/import/class-list-file.ts'
import { readClassListCsv } from '../../electron/exchange/import/class-list-csv.ts'
import { LARGEST_FILE_BYTES } from '../../shared/domain/class-list.ts'
import {
  bytesOf,
  meanings,
  messages,
  readFixture,
  refused,
  refuseText,
  summary,
} from '../support/class-list-reading.ts'
import { findUpnProblem } from '../../shared/domain/upn.ts'

describe('the NHS template', () => {
  const reading = readFixture('roster_nhs-class-import_valid_mixed-dates.csv')

  it('gives its four children, with dates in both orders and the last row of commas passed over', () => {
    expect(reading.rows).toEqual([
      {
        line: 2,
        className: 'ABC',
        yearGroup: 'Year 9',
        identity: {
          legalForename: 'Jennifer',
          legalSurname: 'Clarke',
          preferredForename: 'Jenny',
          dateOfBirth: '2010-01-01',
          contacts: [{ name: 'Parent or carer 1', telephone: '07412345678', email: 'susan@example.com' }],
        },
      },
      {
        line: 3,
        className: 'ABC',
        identity: {
          legalForename: 'Jimmy',
          legalSurname: 'Smith',
          preferredForename: 'Jim',
          dateOfBirth: '2010-01-02',
          contacts: [
            {
              name: 'John Smith',
              relationship: 'Father',
              telephone: '07412345678',
              email: 'john@example.com',
            },
          ],
        },
      },
      {
        line: 4,
        className: 'DEF',
        identity: {
          legalForename: 'Mark',
          legalSurname: 'Doe',
          dateOfBirth: '2010-01-03',
          contacts: [
            {
              name: 'Jane Doe',
              relationship: 'Mother',
              telephone: '07412345679',
              email: 'jane@example.com',
            },
            { name: 'Richard Doe', relationship: 'Father', email: 'richard@example.com' },
          ],
        },
      },
      {
        line: 5,
        className: 'GHI',
        identity: {
          legalForename: 'Gae',
          legalSurname: 'Thorne-Smith',
          dateOfBirth: '2010-04-09',
          contacts: [{ name: 'Parent or carer 1', telephone: '07412345678', email: 'peter@example.com' }],
        },
      },
    ])
  })

  it('says what each column is, uses no address and never reads the NHS number', () => {
    expect(meanings(reading)).toEqual({
      PARENT_1_NAME: 'contact 1 name',
      PARENT_1_RELATIONSHIP: 'contact 1 relationship',
      PARENT_1_EMAIL: 'contact 1 e-mail',
      PARENT_1_PHONE: 'contact 1 telephone',
      PARENT_2_NAME: 'contact 2 name',
      PARENT_2_RELATIONSHIP: 'contact 2 relationship',
      PARENT_2_EMAIL: 'contact 2 e-mail',
      PARENT_2_PHONE: 'contact 2 telephone',
      CHILD_FIRST_NAME: 'legal forename',
      CHILD_LAST_NAME: 'legal surname',
      CHILD_PREFERRED_FIRST_NAME: 'preferred forename',
      CHILD_DATE_OF_BIRTH: 'date of birth',
      CHILD_YEAR_GROUP: 'year group',
      CHILD_ADDRESS_LINE_1: null,
      CHILD_ADDRESS_LINE_2: null,
      CHILD_TOWN: null,
      CHILD_POSTCODE: null,
      CHILD_REGISTRATION: 'class',
    })
    expect(reading.droppedColumns).toEqual(['CHILD_NHS_NUMBER'])
    expect(JSON.stringify(reading)).not.toContain('999000')
    expect(JSON.stringify(reading)).not.toContain('Downing')
  })

  it('warns of the two contacts without a name', () => {
    expect(messages(reading)).toEqual([
      '2: Contact 1’s name is missing; the relationship or “Parent or carer 1” stands in for it.',
      '5: Contact 1’s name is missing; the relationship or “Parent or carer 1” stands in for it.',
    ])
  })
})

describe('a class of thirty as SIMS exports it', () => {
  const reading = readFixture('5c-30-pupils.csv')
  const identityOn = (line: number) => reading.rows.find((row) => row.line === line)?.identity

  it('has thirty pupils, all in 5C and Year 5, with valid UPNs, and nothing to warn of', () => {
    expect(reading.rows.map(({ line }) => line)).toEqual(Array.from({ length: 30 }, (_, index) => index + 2))
    expect(new Set(reading.rows.map(({ className, yearGroup }) => `${className} ${yearGroup}`))).toEqual(
      new Set(['5C Year 5']),
    )
    expect(reading.rows.map(({ identity }) => findUpnProblem(identity.upn ?? ''))).toEqual(
      Array.from({ length: 30 }, () => null),
    )
    expect(reading.warnings).toEqual([])
    expect(reading.droppedColumns).toEqual(['FSM', 'SEN Status'])
  })

  it('keeps every letter of difficult names and the zeros of admission numbers', () => {
    expect(identityOn(2)).toEqual({
      legalForename: 'Aarav',
      legalSurname: 'Patel',
      upn: 'R801302415001',
      admissionNumber: '001204',
      dateOfBirth: '2010-09-01',
      contacts: [
        {
          name: 'Ms Patel',
          relationship: 'Mother',
          telephone: '07700 900100',
          email: 'home01@home.example',
        },
        {
          name: 'Mr Patel',
          relationship: 'Father',
          telephone: '07700 900500',
          email: 'second01@home.example',
        },
      ],
    })
    expect(identityOn(7)).toMatchObject({
      legalForename: 'Bartholomew Maximilian',
      legalSurname: 'Featherstonehaugh-Cholmondeley-Wetherington',
      preferredForename: 'Barty',
    })
    expect(identityOn(9)).toMatchObject({ legalSurname: "O'Connor", preferredForename: 'Danny' })
    expect(identityOn(15)).toMatchObject({ legalForename: 'Hana', legalSurname: 'Nováková' })
    expect(identityOn(24)).toMatchObject({ legalSurname: 'Ó Briain', upn: 'E80130241523B' })
    expect([identityOn(3)?.legalSurname, identityOn(4)?.legalSurname]).toEqual(['Khan', 'Kaya'])
  })
})

describe('other made-up exports', () => {
  it('in Windows-1252 with semicolons under a title keep their accents and say so', () => {
    const reading = readFixture('windows-1252_semicolons_title-line.csv')
    expect(summary(reading)).toEqual(['4 José/García 4A', '5 Zoë/O’Neill 4A', '6 Anaïs/Müller 4B'])
    expect(reading.rows.map(({ identity }) => identity.dateOfBirth)).toEqual([
      '2011-09-03',
      '2012-02-14',
      '2012-05-07',
    ])
    expect(reading.rows[1]?.identity.preferredForename).toBe('Zo')
    expect(messages(reading)).toEqual([
      'file: The file is in the older Windows encoding (Windows-1252). Check names with accents, such as José.',
    ])
  })

  it('in UTF-16 with tabs keep names and zeros', () => {
    const reading = readFixture('utf-16le_tabs.csv')
    expect(summary(reading)).toEqual(['2 Łucja/Nowak 3B', '3 Åsa/Lindqvist 3B'])
    expect(reading.rows.map(({ yearGroup }) => yearGroup)).toEqual(['Year 3', 'Year 3'])
    expect(reading.rows.map(({ identity }) => identity.admissionNumber)).toEqual(['00417', '00418'])
    expect(reading.rows[0]?.identity.preferredForename).toBe('Lucy')
    expect(reading.rows[1]?.identity.preferredSurname).toBe('Berg')
    expect(reading.warnings).toEqual([])
  })

  it('in one column are split at the comma, quoted or not', () => {
    const reading = readFixture('one-column_surname-comma-forename.csv')
    expect(summary(reading)).toEqual([
      '2 Jane/Smith Unsorted',
      '3 Aarav/Patel Unsorted',
      '4 Mary Ann/Bell-Carter Unsorted',
    ])
    expect(messages(reading)).toEqual(['1: There is no column for the class: all 3 pupils go in “Unsorted”.'])
  })

  it('end in a row of commas that is nobody', () => {
    const reading = readFixture('last-row-only-commas.csv')
    expect(summary(reading)).toEqual(['2 Ava/Turner 2C', '3 Noah/Reid 2C'])
    expect(reading.warnings).toEqual([])
  })
})

describe('the wrong file is refused by name', () => {
  it.each([
    ['zoom_2020-09_report_preamble_rejoins.csv', 'participant-report', 'a Zoom participant report'],
    ['zoom_2025-06_new-report_joinleave_waiting-room.csv', 'participant-report', 'a Zoom participant report'],
    [
      'teams_2022-04_meeting-summary_utf16le_guests_ext-upn.csv',
      'participant-report',
      'a Teams participant report',
    ],
    ['../reports/teams_2023_japanese.csv', 'participant-report', 'a Teams participant report'],
    ['../reports/meet_without-times.csv', 'participant-report', 'a Google Meet participant report'],
    ['../reports/zoom_poll.csv', 'participant-report', 'a poll or quiz saved from Zoom'],
    ['oneroster-1.1_users.csv', 'oneroster', 'users.csv of a OneRoster export'],
    ['header-only.csv', 'header-only', 'headings but no pupils'],
  ])('%s', (name, code, said) => {
    const refusal = refused(readChosenList(bytesOf(name)).reading)
    expect(refusal).toMatchObject({ code, message: expect.stringContaining(said) })
    expect(refusal.message).toContain('Nothing was changed')
    expect(refusal.advice).toMatch(/export/i)
  })

  it.each([
    [
      'an Excel workbook (.xlsx)',
      Buffer.from('PK\u0003\u0004....[Content_Types].xml....xl/workbook.xml', 'latin1'),
    ],
    ['a Word document (.docx)', Buffer.from('PK\u0003\u0004....word/document.xml', 'latin1')],
    ['a zip archive', Buffer.from('PK\u0003\u0004....users.csv', 'latin1')],
    ['an old Office file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['a PDF', Buffer.from('%PDF-1.7\n')],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['not text', Buffer.from('Forename,Surname\u0000,Class\n')],
    ['a web page', Buffer.from('<html><table><tr><td>Forename</td></tr></table></html>')],
    ['a calendar', Buffer.from('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')],
  ])('%s', (said, bytes) => {
    const refusal = refused(readClassListCsv(bytes))
    expect(refusal.message).toContain(said)
    expect(refusal.advice).toContain('export or save it as CSV instead')
  })

  it('empty, blank, too large or without names, each for its own reason', () => {
    expect(refuseText('').code).toBe('empty')
    expect(refuseText(' ', '\t', '').code).toBe('empty')
    expect(refused(readClassListCsv(Buffer.from([0xef, 0xbb, 0xbf]))).code).toBe('empty')
    expect(refuseText('Smith,Jane,5C', 'Patel,Aarav,5C').code).toBe('no-name-columns')
    expect(refuseText('Surname,Class', 'Smith,5C').code).toBe('no-name-columns')
    expect(refuseText('Forename,Surname', 'Jane,', 'Total: 30,').code).toBe('no-pupils')
    expect(refused(readClassListCsv(new Uint8Array(21 * 1024 * 1024))).code).toBe('too-large')
    expect(refused(readClassListCsv(new Uint8Array(LARGEST_FILE_BYTES))).code).toBe('not-text')
  })

  it('when a quotation mark is never closed, with its line', () => {
    const refusal = refuseText('Forename,Surname,Class', 'Ava,Turner,2C', 'Noah,"Reid,2C', 'Isla,Murphy,2C')
    expect(refusal.code).toBe('broken-quotes')
    expect(refusal.message).toContain('line 3')
  })
})

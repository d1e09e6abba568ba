import { unzipSync, zipSync } from 'fflate'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readListFile } from '../../electron/exchange/import/class-list-file.ts'
import { readOneRosterZip } from '../../electron/exchange/import/oneroster-zip.ts'
import { readWorkbook } from '../../electron/exchange/import/xlsx-workbook.ts'
import { type ClassListReading, classListRow, fileWarning } from '../../shared/domain/class-list.ts'
import { refused, summary, understood } from '../support/class-list-reading.ts'
import { createRandom, damage } from '../support/damage.ts'

const fixtures = join(import.meta.dirname, '../fixtures')
const archives = ['class-lists', 'oneroster'].flatMap((folder) =>
  readdirSync(join(fixtures, folder))
    .filter((name) => /\.(xlsx|zip)$/.test(name) && !name.includes('bomb'))
    .map((name) => readFileSync(join(fixtures, folder, name))),
)
const zips = archives.filter((bytes) => bytes.toString('latin1', 0, 2) === 'PK')

function check(reading: ClassListReading, round: number): 'understood' | 'refused' {
  if (!reading.understood) {
    expect(reading.refusal.message, `round ${round}`).toContain('Nothing was changed')
    expect(reading.refusal.advice.length, `round ${round}`).toBeGreaterThan(20)
    return 'refused'
  }
  for (const row of reading.rows) {
    if (!classListRow.safeParse(row).success) throw new Error(`round ${round}: ${JSON.stringify(row)}`)
  }
  for (const warning of reading.warnings) expect(fileWarning.safeParse(warning).success).toBe(true)
  return 'understood'
}

describe('a damaged workbook or OneRoster export', () => {
  it('is understood within the rules or refused with advice when its archive is hurt, and never throws', () => {
    const random = createRandom(20210119)
    const seen = { understood: 0, refused: 0 }
    for (let round = 0; round < 1500; round += 1) {
      const bytes = damage(archives[round % archives.length] as Buffer, random)
      seen[check(readListFile(bytes).reading, round)] += 1
    }
    expect(seen.refused).toBeGreaterThan(300)
    expect(seen.understood).toBeGreaterThan(20)
  }, 60_000)

  it('is understood within the rules or refused with advice when a file inside is hurt', () => {
    const random = createRandom(20210120)
    const seen = { understood: 0, refused: 0 }
    for (let round = 0; round < 1000; round += 1) {
      const files = unzipSync(zips[round % zips.length] as Buffer)
      const names = Object.keys(files).filter((name) => !name.endsWith('/'))
      const name = names[random(names.length)] as string
      const hurt = { ...files, [name]: damage(Buffer.from(files[name] ?? []), random) }
      const bytes = zipSync(hurt, { level: 1 })
      seen[check(readListFile(bytes).reading, round)] += 1
    }
    expect(seen.refused).toBeGreaterThan(100)
    expect(seen.understood).toBeGreaterThan(100)
  }, 60_000)
})

const sheetOf = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`
const rowOf = (...texts: string[]) =>
  `<row>${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
const workbook = (sheet: string, more: Record<string, string> = {}, prefix = 'r') =>
  zipSync({
    'xl/workbook.xml': Buffer.from(
      `<workbook><sheets><sheet name="A" sheetId="1" ${prefix}:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': Buffer.from(
      `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="sheet.xml"/>${Object.keys(more)
        .map((part) => `<Relationship Id="${part}" Type="x/${part}" Target="${part}.xml"/>`)
        .join('')}</Relationships>`,
    ),
    'xl/sheet.xml': Buffer.from(sheet),
    ...Object.fromEntries(Object.entries(more).map(([part, xml]) => [`xl/${part}.xml`, Buffer.from(xml)])),
  })

describe('too much', () => {
  const codeOf = (bytes: Uint8Array) => refused(readListFile(bytes).reading).code

  it('more cells, or more inside, than any list is refused', () => {
    const row = `<row>${'<c t="str"><v>x</v></c>'.repeat(400)}</row>`
    expect(codeOf(workbook(sheetOf(row.repeat(1300))))).toBe('too-large-inside')
    expect(codeOf(workbook(sheetOf(' '.repeat(33 * 1024 * 1024))))).toBe('too-large-inside')
  })

  it('few cells far to the right, or many cells of one long text, are refused', () => {
    expect(codeOf(workbook(sheetOf('<row><c r="SF1" t="str"><v>x</v></c></row>'.repeat(1100))))).toBe(
      'too-large-inside',
    )
    const sharedStrings = `<sst><si><t>${'x'.repeat(1_000_000)}</t></si></sst>`
    const cells = `<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`
    expect(codeOf(workbook(sheetOf(cells.repeat(10)), { sharedStrings }))).toBe('too-large-inside')
  })

  it('a text is cut where Excel cuts it, and a number format longer than Excel’s is none', () => {
    const long = 'x'.repeat(40_000)
    const sharedStrings = `<sst><si><t>${long}</t></si></sst>`
    const cells = '<row><c t="s"><v>0</v></c></row>'
    const [sheet] = readWorkbook(workbook(sheetOf(rowOf(long) + cells), { sharedStrings }))
    expect(sheet?.rows.map((row) => row.cells[0]?.length)).toEqual([32_767, 32_767])
    const styles = `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${'['.repeat(200_000)}dd"/><numFmt numFmtId="201" formatCode="${'['.repeat(200)}dd"/></numFmts><cellXfs><xf numFmtId="200"/><xf numFmtId="201"/></cellXfs></styleSheet>`
    const numbers = '<row><c s="0"><v>40789</v></c><c s="1"><v>40789</v></c></row>'
    const [styled] = readWorkbook(workbook(sheetOf(numbers), { styles }))
    expect(styled?.rows[0]?.cells).toEqual(['40789', '2011-09-03'])
  })

  it('a size that the archive states wrongly is not believed', () => {
    const bytes = Buffer.from(workbook(sheetOf(' '.repeat(33 * 1024 * 1024))))
    const entry = bytes.lastIndexOf('xl/sheet.xml') - 46
    expect(bytes.readUInt32LE(entry + 24)).toBeGreaterThan(33 * 1024 * 1024)
    bytes.writeUInt32LE(100, entry + 24)
    expect(codeOf(bytes)).toBe('too-large-inside')
  })

  it('a million empty rows and a column far to the right are nothing', () => {
    const header = ['Forename', 'Surname', 'Class'].map((text) => `<c t="str"><v>${text}</v></c>`).join('')
    const pupil = ['Ava', 'Turner', '2C'].map((text) => `<c t="str"><v>${text}</v></c>`).join('')
    const far = '<c r="XFD2" t="str"><v>far</v></c>'
    const rows = `<row>${header}</row><row>${pupil}${far}</row>${'<row s="1"/>'.repeat(1_000_000)}`
    const { reading } = readListFile(workbook(sheetOf(rows)))
    expect(reading.understood && reading.rows.map(({ className }) => className)).toEqual(['2C'])
  })

  it('an archive with a password, a path outward or no end is refused by its reason', () => {
    const zip = (name: string) =>
      Buffer.from(zipSync({ [name]: Buffer.from('x'), 'users.csv': Buffer.from('x') }))
    const locked = zip('manifest.csv')
    locked.writeUInt16LE(1, locked.indexOf('PK\u0001\u0002', 0, 'latin1') + 8)
    expect(refused(readOneRosterZip(locked)).code).toBe('password-protected')
    const outward = ['../a.csv', '/etc/a.csv', 'C:\\a.csv', 'a\\..\\b.csv']
    const codes = outward.map((name) => refused(readListFile(zip(name)).reading).code)
    expect(codes).toEqual(outward.map(() => 'unsafe-path'))
    expect(refused(readListFile(zip('a.csv').subarray(0, -10)).reading).code).toBe('damaged')
  })
})

describe('what some programs write', () => {
  it('a workbook whose relations have another prefix, and whose texts have a reading, is read', () => {
    const name = '<c t="inlineStr"><is><t>Taro</t><rPh sb="0" eb="2"><t>XX</t></rPh></is></c>'
    const rows = rowOf('Forename', 'Surname', 'Class') + `<row>${name}${rowOf('Turner', '2C').slice(5)}`
    const reading = understood(readListFile(workbook(sheetOf(rows), {}, 'd3')).reading)
    expect(summary(reading)).toEqual(['2 Taro/Turner 2C'])
  })
})

describe('a OneRoster export', () => {
  const exportOf = (...users: string[]) =>
    readOneRosterZip(
      zipSync({
        'users.csv': Buffer.from(
          `sourcedId,status,orgSourcedIds,role,userIds,givenName,familyName,grades,password\n${users.join('\n')}`,
        ),
        'classes.csv': Buffer.from('sourcedId,title\nc1,2C'),
        'enrollments.csv': Buffer.from(
          `classSourcedId,userSourcedId,role\n${['u1', 'u2', 'u3', 'u4'].map((id) => `c1,${id},student`).join('\n')}`,
        ),
      }),
    )
  const ava = 'u1,,o1,student,,Ava,Turner,02,'

  it('with more cells in a row than headings is refused by its line, even when the last are empty', () => {
    const wide = [
      'u2,,o1,o2,student,,Ben,Fox,02,pw',
      'u2,,o1,o2,student,,Ben,Fox,02,',
      'u2,,"o1,o2",student,,Ben,Fox,02,pw,x',
    ]
    for (const row of wide) {
      const refusal = refused(exportOf(ava, row))
      expect(refusal.code).toBe('row-too-wide')
      expect(refusal.message).toContain('users.csv, line 3')
    }
    expect(exportOf(`${ava},,`, `${ava.replaceAll('1', '2').replace('Ava', 'Ben')},,`).understood).toBe(true)
  })

  it('with pupils who have left leaves their enrolments out unsaid', () => {
    const reading = understood(
      exportOf(ava, 'u2,tobedeleted,o1,student,,Ben,Fox,02,', 'u3,inactive,o1,student,,Cy,Fox,02,'),
    )
    expect(summary(reading)).toEqual(['2 Ava/Turner 2C'])
    expect(reading.warnings.map(({ line, code }) => [line, code])).toEqual([
      [undefined, 'no-manifest'],
      [5, 'unknown-user'],
      [4, 'not-active'],
    ])
  })

  it('with endless lists in its cells is read without them', () => {
    const reading = understood(
      exportOf(
        `u1,,o1,student,${'{upn:'.repeat(100_000)},Ava,Turner,${']'.repeat(500_000)}x,`,
        `u2,,o1,student,,${'B'.repeat(2000)},Fox,02,`,
      ),
    )
    expect(summary(reading)).toEqual(['2 Ava/Turner 2C'])
    expect(reading.warnings.map(({ code }) => code)).toContain('name-too-long')
  })

  it('with one pupil enrolled in very many rows is read', () => {
    const bytes = zipSync({
      'users.csv': Buffer.from('sourcedId,role,givenName,familyName\nu1,student,Ava,Turner'),
      'classes.csv': Buffer.from('sourcedId,title\nc1,2C'),
      'enrollments.csv': Buffer.from(
        `classSourcedId,userSourcedId,role\n${'c1,u1,student\n'.repeat(90_000)}`,
      ),
    })
    expect(summary(understood(readOneRosterZip(bytes)))).toEqual(['2 Ava/Turner 2C'])
  })
})

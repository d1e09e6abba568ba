import { unzipSync, zipSync } from 'fflate'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readListFile } from '../../electron/exchange/import/class-list-file.ts'
import { readClassListXlsx } from '../../electron/exchange/import/class-list-xlsx.ts'
import { readOneRosterZip } from '../../electron/exchange/import/oneroster-zip.ts'
import { type ClassListReading, classListRow, fileWarning } from '../../shared/domain/class-list.ts'
import { refused } from '../support/class-list-reading.ts'
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
      seen[check(name.startsWith('xl/') ? readClassListXlsx(bytes) : readListFile(bytes).reading, round)] += 1
    }
    expect(seen.refused).toBeGreaterThan(100)
    expect(seen.understood).toBeGreaterThan(100)
  }, 60_000)
})

describe('too much', () => {
  const sheetOf = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`
  const workbook = (sheet: string) =>
    zipSync({
      'xl/workbook.xml': Buffer.from(
        '<workbook><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': Buffer.from(
        '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="sheet.xml"/></Relationships>',
      ),
      'xl/sheet.xml': Buffer.from(sheet),
    })
  const codeOf = (bytes: Uint8Array) => refused(readClassListXlsx(bytes)).code

  it('more cells, or more inside, than any list is refused', () => {
    const row = `<row>${'<c t="str"><v>x</v></c>'.repeat(400)}</row>`
    expect(codeOf(workbook(sheetOf(row.repeat(1300))))).toBe('too-large-inside')
    expect(codeOf(workbook(sheetOf(' '.repeat(33 * 1024 * 1024))))).toBe('too-large-inside')
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
    const reading = readClassListXlsx(workbook(sheetOf(rows)))
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

import { constants, crc32, deflateRawSync } from 'node:zlib'
import type { Dice } from './dice.ts'

/** One file of an archive; `claims` is the size it says it has, `packed` what stands in it where that is ready. */
type ZipEntry = { name: string; bytes: Uint8Array; claims?: number; packed?: Buffer }

/** An archive written by hand, so that it can lie: names, sizes and checksums are whatever is asked for. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes, claims = bytes.length, packed = deflateRawSync(bytes) } of entries) {
    const label = Buffer.from(name)
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(8, 4)
    about.writeUInt32LE(crc32(bytes), 10)
    about.writeUInt32LE(packed.length, 14)
    about.writeUInt32LE(claims >>> 0, 18)
    about.writeUInt16LE(label.length, 22)
    const body = Buffer.concat([Buffer.from('PK\u0003\u0004'), about, label, packed])
    const after = Buffer.alloc(14)
    after.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), about, after, label]))
    bodies.push(body)
    offset += body.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return new Uint8Array(Buffer.concat([...bodies, central, Buffer.from('PK\u0005\u0006'), end]))
}

const SHEET =
  '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Forename</t></is></c></row></sheetData></worksheet>'
const WORKBOOK =
  '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'
const RELATIONS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
const BILLION =
  '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaaaaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e SYSTEM "file:///etc/passwd">]><sst><si><t>&d;&e;</t></si></sst>'

const text = (content: string): Uint8Array => new TextEncoder().encode(content)

const workbook = (sheet: Uint8Array, strings = text('<sst/>')): ZipEntry[] => [
  { name: '[Content_Types].xml', bytes: text('<Types/>') },
  { name: 'xl/workbook.xml', bytes: text(WORKBOOK) },
  { name: 'xl/_rels/workbook.xml.rels', bytes: text(RELATIONS) },
  { name: 'xl/worksheets/sheet1.xml', bytes: sheet },
  { name: 'xl/sharedStrings.xml', bytes: strings },
]

/** Millions of bytes that a bomb unfolds to. */
const BOMBS = [30, 120, 400]

/** A million zeros, packed so that it can stand any number of times in a row: a bomb costs nothing to make. */
const MILLION = deflateRawSync(new Uint8Array(1_000_000).fill(48), { finishFlush: constants.Z_FULL_FLUSH })
const END_OF_PACKED = Buffer.from([0x03, 0x00])

function bomb(name: string, dice: Dice, claims?: number): ZipEntry {
  const millions = dice.pick(BOMBS)
  const packed = Buffer.concat([...Array.from({ length: millions }, () => MILLION), END_OF_PACKED])
  return { name, bytes: new Uint8Array(), packed, claims: claims ?? millions * 1_000_000 }
}

type Builder = { name: string; build: (dice: Dice, inside: Uint8Array) => ZipEntry[] }

/** Archives built to harm; `inside` is a fixture to put in. */
export const HOSTILE_ZIPS: readonly Builder[] = [
  {
    name: 'bomb as a workbook',
    build: (dice) => [...workbook(text(SHEET)).slice(0, 3), bomb('xl/worksheets/sheet1.xml', dice)],
  },
  {
    name: 'bomb of strings',
    build: (dice) => [...workbook(text(SHEET)).slice(0, 4), bomb('xl/sharedStrings.xml', dice)],
  },
  { name: 'bomb as OneRoster', build: (dice) => [manifest(), bomb('users.csv', dice)] },
  {
    name: 'bomb that claims to be small',
    build: (dice) => [manifest(), bomb(dice.pick(['users.csv', 'xl/workbook.xml']), dice, dice.below(100))],
  },
  {
    name: 'entities',
    build: (dice) => (dice.chance(0.5) ? workbook(text(BILLION)) : workbook(text(SHEET), text(BILLION))),
  },
  {
    name: 'paths',
    build: (dice, inside) => [
      manifest(),
      { name: dice.pick(PATHS), bytes: inside },
      { name: 'users.csv', bytes: inside },
    ],
  },
  {
    name: 'nested',
    build: (_, inside) => [{ name: 'a.zip', bytes: writeZip([{ name: 'users.csv', bytes: inside }]) }],
  },
  {
    name: 'same name twice',
    build: (_, inside) => [
      manifest(),
      { name: 'users.csv', bytes: inside },
      { name: 'users.csv', bytes: text('x') },
    ],
  },
  {
    name: 'huge claim',
    build: (_, inside) => [{ name: 'users.csv', bytes: inside, claims: 0xffffffff }, manifest()],
  },
  {
    name: 'many files',
    build: (dice) =>
      Array.from({ length: 2000 + dice.below(8000) }, (_, index) => ({
        name: `f${index}.csv`,
        bytes: text('a,b'),
      })),
  },
  { name: 'fixture as a workbook', build: (_, inside) => workbook(inside) },
]

const PATHS = [
  '../users.csv',
  '../../../../etc/passwd',
  '/etc/passwd',
  'C:\\users.csv',
  '..\\users.csv',
  'a/../../users.csv',
  'users.csv\u0000.txt',
  '',
]

const manifest = (): ZipEntry => ({
  name: 'manifest.csv',
  bytes: text(
    'propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\nfile.users,bulk\nfile.orgs,bulk\n',
  ),
})

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readClassListCsv } from '../../electron/exchange/import/class-list-csv.ts'
import type { ClassListReading } from '../../shared/domain/class-list.ts'

type Understood = Extract<ClassListReading, { understood: true }>

const folder = path.join(import.meta.dirname, '../fixtures/class-lists')

export const bytesOf = (name: string) => readFileSync(path.join(folder, name))
export const readFixture = (name: string) => understood(readClassListCsv(bytesOf(name)))
export const readText = (...lines: string[]) => understood(readClassListCsv(Buffer.from(lines.join('\r\n'))))
export const refuseText = (...lines: string[]) => refused(readClassListCsv(Buffer.from(lines.join('\r\n'))))

export function understood(reading: ClassListReading): Understood {
  if (!reading.understood) throw new Error(`refused: ${reading.refusal.message}`)
  return reading
}

export function refused(reading: ClassListReading) {
  if (reading.understood) throw new Error(`understood as ${reading.rows.length} rows`)
  return reading.refusal
}

/** `line forename/surname class` of each row. */
export const summary = ({ rows }: Understood): string[] =>
  rows.map(
    ({ line, className, identity }) =>
      `${line} ${identity.legalForename}/${identity.legalSurname} ${className}`,
  )

export const meanings = ({ columns }: Understood) =>
  Object.fromEntries(columns.map(({ header, meaning }) => [header, meaning]))

export const messages = ({ warnings }: Understood): string[] =>
  warnings.map(({ line, message }) => `${line ?? 'file'}: ${message}`)

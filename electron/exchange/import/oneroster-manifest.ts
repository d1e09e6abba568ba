import type { OneRosterFile } from '../../../shared/domain/oneroster-files.ts'
import type { FileWarning } from '../../../shared/domain/class-list.ts'
import {
  EXPORT_AGAIN,
  OneRosterError,
  type OneRosterFiles,
  type OneRosterTable,
  readOneRosterTable,
} from './oneroster-tables.ts'

/** What the manifest says of each file: there whole (`bulk`), only its changes (`delta`), or not at all (`absent`). */
export type Manifest = {
  modes: ReadonlyMap<OneRosterFile, { mode: string; line: number }>
  warnings: FileWarning[]
}

/** Files whose changes alone would be taken for the whole school. */
const NEEDED: readonly OneRosterFile[] = ['users.csv', 'enrollments.csv', 'classes.csv', 'roles.csv']

/** Reads manifest.csv. An export of changes is refused: this app keeps no copy of the export before it. */
export function readManifest(files: OneRosterFiles): Manifest {
  const table = readOneRosterTable(files, 'manifest.csv', ['propertyName', 'value'])
  const modes = new Map<OneRosterFile, { mode: string; line: number }>()
  if (!table)
    return {
      modes,
      warnings: [
        {
          code: 'no-manifest',
          message: 'manifest.csv is missing; the files were taken to be a whole export.',
        },
      ],
    }
  for (const { line, get } of table.rows) {
    const [property, value] = [get('propertyName'), get('value').toLowerCase()]
    const name = /^file\.(\w+)$/.exec(property)?.[1]
    if (/^oneroster\.version$/i.test(property) && !/^1\.[012](\.|$)/.test(value)) {
      throw new OneRosterError(
        'oneroster-version',
        `manifest.csv, line ${line}: version ${value.slice(0, 20)} of OneRoster is not known.`,
        EXPORT_AGAIN,
      )
    }
    if (name !== undefined) modes.set(`${name}.csv` as OneRosterFile, { mode: value, line })
  }
  for (const file of NEEDED) {
    const { mode, line } = modes.get(file) ?? {}
    if (mode !== 'delta') continue
    const message = `manifest.csv, line ${line}: ${file} holds only what changed (“delta”), not the whole school.`
    throw new OneRosterError('oneroster-delta', message, EXPORT_AGAIN)
  }
  return { modes, warnings: missingFiles(files, modes) }
}

/** What the manifest promises and nobody needs is said and no more. */
const missingFiles = (files: OneRosterFiles, modes: Manifest['modes']): FileWarning[] =>
  (['orgs.csv', 'courses.csv', 'academicSessions.csv', 'demographics.csv'] as const).flatMap((file) => {
    const { mode, line } = modes.get(file) ?? {}
    if (mode !== 'bulk' || line === undefined || files.has(file)) return []
    return [
      {
        line,
        code: 'missing-file',
        message: `manifest.csv: ${file} should be there and is not. The pupils were read without it.`,
      },
    ]
  })

/** A file without which there are no pupils or no classes. Throws a `OneRosterError` where it is missing. */
export function requireFile(
  files: OneRosterFiles,
  { modes }: Manifest,
  file: OneRosterFile,
  columns: readonly string[],
): OneRosterTable {
  const table = readOneRosterTable(files, file, columns)
  if (table) return table
  const said = modes.get(file)
  const where = said ? ` (manifest.csv, line ${said.line}, says “${said.mode}”)` : ''
  throw new OneRosterError(
    'missing-file',
    `${file} is missing from this OneRoster export${where}.`,
    EXPORT_AGAIN,
  )
}

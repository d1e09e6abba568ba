import { statSync } from 'node:fs'
import {
  type ClassListRow,
  FILE_TOO_LARGE,
  LARGEST_FILE_BYTES,
  type Refusal,
  type FileWarning,
} from '../../shared/domain/class-list.ts'
import { UNSORTED_CLASS } from '../../shared/domain/class-list-merge.ts'
import type {
  FileKind,
  Recognised,
  RecogniseHints,
  Refused,
  ReportMeeting,
} from '../../shared/domain/recognised-file.ts'
import { packOneRosterFolder } from './import/oneroster-folder.ts'
import { recognise } from './import/recognise.ts'
import { type Inspection, readBytes } from './inspection.ts'

/** What is printed of one file: everything that was understood, or why it was refused. */
type Entry = {
  file: string
  status: 'understood' | 'warnings' | 'refused'
  kind: FileKind
  meetings?: ReportMeeting[]
  pupils?: ReturnType<typeof asPupil>[]
  droppedColumns?: string[]
  warnings: FileWarning[]
  refusal?: Refusal
}

/** Looks at files of any kind. One entry for each, in the order given, for those that are refused or missing too. */
export async function inspectFiles(files: readonly string[], hints: RecogniseHints): Promise<Inspection> {
  const entries: Entry[] = []
  // One after the other: each may be 20 MB.
  for (const file of files) entries.push(asEntry(file, await readFile(file, hints)))
  const [refusal = null] = entries.flatMap((entry) => entry.refusal ?? [])
  return { json: entries, text: entries.map(asText).join('\n'), refusal }
}

async function readFile(file: string, hints: RecogniseHints): Promise<Recognised> {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    const packed = packOneRosterFolder(file)
    return packed instanceof Uint8Array ? recognise(packed, hints) : asRefused(packed)
  }
  const read = readBytes(file, LARGEST_FILE_BYTES, FILE_TOO_LARGE)
  return 'refusal' in read ? asRefused(read.refusal) : recognise(read.bytes, hints)
}

const asRefused = (refusal: Refusal): Refused => ({ understood: false, kind: 'unknown', refusal })

function asEntry(file: string, found: Recognised): Entry {
  if (!found.understood) {
    const { kind, refusal } = found
    return { file, status: 'refused', kind, warnings: [], refusal }
  }
  const { kind, meetings, rows, droppedColumns, warnings } = found
  return {
    file,
    status: warnings.length > 0 ? 'warnings' : 'understood',
    kind,
    ...(meetings && { meetings }),
    ...(rows && { pupils: rows.map(asPupil) }),
    ...(droppedColumns && { droppedColumns }),
    warnings,
  }
}

function asPupil({ className, yearGroup, identity }: ClassListRow) {
  const { legalForename, legalSurname, preferredForename, upn, dateOfBirth } = identity
  return {
    forename: legalForename,
    ...(preferredForename && { preferred: preferredForename }),
    surname: legalSurname,
    ...(upn && { upn }),
    ...(dateOfBirth && { dateOfBirth }),
    ...(yearGroup && { yearGroup }),
    ...(className !== UNSORTED_CLASS && { group: className }),
  }
}

function asText({ file, status, kind, meetings, pupils, warnings, refusal }: Entry): string {
  if (refusal) return `${file}: refused (${kind}). ${refusal.message} ${refusal.advice}`
  const counts = [
    ...(meetings ?? []).map(({ topic, people }) => `${topic ?? 'meeting'}: ${people.length} people`),
    ...(pupils ? [`${pupils.length} pupils`] : []),
  ]
  const said = warnings.map(
    ({ line, message }) => `  ${line === undefined ? '' : `line ${line}: `}${message}`,
  )
  return [`${file}: ${status} (${kind}) ${counts.join('; ')}`.trimEnd(), ...said].join('\n')
}

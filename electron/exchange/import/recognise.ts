import { FILE_TOO_LARGE, LARGEST_FILE_BYTES } from '../../../shared/domain/class-list.ts'
import type { ColumnMemory } from '../../../shared/domain/column-meanings.ts'
import { LESSON_FORMAT } from '../../../shared/domain/lesson-file.ts'
import {
  type FileKind,
  type Recognised,
  type RecogniseHints,
  refuseAs,
} from '../../../shared/domain/recognised-file.ts'
import { defaultCalendar } from '../../../shared/domain/school-calendar.ts'
import { looksLikeBundle } from '../bundle/age-shape.ts'
import { readCalendarIcs } from './calendar-ics.ts'
import { type ListFile, readListFile } from './class-list-file.ts'
import { findReport } from './find-report.ts'
import { openTable } from './opened-table.ts'

/** What a file is and says, and the list of pupils as its own reader gives it, where it is one. */
export type FileContent = { recognised: Recognised; list: ListFile | null }

/**
 * What a file is and what it says, by its content alone: understood, understood with warnings, or refused with what to
 * do instead. Reads only; nothing is written. Source: docs/formats.md.
 */
export const recognise = async (bytes: Uint8Array, hints: RecogniseHints = {}): Promise<Recognised> =>
  (await readContent(bytes, hints)).recognised

/** The same with all that its page needs, so that it is read once. `memory` is what people have said of columns. */
export async function readContent(
  bytes: Uint8Array,
  hints: RecogniseHints,
  memory: ColumnMemory = {},
): Promise<FileContent> {
  const only = (recognised: Recognised): FileContent => ({ recognised, list: null })
  if (looksLikeBundle(bytes)) return only(FOR_THE_OFFICE)
  if (bytes.byteLength > LARGEST_FILE_BYTES)
    return only({ understood: false, kind: 'unknown', refusal: FILE_TOO_LARGE })
  if (isLessonFile(bytes)) return only({ understood: true, kind: 'bundle', warnings: [] })
  const opened = openTable(bytes)
  const { decoded } = opened
  if (decoded.isText && /^\s*BEGIN:VCALENDAR\s*$/im.test(decoded.text.slice(0, 2000)))
    return only(await recogniseCalendar(bytes))
  const report = findReport(opened, hints)
  if (report) return only(report)
  const list = readListFile(bytes, memory, opened)
  return { recognised: fromList(list), list }
}

/** A teacher's day for the office: only the office's key opens it, and there it is taken in by itself. */
const FOR_THE_OFFICE = refuseAs(
  'bundle',
  'for-the-office',
  'This is a teacher’s day, sealed for the office: it cannot be imported.',
  'Put it into the folder “incoming” of the office’s folder; the office’s computer takes it in by itself.',
)

/** The header of the app's own lesson file is plain; what follows is sealed (docs/formats.md). */
function isLessonFile(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1000))
  return new RegExp(`^\\{[^\\n]*"format": ?"${LESSON_FORMAT}"`).test(start.toString('latin1'))
}

/** Refusals of a class list that say that the file is none. */
const NOT_A_CLASS_LIST: Readonly<Record<string, FileKind>> = {
  'no-name-columns': 'unknown',
  'not-text': 'unknown',
  'not-a-workbook': 'unknown',
  'not-a-table': 'unknown',
  empty: 'unknown',
  oneroster: 'oneroster',
}

/** What was read of a list of pupils, as what is said of any file. */
function fromList({ kind, reading }: ListFile): Recognised {
  if (!reading.understood) {
    const { refusal } = reading
    return {
      understood: false,
      kind: kind === 'class-list' ? (NOT_A_CLASS_LIST[refusal.code] ?? kind) : kind,
      refusal,
    }
  }
  const { rows, droppedColumns, warnings } = reading
  return { understood: true, kind, rows, droppedColumns, warnings }
}

/** Which classes and staff there are is the timetable's to know: here a calendar is only told from other files. */
async function recogniseCalendar(bytes: Uint8Array): Promise<Recognised> {
  const around = { classes: [], staff: [], calendar: defaultCalendar, from: '2000-01-01' }
  const reading = await readCalendarIcs(bytes, around)
  if (!reading.understood) return { understood: false, kind: 'calendar', refusal: reading.refusal }
  return { understood: true, kind: 'calendar', warnings: reading.warnings }
}

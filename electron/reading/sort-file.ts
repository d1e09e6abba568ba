import { timesOfMeeting } from '../../shared/domain/reconcile/reported-names.ts'
import type { FileKind, Recognised, Refused, Understood } from '../../shared/domain/recognised-file.ts'
import type { ColumnMemory } from '../../shared/domain/column-meanings.ts'
import type { ListFile } from '../exchange/import/class-list-file.ts'
import { readContent, recognise } from '../exchange/import/recognise.ts'
import { readHeader } from '../exchange/share/seal-lesson.ts'
import { sha256 } from '../sha256.ts'

/** UTC ms. */
export type Span = { from: number; to: number }

/** What a file is, as far as it takes to lead it to its page. */
export type SortedFile =
  | Refused
  | {
      understood: true
      kind: FileKind
      /** When its meetings were; under both orders where the file leaves that of day and month open. */
      spans: Span[]
      /** Of the app's own lesson file. */
      lessonId: string | null
      reading: FileReading | null
    }

/** What was read of a file while it was looked at, for its page: a list of pupils, or a report with its file's SHA-256. */
export type FileReading = { list: ListFile } | { recognised: Recognised; contentHash: string }

/** Recognises a file, says where it belongs and hands on what was read of it. */
export async function sortFile(bytes: Uint8Array, memory?: ColumnMemory): Promise<SortedFile> {
  const { recognised: found, list } = await readContent(bytes, {}, memory)
  if (!found.understood) return found
  return {
    reading: list ? { list } : readingOf(bytes, found),
    understood: true,
    kind: found.kind,
    spans: [...spansOf(found), ...(await spansInOtherOrder(bytes, found))],
    lessonId: found.kind === 'bundle' ? lessonIdOf(bytes) : null,
  }
}

/** Where the lesson's own date has a say, a report is read again once the lesson is known. */
const OPEN_WITHOUT_LESSON = ['ambiguous-date-order', 'no-date']

function readingOf(bytes: Uint8Array, recognised: Understood): FileReading | null {
  const isOpen = recognised.warnings.some(({ code }) => OPEN_WITHOUT_LESSON.includes(code))
  return recognised.meetings && !isOpen ? { recognised, contentHash: sha256(bytes) } : null
}

const spansOf = (found: Recognised): Span[] =>
  found.understood ? (found.meetings ?? []).flatMap((one) => timesOfMeeting(one) ?? []) : []

async function spansInOtherOrder(bytes: Uint8Array, found: Recognised): Promise<Span[]> {
  const isOpen = found.understood && found.warnings.some(({ code }) => code === 'ambiguous-date-order')
  const [first] = spansOf(found)
  if (!isOpen || !first) return []
  const [year, month, day] = new Date(first.from).toISOString().slice(0, 10).split('-')
  return spansOf(await recognise(bytes, { lessonDate: `${year}-${day}-${month}` }))
}

function lessonIdOf(bytes: Uint8Array): string | null {
  const sealed = readHeader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  return typeof sealed === 'string' ? null : sealed.header.lessonId
}

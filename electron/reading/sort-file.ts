import { timesOfMeeting } from '../../shared/domain/reconcile/reported-names.ts'
import type { FileKind, Recognised, Refused } from '../../shared/domain/recognised-file.ts'
import { recognise } from '../exchange/import/recognise.ts'
import { readHeader } from '../exchange/share/seal-lesson.ts'

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
    }

/** Recognises a file and says no more of it than where it belongs. */
export async function sortFile(bytes: Uint8Array): Promise<SortedFile> {
  const found = await recognise(bytes)
  if (!found.understood) return found
  return {
    understood: true,
    kind: found.kind,
    spans: [...spansOf(found), ...(await spansInOtherOrder(bytes, found))],
    lessonId: found.kind === 'bundle' ? lessonIdOf(bytes) : null,
  }
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

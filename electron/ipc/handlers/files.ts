import type { Refusal as FileRefusal } from '../../../shared/domain/class-list.ts'
import { lessonsOfReport } from '../../../shared/domain/lessons-of-report.ts'
import { clockTime, fullDate, schoolDateOf } from '../../../shared/domain/times.ts'
import type { LessonCard } from '../../../shared/domain/today.ts'
import type { HandedFile } from '../../../shared/ipc/commands/files.ts'
import type { ChosenFile } from '../../reading/file-reader.ts'
import type { SortedFile, Span } from '../../reading/sort-file.ts'
import { readColumnMemory } from '../../store/column-memory.ts'
import { listCards, listUnfinishedBefore } from '../../store/lessons-repository.ts'
import type { Store } from '../../store/open-store.ts'
import { findShared } from '../../store/shared-lesson-repository.ts'
import { type Context, whoIsHere } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'
import { createFileParts } from '../file-parts.ts'

/** Files that come in, whatever they hold: recognised, and led to the page they belong to. Nothing is written. */
export function fileHandlers(
  context: Context,
): Pick<Handlers, 'file.hand' | 'file.opened' | 'reading.cancel'> {
  const parts = createFileParts()
  return {
    'file.hand': async (part) => {
      whoIsHere(context)
      const { fileName } = part
      const bytes = parts.take(part)
      if (bytes === 'more') return { outcome: 'more' }
      if (bytes === 'broken')
        throw new Refusal('not-whole', 'The file did not come over whole. Nothing was changed: try again.')
      return lead(context, { name: fileName, bytes })
    },
    'file.opened': async () => {
      whoIsHere(context)
      const file = context.openedWith()
      return { file: file && (await lead(context, file)) }
    },
    'reading.cancel': () => {
      context.files.cancel()
      return {}
    },
  }
}

/** Recognises a file, keeps it for its page and says which that is. */
async function lead(context: Context, file: ChosenFile): Promise<HandedFile> {
  const columnMemory = readColumnMemory(whoIsHere(context).store)
  const read = await context.files.read('sort', file, { columnMemory })
  const fileName = file.name
  if (read.outcome === 'cancelled') return read
  if (read.outcome === 'refused') return { ...read, fileName }
  if (!read.answer.understood) return { outcome: 'refused', fileName, refusal: read.answer.refusal }
  const place = placeOf(context, read.answer)
  if ('code' in place) return { outcome: 'refused', fileName, refusal: place }
  const token = context.handed.keep(file, read.answer.reading)
  return 'path' in place
    ? { outcome: 'recognised', fileName, token, path: place.path }
    : { outcome: 'of-a-lesson', fileName, token, lessons: place.lessons }
}

type Place = { path: string } | { lessons: LessonCard[] } | FileRefusal

function placeOf(
  context: Context,
  { kind, lessonId, spans }: Extract<SortedFile, { understood: true }>,
): Place {
  const { store } = whoIsHere(context)
  switch (kind) {
    case 'class-list':
    case 'oneroster':
      return { path: '/classes/import' }
    case 'calendar':
      return { path: '/timetable/import' }
    case 'bundle': {
      const isHere = lessonId !== null && findShared(store, lessonId) !== null
      return { path: isHere ? `/lessons/${lessonId}/share` : '/lessons/join' }
    }
    default:
      return spans.length > 0 ? placeByTimes(store, spans) : placeOfTimeless(store, context.now())
  }
}

function placeByTimes(store: Store, spans: readonly Span[]): Place {
  const days = new Set(spans.flatMap(({ from, to }) => [schoolDateOf(from), schoolDateOf(to)]))
  const cards = [...days].toSorted().flatMap((day) => listCards(store, day))
  const lessons = lessonsOfReport(cards, spans)
  const [only] = lessons
  if (!only) return noSuchLesson(spans)
  return lessons.length === 1 ? { path: `/sign-off/${only.id}` } : { lessons }
}

/** A report without any times can be of each lesson that is not with the office yet. */
function placeOfTimeless(store: Store, now: number): Place {
  const today = schoolDateOf(now)
  const lessons = [...listUnfinishedBefore(store, today).toReversed(), ...listCards(store, today)].filter(
    ({ state }) => state === 'ended' || state === 'signed-off',
  )
  return lessons.length > 0
    ? { lessons }
    : {
        code: 'no-such-lesson',
        message:
          'This report says of no time, and there is no lesson here that waits for one. Nothing was changed.',
        advice: 'Open the sign-off of the lesson it is of, and choose the file there.',
      }
}

function noSuchLesson([first, ...others]: readonly Span[]): FileRefusal {
  const when = first
    ? `on ${fullDate(first.from)} from ${clockTime(first.from)} to ${clockTime(first.to)}`
    : ''
  const more = others.length > 0 ? ` and ${others.length} more` : ''
  return {
    code: 'no-such-lesson',
    message: `This is the report of a meeting ${when}${more}. No lesson on this computer went on then. Nothing was changed.`,
    advice:
      'Take it to the computer the lesson was taught with. If the times look wrong, set the meeting account to London time, export the report again, and drop that file.',
  }
}

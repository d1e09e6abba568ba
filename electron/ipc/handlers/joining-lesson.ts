import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { readLessonCode } from '../../../shared/domain/lesson-code.ts'
import { isSignedOff } from '../../../shared/domain/lesson.ts'
import type { LessonFileBody } from '../../../shared/domain/lesson-file.ts'
import { foldName, type StaffMember } from '../../../shared/domain/people.ts'
import { minutes } from '../../../shared/domain/times.ts'
import type { LessonCard } from '../../../shared/domain/today.ts'
import { listNewestLessons } from '../../exchange/share/lesson-folder.ts'
import { isGuestLesson, keepGuestLesson, removeGuestLesson } from '../../store/guest-lesson.ts'
import { findLesson, listCardsOf } from '../../store/lessons-repository.ts'
import type { Store } from '../../store/open-store.ts'
import {
  findShared,
  listJoined,
  saveShared,
  type SharedLesson,
} from '../../store/shared-lesson-repository.ts'
import type { ChosenFile } from '../../reading/file-reader.ts'
import { chooseOrTake } from '../chosen-file.ts'
import { type Context, whoIsHere } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'
import type { LessonSharing } from '../lesson-sharing.ts'
import { openChosen } from '../open-lesson-file.ts'

/** What was chosen to join from, and what the code has opened of it. */
type Waiting = {
  token: string
  files: readonly ChosenFile[]
  folder: string | null
  opened:
    | (Omit<SharedLesson, 'lessonId' | 'folder' | 'joined'> & { body: LessonFileBody; teacher: StaffMember })
    | null
}

/** Joining a colleague's lesson: where it is, its code, who of its staff one is. Written only at the last step. */
export function joiningLessonHandlers(
  context: Context,
  sharing: LessonSharing,
): Pick<Handlers, 'join.look' | 'join.open' | 'join.confirm' | 'joined.list' | 'joined.remove'> {
  let waiting: Waiting | null = null
  const waitingFor = (token: string): Waiting => {
    if (waiting?.token !== token) throw new Refusal('no-such-file', 'Choose the file again: it was not kept.')
    return waiting
  }
  return {
    'join.look': async ({ where, handed }) => {
      whoIsHere(context)
      const found = where === 'file' ? await lookAtFile(context, handed) : await lookInFolder(context)
      if (found === null) return { outcome: 'cancelled' }
      const { folder, files, path } = found
      if (files === null)
        return { outcome: 'refused', message: 'That folder could not be read. Check that it is there.' }
      if (files.length === 0) return { outcome: 'refused', message: NOTHING_THERE }
      const token = randomUUID()
      waiting = { token, files, folder, opened: null }
      return { outcome: 'found', token, path, files: files.length }
    },
    'join.open': async ({ token, code: typed }) => {
      const here = waitingFor(token)
      const code = readLessonCode(typed)
      if (code === null) return { outcome: 'refused', message: NO_CODE }
      const found = await openAny(here.files, code)
      if (typeof found === 'string') return { outcome: 'refused', message: found }
      const { body } = found
      const teacher = teacherOf(body)
      here.opened = { ...found, teacher }
      const { me } = whoIsHere(context)
      const named = body.staff.find(({ name }) => foldName(name) === foldName(me.name))
      return {
        outcome: 'opened',
        lesson: body.lesson,
        pupils: body.pupils.length,
        teacherName: teacher.name,
        staff: body.staff,
        suggestedId: named?.id ?? null,
      }
    },
    'join.confirm': ({ token, staffId }) => {
      const { folder, opened } = waitingFor(token)
      const me = opened?.body.staff.find(({ id }) => id === staffId)
      if (!opened || !me) throw new Refusal('no-such-adult', 'Say who of the lesson’s adults you are.')
      const { store } = whoIsHere(context)
      const lessonId = opened.body.lesson.id
      const present = findShared(store, lessonId)
      if (present && !present.joined) {
        throw new Refusal('own-lesson', 'This lesson is shared from this computer. Join it on the other one.')
      }
      if (!present && isGuestLesson(store, lessonId)) {
        throw new Refusal(
          'was-removed',
          'This lesson was taken off this computer and cannot be joined again here.',
        )
      }
      store.db.transaction(() => keepJoined(context, opened, { me, folder }))()
      sharing.take(opened.body, false)
      waiting = null
      sharing.follow()
      context.windows.tell('school.changed', {})
      return { lessonId }
    },
    'joined.list': () => {
      const { store } = whoIsHere(context)
      sharing.follow()
      const joined = new Map(listJoined(store).map((one) => [one.lessonId, one.joined]))
      const cards = listCardsOf(store, [...joined.keys()])
      return {
        lessons: cards.flatMap((card) => {
          const terms = joined.get(card.id)
          if (!terms) return []
          const mayRemove = isOver(context, card)
          return [{ card, teacherName: terms.teacherName, meName: terms.me.name, mayRemove }]
        }),
      }
    },
    'joined.remove': ({ lessonId }) => {
      const { store } = whoIsHere(context)
      const [card] = listCardsOf(store, [lessonId])
      if (!card || !findShared(store, lessonId)?.joined) {
        throw new Refusal('not-joined', 'That lesson is not one of a colleague’s on this computer.')
      }
      if (!isOver(context, card)) {
        throw new Refusal(
          'not-now',
          'It can be removed once the teacher has signed it off. Nothing was changed.',
        )
      }
      context.windows.closeLessonWindows()
      removeGuestLesson(store, lessonId)
      context.windows.tell('school.changed', {})
      return {}
    },
  }
}

const NOTHING_THERE =
  'There is no lesson in that folder yet. Ask the teacher to share the lesson there, then choose it again.'
const NO_CODE =
  'A code has twelve letters and digits, such as 7K3Q-9MWX-4HPT. It stands on the teacher’s screen.'

/** After so long one that was never signed may go too. */
const KEPT_FOR = minutes(48 * 60)

const isOver = ({ now }: Context, card: LessonCard): boolean =>
  isSignedOff(card) || card.endsAt < now() - KEPT_FOR

type Looked = { files: ChosenFile[] | null; folder: string | null; path: string }

async function lookAtFile(context: Context, handed: string | undefined): Promise<Looked | null> {
  const file = await chooseOrTake(context, 'lesson', handed)
  return file && { files: [file], folder: null, path: 'path' in file ? file.path : file.name }
}

/** `files` is null where the folder cannot be read. */
async function lookInFolder(context: Context): Promise<Looked | null> {
  const folder = await context.chooseFolder('Choose the folder both computers share')
  if (folder === null) return null
  const paths = await listNewestLessons(folder).catch(() => null)
  const files = paths && paths.map((path) => ({ name: basename(path), path }))
  return { files, folder, path: folder }
}

/** The first of the files that the code opens; else why the newest does not open. */
async function openAny(files: readonly ChosenFile[], code: string) {
  let why: string | null = null
  for (const file of files) {
    const opened = await openChosen(file, code)
    if (typeof opened !== 'string') {
      const { header, body, key } = opened
      return { code, salt: header.salt, key: key.toString('hex'), body }
    }
    why ??= opened
  }
  return why ?? NOTHING_THERE
}

/** Whose lesson it is: whoever wrote the file, or, in a file of another second adult, whoever moved the lesson. */
function teacherOf({ writer, staff, events }: LessonFileBody): StaffMember {
  const [first] = events as { actorId?: unknown }[]
  const id = writer.isTeacher ? writer.staffId : first?.actorId
  return staff.find((one) => one.id === id) ?? staff.find((one) => one.id === writer.staffId) ?? nobody
}

const nobody: StaffMember = {
  id: '00000000-0000-4000-8000-000000000000',
  name: 'A colleague',
  role: 'teacher',
}

function keepJoined(
  context: Context,
  { code, salt, key, body, teacher }: NonNullable<Waiting['opened']>,
  { me, folder }: { me: StaffMember; folder: string | null },
): void {
  const { store } = whoIsHere(context)
  const { staff, optedOutIds, scheme, checklist, lesson } = body
  const isHere = findLesson(store, lesson.id) !== null
  if (!isHere || isGuestLesson(store, lesson.id)) keepGuestLesson(store, body)
  const terms = { me, teacherName: teacher.name, staff, optedOutIds, scheme, checklist, aheadMs: 0 }
  saveShared(store, {
    lessonId: lesson.id,
    code,
    salt,
    key,
    folder: folder ?? folderBefore(store, lesson.id),
    joined: terms,
  })
}

const folderBefore = (store: Store, lessonId: string): string | null =>
  findShared(store, lessonId)?.folder ?? null

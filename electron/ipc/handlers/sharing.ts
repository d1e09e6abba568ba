import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { CODE_BYTES, makeLessonCode } from '../../../shared/domain/lesson-code.ts'
import { clockTime, schoolDateOf } from '../../../shared/domain/times.ts'
import type { SharingView } from '../../../shared/ipc/commands/sharing.ts'
import { writeLessonFile } from '../../exchange/share/lesson-folder.ts'
import { keyOf, newSalt, sealLesson } from '../../exchange/share/seal-lesson.ts'
import { findShared, saveShared, type SharedLesson } from '../../store/shared-lesson-repository.ts'
import { chooseOrTake } from '../chosen-file.ts'
import { type Context, lessonOrRefuse, whoIsHere } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'
import type { LessonSharing } from '../lesson-sharing.ts'
import { openChosen } from '../open-lesson-file.ts'

/** Sharing a lesson of this computer, or one that was joined, with the other computer. */
export function sharingHandlers(
  context: Context,
  sharing: LessonSharing,
): Pick<
  Handlers,
  | 'sharing.start'
  | 'sharing.get'
  | 'sharing.choose-folder'
  | 'sharing.leave-folder'
  | 'sharing.save-file'
  | 'sharing.take-in'
> {
  const viewOf = (lessonId: string): SharingView => {
    sharing.follow()
    const view = sharing.view(lessonId)
    if (!view) throw new Refusal('not-shared', 'This lesson is not shared. Open its sharing again.')
    context.windows.tell('sharing.changed', { view })
    return view
  }
  return {
    'sharing.start': async ({ lessonId }) => {
      await startSharing(context, lessonId)
      return viewOf(lessonId)
    },
    'sharing.get': ({ lessonId }) => {
      sharing.follow()
      return { view: sharing.view(lessonId) }
    },
    'sharing.choose-folder': async ({ lessonId }) => {
      const shared = await startSharing(context, lessonId)
      const folder = await context.chooseFolder('Choose the folder both computers share')
      if (folder !== null) saveShared(storeFor(context), { ...shared, folder })
      return viewOf(lessonId)
    },
    'sharing.leave-folder': ({ lessonId }) => {
      saveShared(storeFor(context), { ...sharedOrRefuse(context, lessonId), folder: null })
      return viewOf(lessonId)
    },
    'sharing.save-file': async ({ lessonId }) => {
      const { salt, key } = await startSharing(context, lessonId)
      const folder = await context.chooseFolder('Choose where to save the lesson file')
      if (folder === null) return { path: null }
      const { deviceId } = whoIsHere(context)
      const { writerId } = sharing
      const who = { deviceId, writerId, salt }
      const content = await sealLesson(who, sharing.body(lessonId), Buffer.from(key, 'hex'))
      const name = savedName(context, lessonId)
      try {
        await writeLessonFile(folder, name, content, writerId)
      } catch {
        throw new Refusal(
          'not-written',
          'The file could not be written there. Nothing is lost: choose another folder, or make room in this one.',
        )
      }
      return { path: join(folder, name) }
    },
    'sharing.take-in': async ({ lessonId, handed }) => {
      const file = await chooseOrTake(context, 'lesson', handed)
      if (file === null) return { outcome: 'cancelled' }
      const { code } = sharedOrRefuse(context, lessonId)
      const opened = await openChosen(file, code)
      if (typeof opened === 'string') return { outcome: 'refused', message: opened }
      if (opened.body.lesson.id !== lessonId) {
        return { outcome: 'refused', message: 'That file is of another lesson. Nothing was changed.' }
      }
      const { added, late, leftOut } = sharing.take(opened.body, false)
      if (late > 0) return { outcome: 'refused', message: afterSigning(late) }
      return { outcome: 'taken-in', added, leftOut }
    },
  }
}

const storeFor = (context: Context) => whoIsHere(context).store

function sharedOrRefuse(context: Context, lessonId: string): SharedLesson {
  const shared = findShared(storeFor(context), lessonId)
  if (!shared) throw new Refusal('not-shared', 'Share this lesson first: the other computer needs its code.')
  return shared
}

const afterSigning = (late: number): string =>
  `This lesson is signed, so nothing was added to it; the file has ${late} ${late === 1 ? 'entry' : 'entries'} more. ` +
  'Choose “Correct something” at its sign-off, take the file in, and sign again.'

/** The lesson's code and key, made the first time. */
async function startSharing(context: Context, lessonId: string): Promise<SharedLesson> {
  const { store } = whoIsHere(context)
  lessonOrRefuse(store, lessonId)
  const present = findShared(store, lessonId)
  if (present) return present
  const [code, salt] = [makeLessonCode(randomBytes(CODE_BYTES)), newSalt()]
  const key = (await keyOf(code, salt)).toString('hex')
  // Asked for twice at once, a lesson has one code.
  const meanwhile = findShared(store, lessonId)
  if (meanwhile) return meanwhile
  const shared = { lessonId, code, salt, key, folder: null, joined: null }
  saveShared(store, shared)
  return shared
}

/** Of no person: the day, the time and the computer it comes from. */
function savedName(context: Context, lessonId: string): string {
  const { store } = whoIsHere(context)
  const { startsAt } = lessonOrRefuse(store, lessonId)
  const computer = context.deviceName.replace(/[^\w-]/g, '') || 'computer'
  return `Lesson ${schoolDateOf(startsAt)} ${clockTime(startsAt).replace(':', '')} ${computer}.lesson`
}

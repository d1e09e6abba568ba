import type { LessonFileBody, LessonFileHeader } from '../../shared/domain/lesson-file.ts'
import { readLessonFile } from '../exchange/share/lesson-folder.ts'
import {
  keyOf,
  LARGEST_LESSON_FILE,
  type LessonFileProblem,
  openLesson,
  readHeader,
} from '../exchange/share/seal-lesson.ts'
import type { ChosenFile } from '../reading/file-reader.ts'

type Opened = { header: LessonFileHeader; body: LessonFileBody; key: Buffer }

/** Opens a file with a code, or says in words why not. */
export async function openChosen(file: ChosenFile, code: string): Promise<Opened | string> {
  const opened = await open(file, code)
  return typeof opened === 'string' ? lessonFileWords[opened] : opened
}

async function open(file: ChosenFile, code: string): Promise<Opened | LessonFileProblem> {
  const bytes = await read(file).catch((): LessonFileProblem => 'unreadable')
  if (typeof bytes === 'string') return bytes
  const sealed = readHeader(bytes)
  if (typeof sealed === 'string') return sealed
  const key = await keyOf(code, sealed.header.salt)
  const body = await openLesson(sealed, key)
  return typeof body === 'string' ? body : { header: sealed.header, body, key }
}

async function read(file: ChosenFile): Promise<Buffer | LessonFileProblem> {
  if ('path' in file) return readLessonFile(file.path)
  return file.bytes.byteLength > LARGEST_LESSON_FILE ? 'too-large' : Buffer.from(file.bytes)
}

const lessonFileWords: Record<LessonFileProblem, string> = {
  'not-saved': 'The records could not be written just now. Nothing was changed: try again in a moment.',
  'not-a-lesson': 'This is not a lesson file. Nothing was changed: choose a file that ends in .lesson.',
  newer:
    'This file was written by a newer Session Companion. Nothing was changed: update this computer, then choose it again.',
  'not-whole':
    'This file is not whole yet. Nothing was changed: wait until it has arrived, then choose it again.',
  'too-large': 'This file is too large to be a lesson. Nothing was changed.',
  'other-lesson': 'That file is of another lesson. Nothing was changed.',
  'other-code':
    'The code does not open this file: it is another lesson’s, or the file is damaged. Nothing was changed: compare the code with the teacher’s screen.',
  unreadable:
    'This file could not be read. Nothing was changed: check that it is still there, then choose it again.',
}

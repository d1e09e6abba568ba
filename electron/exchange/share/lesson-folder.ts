import { lstat, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { replaceFile, writeFlushed } from '../export/whole-folder.ts'
import { lookAtFile, readAtMost, type Standing } from '../read-file.ts'
import { LARGEST_LESSON_FILE, type LessonFileProblem } from './seal-lesson.ts'

/** Beyond so many files of one lesson something else is wrong with the folder. */
const MOST_FILES = 20

export const fileNameOf = (lessonId: string, deviceId: string): string => `${lessonId}-${deviceId}.lesson`

const isLessonFile = (name: string): boolean => name.endsWith('.lesson') && !name.startsWith('.')

/** The names of a lesson's files in a folder, copies that a synchronising program made of them too. */
export async function listLessonFiles(folder: string, lessonId: string): Promise<string[]> {
  const names = await readdir(folder)
  return names
    .filter((name) => isLessonFile(name) && name.startsWith(lessonId))
    .toSorted()
    .slice(0, MOST_FILES)
}

/** The paths of the lesson files in a folder, whatever their lesson, those written last first. */
export async function listNewestLessons(folder: string): Promise<string[]> {
  const paths = (await readdir(folder)).filter(isLessonFile).map((name) => join(folder, name))
  const found = await Promise.all(paths.map(async (path) => ({ path, at: (await lstat(path)).mtimeMs })))
  return found
    .toSorted((a, b) => b.at - a.at)
    .slice(0, MOST_FILES)
    .map(({ path }) => path)
}

/** The bytes of a file, or why they are not read. Never more than are allowed, even where it grows meanwhile. */
export async function readLessonFile(path: string): Promise<Buffer | LessonFileProblem> {
  const found = await lookAtFile(path)
  if (!found?.isFile) return 'not-a-lesson'
  if (found.size > LARGEST_LESSON_FILE) return 'too-large'
  const bytes = await readAtMost(path, LARGEST_LESSON_FILE)
  return bytes?.subarray(0, LARGEST_LESSON_FILE) ?? 'unreadable'
}

/** Writes a file whole or not at all, in place of the one before; says how it stands then. */
export async function writeLessonFile(
  folder: string,
  name: string,
  content: Buffer,
  writerId: string,
): Promise<Standing> {
  const partial = `.${name}.${writerId}.partial`
  try {
    await writeFlushed(folder, { name: partial, content })
    await replaceFile(join(folder, partial), join(folder, name))
  } catch (error) {
    await rm(join(folder, partial), { force: true }).catch(() => undefined)
    throw error
  }
  return (await lookAtFile(join(folder, name)))?.standing ?? ''
}

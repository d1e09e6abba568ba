import type { Stats } from 'node:fs'
import { lstat, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCodeOf } from '../export/export-failure.ts'
import { writeFlushed } from '../export/whole-folder.ts'
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

/** How a file stood when it was last looked at: one that stands as before is not read again. */
export type Standing = string

const standingOf = ({ mtimeMs, size, ino }: Stats): Standing => `${mtimeMs} ${size} ${ino}`

/** How a file stands; null where there is none. */
export async function lookAtFile(
  path: string,
): Promise<{ standing: Standing; isFile: boolean; size: number } | null> {
  try {
    // Not followed: a link may lead anywhere, or in a circle.
    const found = await lstat(path)
    return { standing: standingOf(found), isFile: found.isFile(), size: found.size }
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** The bytes of a file, or why they are not read. Never more than are allowed, even where it grows meanwhile. */
export async function readLessonFile(path: string): Promise<Buffer | LessonFileProblem> {
  const found = await lookAtFile(path)
  if (!found?.isFile) return 'not-a-lesson'
  if (found.size > LARGEST_LESSON_FILE) return 'too-large'
  const file = await open(path, 'r')
  try {
    const bytes = Buffer.alloc(found.size)
    let length = 0
    while (length < bytes.length) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length, length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    return bytes.subarray(0, length)
  } finally {
    await file.close()
  }
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
    await rename(join(folder, partial), join(folder, name))
  } catch (error) {
    await rm(join(folder, partial), { force: true }).catch(() => undefined)
    throw error
  }
  return (await lookAtFile(join(folder, name)))?.standing ?? ''
}

import { lstat, readdir, rename } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { INCOMING } from '../bundle/incoming-folder.ts'
import { errorCodeOf } from '../export/export-failure.ts'
import { makeFolder } from '../export/whole-folder.ts'
import { lookAtFile } from '../read-file.ts'

/** Where in the office's folder the days come in, and where those go that are not taken in. */
export const incomingFolderOf = (officeFolder: string): string => join(officeFolder, INCOMING)
export const setAsideFolderOf = (officeFolder: string): string => join(officeFolder, 'set aside')

const BUNDLE_ENDING = '.bundle'

/**
 * The names of the bundles that came in, in order; what begins with a dot is still being written. The folder is made
 * where it is not there yet, but never the office's own folder: one that went away must not be made anew here.
 */
export async function listIncoming(officeFolder: string): Promise<string[]> {
  const folder = incomingFolderOf(officeFolder)
  await makeFolder(folder)
  return listBundles(folder)
}

/** The names of the bundles in any folder, in order. */
export async function listBundles(folder: string): Promise<string[]> {
  const names = await readdir(folder)
  return names.filter((name) => name.endsWith(BUNDLE_ENDING) && !name.startsWith('.')).toSorted()
}

/** The names of the bundles that were set aside; null where there is no such folder, so that nothing is known of them. */
export async function listAside(officeFolder: string): Promise<string[] | null> {
  return listBundles(setAsideFolderOf(officeFolder)).catch((error: unknown) => {
    if (errorCodeOf(error) === 'ENOENT') return null
    throw error
  })
}

/** How a file stands: one that stands as before need not be read again. Null: it is not there, or is no file. */
export async function standingOfFile(path: string): Promise<string | null> {
  const found = await lookAtFile(path)
  return found?.isFile ? found.standing : null
}

/** Moves a file to those set aside, under a name that is free there; null where that folder takes nothing. */
export async function moveAside(officeFolder: string, path: string): Promise<string | null> {
  const folder = setAsideFolderOf(officeFolder)
  const { name, ext } = parse(path)
  try {
    // Not recursively: an office's folder that went away must not be made anew here. A link may lead anywhere.
    await makeFolder(folder)
    if (!(await lstat(folder)).isDirectory()) return null
    for (let copy = 1; copy < 1000; copy += 1) {
      const free = copy === 1 ? `${name}${ext}` : `${name} (${copy})${ext}`
      if ((await standingOfFile(join(folder, free))) !== null) continue
      await rename(path, join(folder, free))
      return free
    }
  } catch {
    // It stays where it came in, and is not read again until it changes.
  }
  return null
}

/** Puts a file that was taken in after all back among the others, so that what lies aside is what is still to be decided. */
export async function moveBack(officeFolder: string, name: string): Promise<void> {
  const target = join(incomingFolderOf(officeFolder), name)
  try {
    if ((await standingOfFile(target)) === null)
      await rename(join(setAsideFolderOf(officeFolder), name), target)
  } catch {
    // It stays where it lies: what it holds is taken in.
  }
}

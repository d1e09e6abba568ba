import { basename } from 'node:path'
import type { Refusal as FileRefusal } from '../../shared/domain/class-list.ts'
import type { ChosenFile } from '../reading/file-reader.ts'
import { openFile } from '../reading/open-file.ts'
import type { Context } from './context.ts'
import { Refusal } from './dispatch.ts'

/**
 * The file that was handed in under `handed`, or, without that, one a person chooses in a dialog; null when they change
 * their mind.
 */
export async function chooseOrTake(
  context: Context,
  what: Parameters<Context['chooseFile']>[0],
  handed: string | undefined,
): Promise<ChosenFile | null> {
  if (handed !== undefined) {
    const file = context.handed.take(handed)
    if (!file) throw new Refusal('no-such-file', 'Choose the file again: it was not kept.')
    return file
  }
  const path = await context.chooseFile(what)
  return path === null ? null : { name: basename(path), path }
}

/** A folder that a person chooses in place of a file; null when they change their mind. */
export async function chooseFolder(context: Context, title: string): Promise<ChosenFile | null> {
  const path = await context.chooseFolder(title)
  return path === null ? null : { name: basename(path), path }
}

/** The bytes of a file, or why it is refused before it is read. `most` is in bytes. */
export async function readChosenFile(
  file: ChosenFile,
  most: number,
  tooLarge: FileRefusal,
): Promise<Uint8Array | FileRefusal> {
  if ('bytes' in file) return file.bytes.byteLength > most ? tooLarge : file.bytes
  return openFile(file.path, undefined, { bytes: most, tooLarge })
}

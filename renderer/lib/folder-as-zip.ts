import { LARGEST_FILE_BYTES } from '../../shared/domain/class-list.ts'
import { oneRosterFile } from '../../shared/domain/oneroster-files.ts'

/** Letters of a file that are packed in one go: more would hold up the window. */
const STRETCH_BYTES = 512 * 1024

/**
 * A dropped folder as the zip of the OneRoster export in it, which was unpacked: so it is read as any zip is. Null when it
 * holds no file of one, or one that can't be opened. Other files are not touched, and what is too large is not read.
 */
export async function folderAsZip(folder: FileSystemDirectoryEntry): Promise<File | 'too-large' | null> {
  const { Zip, ZipPassThrough } = await import('fflate')
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const zip = new Zip((error, part) => {
    if (!error) parts.push(new Uint8Array(part))
  })
  try {
    for (const entry of await entriesOf(folder)) {
      const name = entry.isFile ? oneRosterFile(entry.name) : null
      if (name === null) continue
      const file = await fileOf(entry as FileSystemFileEntry)
      size += file.size
      if (size > LARGEST_FILE_BYTES) return 'too-large'
      const packed = new ZipPassThrough(name)
      zip.add(packed)
      for (let at = 0; at < file.size; at += STRETCH_BYTES)
        packed.push(new Uint8Array(await file.slice(at, at + STRETCH_BYTES).arrayBuffer()))
      packed.push(new Uint8Array(), true)
    }
  } catch {
    return null
  }
  if (parts.length === 0) return null
  zip.end()
  return new File(parts, folder.name)
}

/** A folder gives its entries a hundred at a time, until it gives none. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject))

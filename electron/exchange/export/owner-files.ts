import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readAtMost } from '../read-file.ts'

/** A file that somebody has open, and who, where the program says it. */
export type OpenFile = { file: string; by: string | null }

/** Owner files are of 165 bytes (Excel) or a line (LibreOffice). */
const MOST_BYTES = 4096
const MOST_CHARACTERS = 60

/**
 * The files of a folder that are open in Excel or LibreOffice, by the owner files these put beside them. One stays behind
 * where the program ended badly, so it is something to tell and no reason to write nothing; a folder that cannot be
 * looked at has none.
 */
export async function listOpenFiles(folder: string): Promise<OpenFile[]> {
  const names = await readdir(folder).catch((): string[] => [])
  const found: OpenFile[] = []
  for (const name of names) {
    const kind = kinds.find(({ pattern }) => pattern.test(name))
    const file = kind?.pattern.exec(name)?.[1]
    if (!kind || file === undefined || !names.includes(file)) continue
    const bytes = await readAtMost(join(folder, name), MOST_BYTES).catch(() => null)
    found.push({ file, by: bytes && shown(kind.ownerIn(bytes)) })
  }
  return found
}

/** Where Excel writes the length of the name (16 bits) and the name again, in UTF-16, after its 54 bytes in the system's own letters. */
const EXCEL_NAME_AT = 55

const kinds: readonly { pattern: RegExp; ownerIn: (bytes: Buffer) => string }[] = [
  {
    pattern: /^~\$(.+)$/,
    ownerIn: (bytes) => {
      if (bytes.length < EXCEL_NAME_AT + 2) return ''
      const from = EXCEL_NAME_AT + 2
      return bytes.toString('utf16le', from, from + bytes.readUInt16LE(EXCEL_NAME_AT) * 2)
    },
  },
  {
    // LibreOffice: the name in its settings, the account, the computer, the time, the profile.
    pattern: /^\.~lock\.(.+)#$/,
    ownerIn: (bytes) => {
      const [name = '', account = ''] = bytes
        .toString('utf8')
        .split(/(?<!\\),/)
        .map((part) => part.replaceAll(/\\(.)/g, '$1').trim())
      return name || account
    },
  },
]

/** Somebody's own text: short, and with nothing in it that moves or hides any. */
function shown(text: string): string | null {
  const plain = text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim()
  return Array.from(plain).slice(0, MOST_CHARACTERS).join('') || null
}

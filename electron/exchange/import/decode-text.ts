import { isAscii, isUtf8 } from 'node:buffer'

export type TextEncoding = 'UTF-8' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252'

/** What a file that isn't text is, as far as its bytes tell. */
export type BinaryKind =
  | 'Excel workbook (.xlsx)'
  | 'old Office file (such as .xls)'
  | 'OpenDocument spreadsheet (.ods)'
  | 'Word document (.docx)'
  | 'zip archive'
  | 'PDF'
  | 'picture'
  | 'compressed file'
  | 'file that is not text'

export type DecodedText =
  { isText: true; text: string; encoding: TextEncoding } | { isText: false; kind: BinaryKind }

/** The letters of Windows-1252 at 0x80-0x9F. Written out: TextDecoder's own table differs between Node releases. */
const WINDOWS_1252_HIGH = '€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ'

const SIGNATURES: readonly { start: readonly number[]; kind: BinaryKind }[] = [
  { start: [0xd0, 0xcf, 0x11, 0xe0], kind: 'old Office file (such as .xls)' },
  { start: [0x25, 0x50, 0x44, 0x46], kind: 'PDF' },
  { start: [0x89, 0x50, 0x4e, 0x47], kind: 'picture' },
  { start: [0xff, 0xd8, 0xff], kind: 'picture' },
  { start: [0x47, 0x49, 0x46, 0x38], kind: 'picture' },
  { start: [0x1f, 0x8b], kind: 'compressed file' },
]

/**
 * Turns the bytes of a text file into text and says which encoding they were in: a byte order mark decides, else
 * UTF-8 if it is valid, else Windows-1252. What can't be read becomes U+FFFD. Never throws.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const kind = findSignature(bytes)
  if (kind) return { isText: false, kind }
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return decodeWith('utf-16le', 'UTF-16 LE', bytes)
  if (first === 0xfe && second === 0xff) return decodeWith('utf-16be', 'UTF-16 BE', bytes)
  if (hasControlBytes(bytes)) return { isText: false, kind: 'file that is not text' }
  // Many times faster than decoding, for the many files of plain letters.
  if (isAscii(bytes)) return { isText: true, text: asLatin1(bytes), encoding: 'UTF-8' }
  const saysUtf8 = first === 0xef && second === 0xbb && third === 0xbf
  if (saysUtf8 || isUtf8(bytes)) return decodeWith('utf-8', 'UTF-8', bytes)
  return decodeUnmarked(bytes)
}

function decodeWith(label: string, encoding: TextEncoding, bytes: Uint8Array): DecodedText {
  return { isText: true, text: new TextDecoder(label).decode(bytes), encoding }
}

const asLatin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

/** One damaged byte must not turn every accent of a UTF-8 file into two wrong letters, so the majority decides. */
function decodeUnmarked(bytes: Uint8Array): DecodedText {
  const asUtf8 = new TextDecoder('utf-8').decode(bytes)
  let [accents, unreadable] = [0, 0]
  for (let index = 0; index < asUtf8.length; index += 1) {
    const code = asUtf8.charCodeAt(index)
    if (code === 0xfffd) unreadable += 1
    else if (code >= 0x80) accents += 1
  }
  const isDamagedUtf8 = accents > unreadable
  if (isDamagedUtf8) return { isText: true, text: asUtf8, encoding: 'UTF-8' }
  const text = asLatin1(bytes).replace(/[\u0080-\u009f]/g, (letter) =>
    WINDOWS_1252_HIGH.charAt(letter.charCodeAt(0) - 0x80),
  )
  return { isText: true, text, encoding: 'Windows-1252' }
}

function findSignature(bytes: Uint8Array): BinaryKind | null {
  const startsWith = (start: readonly number[]) => start.every((byte, index) => bytes[index] === byte)
  if (startsWith([0x50, 0x4b, 0x03, 0x04]) || startsWith([0x50, 0x4b, 0x05, 0x06])) return findZipKind(bytes)
  return SIGNATURES.find(({ start }) => startsWith(start))?.kind ?? null
}

/** Office files are zips whose parts give them away. */
function findZipKind(bytes: Uint8Array): BinaryKind {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (content.includes('xl/workbook')) return 'Excel workbook (.xlsx)'
  if (content.includes('word/document')) return 'Word document (.docx)'
  if (content.includes('opendocument.spreadsheet')) return 'OpenDocument spreadsheet (.ods)'
  return 'zip archive'
}

/** Bytes no text export holds: all control characters but tab, new lines, form feed and Ctrl+Z, an old end mark. */
function hasControlBytes(bytes: Uint8Array): boolean {
  // A loop, not `some`: a call for each of ten million bytes would hold up the app.
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0
    if ((byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a) || byte === 0x7f) return true
  }
  return false
}

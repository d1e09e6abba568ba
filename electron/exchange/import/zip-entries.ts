import { inflateRawSync } from 'node:zlib'

/** What is wrong with a zip archive, so that nothing of it is read. */
export type ZipProblem = 'damaged' | 'too-many-files' | 'unsafe-path' | 'encrypted' | 'too-large-inside'

/** A zip archive as its own directory lists it. Nothing is unpacked before it is asked for, and never to disk. */
export type ZipArchive = {
  names: readonly string[]
  /** The bytes of one file; null when there is none of that name. Throws a `ZipError`. */
  read: (name: string) => Uint8Array | null
}

export class ZipError extends Error {
  readonly problem: ZipProblem

  constructor(problem: ZipProblem) {
    super(problem)
    this.problem = problem
  }
}

type Entry = { name: string; method: number; packed: number; size: number; header: number }

/** An Office file has some twenty parts, a OneRoster export some fifteen files. */
const MOST_FILES = 2000
/** What one file may unfold to, and what all that is read of one archive may. A class list of a whole school stays far below. */
const LARGEST_PART_BYTES = 32 * 1024 * 1024
const LARGEST_SUM_BYTES = 48 * 1024 * 1024

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff
const IS_ENCRYPTED = 1
const STORED = 0
const DEFLATED = 8

/**
 * Opens a zip archive in memory. The sizes a file states are never believed: unpacking stops at a limit of its own.
 * Throws a `ZipError` and nothing else. Source: PKWARE APPNOTE 6.3.
 */
export function openZip(bytes: Uint8Array): ZipArchive {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = withinBytes(() => readDirectory(data))
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  let left = LARGEST_SUM_BYTES
  return {
    names: [...byName.keys()],
    read: (name) => {
      const entry = byName.get(name)
      if (!entry) return null
      const content = withinBytes(() => unpack(data, entry, Math.min(left, LARGEST_PART_BYTES)))
      left -= content.byteLength
      return content
    },
  }
}

/** A number that points outside of the file makes Buffer throw: the archive is damaged. */
function withinBytes<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof ZipError) throw error
    throw new ZipError('damaged')
  }
}

function readDirectory(data: Buffer): Entry[] {
  const end = findEnd(data)
  const count = data.readUInt16LE(end + 10)
  if (count > MOST_FILES) throw new ZipError('too-many-files')
  const entries: Entry[] = []
  let at = data.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (data.readUInt32LE(at) !== CENTRAL) throw new ZipError('damaged')
    const nameLength = data.readUInt16LE(at + 28)
    const name = data.toString('utf8', at + 46, at + 46 + nameLength)
    if ((data.readUInt16LE(at + 8) & IS_ENCRYPTED) !== 0) throw new ZipError('encrypted')
    if (isUnsafe(name)) throw new ZipError('unsafe-path')
    entries.push({
      name,
      method: data.readUInt16LE(at + 10),
      packed: data.readUInt32LE(at + 20),
      size: data.readUInt32LE(at + 24),
      header: data.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32)
  }
  return entries.filter(({ name }) => !name.endsWith('/'))
}

/** The directory's end is the last thing in the file but for a comment. */
function findEnd(data: Buffer): number {
  const first = Math.max(0, data.length - END_LENGTH - LONGEST_COMMENT)
  for (let at = data.length - END_LENGTH; at >= first; at -= 1) {
    if (data.readUInt32LE(at) === END) return at
  }
  throw new ZipError('damaged')
}

/** Names that would leave the folder an archive is unpacked in. Nothing is unpacked here, but nobody honest writes one. */
const isUnsafe = (name: string): boolean =>
  name === '' ||
  name.includes('\0') ||
  /^([/\\]|[a-z]:)/i.test(name) ||
  name.split(/[/\\]/).some((part) => part === '..')

function unpack(data: Buffer, { method, packed, size, header }: Entry, most: number): Buffer {
  if (size > most) throw new ZipError('too-large-inside')
  if (data.readUInt32LE(header) !== LOCAL) throw new ZipError('damaged')
  const start = header + 30 + data.readUInt16LE(header + 26) + data.readUInt16LE(header + 28)
  if (start + packed > data.length) throw new ZipError('damaged')
  const content = data.subarray(start, start + packed)
  if (method === STORED && packed <= most) return content
  if (method !== DEFLATED) throw new ZipError('damaged')
  try {
    return inflateRawSync(content, { maxOutputLength: most })
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new ZipError(isTooLarge ? 'too-large-inside' : 'damaged')
  }
}

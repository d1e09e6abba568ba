import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import {
  LESSON_FORMAT,
  LESSON_VERSION,
  lessonFileBody,
  type LessonFileBody,
  lessonFileHeader,
  type LessonFileHeader,
} from '../../../shared/domain/lesson-file.ts'

/**
 * A lesson file: one line of JSON (the header), then the body: deflated JSON sealed with AES-256-GCM. The header is
 * bound to the body, so neither opens with another's (docs/formats.md).
 */
const IV_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32

/** Largest file that is read at all, and the most its body may unfold to. A lesson of 5,000 entries has under 1 MB. */
export const LARGEST_LESSON_FILE = 16 * 1024 * 1024
const LARGEST_BODY = 64 * 1024 * 1024

const LONGEST_HEADER = 1000

const [deflate, inflate] = [promisify(deflateRaw), promisify(inflateRaw)]

/** About 80 ms and 32 MB a guess, off the main thread. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }

export const newSalt = (): string => randomBytes(16).toString('hex')

/** The key a lesson's code gives with a salt. */
export const keyOf = (code: string, salt: string): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(code, Buffer.from(salt, 'hex'), KEY_BYTES, COST, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  )

/** Why a file does not open, or is not taken in. */
export type LessonFileProblem =
  | 'not-saved'
  | 'not-a-lesson'
  | 'newer'
  | 'not-whole'
  | 'too-large'
  | 'other-lesson'
  | 'other-code'
  | 'unreadable'

export type SealedLesson = { header: LessonFileHeader; sealed: Buffer; headerLine: Buffer }

export async function sealLesson(
  who: Pick<LessonFileHeader, 'deviceId' | 'writerId' | 'salt'>,
  body: LessonFileBody,
  key: Buffer,
): Promise<Buffer> {
  const packed = await deflate(Buffer.from(JSON.stringify(body)))
  const header: LessonFileHeader = {
    format: LESSON_FORMAT,
    version: LESSON_VERSION,
    lessonId: body.lesson.id,
    ...who,
    length: IV_BYTES + packed.length + TAG_BYTES,
  }
  const headerLine = Buffer.from(`${JSON.stringify(header)}\n`)
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(headerLine)
  return Buffer.concat([headerLine, iv, cipher.update(packed), cipher.final(), cipher.getAuthTag()])
}

/** The header of a file's bytes and the body still sealed, or why there is none. */
export function readHeader(bytes: Buffer): SealedLesson | LessonFileProblem {
  const end = bytes.subarray(0, LONGEST_HEADER).indexOf(10)
  const start = Buffer.from(`{"format":"${LESSON_FORMAT}"`)
  const isBegun = bytes.subarray(0, start.length).equals(start.subarray(0, bytes.length))
  // Our own files begin alike: one that is cut off in its first line is on its way.
  if (end < 0) return isBegun && bytes.length < LONGEST_HEADER ? 'not-whole' : 'not-a-lesson'
  const parsed = parseHeader(bytes.subarray(0, end).toString('utf8'))
  if (!parsed) return 'not-a-lesson'
  if (parsed.version > LESSON_VERSION) return 'newer'
  const header = lessonFileHeader.safeParse(parsed)
  if (!header.success) return 'not-a-lesson'
  const sealed = bytes.subarray(end + 1)
  if (sealed.length < header.data.length) return 'not-whole'
  if (sealed.length > header.data.length) return 'not-a-lesson'
  return { header: header.data, sealed, headerLine: bytes.subarray(0, end + 1) }
}

/** A later version may say other things in its header: only what it is and which version is asked first. */
function parseHeader(line: string): { version: number } | null {
  try {
    const found: unknown = JSON.parse(line)
    if (typeof found !== 'object' || found === null) return null
    if (!('format' in found) || found.format !== LESSON_FORMAT) return null
    return 'version' in found && typeof found.version === 'number'
      ? { ...found, version: found.version }
      : null
  } catch {
    return null
  }
}

/** Opens a body with a key, or says why not. */
export async function openLesson(
  { header, sealed, headerLine }: SealedLesson,
  key: Buffer,
): Promise<LessonFileBody | LessonFileProblem> {
  let packed: Buffer
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES))
      .setAAD(headerLine)
      .setAuthTag(sealed.subarray(-TAG_BYTES))
    packed = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()])
  } catch {
    return 'other-code'
  }
  try {
    const json = await inflate(packed, { maxOutputLength: LARGEST_BODY })
    const body = lessonFileBody.safeParse(JSON.parse(json.toString('utf8')))
    return body.success && body.data.lesson.id === header.lessonId ? body.data : 'unreadable'
  } catch {
    return 'unreadable'
  }
}

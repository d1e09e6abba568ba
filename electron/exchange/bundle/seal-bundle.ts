import { Decrypter, Encrypter, identityToRecipient, Stanza } from 'age-encryption'
import { z } from 'zod'
import type { BundleProblem } from '../../../shared/domain/bundle-problem.ts'
import { type DayBundle, dayBundle } from '../../../shared/domain/day-bundle.ts'
import { id } from '../../../shared/domain/ids.ts'
import { sha256 } from '../../sha256.ts'
import { LENGTH_STANZA, shapeOf } from './age-shape.ts'
import { isSignedBy, signBytes, type SigningKey } from './signing-key.ts'

/**
 * A teacher's day, sealed for the office: an age v1 file (X25519). Its plaintext is one line of JSON (the header), then
 * the day as JSON. The header carries the device's Ed25519 signature over the bytes after the line (docs/formats.md).
 */
export const BUNDLE_FORMAT = 'session-companion-bundle'
export const BUNDLE_VERSION = 1

/** Largest file that is read at all. A day of 500 entries has about 200 KB. */
export const LARGEST_BUNDLE = 64 * 1024 * 1024

const LONGEST_LINE = 1000

const bundleHeader = z.object({
  format: z.literal(BUNDLE_FORMAT),
  version: z.literal(BUNDLE_VERSION),
  deviceId: id,
  publicKey: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
})

export type OpenedBundle = {
  /** The computer that signed it, and the key it signed with: whether they go together is the device list's to say. */
  deviceId: string
  publicKey: string
  body: DayBundle
}

/** Signs a day and seals it for the office it names (`body.office`). Throws where that is no age recipient. */
export async function sealBundle(body: DayBundle, key: SigningKey): Promise<Uint8Array> {
  const content = Buffer.from(JSON.stringify(body))
  const header: z.infer<typeof bundleHeader> = {
    format: BUNDLE_FORMAT,
    version: BUNDLE_VERSION,
    deviceId: body.device.id,
    publicKey: key.publicKey,
    signature: signBytes(content, key),
  }
  return sealPlain(Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), content]), body.office)
}

/**
 * SHA-256 of what a day says, in hexadecimal: its time, its version and that it was exported are not in it, so that a
 * day exported twice is the same day.
 */
export function contentHashOf(day: DayBundle): string {
  const lessons = day.lessons.map((one) => ({
    ...one,
    events: one.events.filter((event) => !isExported(event)),
  }))
  return sha256(JSON.stringify({ ...day, writtenAt: 0, version: 0, lessons }))
}

const exported = z.object({ kind: z.literal('moved'), value: z.object({ to: z.literal('exported') }) })
const isExported = (event: unknown): boolean => exported.safeParse(event).success

/** Seals any bytes as a bundle is sealed. */
export async function sealPlain(plain: Uint8Array, office: string): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(office)
  encrypter.addRecipient({
    wrapFileKey: () => [new Stanza([LENGTH_STANZA, String(plain.byteLength)], new Uint8Array())],
  })
  return encrypter.encrypt(plain)
}

/**
 * Opens a bundle with the office's key (an age identity), or says why not. Never throws for anything a file can hold.
 * A signature only says that the day is as the owner of `publicKey` wrote it: whose key that is must be asked of the
 * list of devices.
 */
export async function openBundle(bytes: Uint8Array, identity: string): Promise<OpenedBundle | BundleProblem> {
  if (bytes.byteLength > LARGEST_BUNDLE) return 'too-large'
  const shape = shapeOf(bytes)
  if (shape === 'other') return 'not-a-bundle'
  if (shape === 'cut') return 'half-written'
  if (shape === 'too-long') return 'damaged'
  const plain = await decrypt(bytes, identity)
  if (typeof plain === 'string') return plain
  const end = plain.subarray(0, LONGEST_LINE).indexOf(10)
  const header = readHeader(plain.subarray(0, Math.max(0, end)).toString('utf8'))
  if (typeof header === 'string') return header
  const content = plain.subarray(end + 1)
  if (!isSignedBy(content, header.signature, header.publicKey)) return 'bad-signature'
  const body = readBody(content)
  if (!body) return 'damaged'
  // The line before the day is not signed: whoever it names must be whom the day names.
  if (body.device.id !== header.deviceId) return 'bad-signature'
  if (body.office !== (await identityToRecipient(identity))) return 'wrong-office'
  return { deviceId: header.deviceId, publicKey: header.publicKey, body }
}

async function decrypt(bytes: Uint8Array, identity: string): Promise<Buffer | BundleProblem> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  try {
    const plain = await decrypter.decrypt(bytes)
    return Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength)
  } catch (error) {
    return error instanceof Error && error.message.startsWith('no identity matched') ? 'wrong-key' : 'damaged'
  }
}

/** A later version may say other things: what it is and which version is asked first. */
const begins = z.object({ format: z.literal(BUNDLE_FORMAT), version: z.number().int().min(1) })

function readHeader(line: string): z.infer<typeof bundleHeader> | BundleProblem {
  const said = parseJson(line)
  const first = begins.safeParse(said)
  if (!first.success) return 'not-a-bundle'
  if (first.data.version > BUNDLE_VERSION) return 'newer'
  const header = bundleHeader.safeParse(said)
  return header.success ? header.data : 'damaged'
}

function readBody(content: Buffer): DayBundle | null {
  const body = dayBundle.safeParse(parseJson(content.toString('utf8')))
  return body.success ? body.data : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

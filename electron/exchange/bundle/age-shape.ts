/** What of an age v1 file can be read without a key (age-encryption.org/v1): enough to tell a whole file from half of one. */

const FIRST_LINE = 'age-encryption.org/v1\n'
/** A header for one office has under 400 bytes. */
const LONGEST_HEADER = 4096
const CHUNK_BYTES = 64 * 1024
const TAG_BYTES = 16
const NONCE_BYTES = 16

/**
 * The name of the stanza that says how long the day is. age skips stanzas of kinds it does not know, and its header is
 * bound to the key, so the length can be neither left out nor changed.
 */
export const LENGTH_STANZA = 'session-companion-day'

export type AgeShape = 'whole' | 'cut' | 'too-long' | 'other'

/** Tells a bundle's bytes by their shape: whole, cut off, with something after its end, or no bundle at all. */
export function shapeOf(bytes: Uint8Array): AgeShape {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, LONGEST_HEADER))
  const text = start.toString('latin1')
  if (!text.startsWith(FIRST_LINE)) return FIRST_LINE.startsWith(text) ? 'cut' : 'other'
  const header = /^age-encryption\.org\/v1\n[\x20-\x7e\n]*?\n--- [A-Za-z0-9+/]+\n/.exec(text)?.[0]
  if (header === undefined) return bytes.byteLength < LONGEST_HEADER ? 'cut' : 'other'
  const length = Number(new RegExp(`\\n-> ${LENGTH_STANZA} (\\d{1,12})\\n`).exec(header)?.[1] ?? Number.NaN)
  if (Number.isNaN(length)) return 'other'
  const expected = header.length + NONCE_BYTES + sealedLength(length)
  if (bytes.byteLength === expected) return 'whole'
  return bytes.byteLength < expected ? 'cut' : 'too-long'
}

/** How many bytes age makes of so many: chunks of 64 KiB, each with a tag, at least one. */
const sealedLength = (length: number): number =>
  length + TAG_BYTES * Math.max(1, Math.ceil(length / CHUNK_BYTES))

/** Whether bytes begin as a bundle does: enough to tell it from every other file. */
export const looksLikeBundle = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, LONGEST_HEADER))
    .toString('latin1')
    .startsWith(FIRST_LINE)

import { inflateRawSync } from 'node:zlib'

/** Files of a fixture are small; one that unfolds to more is left alone. */
const LARGEST_BYTES = 5_000_000

/** The files of an archive by its directory, or none where it is no archive or one that is not sound. */
export function readZip(bytes: Uint8Array): { name: string; bytes: Uint8Array }[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = zip.lastIndexOf('PK\u0005\u0006')
  if (!zip.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004')) || end < 0) return []
  try {
    const entries: { name: string; bytes: Uint8Array }[] = []
    let at = zip.readUInt32LE(end + 16)
    for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
      const packed = zip.readUInt32LE(at + 20)
      const label = zip.readUInt16LE(at + 28)
      const local = zip.readUInt32LE(at + 42)
      const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
      const content = zip.subarray(from, from + packed)
      const isPacked = zip.readUInt16LE(at + 10) === 8
      entries.push({
        name: zip.toString('utf8', at + 46, at + 46 + label),
        bytes: new Uint8Array(
          isPacked ? inflateRawSync(content, { maxOutputLength: LARGEST_BYTES }) : content,
        ),
      })
      at += 46 + label + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
    }
    return entries
  } catch {
    return []
  }
}

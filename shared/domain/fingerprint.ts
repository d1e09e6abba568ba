import { inGroups } from './lesson-code.ts'

/** Of characters that are taken for each other only one is used (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CHARACTERS = 20

/**
 * A key's fingerprint for two people to compare, aloud or by eye: five groups of four from the SHA-256 of the key
 * (100 bits: nobody finds a second key with the same).
 */
export function fingerprintOf(hash: Uint8Array): string {
  let bits = 0n
  for (const byte of hash.slice(0, 13)) bits = (bits << 8n) | BigInt(byte)
  const letters = Array.from({ length: CHARACTERS }, (_, index) =>
    ALPHABET.charAt(Number((bits >> BigInt(104 - 5 * (index + 1))) & 31n)),
  ).join('')
  return inGroups(letters)
}

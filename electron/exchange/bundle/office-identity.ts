import { createHash } from 'node:crypto'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { fingerprintOf } from '../../../shared/domain/fingerprint.ts'

/** The two halves of an office's key, in age's own writing. */
export type OfficeIdentity = { identity: string; recipient: string }

export async function makeOfficeIdentity(): Promise<OfficeIdentity> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

/** The half that seals, from the half that opens. Fails where that is no age identity. */
export const recipientOf = (identity: string): Promise<string> => identityToRecipient(identity)

/** Whether a text is an age identity, checksum and all. */
export const isIdentity = (text: string): boolean => holds(() => new Decrypter().addIdentity(text))

/** Whether a text is an age recipient of the kind we seal for (X25519), checksum and all. */
export const isRecipient = (text: string): boolean =>
  /^age1[a-z0-9]{58}$/.test(text) && holds(() => new Encrypter().addRecipient(text))

function holds(check: () => void): boolean {
  try {
    check()
    return true
  } catch {
    return false
  }
}

/** For two people to compare: of a recipient or of a device's public key, as they are written. */
export const fingerprintOfKey = (key: string): string =>
  fingerprintOf(createHash('sha256').update(key).digest())

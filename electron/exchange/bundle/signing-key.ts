import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { z } from 'zod'

/** RFC 8410: what stands before the 32 bytes of an Ed25519 key in DER. */
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')

const hex32 = z.string().regex(/^[0-9a-f]{64}$/)

/** A device's Ed25519 key: both halves as 32 bytes in hexadecimal. */
export const signingKey = z.object({ publicKey: hex32, privateKey: hex32 })
export type SigningKey = z.infer<typeof signingKey>

export function makeSigningKey(): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { format: 'der', type: 'spki' },
    privateKeyEncoding: { format: 'der', type: 'pkcs8' },
  })
  return {
    publicKey: publicKey.subarray(-32).toString('hex'),
    privateKey: privateKey.subarray(-32).toString('hex'),
  }
}

/** The signature (Ed25519, RFC 8032) over bytes, in hexadecimal. */
export function signBytes(content: Uint8Array, { privateKey }: SigningKey): string {
  const key = createPrivateKey({
    key: Buffer.concat([PRIVATE_PREFIX, Buffer.from(privateKey, 'hex')]),
    format: 'der',
    type: 'pkcs8',
  })
  return sign(null, content, key).toString('hex')
}

/** Whether a signature is of these bytes and by this key; anything malformed is not. */
export function isSignedBy(content: Uint8Array, signature: string, publicKey: string): boolean {
  try {
    const key = createPublicKey({
      key: Buffer.concat([PUBLIC_PREFIX, Buffer.from(publicKey, 'hex')]),
      format: 'der',
      type: 'spki',
    })
    return verify(null, content, key, Buffer.from(signature, 'hex'))
  } catch {
    return false
  }
}

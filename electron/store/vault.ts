import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import type { Database } from 'better-sqlite3'

/**
 * Where identity lives: every person has a key of their own (AES-256-GCM) that is itself kept wrapped by the key of
 * this device. What is sealed for a person can be read only while their wrapped key is there, so erasing a person
 * means destroying one row. Free text and settings that belong to no one person are sealed for the school.
 */
export type Vault = {
  seal(subject: string, value: unknown): Buffer
  unseal(subject: string, sealed: Buffer): unknown
  /** Whether somebody or something has a key of its own here. */
  hasKey(subject: string): boolean
  makeKey(subject: string): void
  /** What was sealed for them is never read again, not even out of a backup of this file without their key. */
  destroyKey(subject: string): void
  /** Whether the device's key is the one that sealed what is here. */
  opens(): boolean
}

export const SCHOOL = 'school'

const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16

/** How many keys are kept unwrapped: those of a school day's pupils, staff and lessons. */
const MOST_KEPT = 1000

export function createVault(db: Database, deviceKey: Buffer): Vault {
  const findKey = db.prepare<[string], { wrapped: Buffer }>('SELECT wrapped FROM vault_key WHERE subject = ?')
  const addKey = db.prepare('INSERT INTO vault_key (subject, wrapped) VALUES (?, ?)')

  // As key objects: from plain bytes Node makes one anew, four times as slowly (measured, Node 24).
  const device = createSecretKey(deviceKey)

  // The row is asked every time, so that whoever is erased is erased; only what its bytes unwrap to is kept.
  const unwrapped = new Map<string, { wrapped: Buffer; key: KeyObject }>()
  const existingKey = (subject: string): KeyObject | null => {
    const row = findKey.get(subject)
    if (!row) return null
    const known = unwrapped.get(subject)
    if (known?.wrapped.equals(row.wrapped)) return known.key
    const key = createSecretKey(decrypt(device, row.wrapped, `key:${subject}`))
    if (unwrapped.size >= MOST_KEPT) unwrapped.clear()
    unwrapped.set(subject, { wrapped: row.wrapped, key })
    return key
  }
  const makeKey = (subject: string): KeyObject => {
    const key = randomBytes(KEY_BYTES)
    addKey.run(subject, encrypt(device, key, `key:${subject}`))
    return createSecretKey(key)
  }

  return {
    opens: () => {
      const any = db.prepare<[], { subject: string }>('SELECT subject FROM vault_key LIMIT 1').get()
      try {
        return any === undefined || existingKey(any.subject) !== null
      } catch {
        return false
      }
    },
    seal: (subject, value) =>
      encrypt(existingKey(subject) ?? makeKey(subject), Buffer.from(JSON.stringify(value)), subject),
    unseal: (subject, sealed) => {
      const key = existingKey(subject)
      if (!key) throw new Error('That person has been erased: their key is gone.')
      return JSON.parse(decrypt(key, sealed, subject).toString('utf8')) as unknown
    },
    hasKey: (subject) => findKey.get(subject) !== undefined,
    makeKey: (subject) => {
      makeKey(subject)
    },
    destroyKey: (subject) => {
      unwrapped.delete(subject)
      db.prepare('DELETE FROM vault_key WHERE subject = ?').run(subject)
    },
  }
}

/** `subject` is bound to the text, so a sealed value moved to another person's row does not open. */
function encrypt(key: KeyObject, plain: Buffer, subject: string): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(subject))
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function decrypt(key: KeyObject, sealed: Buffer, subject: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(subject))
    .setAuthTag(sealed.subarray(-TAG_BYTES))
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()])
}

/** The key of this device; null when there is none yet or the file does not hold one. */
export function readDeviceKey(file: string): Buffer | null {
  if (!existsSync(file)) return null
  const key = readFileSync(file)
  return key.length === KEY_BYTES ? key : null
}

/** Makes the key of this device, readable by this account alone, on disk before it is used. */
export function makeDeviceKey(file: string): Buffer {
  const key = randomBytes(KEY_BYTES)
  const partial = `${file}.partial`
  const handle = openSync(partial, 'w', 0o600)
  writeSync(handle, key)
  fsyncSync(handle)
  closeSync(handle)
  renameSync(partial, file)
  return key
}

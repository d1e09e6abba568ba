import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  LARGEST_BUNDLE,
  openBundle,
  sealBundle,
  sealPlain,
} from '../../electron/exchange/bundle/seal-bundle.ts'
import { makeSigningKey, signBytes } from '../../electron/exchange/bundle/signing-key.ts'
import { recognise } from '../../electron/exchange/import/recognise.ts'
import { BUNDLE_PROBLEMS, bundleProblemWords } from '../../shared/domain/bundle-problem.ts'
import { bundleFor } from '../support/bundle-fixture.ts'
import { createRandom, damage } from '../support/damage.ts'
import { idOf } from '../support/day-fixture.ts'

const key = makeSigningKey()
let identity: string
let office: string
let sealed: Buffer
beforeAll(async () => {
  identity = await generateX25519Identity()
  office = await identityToRecipient(identity)
  sealed = Buffer.from(await sealBundle(bundleFor(office), key))
})

/** Seals a day with a first line of one's own. */
const sealWith = (header: Record<string, unknown>, body: unknown) => {
  const content = Buffer.from(JSON.stringify(body))
  const line = {
    format: 'session-companion-bundle',
    version: 1,
    deviceId: idOf(7),
    publicKey: key.publicKey,
    signature: signBytes(content, key),
    ...header,
  }
  return sealPlain(Buffer.concat([Buffer.from(`${JSON.stringify(line)}\n`), content]), office)
}

describe('a sealed day', () => {
  it('opens with the office’s key to exactly what went in', async () => {
    const opened = await openBundle(sealed, identity)
    expect(opened).toEqual({ deviceId: idOf(7), publicKey: key.publicKey, body: bundleFor(office) })
  })

  it('opens with Debian’s age, whatever its length', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'session-companion-age-'))
    try {
      writeFileSync(join(folder, 'key.txt'), `${identity}\n`)
      const lengths = [0, 65_535, 65_536, 65_537, 200_000]
      const files = [
        sealed,
        ...(await Promise.all(lengths.map((n) => sealPlain(Buffer.alloc(n, 65), office)))),
      ]
      const plain = files.map((file, index) => {
        writeFileSync(join(folder, `${index}.bundle`), file)
        return execFileSync('age', ['-d', '-i', join(folder, 'key.txt'), join(folder, `${index}.bundle`)])
      })
      const [line = '', json = ''] = (plain[0] ?? '').toString().split('\n')
      expect(JSON.parse(line)).toMatchObject({ format: 'session-companion-bundle', deviceId: idOf(7) })
      expect(JSON.parse(json)).toEqual(bundleFor(office))
      expect(plain.slice(1).map(({ length }) => length)).toEqual(lengths)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('shows no name to whoever has no key', () => {
    const text = sealed.toString('latin1')
    for (const secret of ['Aisha', 'Nowak', 'J Reid', 'Mathematics', 'LAPTOP', 'Hilltop', idOf(7)]) {
      expect(text).not.toContain(secret)
    }
  })

  it('is half-written wherever it is cut off, and never anything else', async () => {
    for (let length = 0; length < 700; length += 1) {
      expect(await openBundle(sealed.subarray(0, length), identity)).toBe('half-written')
    }
    for (const length of [65_536, 66_000, sealed.length - 1]) {
      expect(await openBundle(sealed.subarray(0, length), identity)).toBe('half-written')
    }
  })

  it('says of each file what is wrong with it', async () => {
    const open = (bytes: Uint8Array) => openBundle(bytes, identity)
    const other = await identityToRecipient(await generateX25519Identity())
    expect(await open(Buffer.from('Forename,Surname\n'))).toBe('not-a-bundle')
    const foreign = new Encrypter()
    foreign.addRecipient(office)
    expect(await open(await foreign.encrypt('a letter'))).toBe('not-a-bundle')
    expect(await open(await sealPlain(Buffer.from('a letter'), office))).toBe('not-a-bundle')
    expect(await open(await sealBundle(bundleFor(other), key))).toBe('wrong-key')
    expect(await open(await sealWith({ version: 2, signature: 'of another kind' }, {}))).toBe('newer')
    expect(await open(await sealWith({ publicKey: 'none' }, bundleFor(office)))).toBe('damaged')
    expect(await open(await sealWith({}, { ...bundleFor(office), version: 0 }))).toBe('damaged')
    expect(await open(await sealWith({}, bundleFor(other)))).toBe('wrong-office')
    expect(await open(Buffer.concat([sealed, Buffer.from('!')]))).toBe('damaged')
    expect(await open(Buffer.alloc(LARGEST_BUNDLE + 1))).toBe('too-large')
    const words = new Set(Object.values(bundleProblemWords).map(({ happened }) => happened))
    expect(words.size).toBe(BUNDLE_PROBLEMS.length)
  })

  it('is refused when the signature is another key’s, of another day, or for another computer', async () => {
    const open = (bytes: Uint8Array) => openBundle(bytes, identity)
    const body = bundleFor(office)
    expect(await open(await sealWith({ publicKey: makeSigningKey().publicKey }, body))).toBe('bad-signature')
    const ofAnother = signBytes(Buffer.from(JSON.stringify({ ...body, version: 2 })), key)
    expect(await open(await sealWith({ signature: ofAnother }, body))).toBe('bad-signature')
    expect(await open(await sealWith({ deviceId: idOf(8) }, body))).toBe('bad-signature')
  })

  it('that is damaged always has a reason and never opens otherwise', async () => {
    const random = createRandom(20_210_118)
    const seen = new Set<string>()
    for (let n = 0; n < 300; n += 1) {
      const opened = await openBundle(damage(sealed, random), identity)
      if (typeof opened === 'string') seen.add(opened)
      else expect(opened.body).toEqual(bundleFor(office))
    }
    expect([...seen].filter((one) => !(BUNDLE_PROBLEMS as readonly string[]).includes(one))).toEqual([])
    expect(seen.size).toBeGreaterThan(2)
  })

  it('whose inside is damaged and sealed again has a reason too', async () => {
    const random = createRandom(7)
    const plain = Buffer.from(
      `{"format":"session-companion-bundle","version":1,"deviceId":"${idOf(7)}","publicKey":"${key.publicKey}","signature":"${signBytes(Buffer.from('[{"a":1}]'), key)}"}\n[{"a":1}]`,
    )
    for (let n = 0; n < 300; n += 1) {
      const opened = await openBundle(await sealPlain(damage(plain, random), office), identity)
      expect(BUNDLE_PROBLEMS).toContain(opened)
    }
  })
})

describe('a sealed day among files to import', () => {
  it('is known and refused, with what to do', async () => {
    const found = await recognise(sealed)
    expect(found).toMatchObject({ understood: false, kind: 'bundle', refusal: { code: 'for-the-office' } })
    expect(found.understood ? '' : found.refusal.advice).toContain('incoming')
  })
})

import { describe, expect, it } from 'vitest'
import {
  fingerprintOfKey,
  isIdentity,
  isRecipient,
  makeOfficeIdentity,
} from '../../electron/exchange/bundle/office-identity.ts'
import { deviceStanding, type OfficeDevice } from '../../shared/domain/office-devices.ts'
import {
  findMistake,
  findRecipient,
  officeKeyText,
  readTypedKey,
  recoveryGroups,
} from '../../shared/domain/office-key.ts'
import { idOf } from '../support/day-fixture.ts'

/** Made for this test and used nowhere. */
const { identity, recipient } = await makeOfficeIdentity()
const typed = (text: string) => {
  const read = readTypedKey(text)
  return 'identity' in read ? read.identity : read.problem
}

describe('the printed key', () => {
  it('is in groups of four that make the whole key again, however they are typed', () => {
    const groups = recoveryGroups(identity)
    expect(groups.map(({ length }) => length)).toEqual([...Array.from({ length: 14 }, () => 4), 2])
    for (const text of [
      groups.join(' '),
      groups.join('-').toLowerCase(),
      groups.join('\n'),
      identity,
      identity.toLowerCase(),
      groups.join('').replaceAll('0', 'O').replaceAll('L', '1').replaceAll('8', 'b'),
    ]) {
      expect(typed(text)).toBe(identity)
    }
  })

  it('says what is wrong with what was typed', () => {
    const groups = recoveryGroups(identity)
    expect(typed('  - ')).toBe('empty')
    expect(readTypedKey(groups.slice(1).join(' '))).toEqual({ problem: 'length', detail: '54' })
    expect(readTypedKey(groups.with(4, '?AAA').join(' '))).toEqual({ problem: 'character', detail: '5' })
  })

  it('names the group of a single mistake, and of two neighbours swapped', () => {
    const letters = identity.slice('AGE-SECRET-KEY-1'.length)
    const wrong = (index: number) => {
      const other = letters.charAt(index) === 'Q' ? 'P' : 'Q'
      return `AGE-SECRET-KEY-1${letters.slice(0, index)}${other}${letters.slice(index + 1)}`
    }
    for (const [index, group] of [
      [0, 1],
      [27, 7],
      [57, 15],
    ] as const) {
      expect(isIdentity(wrong(index))).toBe(false)
      expect(findMistake(wrong(index), isIdentity)).toBe(group)
    }
    const at = Array.from(letters).findIndex(
      (one, index) => index % 4 === 0 && one !== letters.charAt(index + 1),
    )
    const swapped = letters.slice(0, at) + letters.charAt(at + 1) + letters.charAt(at) + letters.slice(at + 2)
    expect(findMistake(`AGE-SECRET-KEY-1${swapped}`, isIdentity)).toBe(at / 4 + 1)
  })

  it('does not guess at more than one mistake', () => {
    const broken = identity.slice(0, 20) + 'QQQQQQQQ' + identity.slice(28)
    expect(findMistake(broken, isIdentity)).toBeNull()
  })
})

describe('the key that is handed on', () => {
  it('is found in its text, in a letter around it, and alone', () => {
    const text = officeKeyText({ schoolName: 'Hilltop\nage1', recipient, fingerprint: 'AAAA' })
    expect(text.split('\r\n')[1]).toBe('School: Hilltop age1')
    for (const given of [text, `Dear all, ${recipient}.`, recipient, recipient.toUpperCase()]) {
      expect(findRecipient(given)).toBe(recipient)
    }
    expect(findRecipient('nothing')).toBeNull()
    expect(isRecipient(recipient)).toBe(true)
    expect(isRecipient(recipient.replace(/.$/, recipient.endsWith('q') ? 'p' : 'q'))).toBe(false)
  })

  it('is not chosen among two', async () => {
    const other = await makeOfficeIdentity()
    expect(findRecipient(`${recipient} ${other.recipient}`)).toBeNull()
  })

  it('has a fingerprint of five groups that says which key it is', async () => {
    expect(fingerprintOfKey('a key')).toBe('HYHT-NCQT-N6VS-W2G3-K3D5')
    expect(fingerprintOfKey(recipient)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(fingerprintOfKey((await makeOfficeIdentity()).recipient)).not.toBe(fingerprintOfKey(recipient))
  })
})

describe('a computer on the office’s list', () => {
  const device = (change: Partial<OfficeDevice> = {}): OfficeDevice => ({
    deviceId: idOf(1),
    publicKey: 'a'.repeat(64),
    name: 'LAPTOP-014',
    teacherName: 'Ms J Reid',
    listedAt: 1,
    removedAt: null,
    ...change,
  })
  const standing = (devices: OfficeDevice[], deviceId = idOf(1), publicKey = 'a'.repeat(64)) =>
    deviceStanding(devices, { deviceId, publicKey })

  it('is known by its id and its key together', () => {
    expect(standing([device()])).toBe('listed')
    expect(standing([])).toBe('unknown')
    expect(standing([device()], idOf(1), 'b'.repeat(64))).toBe('other-key')
    expect(standing([device()], idOf(2))).toBe('unknown')
  })

  it('that was taken off is not taken for a new one, and its old key stays off', () => {
    expect(standing([device({ removedAt: 2 })])).toBe('removed')
    const renewed = device({ publicKey: 'b'.repeat(64) })
    expect(standing([renewed, device({ removedAt: 2 })])).toBe('removed')
    expect(standing([renewed, device({ removedAt: 2 })], idOf(1), 'b'.repeat(64))).toBe('listed')
    expect(standing([device({ removedAt: 2 })], idOf(1), 'c'.repeat(64))).toBe('unknown')
  })
})

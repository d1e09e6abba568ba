import { describe, expect, it } from 'vitest'
import { decodeText } from '../../electron/exchange/import/decode-text.ts'

describe('text is decoded', () => {
  const bom = (...bytes: number[]) => Buffer.from(bytes)
  const utf16 = Buffer.from('Zoë', 'utf16le')
  it.each([
    ['UTF-8', Buffer.from('Zoë')],
    ['UTF-8', Buffer.concat([bom(0xef, 0xbb, 0xbf), Buffer.from('Zoë')])],
    ['UTF-16 LE', Buffer.concat([bom(0xff, 0xfe), utf16])],
    ['UTF-16 BE', Buffer.concat([bom(0xfe, 0xff), Buffer.from(utf16).swap16()])],
    ['Windows-1252', Buffer.from('Zoë', 'latin1')],
  ])('from %s', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ isText: true, text: 'Zoë', encoding })
  })

  it('with the letters Windows-1252 has and Latin-1 has not', () => {
    expect(decodeText(Buffer.from([0x8a, 0x92, 0x9e, 0x80]))).toMatchObject({ text: 'Š’ž€' })
  })
})

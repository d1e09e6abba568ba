import { describe, expect, it } from 'vitest'
import { splitMarks, splitOriginalName } from '../../electron/exchange/import/report-names.ts'

describe('marks after a name', () => {
  it.each([
    ['  Freya Ward ', { name: 'Freya Ward' }],
    ['Freya Ward (Guest)', { name: 'Freya Ward', guest: true }],
    ['Freya Ward (Unverified)', { name: 'Freya Ward', guest: true }],
    ['Freya Ward (Gast)', { name: 'Freya Ward', guest: true }],
    ['Freya Ward (Invité)', { name: 'Freya Ward', guest: true }],
    ['Ms J Reid (Host, me)', { name: 'Ms J Reid', host: true }],
    ['Freya Ward (External) (Guest)', { name: 'Freya Ward', guest: true }],
    ['Freya Ward (5C)', { name: 'Freya Ward (5C)' }],
    ['(Guest)', { name: '(Guest)' }],
    ['Freya\u202f  Ward\u200e', { name: 'Freya Ward' }],
    ['José', { name: 'José' }],
    ['王芳（来宾）', { name: '王芳', guest: true }],
    ['李老师（主持人，我）', { name: '李老师', host: true }],
    ['Freya(Guest)', { name: 'Freya', guest: true }],
  ])('%s', (cell, expected) => {
    expect(splitMarks(cell)).toEqual(expected)
  })
})

describe('new and original name', () => {
  it.each([
    ['Freya Ward', { name: 'Freya Ward' }],
    ['Freya Ward (mum’s iPad)', { name: 'Freya Ward', originalName: 'mum’s iPad' }],
    ['Eric’s iPad (Clapton)', { name: 'Eric’s iPad', originalName: 'Clapton' }],
    ['Freya (Year 5 (Oak))', { name: 'Freya', originalName: 'Year 5 (Oak)' }],
    ['Freya (5C) (Ward)', { name: 'Freya (5C)', originalName: 'Ward' }],
    ['Freya (Ward) (Guest)', { name: 'Freya', originalName: 'Ward', guest: true }],
    ['小明（张明）', { name: '小明', originalName: '张明' }],
    ['Freya(5C)', { name: 'Freya(5C)' }],
    ['(Clapton)', { name: '(Clapton)' }],
    ['Freya ()', { name: 'Freya ()' }],
    ['Freya )', { name: 'Freya )' }],
  ])('%s', (cell, expected) => {
    expect(splitOriginalName(cell)).toEqual(expected)
  })

  it('is quick on a cell of many brackets', () => {
    const name = `Freya ${'(Guest) '.repeat(50_000)}`
    expect(splitOriginalName(name)).toEqual({ name: 'Freya', guest: true })
    expect(splitOriginalName(`F ${'('.repeat(200_000)})`).name).toHaveLength(200_003)
  })
})

import { describe, expect, it } from 'vitest'
import { createTimeReader, decideDateOrder } from '../../electron/exchange/import/report-times.ts'

const read = (cell: string, order: 'month-first' | 'day-first' = 'month-first', day?: number) => {
  const moment = createTimeReader(order, day)(cell)
  return moment && `${new Date(moment.ms).toISOString().slice(0, 19)}${moment.zone}`
}

describe('a time of a report', () => {
  it.each([
    ['09/29/2020 09:54:52 AM', '2020-09-29T09:54:52'],
    ['09/29/2020 12:05:00 AM', '2020-09-29T00:05:00'],
    ['09/29/2020 12:05:00 PM', '2020-09-29T12:05:00'],
    ['9/29/2020 1:05', '2020-09-29T01:05:00'],
    ['9/29/20 13:05', '2020-09-29T13:05:00'],
    ['09/29/2020 15:05:00 PM', '2020-09-29T15:05:00'],
    ['2020-09-29 09:54:52', '2020-09-29T09:54:52'],
    ['2020/09/29 9:54:52', '2020-09-29T09:54:52'],
    ['2020-09-29T09:54:52Z', '2020-09-29T09:54:52Z'],
    ['2020-09-29T09:54:52.123+01:00', '2020-09-29T09:54:52+01:00'],
    ['2020-09-29T09:54:52+0000', '2020-09-29T09:54:52Z'],
    ['9/29/2020, 9:54:52 AM', '2020-09-29T09:54:52'],
    ['9/29/2020, 9:54:52\u202fPM', '2020-09-29T21:54:52'],
    ['\u200e9/29/2020, 9:54:52\u00a0PM', '2020-09-29T21:54:52'],
    ['29.09.2020, 09:54:52', '2020-09-29T09:54:52'],
    ['29.9.2020 09.54.52', '2020-09-29T09:54:52'],
    ['29/9/2020 9:54:52 p. m.', '2020-09-29T21:54:52'],
    ['29/09/2020 à 09:54:52', '2020-09-29T09:54:52'],
    ['2020/9/29 上午 9:54:52', '2020-09-29T09:54:52'],
    ['2020/9/29 下午9:54:52', '2020-09-29T21:54:52'],
    ['2020. 9. 29. 오후 9:54:52', '2020-09-29T21:54:52'],
    ['2020年9月29日 9:54:52', '2020-09-29T09:54:52'],
    ['Sep 29, 2020 09:54:52 AM', '2020-09-29T09:54:52'],
    ['29 September 2020 09:54', '2020-09-29T09:54:00'],
    ['29 de septiembre de 2020, 9:54', '2020-09-29T09:54:00'],
    ['29. März 2021, 9:54', '2021-03-29T09:54:00'],
    [' 2020-09-29 at 9:54 AM GMT+1 ', '2020-09-29T09:54:00+01:00'],
  ])('%s', (cell, expected) => {
    expect(read(cell)).toBe(expected)
  })

  it.each([
    '',
    'Jane Smith',
    '45',
    '09/29/2020',
    '13/13/2020 09:00',
    '02/30/2021 09:00',
    '09/29/2020 25:00:00',
    '09/29/2020 09:61',
    '09/29/1820 09:00',
    '09/29/2020 09:54 or so',
    '10:30',
  ])('is none: %j', (cell) => {
    expect(read(cell)).toBeNull()
  })

  it('is none in a cell of any length', () => {
    expect(read(`${'x'.repeat(50_000)}9:00:00`)).toBeNull()
  })

  it('takes the day that is given for a clock alone', () => {
    expect(read('9:54 PM', 'month-first', Date.UTC(2021, 0, 18))).toBe('2021-01-18T21:54:00')
  })

  it('follows the order of its file, and a date that has only one its own', () => {
    expect(read('11/12/2020 09:00', 'month-first')).toBe('2020-11-12T09:00:00')
    expect(read('11/12/2020 09:00', 'day-first')).toBe('2020-12-11T09:00:00')
    expect(read('01/25/2021 09:00', 'day-first')).toBe('2021-01-25T09:00:00')
    expect(read('05.06.2021 09:00', 'month-first')).toBe('2021-06-05T09:00:00')
  })
})

describe('the order of day and month', () => {
  const decide = (...cells: string[]) => decideDateOrder([cells])
  const open = { order: 'month-first', isOpen: true, isMixed: false }
  const dayFirst = { order: 'day-first', isOpen: false, isMixed: false }
  const monthFirst = { order: 'month-first', isOpen: false, isMixed: false }

  it('is decided by any number above 12', () => {
    expect(decideDateOrder([['11/12/2020 09:00'], ['13/12/2020 09:00']])).toEqual(dayFirst)
    expect(decideDateOrder([['11/12/2020 09:00'], ['11/13/2020 09:00']])).toEqual(monthFirst)
    expect(decide('11.12.2020 09:00')).toEqual(dayFirst)
  })

  it('does not matter where both are the same day, or the year comes first', () => {
    expect(decide('12/12/2020 09:00', '12/12/2020 10:00')).toEqual(monthFirst)
    expect(decide('2020-11-12 09:00')).toEqual(monthFirst)
  })

  it('stays open where nothing decides', () => {
    expect(decide('11/12/2020 09:00', '11/12/2020 10:00')).toEqual(open)
    expect(decide('no time at all')).toEqual(monthFirst)
  })

  it('is the one that keeps a meeting past midnight together', () => {
    expect(decide('11/12/2020 23:50', '12/12/2020 00:20')).toEqual(dayFirst)
    expect(decide('12/11/2020 23:50', '12/12/2020 00:20')).toEqual(monthFirst)
  })

  it('is settled by the lesson’s own date, a day more or less', () => {
    const cells = ['11/12/2020 09:00']
    expect(decideDateOrder([cells], '2020-12-11')).toEqual(dayFirst)
    expect(decideDateOrder([cells], '2020-11-12')).toEqual(monthFirst)
    expect(decideDateOrder([cells], '2020-12-10')).toEqual(dayFirst)
    expect(decideDateOrder([cells], '2021-03-03')).toEqual(open)
    expect(decideDateOrder([['11/13/2020 09:00']], '2020-12-11')).toEqual(monthFirst)
  })

  it('says when a file has dates of both', () => {
    expect(decide('11/13/2020 09:00', '13/11/2020 09:00')).toEqual({
      order: 'month-first',
      isOpen: false,
      isMixed: true,
    })
  })
})

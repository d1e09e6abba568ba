import { describe, expect, it } from 'vitest'
import { isOrder, readWords, withoutOrder } from '../../electron/headless/read-words.ts'

const read = (line: string) => readWords(['session-companion', '--user-data-dir=/x', ...line.split(' ')])

describe('what the app is started with', () => {
  it('is an order to export a day, here or elsewhere', () => {
    const order = { do: 'export-day', date: '2021-01-18', out: null }
    expect(read('--export-day 2021-01-18')).toEqual({ order })
    expect(read('--export-day=2021-01-18 --out=/a=b')).toEqual({ order: { ...order, out: '/a=b' } })
    expect(read('--out office --export-day 2021-01-18 --no-sandbox')).toEqual({
      order: { ...order, out: 'office' },
    })
  })

  it('is an order to take days in, or to report them', () => {
    expect(read('--merge incoming')).toEqual({ order: { do: 'merge', folder: 'incoming' } })
    const report = { do: 'report', from: '2021-01-18', to: '2021-01-18', split: 'office', out: null }
    expect(read('--report 2021-01-18')).toEqual({ order: report })
    expect(read('--report 2021-01-18..2021-01-22 --out x')).toEqual({
      order: { ...report, to: '2021-01-22', out: 'x' },
    })
    expect(read('--split leaders --report=2021-01-18')).toEqual({ order: { ...report, split: 'leaders' } })
    expect(read('--report 2021-01-18 --split=office')).toEqual({ order: report })
  })

  it('is no order without one: the app opens as usual', () => {
    for (const line of ['', '/home/x.lesson', '--out somewhere', '--lang=en-GB'])
      expect(read(line)).toBeNull()
  })

  it.each([
    '--export-day',
    '--export-day --out x',
    '--export-day yesterday',
    '--export-day 2021-02-30',
    '--export-day 18/01/2021',
    '--export-day 2021-01-18 --out',
    '--export-day 2021-01-18 --out=',
    '--export-day 2021-01-18 --export-day 2021-01-19',
    '--export-day 2021-01-18 --merge x',
    '--merge',
    '--merge x --out y',
    '--report 2021-01-18 --split',
    '--report 2021-01-18 --split home',
    '--report 2021-01-18 --split Leaders',
    '--export-day 2021-01-18 --split leaders',
    '--merge x --split leaders',
    '--report 2021-01-18..',
    '--report 2021-01-18..2021-01-17',
    '--report 2021-01-18..2021-01-19..2021-01-20',
  ])('%s is misunderstood, and never opens the app', (line) => {
    expect(read(line)).toMatchObject({ misunderstood: expect.any(String) })
    expect(isOrder(line.split(' '))).toBe(true)
  })

  it('can be freed of its order', () => {
    const words = ['/app', '--export-day', '2021-01-18', '--x', '--out=/y', '/z.lesson']
    expect(withoutOrder(words)).toEqual(['/app', '--x', '/z.lesson'])
  })
})

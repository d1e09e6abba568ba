import { expect, it } from 'vitest'
import { fileName } from '../../electron/exchange/export/day-folder.ts'

it('gives no file a longer name than a disk takes, in any script', () => {
  const name = fileName(['अ'.repeat(300), 24], ['अ'.repeat(300)], ['praise'])
  expect(Buffer.byteLength(`${name} 12.pdf`)).toBeLessThan(255)
  expect(name.startsWith('अअअ')).toBe(true)
  expect(fileName(['5C'], ['Freya'], ['praise'])).toBe('5C Freya praise')
})

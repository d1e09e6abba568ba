import { expect, it } from 'vitest'
import { shortLabels } from '../../shared/domain/short-labels.ts'

const labels = (...names: [string, string][]): string[] => [
  ...shortLabels(names.map(([forename, surname], id) => ({ id: String(id), forename, surname }))).values(),
]

it('are two letters where nobody else begins so, else three, else both initials', () => {
  expect(labels(['Freya', 'Reed'], ['Hana', 'Price'], ['Harvey', 'Ward'], ['Zoë', 'Ng'])).toEqual([
    'Fr',
    'Han',
    'Har',
    'Zo',
  ])
  expect(labels(['Aleksandra', 'Wójcik'], ['Aleksandra', 'Kowal'], ['Alex', 'Ray'])).toEqual([
    'AW',
    'AK',
    'AR',
  ])
  expect(labels(['Élodie', 'Blanc'], ['Jo', ''])).toEqual(['Él', 'Jo'])
})

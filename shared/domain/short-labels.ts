import type { Pupil } from './people.ts'

/**
 * Two or three letters for each pupil, for a tile 32 px wide: the first two of the forename where nobody else begins
 * so, else three, else both initials. Two pupils with the same initials keep the same letters: the tile's full name
 * tells them apart.
 */
export function shortLabels(
  pupils: readonly Pick<Pupil, 'id' | 'forename' | 'surname'>[],
): ReadonlyMap<string, string> {
  const first = (text: string, letters: number) => Array.from(text).slice(0, letters).join('')
  const forms = [
    ({ forename }: { forename: string }) => first(forename, 2),
    ({ forename }: { forename: string }) => first(forename, 3),
  ]
  return new Map(
    pupils.map((pupil) => {
      const own = forms.find((form) =>
        pupils.every((other) => other.id === pupil.id || form(other) !== form(pupil)),
      )
      return [pupil.id, own?.(pupil) ?? `${first(pupil.forename, 1)}${first(pupil.surname, 1)}`]
    }),
  )
}

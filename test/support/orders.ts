/** Every order of some things. */
export function* ordersOf<T>(all: readonly T[]): Generator<T[]> {
  if (all.length === 0) yield []
  for (const [index, one] of all.entries()) {
    for (const rest of ordersOf(all.filter((_, place) => place !== index))) yield [one, ...rest]
  }
}

import { SLICE_ENTRIES } from './reading-limits.ts'

/** One stretch of a long list, which is the `list`th of its answer. */
export type Slice = { list: number; entries: unknown[] }

type Placeholder = { slicedList: number }

/**
 * An answer whose long lists are taken out and given to `send` in stretches: whoever takes it up is never held up for
 * long, however much a file holds. `joinAnswer` puts them back.
 */
export function sliceAnswer(answer: unknown, send: (slice: Slice) => void): unknown {
  let lists = 0
  const slice = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      const entries = value.map(slice)
      if (entries.length <= SLICE_ENTRIES) return entries
      const list = lists
      lists += 1
      for (let at = 0; at < entries.length; at += SLICE_ENTRIES)
        send({ list, entries: entries.slice(at, at + SLICE_ENTRIES) })
      return { slicedList: list } satisfies Placeholder
    }
    if (!isRecord(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, slice(one)]))
  }
  return slice(answer)
}

/** An answer with its long lists in place again. What was not sliced is not walked through. */
export function joinAnswer(answer: unknown, slices: readonly Slice[]): unknown {
  if (slices.length === 0) return answer
  const lists: unknown[][] = []
  for (const { list, entries } of slices) {
    const whole = (lists[list] ??= [])
    for (const entry of entries) whole.push(entry)
  }
  const join = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(join)
    if (!isRecord(value)) return value
    const { slicedList } = value
    if (typeof slicedList === 'number') return (lists[slicedList] ?? []).map(join)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, join(one)]))
  }
  return join(answer)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !(value instanceof Uint8Array)

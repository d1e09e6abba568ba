/** One part of a file: `bytes` stand `at` so many bytes from its beginning. */
type Part = { handing: string; size: number; at: number; bytes: Uint8Array }

/** Puts a file together out of parts that come one after the other; a part of another file begins anew. */
export function createFileParts(): { take(part: Part): Uint8Array | 'more' | 'broken' } {
  let coming: { handing: string; whole: Uint8Array; length: number } | null = null
  return {
    take: ({ handing, size, at, bytes }) => {
      if (coming?.handing !== handing) coming = { handing, whole: new Uint8Array(size), length: 0 }
      const { whole, length } = coming
      const fits = at === length && whole.length === size && at + bytes.length <= size
      const isStuck = bytes.length === 0 && size > 0
      if (!fits || isStuck) {
        coming = null
        return 'broken'
      }
      whole.set(bytes, at)
      coming.length += bytes.length
      if (coming.length < size) return 'more'
      coming = null
      return whole
    },
  }
}

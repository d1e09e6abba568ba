/** Beyond this many megabytes of memory, resident, a reader is ended: some files unfold to a thousand times their size. */
export const MOST_MEMORY_MB = 480
/** What the reader's own heap may grow to, megabytes; the process around it takes about 110 more. */
export const MOST_HEAP_MB = 256
/** A reader that has not answered after so long, ms, is ended. */
export const LONGEST_READING_MS = 30_000
/** How long a busy computer may take to start the reader, ms. */
export const LONGEST_START_MS = 30_000
/** Bytes that are passed on in one go: more would hold up the windows. */
export const PART_BYTES = 512 * 1024
/** Entries of a list that are passed on in one go. */
export const SLICE_ENTRIES = 500

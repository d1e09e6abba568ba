import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFileReader, type ReaderProcess } from '../../electron/reading/file-reader.ts'
import { PART_BYTES } from '../../electron/reading/reading-limits.ts'
import type { FromReader, ToReader } from '../../electron/reading/reading-messages.ts'

beforeEach(
  () => void vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] }),
)
afterEach(() => void vi.useRealTimers())

const LIMITS = { startMs: 1_000, readingMs: 2_000, memoryMb: 100 }
const file = { name: 'class.csv', bytes: new TextEncoder().encode('Forename,Surname\n') }
const list = { understood: true, rows: [], columns: [], droppedColumns: [], warnings: [] } as const

/** A reader that does only what the test says, and what is asked of it. */
function setUp() {
  const posted: ToReader[] = []
  const told: unknown[] = []
  const readers: { says(message: FromReader): void; exits(): void; memory: number | null; ends: number }[] =
    []
  const start = (): ReaderProcess => {
    let listener: (message: FromReader) => void = () => {}
    let exited = () => {}
    const reader = {
      says: (message: FromReader) => listener(message),
      exits: () => exited(),
      memory: null as number | null,
      ends: 0,
    }
    readers.push(reader)
    return {
      post: (message) => posted.push(message),
      onMessage: (heard) => {
        listener = heard
      },
      onExit: (heard) => {
        exited = heard
      },
      memoryMb: () => reader.memory,
      end: () => {
        reader.ends += 1
      },
    }
  }
  const files = createFileReader(start, (progress) => told.push(progress), LIMITS)
  const latest = () => {
    const reader = readers.at(-1)
    if (!reader) throw new Error('no reader was started')
    return reader
  }
  return { files, posted, told, readers, latest }
}

const refusedWith = (code: string) =>
  expect.objectContaining({ outcome: 'refused', refusal: expect.objectContaining({ code }) })

describe('reading in a process of its own', () => {
  it('hands a path on as it is and bytes in parts, and gives the answer', async () => {
    const { files, posted, told, latest } = setUp()
    const byPath = files.read('class-list', { name: 'a.csv', path: '/school/a.csv' })
    latest().says({ ready: true })
    latest().says({ opened: 0.5 })
    latest().says({ answer: list })
    expect(await byPath).toEqual({ outcome: 'read', answer: list })
    expect(posted).toEqual([
      { read: { job: 'class-list', about: { fileName: 'a.csv' }, path: '/school/a.csv' } },
    ])
    expect(told).toEqual([{ fileName: 'a.csv', opened: 0.5 }])

    posted.length = 0
    const bytes = new Uint8Array(PART_BYTES * 2 + 5).map((_, at) => at % 251)
    const byBytes = files.read('class-list', { name: 'b.csv', bytes })
    latest().says({ ready: true })
    await vi.waitFor(() => expect(posted).toHaveLength(4))
    latest().says({ answer: list })
    await byBytes
    const parts = posted.flatMap((one) => ('part' in one ? [one.part] : []))
    expect(Buffer.concat(parts).equals(Buffer.from(bytes))).toBe(true)
    expect(posted.at(-1)).toMatchObject({ read: { path: null } })
  })

  it('puts an answer that came in slices together', async () => {
    const { files, latest } = setUp()
    const reading = files.read('class-list', file)
    latest().says({ ready: true })
    latest().says({ slice: { list: 0, entries: [{ line: 2 }] } })
    latest().says({ slice: { list: 0, entries: [{ line: 3 }] } })
    latest().says({ answer: { ...list, rows: { slicedList: 0 } } })
    expect(await reading).toEqual({ outcome: 'read', answer: { ...list, rows: [{ line: 2 }, { line: 3 }] } })
  })

  it('ends one that takes too long, one that takes too much memory, and one that never starts', async () => {
    const { files, latest } = setUp()
    const slow = files.read('class-list', file)
    latest().says({ ready: true })
    await vi.advanceTimersByTimeAsync(LIMITS.readingMs)
    expect(await slow).toEqual(refusedWith('takes-too-long'))
    expect(latest().ends).toBe(1)

    const swelling = files.read('class-list', file)
    latest().says({ ready: true })
    latest().memory = LIMITS.memoryMb + 1
    await vi.advanceTimersByTimeAsync(200)
    expect(await swelling).toEqual(refusedWith('takes-too-much-memory'))
    expect(latest().ends).toBe(1)

    const absent = files.read('class-list', file)
    await vi.advanceTimersByTimeAsync(LIMITS.startMs)
    expect(await absent).toEqual(refusedWith('no-reader'))
    expect(latest().ends).toBe(1)
  })

  it('goes on when the reader falls over', async () => {
    const { files, latest } = setUp()
    const reading = files.read('class-list', file)
    latest().says({ ready: true })
    latest().exits()
    expect(await reading).toEqual(refusedWith('could-not-be-read'))
    const again = files.read('class-list', file)
    latest().says({ ready: true })
    latest().says({ answer: list })
    expect(await again).toMatchObject({ outcome: 'read' })
  })

  it('is cancelled, also by the next file', async () => {
    const { files, readers, latest } = setUp()
    const first = files.read('class-list', file)
    const second = files.read('class-list', file)
    expect(await first).toEqual({ outcome: 'cancelled' })
    expect(readers[0]?.ends).toBe(1)
    files.cancel()
    expect(await second).toEqual({ outcome: 'cancelled' })
    expect(latest().ends).toBe(1)
    files.cancel()
  })

  it('starts no reader for what is too large to be read', async () => {
    const { files, readers } = setUp()
    const large = { name: 'large.csv', bytes: new Uint8Array(20 * 1024 * 1024 + 1) }
    expect(await files.read('class-list', large)).toEqual(refusedWith('too-large'))
    expect(readers).toHaveLength(0)
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inspectFiles } from '../../electron/exchange/inspect-files.ts'
import type { FileWarning, Refusal } from '../../shared/domain/class-list.ts'

const fixtures = join(import.meta.dirname, '../fixtures')
const EXPECTED = '.expected.json'

type Entry = { file: string; warnings: FileWarning[]; refusal?: Refusal }

/** What `npm run inspect` prints of a file, without the words, which may change. */
async function inspected(path: string) {
  const [entry] = (await inspectFiles([path], {})).json as [Entry]
  const { file: _file, warnings, refusal, ...rest } = entry
  return {
    said: [...warnings, refusal].flatMap((one) => one?.message ?? []),
    entry: {
      ...rest,
      warnings: warnings.map(({ line, code }) => ({ ...(line !== undefined && { line }), code })),
      ...(refusal && { refusal: { code: refusal.code } }),
    },
    refusal,
  }
}

describe.each(['class-lists', 'oneroster'])('%s', (folder) => {
  const names = readdirSync(join(fixtures, folder)).filter((name) => name.endsWith(EXPECTED))

  it.each(names)('%s', async (name) => {
    const path = join(fixtures, folder, name)
    const { entry, said, refusal } = await inspected(path.slice(0, -EXPECTED.length))
    expect(entry).toEqual(JSON.parse(readFileSync(path, 'utf8')))
    for (const message of said) expect(message.length).toBeGreaterThan(20)
    if (refusal) expect(refusal.advice.length).toBeGreaterThan(20)
  })

  it('has fixtures', () => {
    expect(names.length).toBeGreaterThan(8)
  })
})

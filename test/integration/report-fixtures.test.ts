import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { recognise } from '../../electron/exchange/import/recognise.ts'
import { understoodFile } from '../../shared/domain/recognised-file.ts'

const FOLDER = new URL('../fixtures/reports/', import.meta.url)

/** What stands beside a fixture: written by hand from the file. Warnings and refusals by their code, and the line they name. */
type Expected = {
  lessonDate?: string
  expected: {
    status: 'understood' | 'warnings' | 'refused'
    kind: string
    meetings?: unknown[]
    warnings: { line?: number; code: string }[]
    refusal?: { code: string }
  }
}

const names = readdirSync(FOLDER).filter((name) => /\.(csv|txt|xlsx)$/.test(name))

it('has a fixture for every variant that is described', () => {
  expect(names.length).toBeGreaterThanOrEqual(40)
})

it.each(names)('%s reads as it was read by hand', async (name) => {
  const bytes = new Uint8Array(readFileSync(new URL(name, FOLDER)))
  // oxlint-disable-next-line no-unsafe-type-assertion -- written beside this test
  const fixture = JSON.parse(readFileSync(new URL(`${name}.expected.json`, FOLDER), 'utf8')) as Expected
  const { lessonDate, expected } = fixture
  const found = await recognise(bytes, { lessonDate })
  if (!found.understood) {
    expect({ status: 'refused', kind: found.kind, refusal: { code: found.refusal.code } }).toEqual({
      status: expected.status,
      kind: expected.kind,
      refusal: expected.refusal,
    })
    expect(found.refusal.advice).not.toBe('')
    return
  }
  expect(understoodFile.safeParse(found).success).toBe(true)
  expect({
    status: found.warnings.length > 0 ? 'warnings' : 'understood',
    kind: found.kind,
    meetings: found.meetings,
    warnings: found.warnings.map(({ line, code }) => (line === undefined ? { code } : { line, code })),
  }).toEqual(expected)
})

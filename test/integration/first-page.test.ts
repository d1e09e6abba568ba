import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { firstPage } from '../../electron/first-page.ts'
import { openPreferences } from '../../electron/preferences.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'session-companion-first-page-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the page the app begins with', () => {
  it('is Office on the office’s computer, Today on every other', () => {
    const file = join(folder, 'preferences.json')
    const preferences = openPreferences(file)
    expect(firstPage(file)).toBe('/today')
    preferences.save({ isOffice: true })
    expect(firstPage(file)).toBe('/office')
    preferences.save({ isOffice: false })
    expect(firstPage(file)).toBe('/today')
  })

  it.each(['', 'null', '[]', '{"isOffice":"yes"}', '{"isOffice":true'])(
    'is Today where %j is kept',
    (kept) => {
      const file = join(folder, 'preferences.json')
      writeFileSync(file, kept)
      expect(firstPage(file)).toBe('/today')
    },
  )
})

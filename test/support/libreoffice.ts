import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import Papa from 'papaparse'

export const hasLibreOffice = (): boolean => spawnSync('soffice', ['--version']).status === 0

/** Every sheet to a CSV of its own, UTF-8, cells as they are shown. */
const ALL_SHEETS_AS_SHOWN = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1'

export type OpenedWorkbook = {
  /** Rows of a sheet as LibreOffice shows them, empty rows left out. */
  sheet(name: string): Promise<string[][]>
  close(): Promise<void>
}

/** Opens a workbook in LibreOffice, headless and with a profile of its own. */
export async function openWithLibreOffice(xlsx: string): Promise<OpenedWorkbook> {
  const folder = await mkdtemp(join(tmpdir(), 'session-companion-office-'))
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  const convert = ['--headless', '--convert-to', ALL_SHEETS_AS_SHOWN, '--outdir', folder]
  await promisify(execFile)('soffice', [profile, ...convert, xlsx], { timeout: 120_000 })
  return {
    sheet: async (name) => {
      const csv = await readFile(join(folder, `${basename(xlsx, '.xlsx')}-${name}.csv`), 'utf8')
      return Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

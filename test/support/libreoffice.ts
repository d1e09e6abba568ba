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

/** The sheet to CSV, UTF-8, formulas as formulas. */
const FORMULAS_AS_FORMULAS = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,true'
/** A CSV as LibreOffice's own dialog would have it: cells end at commas, semicolons and tabs, UTF-8. */
const AS_ITS_DIALOG = ['--infilter=CSV:44/59/9,34,76,1']

async function convert(
  files: readonly string[],
  to: string,
  folder: string,
  more: readonly string[] = [],
): Promise<void> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  const words = [profile, '--headless', ...more, '--convert-to', to, '--outdir', folder, ...files]
  await promisify(execFile)('soffice', words, { timeout: 180_000 })
}

/** Opens a workbook in LibreOffice, headless and with a profile of its own. */
export async function openWithLibreOffice(xlsx: string): Promise<OpenedWorkbook> {
  const folder = await mkdtemp(join(tmpdir(), 'session-companion-office-'))
  await showWithLibreOffice([xlsx], folder)
  return {
    sheet: (name) => readShown(folder, xlsx, name),
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Opens workbooks in one run of LibreOffice and puts what it shows into a folder, for `readShown`. */
export const showWithLibreOffice = (files: readonly string[], folder: string): Promise<void> =>
  convert(files, ALL_SHEETS_AS_SHOWN, folder)

/** Rows of a sheet as LibreOffice showed them, empty rows left out. */
export async function readShown(folder: string, xlsx: string, sheet: string): Promise<string[][]> {
  const csv = await readFile(join(folder, `${basename(xlsx, '.xlsx')}-${sheet}.csv`), 'utf8')
  return Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data
}

/** Opens workbooks in one run of LibreOffice and saves them under the same names in another folder. */
export const saveWithLibreOffice = (files: readonly string[], folder: string): Promise<void> =>
  convert(files, 'xlsx', folder)

/** Opens CSVs in one run of LibreOffice and puts what it makes of them into a folder, formulas as formulas. */
export const takeInWithLibreOffice = (files: readonly string[], folder: string): Promise<void> =>
  convert(files, FORMULAS_AS_FORMULAS, folder, AS_ITS_DIALOG)

import type { ProvidedElectron } from '../support/runtime/electron.ts'
import type { TermOfData } from './term-of-data.ts'

/** What every part of the bench works with. */
export type Setting = {
  electron: ProvidedElectron
  /** Of this run; `app` in it is the app's data folder, filled with a term. */
  folder: string
  env: Record<string, string>
  /** How often an app is started or a panel opened. */
  rounds: number
  /** How many taps of each kind. */
  taps: number
  term: TermOfData
}

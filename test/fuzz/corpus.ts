import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'

/** A file that mutations begin from. */
export type Original = { name: string; bytes: Uint8Array }

const FIXTURES = new URL('../fixtures/', import.meta.url)

/** Every fixture of files that come in; what only describes them is none. */
export function readCorpus(): Original[] {
  return readdirSync(FIXTURES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/(\.md|\.expected\.json)$/.test(entry.name))
    .map(({ parentPath, name }) => ({
      name: `${basename(parentPath)}/${name}`,
      bytes: new Uint8Array(readFileSync(`${parentPath}/${name}`)),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

import { basename, dirname } from 'node:path'
import type { WorkingSchool } from '../support/working-school.ts'
import { DATE } from './two-offices.ts'

/** Everything that writes files for somebody else, in the order a day has it. */
export const ways = ['export', 'report', 'leaders', 'home', 'mail'] as const
export type Way = (typeof ways)[number]

/** What was said to have been made: from then on it is there. */
export type Made = {
  way: Way
  /** Where the folder lies, and what it is called. */
  parent: string
  name: string
  /** The files in it, where they were told. */
  files: string[]
  /** True when it was said to be there already. */
  unchanged: boolean
  /** Of a locked zip. */
  password: string | null
}

type Computers = { teacher: WorkingSchool; office: WorkingSchool }

/** Has the app make the files of one way, as its button does. */
export async function makeFiles(way: Way, { teacher, office }: Computers): Promise<Made> {
  const made = (one: { folder: string; files?: string[]; unchanged?: boolean; password?: string }): Made => ({
    way,
    parent: dirname(one.folder),
    name: basename(one.folder),
    files: one.files ?? [],
    unchanged: one.unchanged ?? false,
    password: one.password ?? null,
  })
  if (way === 'export') return made(await teacher.ask('export.day', { date: DATE }))
  const answer = await askFor(way, { teacher, office })
  if (answer.outcome !== 'written') throw new Error(`${way}: ${answer.outcome}`)
  return made(answer)
}

function askFor(way: Exclude<Way, 'export'>, { teacher, office }: Computers) {
  if (way === 'report') return office.ask('office.report', { date: DATE })
  if (way === 'mail') return teacher.ask('export.mail', { date: DATE })
  return teacher.ask('export.split', { date: DATE, split: way })
}

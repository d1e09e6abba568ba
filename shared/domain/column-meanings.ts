import { z } from 'zod'

/** Everything a column of a class list can be taken for, in the words a person reads. */
export const columnMeanings = [
  'legal forename',
  'legal surname',
  'preferred forename',
  'preferred surname',
  'name',
  'name, surname first',
  'name, forename first',
  'UPN',
  'admission number',
  'date of birth',
  'year group',
  'class',
  'contact 1 name',
  'contact 1 forename',
  'contact 1 surname',
  'contact 1 relationship',
  'contact 1 telephone',
  'contact 1 e-mail',
  'contact 2 name',
  'contact 2 forename',
  'contact 2 surname',
  'contact 2 relationship',
  'contact 2 telephone',
  'contact 2 e-mail',
  'contact 3 name',
  'contact 3 forename',
  'contact 3 surname',
  'contact 3 relationship',
  'contact 3 telephone',
  'contact 3 e-mail',
  'contact 4 name',
  'contact 4 forename',
  'contact 4 surname',
  'contact 4 relationship',
  'contact 4 telephone',
  'contact 4 e-mail',
] as const
export const columnMeaning = z.enum(columnMeanings)
export type ColumnMeaning = z.infer<typeof columnMeaning>

/** The headings of a file in their order, each with what its column means; null where it is not used. */
export const namedColumns = z
  .array(z.object({ header: z.string().max(1000), meaning: columnMeaning.nullable() }))
  .max(500)
export type NamedColumns = z.infer<typeof namedColumns>

/** What people have said of the columns of files, by `sourceOf` their headings. */
export const columnMemory = z.record(z.string(), namedColumns)
export type ColumnMemory = z.infer<typeof columnMemory>

/** Sources that are remembered; the oldest is forgotten. */
const MOST_SOURCES = 40

/** Where a file comes from, as far as its headings tell: the same set of them, in any order, is the same export. */
export const sourceOf = (headers: readonly string[]): string =>
  headers
    .map((header) => header.toLowerCase().replace(/\s+/g, ' ').trim())
    .filter((header) => header !== '')
    .toSorted()
    .join('\n')

/** The memory with one more source in it. */
export function remember(memory: ColumnMemory, source: string, columns: NamedColumns): ColumnMemory {
  const others = Object.entries(memory).filter(([one]) => one !== source)
  return Object.fromEntries([...others.slice(-(MOST_SOURCES - 1)), [source, columns]])
}

/** One column given another meaning. What only one column can say is taken from the column that said it. */
export const withMeaning = (
  columns: NamedColumns,
  changed: number,
  meaning: ColumnMeaning | null,
): NamedColumns =>
  columns.map((column, index) => {
    if (index === changed) return { ...column, meaning }
    return column.meaning === meaning ? { ...column, meaning: null } : column
  })

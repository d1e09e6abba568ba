import { z } from 'zod'
import { namedColumns, type NamedColumns } from './column-meanings.ts'
import { pupilIdentity } from './people.ts'

/** Above this a file is refused unread (docs/formats.md). */
export const LARGEST_FILE_BYTES = 20 * 1024 * 1024

/** One understood row of a class list: who, and which class, with the line of the file it stands on. */
export const classListRow = z.object({
  line: z.number().int(),
  className: z.string(),
  yearGroup: z.string().optional(),
  identity: pupilIdentity,
})
export type ClassListRow = z.infer<typeof classListRow>

/** What a person should check in a file. `code` stays the same whatever becomes of the words (docs/formats.md). */
export const fileWarning = z.object({
  line: z.number().int().optional(),
  code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  message: z.string(),
})
export type FileWarning = z.infer<typeof fileWarning>
/** A warning before it is known which line of the file it is about. */
export type Remark = Pick<FileWarning, 'code' | 'message'>

/** A file was refused: what it is, that nothing was changed, what to do instead. */
export const refusal = z.object({ code: z.string(), message: z.string(), advice: z.string() })
export type Refusal = z.infer<typeof refusal>

/** The refusal of any file above `LARGEST_FILE_BYTES`, whatever it is meant for. */
export const FILE_TOO_LARGE: Refusal = {
  code: 'too-large',
  message: 'This file is larger than 20 MB, far more than a class list or a report. Nothing was changed.',
  advice: 'Export the list or the report of one meeting alone, and choose that file.',
}

/** The same of a file that is meant as a class list. */
export const TOO_LARGE: Refusal = {
  code: 'too-large',
  message: 'This file is larger than 20 MB, far more than a class list. Nothing was changed.',
  advice: 'Export the list of pupils alone, as CSV, and choose that file.',
}

/** Under which key what a person says of a file's columns is remembered, and whether it was this time. */
export type ColumnSource = { key: string; isRemembered: boolean }

/** A reader's answer: understood, understood with warnings, or refused. Never a guess, never half. */
export type ClassListReading =
  | {
      understood: true
      rows: ClassListRow[]
      /** Headers by the meaning found for them, in file order. */
      columns: NamedColumns
      /** Null where the format itself says what the columns are. */
      source: ColumnSource | null
      /** Headers of columns that were not read at all (passwords, health, benefits). */
      droppedColumns: string[]
      warnings: FileWarning[]
    }
  | { understood: false; refusal: Refusal; columns?: NamedColumns; source?: ColumnSource | null }

/** What confirming an import would do, shown before anything is written. */
export const classListPreview = z.object({
  fileName: z.string(),
  rows: z.array(
    z.object({
      line: z.number().int(),
      className: z.string(),
      forename: z.string(),
      surname: z.string(),
      legalName: z.string(),
      change: z.enum(['new', 'updated', 'unchanged', 'moved']),
      movedFrom: z.string().optional(),
    }),
  ),
  /** Pupils of these classes who are not in the file. They stay, unless a person says that they have left. */
  left: z.array(z.object({ forename: z.string(), surname: z.string(), className: z.string() })),
  classes: z.array(z.object({ name: z.string(), pupils: z.number().int(), isNew: z.boolean() })),
  columns: namedColumns,
  /** A person may say what the columns are; for OneRoster the format says it. */
  canChange: z.boolean(),
  /** The columns are taken as a person said for such a file before. */
  isRemembered: z.boolean(),
  droppedColumns: z.array(z.string()),
  warnings: z.array(fileWarning),
})
export type ClassListPreview = z.infer<typeof classListPreview>

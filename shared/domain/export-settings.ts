import { z } from 'zod'
import type { SheetName } from './office-sheets/sheet.ts'

/** The sheets a school may have in its export or leave out of it. */
export const offeredSheets = [
  'Summary',
  'Checks',
  'Participation',
  'Points and rewards',
  'Incidents',
  'Follow-up',
  'Packs',
] as const satisfies readonly SheetName[]

/** What every export says at least: which lesson it is about. */
export const alwaysThere: { sheet: SheetName; columns: readonly string[] } = {
  sheet: 'Summary',
  columns: ['Date', 'Class', 'Lesson'],
}

/** What the header of a column says where it could be taken for a mark of the register; no other name takes it off. */
export const NOT_A_MARK = ' (not a register mark)'

/** Law from 19 August 2024 (docs/formats.md); never the name of anything in an export. */
const registerCodes: ReadonlySet<string> = new Set(
  '/ \\ L K V P W B D C C1 C2 E I J J1 M R S T G N O U Q Y Y1 Y2 Y3 Y4 Y5 Y6 Y7 X Z #'.split(' '),
)
const registerWords =
  /\b(register|registration|attendance|attended|authori[sz]ed|unauthori[sz]ed|am|pm)\b|\bmarks?\b/i
const registerStatuses: ReadonlySet<string> = new Set(['present', 'present code', 'code', 'absence code'])
const deniesIt = /\bnot (a |the )?(statutory )?(register|attendance)( register)?( marks?)?\b/gi

/**
 * Whether a name would make a column look like one of the statutory register: a code, or a word of it. What is marked
 * here never is (docs/formats.md), so no school may name a column that way.
 */
export function looksLikeTheRegister(name: string): boolean {
  const plain = name.normalize('NFKC').trim()
  if (registerCodes.has(plain.toUpperCase()) || registerStatuses.has(plain.toLowerCase())) return true
  return registerWords.test(plain.replaceAll(deniesIt, ''))
}

const columnName = z
  .string()
  .trim()
  .min(1)
  .max(60)
  // A line break or a control would break the header apart.
  .refine((name) => !/[\p{Cc}\p{Cf}]/u.test(name))
  .refine((name) => !looksLikeTheRegister(name))

const columnChoice = z.object({
  sheet: z.enum(offeredSheets),
  /** By the name it has without any setting. */
  column: z.string().min(1).max(120),
  /** What the school calls it; null: as the app does. */
  name: columnName.nullable(),
  isLeftOut: z.boolean(),
})
export type ColumnChoice = z.infer<typeof columnChoice>

/** How two pupils of one lesson who are called the same are told apart; legal names are never touched. */
export const sameNameRules = ['upn', 'number', 'as-is'] as const

/** All pages of the day in one PDF, and also one PDF for each class or each lesson. */
export const pdfKinds = ['day', 'class', 'lesson'] as const

/**
 * What a school decides about its export. The wording that these are no register marks is `notTheRegister` of the
 * school. Columns that no sheet has are kept and do nothing: a behaviour may come back.
 */
export const exportSettings = z
  .object({
    leftOutSheets: z
      .array(z.enum(offeredSheets))
      .max(offeredSheets.length)
      .refine((sheets) => !sheets.some((one) => one === alwaysThere.sheet)),
    columns: z.array(columnChoice).max(400),
    sameNames: z.enum(sameNameRules),
    pdfs: z.array(z.enum(pdfKinds)).min(1).max(pdfKinds.length),
  })
  .superRefine(({ columns }, context) => {
    for (const says of columnProblems(columns)) {
      context.addIssue({ code: 'custom', path: ['columns'], message: says })
    }
  })
export type ExportSettings = z.infer<typeof exportSettings>

export const defaultExportSettings: ExportSettings = {
  leftOutSheets: [],
  columns: [],
  sameNames: 'upn',
  pdfs: ['day'],
}

const folded = (name: string): string => name.normalize('NFKC').trim().toLowerCase()

/** What stands against the choices about columns, in words for a person. */
export function columnProblems(columns: readonly ColumnChoice[]): string[] {
  return offeredSheets.flatMap((sheet) => {
    const ofSheet = columns.filter((one) => one.sheet === sheet)
    const names = ofSheet.flatMap(({ name, column, isLeftOut }) =>
      isLeftOut ? [] : [folded(name ?? column)],
    )
    const twice = names.find((name, at) => names.indexOf(name) < at)
    return [
      ...ofSheet
        .filter(({ name }) => name !== null && looksLikeTheRegister(name))
        .map(
          ({ name }) =>
            `${sheet}: “${name}” reads like the attendance register, and nothing here is a mark of it. Choose another name.`,
        ),
      ...(twice === undefined ? [] : [`${sheet}: two columns are called “${twice}”. Give one another name.`]),
      ...(sheet === alwaysThere.sheet
        ? ofSheet
            .filter(({ column, isLeftOut }) => isLeftOut && alwaysThere.columns.includes(column))
            .map(({ column }) => `${sheet}: “${column}” stays, or nobody could tell which lesson it is.`)
        : []),
    ]
  })
}

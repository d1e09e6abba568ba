import type { Cell as XlsxCell, Row } from 'write-excel-file/node'
import type { Cell, Column, Sheet } from '../../../shared/domain/office-sheets/sheet.ts'
import { clockTime, DAY_MS, schoolDateOf } from '../../../shared/domain/times.ts'
import { spreadsheetText } from './spreadsheet-text.ts'

type Utility = typeof import('write-excel-file/utility')

/** Title, note, then the header: the table starts below. */
const HEADER_ROW = 3

/**
 * The office's workbook, one sheet after the other: title and note above a bold header that stays in sight, a filter
 * on the table, A4 landscape fitted to the width with the header on every page. Dates and times are real ones and show
 * the school's local time, whatever the reader's zone. Bytes differ from run to run (the archive carries its time).
 */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  // Loaded when used: an export happens once a day, a start of the app must not wait for it.
  const [{ default: writeExcelFile }, utility] = await Promise.all([
    import('write-excel-file/node'),
    import('write-excel-file/utility'),
  ])
  const book = sheets.map((sheet) => ({
    sheet: sheet.name,
    columns: sheet.columns.map(({ width }) => ({ width })),
    data: rowsOf(sheet),
    orientation: 'landscape' as const,
    stickyRowsCount: HEADER_ROW,
  }))
  return await writeExcelFile(book, {
    fontFamily: 'Calibri',
    fontSize: 11,
    features: [tableLayout(sheets, utility)],
  }).toBuffer()
}

const rowsOf = (sheet: Sheet): Row[] => [
  [{ value: spreadsheetText(sheet.title), type: String, fontWeight: 'bold', fontSize: 14 }],
  [{ value: spreadsheetText(sheet.note), type: String, fontStyle: 'italic' }],
  sheet.columns.map((column) => headerCell(column, headerHeight(sheet.columns))),
  ...sheet.rows.map((row) => {
    const height = rowHeight(row, sheet.columns)
    return sheet.columns.map((column, index) => xlsxCell(row[index] ?? null, column, height))
  }),
]

const LINE_POINTS = 15
/** Room the filter's button takes from a header, in characters. */
const FILTER_BUTTON = 3

/** Heights are written out, in points: LibreOffice does not find them itself, and would cut wrapped text off. */
const headerHeight = (columns: readonly Column[]): number =>
  LINE_POINTS * Math.max(...columns.map(({ header, width }) => linesOf(header, width - FILTER_BUTTON)))

/** The tallest row a spreadsheet allows is 409 points. */
const TALLEST_ROW_POINTS = 405

function rowHeight(row: readonly Cell[], columns: readonly Column[]): number {
  const lines = columns.map(({ width }, index) => {
    const cell = row[index]
    return typeof cell === 'string' ? linesOf(cell, width) : 1
  })
  return Math.min(TALLEST_ROW_POINTS, LINE_POINTS * Math.max(...lines))
}

/** Lines a text takes in a column so many characters wide, words kept whole where they fit. */
const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((sum, paragraph) => sum + wrappedLines(paragraph, width), 0)

function wrappedLines(paragraph: string, width: number): number {
  let lines = 1
  let used = 0
  for (const word of paragraph.split(' ')) {
    if (used > 0 && used + 1 + word.length > width) {
      lines += 1
      used = 0
    }
    used += word.length + (used > 0 ? 1 : 0)
    while (used > width) {
      lines += 1
      used -= width
    }
  }
  return lines
}

const headerCell = ({ header, type }: Column, height: number): XlsxCell => ({
  height,
  value: spreadsheetText(header),
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#E7E7E7',
  bottomBorderStyle: 'thin',
  bottomBorderColor: '#000000',
  align: type === 'text' ? 'left' : 'center',
  alignVertical: 'center',
  wrap: true,
})

const formats = {
  text: '@',
  integer: '0',
  date: 'dd/mm/yyyy',
  time: 'hh:mm',
  datetime: 'dd/mm/yyyy hh:mm',
} as const

function xlsxCell(cell: Cell, { type }: Column, height: number): XlsxCell {
  if (cell === null || cell === '') return null
  if (typeof cell === 'string') {
    return {
      value: spreadsheetText(cell),
      type: String,
      height,
      // Declared text: a UPN or a name that looks like a number or a date stays as it is when the cell is edited.
      format: formats.text,
      alignVertical: 'top',
      wrap: true,
    }
  }
  const value = typeof cell === 'number' ? cell : serialOf(cell.at, type)
  const format = typeof cell === 'number' ? formats.integer : formats[type]
  return { value, type: Number, height, format, align: 'center', alignVertical: 'top' }
}

const DAYS_FROM_1900_TO_1970 = 25_569
const MINUTES_A_DAY = 1440

/** A spreadsheet's day count of the school's local date and time (UTC ms in): whole days, minutes as the fraction. */
function serialOf(at: number, type: Column['type']): number {
  const days = Date.parse(`${schoolDateOf(at)}T00:00:00Z`) / DAY_MS + DAYS_FROM_1900_TO_1970
  const [hours = 0, minutes = 0] = clockTime(at).split(':').map(Number)
  const fraction = (hours * 60 + minutes) / MINUTES_A_DAY
  if (type === 'date') return days
  return type === 'time' ? fraction : days + fraction
}

type WriterOptions = NonNullable<Parameters<typeof import('write-excel-file/node').default>[1]>
type Feature = NonNullable<WriterOptions['features']>[number]

/** What the library leaves to features: the filter, fitting to the page's width, the header on every printed page. */
function tableLayout(sheets: readonly Sheet[], utility: Utility): Feature {
  const { insertElementMarkupAccordingToOrderOfSiblings: insert, getOrderOfSiblings } = utility
  const inSheet = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? []
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transformElementAttributes: (tag, attributes) =>
            tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
          transform: (xml, _options, { sheetIndex }) =>
            sheetParts(sheets[sheetIndex], utility).reduce(
              (sofar, part) => insert(sofar, part, inSheet, 'worksheet'),
              xml,
            ),
        },
        'xl/workbook.xml': { transform: (xml) => withNames(xml, sheets, utility) },
      },
    },
  }
}

function sheetParts(
  sheet: Sheet | undefined,
  { getSelfClosingTagMarkup, getCellAddress }: Utility,
): string[] {
  if (!sheet) return []
  const ref = tableRange(sheet, getCellAddress)
  return [
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    getSelfClosingTagMarkup('autoFilter', { ref }),
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter>',
  ]
}

const tableRange = (sheet: Sheet, addressOf: Utility['getCellAddress']): string =>
  `${addressOf(HEADER_ROW - 1, 0)}:${addressOf(HEADER_ROW - 1 + sheet.rows.length, sheet.columns.length - 1)}`

/** Excel keeps the filter's range and the repeated rows as names of the workbook. */
function withNames(xml: string, sheets: readonly Sheet[], utility: Utility): string {
  const names = sheets.map((sheet, index) => {
    const filter = tableRange(sheet, utility.getCellAddress).replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2')
    return (
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${sheet.name}'!${filter}</definedName>` +
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${sheet.name}'!$1:$${HEADER_ROW}</definedName>`
    )
  })
  const element = `<definedNames>${names.join('')}</definedNames>`
  const present = utility.findElement(xml, 'definedNames')
  if (present) return utility.replaceElement(xml, present, element)
  const order = utility.getOrderOfSiblings('xl/workbook.xml', 'workbook') ?? []
  return utility.insertElementMarkupAccordingToOrderOfSiblings(xml, element, order, 'workbook')
}

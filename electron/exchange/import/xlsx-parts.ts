import { readXmlPart } from './xml-part.ts'

/** How a number is shown, as far as its value depends on it. */
export type NumberStyle =
  | { kind: 'date'; hasClock: boolean }
  | { kind: 'clock' }
  | { kind: 'padded'; digits: number }
  | { kind: 'plain' }

export type SheetPlace = { name: string; isHidden: boolean; relation: string }
export type WorkbookPart = { sheets: SheetPlace[]; countsFrom1904: boolean }

/** The sheets in their order, and from which day dates are counted. */
export function readWorkbookPart(bytes: Uint8Array): WorkbookPart {
  const part: WorkbookPart = { sheets: [], countsFrom1904: false }
  readXmlPart(bytes, {
    open: (name, attribute) => {
      if (name === 'workbookPr') part.countsFrom1904 = /^(1|true)$/.test(attribute('date1904') ?? '')
      if (name !== 'sheet') return
      part.sheets.push({
        name: attribute('name') ?? '',
        isHidden: /^(hidden|veryHidden)$/.test(attribute('state') ?? ''),
        relation: attribute('*:id') ?? attribute('id') ?? '',
      })
    },
  })
  return part
}

/** Where the parts stand that one part names: by id, and by the last word of the type. */
export function readRelations(
  bytes: Uint8Array,
  folder: string,
): { byId: Map<string, string>; byType: Map<string, string> } {
  const byId = new Map<string, string>()
  const byType = new Map<string, string>()
  readXmlPart(bytes, {
    open: (name, attribute) => {
      const target = attribute('Target')
      if (name !== 'Relationship' || target === undefined || attribute('TargetMode') === 'External') return
      const path = target.startsWith('/') ? target.slice(1) : `${folder}${target.replace(/^\.\//, '')}`
      byId.set(attribute('Id') ?? '', path)
      byType.set((attribute('Type') ?? '').split('/').at(-1) ?? '', path)
    },
  })
  return { byId, byType }
}

/** Letters of a cell: Excel's own limit. */
export const LONGEST_CELL = 32_767

/** The texts that cells point at. Of a text in several fonts all runs count, of a Japanese reading none. */
export function readSharedStrings(bytes: Uint8Array): string[] {
  const strings: string[] = []
  let [text, isText, isReading] = ['', false, false]
  readXmlPart(bytes, {
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 't') isText = !isReading
      if (name === 'rPh') isReading = true
    },
    close: (name) => {
      if (name === 'si') strings.push(unescapeCell(text.slice(0, LONGEST_CELL)))
      if (name === 't') isText = false
      if (name === 'rPh') isReading = false
    },
    text: (piece) => {
      if (isText && text.length < LONGEST_CELL) text += piece
    },
  })
  return strings
}

/** `_x000D_` is how Excel writes a character that XML can't hold. */
export const unescapeCell = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** Number formats that every Excel has by number and that show a day or a time (ECMA-376, part 1, 18.8.30). */
function builtInStyle(id: number): NumberStyle | null {
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return { kind: 'clock' }
  const isDate = (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
  return isDate ? { kind: 'date', hasClock: id === 22 } : null
}

/** The styles that cells point at, in their order. */
export function readNumberStyles(bytes: Uint8Array): NumberStyle[] {
  const formats = new Map<number, NumberStyle>()
  const styles: NumberStyle[] = []
  let isCellFormats = false
  readXmlPart(bytes, {
    open: (name, attribute) => {
      if (name === 'numFmt')
        formats.set(Number(attribute('numFmtId')), styleOf(attribute('formatCode') ?? ''))
      if (name === 'cellXfs') isCellFormats = true
      if (name !== 'xf' || !isCellFormats) return
      const id = Number(attribute('numFmtId') ?? 0)
      styles.push(builtInStyle(id) ?? formats.get(id) ?? { kind: 'plain' })
    },
    close: (name) => {
      if (name === 'cellXfs') isCellFormats = false
    },
  })
  return styles
}

/** Letters of a number format: Excel's own limit. */
const LONGEST_FORMAT = 255

/** `dd/mm/yyyy` shows a day, `[h]:mm:ss` a time; `000000` shows 417 as 000417. What stands in quotes or brackets is no pattern. */
function styleOf(format: string): NumberStyle {
  if (format.length > LONGEST_FORMAT) return { kind: 'plain' }
  const [pattern = ''] = format.replace(/"[^"]*"|\[[^[\]]*\]|\\./g, '').split(';')
  const hasClock = /[hs]/i.test(pattern)
  if (/[dy]/i.test(pattern)) return { kind: 'date', hasClock }
  if (hasClock) return { kind: 'clock' }
  const zeros = pattern.replace(/[ -]/g, '')
  return /^0{2,20}$/.test(zeros) ? { kind: 'padded', digits: zeros.length } : { kind: 'plain' }
}

/** A name of a report, taken apart: what the meeting program added to it is said, not shown. */
export type ReportName = { name: string; originalName?: string; guest?: true; host?: true }

const GUEST_MARKS = words(
  'guest, external, unverified, anonymous, gast, extern, externe, nicht überprüft, nicht verifiziert, invité, invitée, invité(e), non vérifié, externo, externa, invitado, invitada, sin comprobar, no verificado, convidado, convidada, não verificado, ospite, esterno, non verificato, gość, zewnętrzny, gæst, gjest, gäst, konuk, misafir, гость, внешний, 来宾, 访客, 來賓, 訪客, 外部, ゲスト, 게스트, 외부',
)
const HOST_MARKS = words(
  'host, co-host, organiser, organizer, gastgeber, co-gastgeber, hôte, co-hôte, animateur, anfitrión, coanfitrión, anfitrião, organisator, organizador, organizzatore, 主持人, 联席主持人, ホスト, 호스트',
)
const OWN_MARKS = words('me, you, ich, moi, yo, eu, io, ik, 我, 自分, 나')

/** Takes `(Guest)`-like marks and outer space off a name: `Jane Smith (Guest)` is Jane Smith, a guest. */
export function splitMarks(cell: string): ReportName {
  let name = tidyName(cell)
  const found: ReportName = { name }
  for (let bracket = lastBracket(name); bracket !== null; bracket = lastBracket(name)) {
    const marks = bracket.inside.split(/\s*[,;]\s*/).map((mark) => mark.toLowerCase())
    const isMark = marks.every((mark) => GUEST_MARKS.has(mark) || HOST_MARKS.has(mark) || OWN_MARKS.has(mark))
    if (!isMark) break
    if (marks.some((mark) => GUEST_MARKS.has(mark))) found.guest = true
    if (marks.some((mark) => HOST_MARKS.has(mark))) found.host = true
    name = bracket.before
  }
  return { ...found, name }
}

/** Zoom's way: `New name (Original name)`, marks apart. Brackets may hold a device or a nickname: that is not for a reader to say. */
export function splitOriginalName(cell: string): ReportName {
  const marked = splitMarks(cell)
  const bracket = lastBracket(marked.name)
  if (bracket === null) return marked
  const inner = splitMarks(bracket.before)
  return { ...marked, ...inner, originalName: bracket.inside }
}

/** One line, without marks that turn the writing direction. Quick, for a report has a hundred thousand of them. */
export function tidyName(cell: string): string {
  // Plain letters with single spaces need no work.
  if (/^[!-~]+(?: [!-~]+)*$/.test(cell)) return cell
  return cell
    .normalize('NFC')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** The last brackets of a name and what stands before them, with a space between; brackets may hold brackets. */
function lastBracket(name: string): { before: string; inside: string } | null {
  if (!name.endsWith(')')) return null
  let depth = 0
  for (let at = name.length - 1; at > 0; at -= 1) {
    const letter = name.charAt(at)
    if (letter === ')') depth += 1
    if (letter === '(') depth -= 1
    if (depth > 0) continue
    const before = name.slice(0, at).trimEnd()
    const inside = name.slice(at + 1, -1).trim()
    return name.charAt(at - 1) === ' ' && before !== '' && inside !== '' ? { before, inside } : null
  }
  return null
}

function words(list: string): Set<string> {
  return new Set(list.split(', '))
}

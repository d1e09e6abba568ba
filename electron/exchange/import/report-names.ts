/** A name of a report, taken apart: what the meeting program added to it is said, not shown. */
export type ReportName = { name: string; originalName?: string; guest?: true; host?: true }

/** What the meeting programs write in brackets after the name of somebody from outside, in the languages it is known in. */
const GUEST_MARKS = words(
  [
    'guest, external, unverified, anonymous',
    'gast, nicht überprüft, nicht verifiziert, nicht bestätigt, extern, externer benutzer',
    'invité, invitée, invité(e), non vérifié, non vérifiée, externe, invitado, invitada, no verificado, no comprobado, sin comprobar, sin verificar, externo, externa',
    'convidado, convidada, não verificado, não verificada, ospite, guest esterno, non verificato, non verificata, esterno, esterna, convidat',
    'niet geverifieerd, niet gecontroleerd, gość, niezweryfikowany, niezweryfikowane, niezweryfikowano, zewnętrzny, zewnętrzne',
    'gäst, overifierad, ej verifierad, gjest, uverifisert, ubekreftet, ekstern, gæst, ikke bekræftet, ikke-bekræftet, uverificeret',
    'vieras, vahvistamaton, ulkoinen, neověřený, neověřeno, externí, hosť, neoverené, neoverený, externý, vendég, nem ellenőrzött, külső',
    'misafir, konuk, doğrulanmadı, doğrulanmamış, harici, oaspete, invitat, neverificat, гость, непроверенный, не проверено, внешний, гість, зовнішній, гост, външен',
    'επισκέπτης, μη επαληθευμένος, εξωτερικός, külaline, viesis, svečias, gost, nepreverjeno, neprovjereno, tamu, khách, ضيف, אורח, ผู้เยี่ยมชม, gwestai',
    'ゲスト, 未確認, 未検証, 外部, 来宾, 未验证, 來賓, 未驗證, 访客, 訪客, 게스트, 확인되지 않음, 외부',
  ].join(', '),
)
const HOST_MARKS = words(
  'host, co-host, organiser, organizer, gastgeber, co-gastgeber, hôte, co-hôte, animateur, anfitrión, coanfitrión, anfitrião, organisator, organizador, organizzatore, 主持人, 联席主持人, ホスト, 호스트',
)
const OWN_MARKS = words('me, you, ich, moi, yo, eu, io, ik, 我, 自分, 나')

/**
 * Takes `(Guest)`-like marks and outer space off a name: `Jane Smith (Guest)` is Jane Smith, a guest. `guests` holds marks of
 * people from outside beside those known, folded as by `foldMark`; they go before all others. Other brackets belong to the name.
 */
export function splitMarks(cell: string, guests: ReadonlySet<string> = NONE): ReportName {
  let name = tidyName(cell)
  const found: ReportName = { name }
  for (let bracket = lastBracket(name); bracket !== null; bracket = lastBracket(name)) {
    const marks = foldMark(bracket.inside).split(/\s*[,;，、]\s*/)
    const isGuest = (mark: string) => guests.has(mark) || GUEST_MARKS.has(mark)
    const isHost = (mark: string) => !guests.has(mark) && HOST_MARKS.has(mark)
    if (!marks.every((mark) => isGuest(mark) || isHost(mark) || OWN_MARKS.has(mark))) break
    if (marks.some(isGuest)) found.guest = true
    if (marks.some(isHost)) found.host = true
    name = bracket.before
  }
  return { ...found, name }
}

/** Teams writes no host in brackets, and “host” is Czech for guest. */
export const TEAMS_GUESTS: ReadonlySet<string> = new Set(['host'])

const NONE: ReadonlySet<string> = new Set()

/** What stands in brackets, to compare it with the marks that are known. */
export const foldMark = (mark: string): string => mark.normalize('NFC').toLowerCase()

/** Zoom's way: `New name (Original name)`, marks apart. Brackets may hold a device or a nickname: that is not for a reader to say. */
export function splitOriginalName(cell: string): ReportName {
  const marked = splitMarks(cell)
  const bracket = lastBracket(marked.name)
  if (!bracket?.isApart) return marked
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

/**
 * The last brackets of a name and what stands before them; brackets may hold brackets. `isApart`: with a space between, or
 * full-width, which stand without one.
 */
export function lastBracket(name: string): { before: string; inside: string; isApart: boolean } | null {
  if (!name.endsWith(')') && !name.endsWith('）')) return null
  let depth = 0
  for (let at = name.length - 1; at > 0; at -= 1) {
    const letter = name.charAt(at)
    if (letter === ')' || letter === '）') depth += 1
    if (letter === '(' || letter === '（') depth -= 1
    if (depth > 0) continue
    const before = name.slice(0, at).trimEnd()
    const inside = name.slice(at + 1, -1).trim()
    if (before === '' || inside === '') return null
    return { before, inside, isApart: letter === '（' || name.charAt(at - 1) === ' ' }
  }
  return null
}

function words(list: string): Set<string> {
  return new Set(list.split(', '))
}

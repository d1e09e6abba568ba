/** What Teams writes in brackets after the name of somebody from outside, in the languages it is known in. */
const MARKS = new Set(
  [
    'guest|unverified|external|anonymous',
    'gast|nicht überprüft|nicht verifiziert|nicht bestätigt|extern|externer benutzer',
    'invité|invitée|non vérifié|non vérifiée|externe|invitado|invitada|no verificado|no comprobado|sin comprobar|sin verificar|externo|externa',
    'convidado|convidada|não verificado|não verificada|ospite|guest esterno|non verificato|non verificata|esterno|esterna|convidat|extern',
    'niet geverifieerd|niet gecontroleerd|gość|niezweryfikowany|niezweryfikowane|niezweryfikowano|zewnętrzny|zewnętrzne',
    'gäst|overifierad|ej verifierad|gjest|uverifisert|ubekreftet|ekstern|gæst|ikke bekræftet|ikke-bekræftet|uverificeret',
    'vieras|vahvistamaton|ulkoinen|host|neověřený|neověřeno|externí|hosť|neoverené|neoverený|externý|vendég|nem ellenőrzött|külső',
    'misafir|konuk|doğrulanmadı|doğrulanmamış|harici|oaspete|invitat|neverificat|гость|непроверенный|не проверено|внешний|гість|зовнішній|гост|външен',
    'επισκέπτης|μη επαληθευμένος|εξωτερικός|külaline|viesis|svečias|gost|nepreverjeno|neprovjereno|tamu|khách|ضيف|אורח|ผู้เยี่ยมชม|gwestai',
    'ゲスト|未確認|未検証|外部|来宾|未验证|來賓|未驗證|访客|訪客|게스트|확인되지 않음|외부',
  ].flatMap((words) => words.split('|').map(foldMark)),
)

const LAST_BRACKETS = /^(.*\S)\s*[(（]([^()（）]{1,30})[)）]$/u

/** `Jane Smith (Guest)` as the name and what stands in its last brackets; null without them. */
export function splitBrackets(name: string): { name: string; inside: string } | null {
  const [, before, inside] = LAST_BRACKETS.exec(name) ?? []
  return before === undefined || inside === undefined ? null : { name: before, inside: foldMark(inside) }
}

/**
 * Takes the marks of people from outside off a name: `(Guest)`, `(Unverified)`, `(External)`, in translation too. `more` holds
 * marks that a file was found to use beside those known. Other brackets belong to the name.
 */
export function splitGuestMark(
  written: string,
  more: ReadonlySet<string> = new Set(),
): { name: string; isGuest: boolean } {
  let name = written
  for (;;) {
    const found = splitBrackets(name)
    if (!found || !(MARKS.has(found.inside) || more.has(found.inside)))
      return { name, isGuest: name !== written }
    name = found.name
  }
}

function foldMark(mark: string): string {
  return mark.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()
}

const ORGANISER =
  /^(?:co-?)?(?:(?:meeting )?organi[sz]|organ[ui][sz]|besprechungsorganisator|järjestäjä|arrangör|arrangør|pořadatel|szervező|rendező|düzenle|开催者|主催者|開催者|组织者|組織者|召集人|이끌이|주최자|구성자|организатор|организатор|організатор|οργανωτής|διοργανωτής|penyelenggara|penganjur|ผู้จัด|người tổ chức|منظم|المنظم|מארגן|trefnydd|rīkotājs|korraldaja|skipuleggjandi)/iu

/** Whether a cell names the role of the one who called the meeting. */
export const isOrganiser = (cell: string): boolean => cell.length <= 40 && ORGANISER.test(cell)

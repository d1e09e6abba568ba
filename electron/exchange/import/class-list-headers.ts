/** What a column of a class list says about the pupil. */
export type PupilField =
  | 'legalForename'
  | 'legalSurname'
  | 'preferredForename'
  | 'preferredSurname'
  | 'name'
  | 'nameSurnameFirst'
  | 'nameForenameFirst'
  | 'upn'
  | 'admissionNumber'
  | 'dateOfBirth'
  | 'yearGroup'
  | 'class'

export type ContactPart = 'name' | 'forename' | 'surname' | 'relationship' | 'telephone' | 'email'

export type HeaderMeaning =
  | { kind: 'pupil'; field: PupilField; rank: number }
  | { kind: 'contact'; key: string; part: ContactPart }
  /** `Telephone` alone: it belongs to the contact whose columns stand before it, if there is one. */
  | { kind: 'contact-of-before'; part: ContactPart }
  | { kind: 'dropped' }
  | { kind: 'unknown' }

/** Headers folded to letters and digits, the surest first: where two columns say the same, the earlier one is read. */
const PUPIL_HEADERS: Readonly<Record<PupilField, readonly string[]>> = {
  legalForename: words(
    'legal forename, legal first name, legal given name, forename, first name, given name',
  ).concat(words('legal forenames, forenames, first names, given names, christian name')),
  legalSurname: words('legal surname, legal last name, legal family name, surname, last name, family name'),
  preferredForename: words('preferred forename, preferred first name, preferred given name, known as').concat(
    words('known as forename, known as first name, known as name, preferred name, chosen forename'),
    words('chosen first name, chosen name, called name, usual forename, usual first name, pref name'),
    words('pref forename, pref first name, nickname, known name'),
  ),
  preferredSurname: words('preferred surname, preferred last name, preferred family name').concat(
    words('known as surname, known as last name, chosen surname, chosen last name, usual surname'),
  ),
  name: words(
    'name, full name, legal name, legal full name, display name, name of pupil, name of child',
  ).concat(words('pupil, student, child, learner, pupils')),
  nameSurnameFirst: words(
    'surname forename, surname first name, last name first name, surname and forename',
  ).concat(words('legal surname forename, legal surname legal forename, family name given name')),
  nameForenameFirst: words(
    'forename surname, first name last name, first name surname, forename and surname',
  ),
  upn: words('UPN, unique pupil number, UPN number'),
  admissionNumber: words(
    'admission number, admission no, admission num, adm no, ad no, adm number, admissions number',
  ),
  dateOfBirth: words('date of birth, DOB, birth date, birthday, d o birth'),
  yearGroup: words(
    'year group, year, yr group, year grp, yr, NC year, NC year group, national curriculum year',
  ).concat(
    words('year taught in, curriculum year, actual NC year, NC year actual, NCY, yr grp, yr gp, year gp'),
  ),
  class: words(
    'class, class name, registration group, registration class, registration, registration form',
  ).concat(
    words('reg group, reg class, reg form, reg, form, form group, form class, form tutor group, tutor group'),
    words(
      'class group, class code, current class, form name, registration group name, group, teaching group',
    ),
    words('reg gp, reg grp, registration gp, registration grp, form gp, form grp, tutor gp, tutor grp'),
    words('class gp, class grp, teaching gp, teaching grp'),
  ),
}

const CONTACT_PARTS: Readonly<Record<ContactPart, readonly string[]>> = {
  name: words('name, full name'),
  forename: words('forename, first name'),
  surname: words('surname, last name'),
  relationship: words('relationship, relation, relationship to child, relationship to pupil'),
  telephone: words(
    'telephone, telephone number, tel, tel no, phone, phone number, main telephone, main phone',
  ).concat(
    words(
      'mobile, mobile number, mobile phone, mobile telephone, home telephone, home phone, contact number',
    ),
  ),
  email: words('email, email address, primary email, home email, main email'),
}

const BARE_PARTS: readonly ContactPart[] = ['relationship', 'telephone', 'email']

/** Columns a class list has no business bringing in: secrets, health, needs, benefits, beliefs. Never read. */
const PRIVATE_WORDS =
  /^(nhs\d*|sen|send|senco|ehcp?|fsm\d*|pp|ppg|gp|lac|cla|plac|cin|pin|passcode|doctor|surgery|diet|faith|health|allerg(y|ies|ens?)|asthma|asthmatic|inhalers?|epipens?|diabet(es|ic)|autis(m|tic)|asd|asc|adhd|dla|asn|epileptic|mobility|diagnos[ei]s|medicines?|medications?|epilepsy|dyslexia|prescriptions?|illness|pwd|pass(phrase|wort)|beliefs?|aln|camhs|asylum|traveller|idaci)$/
const PRIVATE_PHRASES =
  /password|passwd|medical|healthcare|specialeduc|specialneed|additionalneed|disab|benefit|freeschoolmeal|schoolmeal|premium|universalcredit|youngcarer|socialworker|vaccin|immunis|deprivation|ethnic|religio|dietary|lookedafter|childprotection|safeguard|incomesupport|freemeal|incare|carestatus|childinneed|accesscode|sexualorientation|impair|ever(?:6|six)|servicechild|medinfo|blood(?:group|type)|epipen|learningdifficult|freedinner|memorable(?:word|name|date)/

const LONGEST_HEADER = 200

/** Folded; a longer one says more than whose and what. */
const LONGEST_CONTACT = 60

const PUPIL_FIELDS = lookUp(PUPIL_HEADERS)
const PARTS = lookUp(CONTACT_PARTS)
const CONTACT =
  /^(emergency)?(?:primary|main)?(parentcarer|parentguardian|parentorcarer|parentorguardian|parent|carer|guardian|contact|mother|mum|father|dad)(\d*)(s?)(\w*?)(\d*)$/

/** What one header means, whatever its case, spaces, underscores and punctuation; without a note in brackets too. */
export function understandHeader(header: string): HeaderMeaning {
  if (header.length > LONGEST_HEADER) return { kind: 'unknown' }
  if (isPrivate(header)) return { kind: 'dropped' }
  const plain = fold(header.replace(/\([^)]*\)/g, ' '))
  const keys = [orderInBrackets(header), fold(header), plain].flatMap((key) => key ?? [])
  const field = [...keys, ...withoutOwner(plain)].map((key) => PUPIL_FIELDS.get(key)).find(Boolean)
  if (field) return { kind: 'pupil', field: field.value, rank: field.rank }
  return keys.map(understandContact).find((meaning) => meaning !== null) ?? { kind: 'unknown' }
}

/** `Name (Surname, Forename)` and `Full Name (Surname First)` say in brackets which name comes first. */
function orderInBrackets(header: string): string | null {
  const inside = fold(/\(([^)]*)\)/.exec(header)?.[1] ?? '')
  if (
    /^(legal)?(surname|lastname|familyname)(and)?(legal)?(first$|forename|firstname|givenname)/.test(inside)
  )
    return 'surnameforename'
  if (
    /^(legal)?(forename|firstname|givenname)(and)?(legal)?(first$|surname|lastname|familyname)/.test(inside)
  )
    return 'forenamesurname'
  return null
}

/** Without a leading `Child`, `Pupil's`, `Student`. Only for the pupil's own fields: a pupil's e-mail is no contact's. */
const withoutOwner = (key: string): string[] =>
  [/^(?:child|pupil|student|learner)/, /^(?:child|pupil|student|learner)s/].map((owner) =>
    key.replace(owner, ''),
  )

function understandContact(key: string): HeaderMeaning | null {
  if (key.length > LONGEST_CONTACT) return null
  const bare = PARTS.get(key)?.value
  if (bare && BARE_PARTS.includes(bare)) return { kind: 'contact-of-before', part: bare }
  const [, emergency = '', role = '', before = '', possessive = '', rest = '', after = ''] =
    CONTACT.exec(key) ?? []
  if (role === '') return null
  const part = rest === '' ? 'name' : (PARTS.get(rest)?.value ?? PARTS.get(possessive + rest)?.value)
  if (!part) return null
  const family = /^(?:mother|mum)$/.test(role) ? 'mother' : /^(?:father|dad)$/.test(role) ? 'father' : ''
  return { kind: 'contact', key: `${emergency}${family}${before || after || '1'}`, part }
}

/** `Reg Gp` and `Yr Gp` are groups; a `GP` alone is a doctor. */
const GROUP = /(year|yr|reg|registration|form|tutor|class|teaching)([ ._-]*)gp(?![\p{L}\p{N}])/giu

function isPrivate(written: string): boolean {
  const header = written.replace(GROUP, '$1$2group')
  const separated = header.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
  const isPrivateWord = separated
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => PRIVATE_WORDS.test(word.toLowerCase()))
  // `F.S.M.` and `S E N` are words of single letters.
  const joined = header.replace(/(?<![\p{L}\p{N}])(\p{L})[.\s]+(?=\p{L}(?![\p{L}\p{N}]))/gu, '$1')
  const isSpelled = joined.split(/[^\p{L}\p{N}]+/u).some((word) => PRIVATE_WORDS.test(word.toLowerCase()))
  return isPrivateWord || isSpelled || PRIVATE_PHRASES.test(fold(header))
}

/** Letters and digits only, lower case. */
export const fold = (header: string): string =>
  header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

function words(list: string): string[] {
  return list.split(',').map((phrase) => phrase.toLowerCase().replace(/\s/g, ''))
}

function lookUp<Name extends string>(
  table: Readonly<Record<Name, readonly string[]>>,
): Map<string, { value: Name; rank: number }> {
  const names = Object.keys(table) as Name[]
  return new Map(names.flatMap((value) => table[value].map((key, rank) => [key, { value, rank }] as const)))
}

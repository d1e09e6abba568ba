import { foldName, type PupilIdentity } from '../people.ts'
import type { SchoolDate } from '../times.ts'
import { adultForenames, forenames, ownPupils, surnames } from './names.ts'
import { createRandom, happens, inventId, pick, pickWeighted, type Random, shuffle } from './random.ts'

export type ExampleClass = { id: string; name: string; yearGroup: string }
export type ExamplePupil = { id: string; classId: string; identity: PupilIdentity }

export type PeopledClass = ExampleClass & { pupils: ExamplePupil[] }

type Names = Pick<PupilIdentity, 'legalForename' | 'legalSurname' | 'preferredForename' | 'preferredSurname'>

/** What no two invented people share: telephone numbers and serial numbers are dealt out, not drawn. */
type Dealt = { telephones: string[]; nextSerial: () => number }

/** The teacher's own class and three more. Who is in them never changes; their ids come from `ids`. */
export function inventClasses(today: SchoolDate, ids: Random): { own: PeopledClass; others: PeopledClass[] } {
  const random = createRandom('the people of the example school')
  const dealt = dealNumbers(random)
  const startYear = schoolYearOf(today)
  const peopled = (name: string, year: number, names: readonly Names[]): PeopledClass => {
    const classId = inventId(ids)
    const pupils = names.map((one) => {
      const identity = inventIdentity(random, dealt, one, { year, startYear })
      return { id: inventId(ids), classId, identity }
    })
    return { id: classId, name, yearGroup: `Year ${year}`, pupils }
  }
  return {
    own: peopled('5C', 5, ownPupils.map(namesOfOwn)),
    others: [
      peopled('3B', 3, inventNames(random, 28)),
      peopled('4A', 4, inventNames(random, 31)),
      peopled('6D', 6, inventNames(random, 29)),
    ],
  }
}

/** The year a school year began in: it turns on 1 September. */
function schoolYearOf(date: SchoolDate): number {
  const [year = 0, month = 1] = date.split('-').map(Number)
  return month >= 9 ? year : year - 1
}

/** Ofcom's numbers for drama, 01632 960000 to 960999: none of them ever rings. */
function dealNumbers(random: Random): Dealt {
  const endings = Array.from({ length: 1000 }, (_, ending) => String(ending).padStart(3, '0'))
  let serial = 0
  return {
    telephones: shuffle(random, endings).map((ending) => `01632 960${ending}`),
    nextSerial: () => (serial += 1),
  }
}

const namesOfOwn = (one: (typeof ownPupils)[number]): Names => ({
  legalForename: one.legalForename ?? one.forename,
  legalSurname: one.legalSurname ?? one.surname,
  ...(one.legalForename === undefined ? {} : { preferredForename: one.forename }),
  ...(one.legalSurname === undefined ? {} : { preferredSurname: one.surname }),
})

/** Names in the order of a class list. Two pupils share a forename, so that labels have something to do. */
function inventNames(random: Random, size: number): Names[] {
  const first = shuffle(random, forenames).slice(0, size - 1)
  const second = shuffle(random, surnames).slice(0, size)
  const collator = new Intl.Collator('en-GB')
  return second
    .map((legalSurname, index) => ({ legalForename: first[index] ?? first.at(-1) ?? '', legalSurname }))
    .toSorted((a, b) => collator.compare(a.legalSurname, b.legalSurname))
}

function inventIdentity(
  random: Random,
  dealt: Dealt,
  names: Names,
  { year, startYear }: { year: number; startYear: number },
): PupilIdentity {
  const serial = dealt.nextSerial()
  const adults = pickWeighted(random, [0, 2, 3])
  const surname = names.preferredSurname ?? names.legalSurname
  return {
    ...names,
    upn: inventUpn(startYear - year, serial),
    admissionNumber: `EX${String(serial).padStart(4, '0')}`,
    dateOfBirth: inventBirthday(random, startYear - year - 5),
    contacts: Array.from({ length: adults }, (_, place) => inventContact(random, dealt, surname, place)),
  }
}

/** A day of the school year that began in `startYear`: everybody born in it is taught together. */
function inventBirthday(random: Random, startYear: number): string {
  const first = Date.UTC(startYear, 8, 1)
  const days = (Date.UTC(startYear + 1, 8, 1) - first) / 86_400_000
  return new Date(first + Math.floor(random() * days) * 86_400_000).toISOString().slice(0, 10)
}

/**
 * A unique pupil number that is right in shape and check letter (DfE's rule: digits weighted 2 to 13, modulo 23), of
 * local authority 999 and establishment 9999, which do not exist.
 */
function inventUpn(yearGiven: number, serial: number): string {
  const digits = `9999999${String(yearGiven).slice(-2)}${String(serial).padStart(3, '0')}`
  const sum = Array.from(digits).reduce((total, digit, index) => total + Number(digit) * (index + 2), 0)
  return `${'ABCDEFGHJKLMNPQRTUVWXYZ'[sum % 23] ?? 'A'}${digits}`
}

/** Only letters every mail system takes; folding alone leaves a Polish ł standing. */
const mailPart = (name: string): string => foldName(name).replaceAll('ł', 'l')

function inventContact(random: Random, dealt: Dealt, pupilSurname: string, place: number) {
  const forename = pick(random, adultForenames) ?? ''
  const surname =
    place === 0 || happens(random, 0.7) ? pupilSurname : (pick(random, surnames) ?? pupilSurname)
  const relationship = ['Parent', 'Parent', 'Grandparent', 'Carer'][pickWeighted(random, [6, 6, 2, 1])]
  return {
    name: `${forename} ${surname}`,
    relationship: relationship ?? 'Parent',
    telephone: dealt.telephones.pop() ?? '01632 960000',
    email: `${mailPart(forename)}.${mailPart(surname)}@example.com`,
  }
}

import type { CheckItem, SightKind } from './checks.ts'
import type { NewEntry } from './events.ts'
import type { Lesson } from './lesson.ts'
import { type Receipts, without } from './packs.ts'
import type { Pupil, StaffMember } from './people.ts'
import { isWithinSchoolDay, termOf } from './school-calendar.ts'
import type { School } from './school.ts'
import { clockTime, fullDate, instantOf, schoolDateOf, weekdayName } from './times.ts'
import type { LessonTally } from './tally.ts'
import { type TrainingRecord, trainingStanding } from './training.ts'

/**
 * What the app sees of one check. `met` answers it; `not-met` can only be put right or passed over with a reason;
 * `unknown` leaves it to the teacher's word.
 */
export type Sighting = {
  item: string
  outcome: 'met' | 'not-met' | 'unknown'
  /** How it knows, in words short enough to stand beside the check. */
  says: string
  /** A reason given before, where the check is an exception already. */
  exception?: string
  /** The pupils it is about: those without the resources. */
  pupilIds?: readonly string[]
  /** Of how many. */
  outOf?: number
}

type Seen = Omit<Sighting, 'item'>

/** All that the app may look at. */
export type SightingFacts = {
  lesson: Lesson
  school: School
  me: StaffMember
  /** This computer's name, and the operating system's account that is signed in. */
  computer: { name: string; account: string }
  training: readonly TrainingRecord[]
  /** Keys of the terms in which the code of conduct was acknowledged. */
  conductTerms: readonly string[]
  /** Who is expected: pupils of the class who take part. */
  pupils: readonly Pupil[]
  /** How the pupils have the week's pack or the resources sent; null where nothing was recorded. */
  receipts: Receipts | null
}

const met = (says: string): Seen => ({ outcome: 'met', says })
const notMet = (says: string): Seen => ({ outcome: 'not-met', says })
const unknown = (says: string): Seen => ({ outcome: 'unknown', says })

/** What the app sees of those checks it can look at by itself. */
export const lookAt = (items: readonly CheckItem[], facts: SightingFacts): Sighting[] =>
  items.flatMap((item) => (item.sees ? [{ item: item.id, ...sights[item.sees](facts) }] : []))

/**
 * What the app writes into the log of a lesson that is being prepared: an answer for each open check it sees met or
 * knows the exception of, and open again what it answered and sees no longer. What a person answered stays.
 */
export function answersSeen(lesson: LessonTally, sightings: readonly Sighting[]): NewEntry[] {
  if (lesson.state !== 'preparing') return []
  return sightings.flatMap(({ item, outcome, says, exception }): NewEntry[] => {
    const answer = lesson.checks.get(item)
    const answered = (value: 'done' | 'not-applicable' | 'open', text: string): NewEntry[] => [
      { kind: 'check-answered', value: { item, answer: value, seen: true }, text: text.slice(0, 500) },
    ]
    if (answer === undefined && outcome === 'met') return answered('done', says)
    if (answer === undefined && exception !== undefined) return answered('not-applicable', exception)
    if (answer?.isSeen && answer.answer === 'done' && outcome !== 'met') return answered('open', says)
    return []
  })
}

const sights: Record<SightKind, (facts: SightingFacts) => Seen> = {
  device: seeDevice,
  account: seeAccount,
  timetable: seeTimetable,
  training: seeTraining,
  conduct: seeConduct,
  resources: seeResources,
  intention: seeIntention,
}

const isSame = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

/** staff.school-device: on the school's list, and signed in with one's own profile. */
function seeDevice({ school, me, computer }: SightingFacts): Seen {
  const { name, account } = computer
  const isListed = school.devices.some((one) => isSame(one, name))
  if (school.devices.length > 0 && !isListed) return notMet(`${name} is not on the school’s list`)
  if (me.account !== undefined && !isSame(me.account, account)) {
    return notMet(`${name}, signed in as ${account}, not as ${me.account}`)
  }
  if (!isListed) return unknown(`${name}; the school has no device list yet`)
  return me.account === undefined
    ? unknown(`${name}, signed in as ${account}: is that you?`)
    : met(`${name}, your own profile`)
}

/** staff.school-account: the meeting's address is in the school's domain, or below it. */
function seeAccount({ school }: SightingFacts): Seen {
  const address = school.teacherEmail.trim()
  const domain = school.domain.trim().replace(/^@/, '').toLowerCase()
  if (address === '' || domain === '') return unknown('No school address in Settings yet')
  const given = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  const isOurs = address.includes('@') && (given === domain || given.endsWith(`.${domain}`))
  return isOurs ? met(address) : notMet(`${address} is not under ${domain}`)
}

/** staff.within-day: in the shared timetable, which runs within the school day. */
function seeTimetable({ lesson, school }: SightingFacts): Seen {
  const when = `${weekdayName(lesson.startsAt).slice(0, 3)} ${clockTime(lesson.startsAt)}`
  const within = isWithinSchoolDay(school.calendar, lesson.startsAt, lesson.endsAt)
  if (lesson.outsideTimetable !== undefined) {
    return { ...notMet(`${when}, outside the timetable`), exception: lesson.outsideTimetable }
  }
  return within.ok ? met(`${when}, within the school day`) : notMet(within.reason)
}

/** head.training: every topic of the school is in date on the day of the lesson. */
function seeTraining({ school, training, lesson }: SightingFacts): Seen {
  const standing = trainingStanding(school.trainingTopics, training, schoolDateOf(lesson.startsAt))
  if (standing.length === 0) return unknown('The school has named no training yet')
  const missing = standing.filter(({ state }) => state !== 'in-date')
  if (missing.length === 0) return met('All in date')
  return notMet(
    missing
      .map(({ topic, record }) =>
        record?.expires
          ? `${topic.title}: overdue since ${fullDate(instantOf(record.expires, '12:00'))}`
          : `${topic.title}: not recorded`,
      )
      .join('; '),
  )
}

/** staff.conduct: acknowledged once a term. */
function seeConduct({ school, conductTerms, lesson }: SightingFacts): Seen {
  const term = termOf(school.calendar, schoolDateOf(lesson.startsAt))
  return conductTerms.includes(term.key)
    ? met(`Acknowledged, ${term.name}`)
    : notMet(`Not yet acknowledged, ${term.name}`)
}

/** staff.resources: sent, or the week's pack is with every pupil who takes part. */
function seeResources({ pupils, receipts }: SightingFacts): Seen {
  const outOf = pupils.length
  if (receipts === null) {
    const says = 'No pack or resources recorded this week'
    return { ...unknown(says), pupilIds: pupils.map(({ id }) => id), outOf }
  }
  const missing = without(pupils, receipts)
  const count = `${outOf - missing.length} of ${outOf}`
  if (missing.length === 0) return met(`${count} have them`)
  const named = missing.slice(0, 3).map(({ label }) => label)
  const more = missing.length > 3 ? ` and ${missing.length - 3} more` : ''
  return {
    ...notMet(`${count}: ${named.join(', ')}${more} without`),
    pupilIds: missing.map((one) => one.id),
    outOf,
  }
}

/** staff.needs: the learning intention and what is adapted for whom are on the lesson. */
function seeIntention({ lesson }: SightingFacts): Seen {
  const { learningIntention, adaptations } = lesson
  if (learningIntention.trim() === '') return notMet('No learning intention yet')
  if (adaptations === undefined) return notMet('Nobody has said yet what is adapted')
  if (adaptations.length === 0) return met('Nothing needs adapting')
  return met(adaptations.length === 1 ? '1 adaptation' : `${adaptations.length} adaptations`)
}

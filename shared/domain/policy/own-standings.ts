import { exceptionsAmong } from '../checks.ts'
import { pupilsInWords } from '../people.ts'
import { pupilTally, type PupilTally } from '../tally.ts'
import { fullDate, instantOf, type SchoolDate } from '../times.ts'
import { wasNotHeld } from './check-standing.ts'
import { reviewStanding } from './review.ts'
import type { PolicyFacts, Standing } from './standing-facts.ts'

type Tell = (facts: PolicyFacts) => Standing | null

const tell = (tone: Standing['tone'], words: string): Standing => ({ tone, words })
const inFull = (date: SchoolDate): string => fullDate(instantOf(date, '12:00'))

/** What the app knows of a clause today beside its checks, by clause id. */
export const ownStandings: Readonly<Record<string, Tell>> = {
  'head.timetable': tellTimetable,
  'head.training': (facts) => tellStaff(facts, facts.staff.untrained, 'training not in date'),
  'head.safeguarding': tellChecks,
  'head.packs': tellPacks,
  'head.pack-receipt': tellReceipts,
  'head.access': tellDifficulties,
  'staff.conduct': (facts) => tellStaff(facts, facts.staff.conductOpen, 'not acknowledged this term'),
  'staff.safeguarding': tellSafeguarding,
  'pupil.punctual': ofPupils(
    (one) => one.minutesLate > 0,
    (count) => `${pupilsInWords(count)} late today.`,
  ),
  'pupil.camera': ofPupils(
    (one) => one.camera === 'off',
    (count) => `${pupilsInWords(count)} with the camera off today, agreements left out.`,
  ),
  'pupil.behaviour': ofPupils(
    (one) => one.steps > 0,
    (count) => `${pupilsInWords(count)} on the ladder today.`,
  ),
  'pupil.mute': ofPupils(
    (one) => one.muteReminders > 0,
    (count) => `${pupilsInWords(count)} reminded today.`,
  ),
  'pupil.contribute': ofPupils(
    (one) => one.admittedAt !== null && !one.noticed,
    (count) => `${pupilsInWords(count)} not noticed yet in today’s lessons.`,
  ),
  'pupil.tasks': ofPupils(
    (one) => one.task !== null,
    (count) => `${pupilsInWords(count)} marked today.`,
  ),
  'parent.opt-out': ({ pupils }) =>
    tell(
      'none',
      pupils.optedOut === 1
        ? '1 pupil does not take part.'
        : `${pupilsInWords(pupils.optedOut)} do not take part.`,
    ),
  'parent.difficulty': tellDifficulties,
  'policy.review': ({ school, today }) => {
    const { isPast, adopted, words } = reviewStanding(school, today)
    return tell(isPast ? 'warn' : 'good', `${adopted}. ${words}.`)
  },
}

/** Pupils of whom something is so in a lesson of today, a pupil of two lessons counted in each. */
function ofPupils(is: (one: PupilTally) => boolean, inWords: (count: number) => string): Tell {
  return ({ lessons }) => {
    const begun = lessons.filter(({ tally }) => tally.liveAt !== null)
    if (begun.length === 0) return tell('none', 'No lesson has begun today.')
    const told = begun.flatMap(({ tally }) => [...tally.pupils.keys()].map((id) => pupilTally(tally, id)))
    return tell('none', inWords(told.filter(is).length))
  }
}

function tellTimetable({ lessons }: PolicyFacts): Standing {
  if (lessons.length === 0) return tell('none', 'No live lesson today.')
  const outside = lessons.filter(({ outsideTimetable }) => outsideTimetable !== undefined)
  const all = lessons.length === 1 ? '1 lesson today' : `${lessons.length} lessons today`
  if (outside.length === 0) return tell('good', `${all}, all in the timetable.`)
  const named = outside.map(({ className, subject }) => `${className} ${subject}`).join(', ')
  return tell('warn', `${all}. Outside the timetable: ${named}.`)
}

function tellStaff({ staff, toLeader }: PolicyFacts, missing: readonly string[], what: string): Standing {
  if (missing.length === 0) return tell('good', 'Everybody on the staff list is up to date.')
  const named = missing.slice(0, 3).join(', ')
  const more = missing.length > 3 ? ` and ${missing.length - 3} more` : ''
  return tell(
    'warn',
    `${missing.length} of ${staff.count} staff, ${what}${toLeader ? `: ${named}${more}` : ''}.`,
  )
}

function tellChecks({ lessons, now }: PolicyFacts): Standing {
  const held = lessons.filter((lesson) => !wasNotHeld(lesson, now))
  if (held.length === 0) return tell('none', 'No live lesson today.')
  const checks = held.flatMap((lesson) => lesson.checks)
  const done = checks.filter(({ answer }) => answer?.answer === 'done').length
  const passedOver = exceptionsAmong(checks).length
  const words = `${done} of ${checks.length} checks of today’s lessons done, ${passedOver} passed over.`
  if (passedOver > 0) return tell('warn', words)
  return tell(done === checks.length ? 'good' : 'open', words)
}

function tellPacks({ packs, today }: PolicyFacts): Standing {
  if (packs.length === 0) return tell('none', 'No class has a live lesson today.')
  const words = packs.map(({ className, pack }) => {
    if (pack === null) return `${className}: no pack recorded this week.`
    if (pack.approval === null) return `${className}: nobody has approved it yet.`
    if (pack.availableFrom > today) return `${className}: out from ${inFull(pack.availableFrom)}.`
    return `${className}: approved and out.`
  })
  const isLate = packs.some(
    ({ pack }) => pack !== null && pack.approval === null && pack.availableFrom <= today,
  )
  const isOut = packs.every(({ pack }) => pack?.approval && pack.availableFrom <= today)
  return tell(isLate ? 'warn' : isOut ? 'good' : 'open', words.join(' '))
}

function tellReceipts({ packs }: PolicyFacts): Standing {
  const known = packs.filter(({ pack }) => pack !== null)
  if (known.length === 0) return tell('none', 'No pack recorded this week.')
  const without = known.filter((one) => one.without > 0)
  if (without.length === 0) return tell('good', 'Every pupil who takes part has this week’s pack.')
  const words = without.map((one) => `${one.className}: ${pupilsInWords(one.without)} without.`)
  return tell('warn', words.join(' '))
}

function tellDifficulties({ pupils }: PolicyFacts): Standing {
  const { difficulties, unhelped } = pupils
  if (difficulties === 0) return tell('good', 'No pupil is known to have trouble joining.')
  const known =
    difficulties === 1 ? '1 pupil has trouble joining' : `${difficulties} pupils have trouble joining`
  return unhelped === 0
    ? tell('open', `${known}; something is being done for each.`)
    : tell('warn', `${known}; for ${unhelped} nothing is being done yet.`)
}

function tellSafeguarding({ school }: PolicyFacts): Standing {
  const { edition, checked } = school.safeguarding
  if (edition === '') return tell('warn', 'No edition is named yet.')
  if (checked === null) return tell('open', `${edition}. Nobody has said when it was last checked.`)
  return tell('good', `${edition}, last checked ${inFull(checked)}.`)
}

import type { Joining } from '../joining.ts'
import { nothingKnown } from '../joining.ts'
import { type Pack, type Receipts, weekOf } from '../packs.ts'
import { calledForename, type StaffMember } from '../people.ts'
import type { School } from '../school.ts'
import { termOf } from '../school-calendar.ts'
import { addDays, instantOf, type SchoolDate } from '../times.ts'
import type { TrainingRecord } from '../training.ts'
import type { PeopledClass } from './people.ts'
import { inventId, type Random } from './random.ts'

/** What the checks of the example find: training, conduct, packs, and how pupils join. */
export type ExampleEvidence = {
  training: TrainingRecord[]
  acknowledgements: { staffId: string; term: string; at: number }[]
  pack: Pack
  receipts: Receipts
  joinings: { pupilId: string; known: Joining }[]
}

type Cast = {
  school: School
  staff: readonly StaffMember[]
  leaderId: string
  /** Who may be second adult. */
  colleagueIds: readonly string[]
  ownClass: PeopledClass
  otherClasses: readonly PeopledClass[]
}

/** As of a day: all in order, but for two pupils without the week's pack, and one training of an assistant. */
export function inventEvidence(today: SchoolDate, cast: Cast, ids: Random): ExampleEvidence {
  const { school, staff, leaderId, ownClass } = cast
  const week = weekOf(today)
  const called = (forename: string) =>
    ownClass.pupils.find(({ identity }) => calledForename(identity) === forename)
  const without = new Set(['Kofi', 'Rosa'].map((forename) => called(forename)?.id))
  return {
    training: inventTraining(today, cast, ids),
    acknowledgements: staff.map(({ id: staffId }, place) => ({
      staffId,
      term: termOf(school.calendar, today).key,
      at: instantOf(addDays(today, -10), `08:${20 + place}`),
    })),
    pack: {
      id: inventId(ids),
      classId: ownClass.id,
      week,
      contents: 'Maths booklet, reading book chapters 3 and 4, squared paper, spring for the forces lesson',
      availableFrom: addDays(week, -3),
      approval: { staffId: leaderId, at: instantOf(addDays(week, -4), '15:05') },
    },
    receipts: Object.fromEntries(
      ownClass.pupils
        .filter(({ id }) => !without.has(id))
        .map(({ id }, place) => [id, place % 9 === 4 ? 'delivered' : 'collected'] as const),
    ),
    joinings: [
      ...knownJoinings.flatMap(({ forename, ...known }) => {
        const pupilId = called(forename)?.id
        return pupilId === undefined ? [] : [{ pupilId, known: { ...nothingKnown, ...known } }]
      }),
      ...optedOutOf(today, cast),
    ],
  }
}

/** Everybody's is in date, but for an assistant whose latest Online safety has run out. */
function inventTraining(today: SchoolDate, { school, staff, colleagueIds }: Cast, ids: Random) {
  const behind = colleagueIds.at(2)
  return staff.flatMap(({ id: staffId }, person) =>
    school.trainingTopics.map(({ id: topic }, place): TrainingRecord => {
      const ago = 120 + place * 9 + (staffId === behind && topic === 'online-safety' ? 256 : 0)
      return {
        id: inventId(ids),
        staffId,
        topic,
        date: addDays(today, -ago),
        expires: addDays(today, 365 - ago),
        confidence: 3 + ((person + 1) % 3),
      }
    }),
  )
}

/** One pupil, of a class that is not the teacher's own. */
const optedOutOf = (today: SchoolDate, { otherClasses }: Cast): ExampleEvidence['joinings'] =>
  (otherClasses[0]?.pupils ?? []).slice(4, 5).map(({ id: pupilId }) => {
    const optOut = { since: addDays(today, -12), toldBy: 'Parent, by telephone to the office' }
    return { pupilId, known: { ...nothingKnown, optOut } }
  })

const knownJoinings: readonly (Partial<Joining> & { forename: string })[] = [
  { forename: 'Leila', nicknames: ['Lulu'] },
  { forename: 'Callum', sharedDevices: ['iPad de Siobhan'] },
  {
    forename: 'Omar',
    difficulty: { what: 'Shares a laptop with his brother until 10:00', doing: 'Loan tablet asked for' },
  },
]

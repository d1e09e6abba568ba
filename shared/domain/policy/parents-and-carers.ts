import { type Clause, planned } from './clause.ts'
import { screens } from './screens.ts'

const clauses: readonly Omit<Clause, 'binds'>[] = [
  {
    id: 'parent.opt-out',
    title: 'Not taking part',
    asks: 'A family that wants no part in live lessons says so.',
    satisfiedBy: 'Since when and who said so are known; such a pupil is never absent and never let in.',
    metBy: [screens.pupils, screens.checklist],
  },
  {
    id: 'parent.difficulty',
    title: 'Trouble with joining',
    asks: 'A family that cannot get into lessons says so.',
    satisfiedBy: 'What is in the way, and what is being done, stand with the pupil until it is solved.',
    metBy: [screens.pupils],
  },
  {
    id: 'parent.absence',
    title: 'Away for a reason',
    asks: 'A family tells the school when a child cannot come, and why.',
    satisfiedBy: 'The reason, who gave it and when stand beside the day’s lessons.',
    metBy: [planned('the log of absences told by families')],
  },
  {
    id: 'parent.support',
    title: 'Support at home',
    asks: 'A child has the pack, the equipment, a place to work and, where it can be, somebody to help.',
    satisfiedBy: 'The pack is marked as received; equipment, place and person are known or asked about.',
    metBy: [screens.packs, planned('what is known of support at home')],
  },
  {
    id: 'parent.learning-difficulty',
    title: 'Trouble with the learning',
    asks: 'A family that sees a child struggle with the work tells the school.',
    satisfiedBy: 'Each such word from home has somebody who answers it, and the answer.',
    metBy: [planned('the contact log')],
  },
  {
    id: 'parent.promote',
    title: 'Standing behind the school',
    asks: 'Families back good behaviour and a good attitude to work.',
    satisfiedBy: 'They get to see it: a note of praise or a certificate made from the day’s points.',
    metBy: [screens.signOff, planned('praise notes for home')],
  },
]

export const parentClauses = clauses.map((one): Clause => ({ ...one, binds: 'parents-and-carers' }))

import { type Clause, rule } from './clause.ts'
import { screens } from './screens.ts'

const clauses: readonly Omit<Clause, 'binds'>[] = [
  {
    id: 'pupil.equipment',
    title: 'Ready with equipment',
    asks: 'Pupils begin a lesson with everything they need at hand.',
    satisfiedBy: 'For each pupil: ready, or what is missing.',
    metBy: [screens.live, screens.signOff],
  },
  {
    id: 'pupil.punctual',
    title: 'On time',
    asks: 'Pupils come to every lesson when it begins.',
    satisfiedBy: 'Minutes late and leaving early are marked live or at signing off.',
    metBy: [screens.live, screens.signOff],
  },
  {
    id: 'pupil.camera',
    title: 'Camera on',
    asks: 'Pupils can be seen throughout, unless an adult agreed that they need not be.',
    satisfiedBy:
      'Camera on, off, or off by agreement is marked; an agreement (whose, why, until when) never counts against a pupil.',
    metBy: [screens.live, screens.signOff, screens.pupils, rule('joining.ts', 'isCameraAgreedOn')],
  },
  {
    id: 'pupil.own-name',
    title: 'Own name',
    asks: 'Pupils come under the name they are known by in school.',
    satisfiedBy:
      'A name that is not the pupil’s own is matched by an adult before they are let in, or put right live.',
    metBy: [screens.checklist, screens.pupils, screens.live],
  },
  {
    id: 'pupil.behaviour',
    title: 'Behaviour as in school',
    asks: 'Pupils behave and work as well as they do in school.',
    satisfiedBy: 'Praise and steps of the ladder are taps in the live panel.',
    metBy: [screens.live, rule('record.ts', 'mayRecord'), rule('ladder.ts', 'raisesIncident')],
  },
  {
    id: 'pupil.relationships',
    title: 'Kind to one another',
    asks: 'Pupils treat their teacher and each other as well as they do in school.',
    satisfiedBy: 'Kindness and working together are praised; unkindness has a step of its own.',
    metBy: [screens.live, rule('ladder.ts', 'placeAfter')],
  },
  {
    id: 'pupil.mute',
    title: 'Muted unless speaking',
    asks: 'Pupils keep their microphones off unless it is their turn.',
    satisfiedBy: 'Reminders are counted, one tap each.',
    metBy: [screens.live],
  },
  {
    id: 'pupil.contribute',
    title: 'Taking an active part',
    asks: 'Pupils join in with the lesson.',
    satisfiedBy: 'Contributions are counted, and who has not been noticed yet is always in view.',
    metBy: [screens.live],
  },
  {
    id: 'pupil.tasks',
    title: 'Doing one’s best',
    asks: 'Pupils finish what they are set as well as they can.',
    satisfiedBy: 'Task and attitude to learning are marked for each pupil, live or before signing.',
    metBy: [screens.live, screens.signOff],
  },
]

export const pupilClauses = clauses.map((one): Clause => ({ ...one, binds: 'pupils' }))

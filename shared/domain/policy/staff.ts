import { check, type Clause, planned, rule } from './clause.ts'
import { screens } from './screens.ts'

const beforeAndAtAdmission: readonly Omit<Clause, 'binds'>[] = [
  {
    id: 'staff.school-account',
    title: 'The school’s account',
    asks: 'The meeting is opened from an account that belongs to the school.',
    satisfiedBy: 'The address in use is in the school’s domain.',
    metBy: [check('school-account'), rule('sightings.ts', 'lookAt')],
  },
  {
    id: 'staff.school-device',
    title: 'The school’s device',
    asks: 'Teaching is done on a computer of the school, signed in as oneself.',
    satisfiedBy:
      'This computer is on the school’s list and the profile is the teacher’s own; else a leader sees why not.',
    metBy: [check('school-device'), screens.settings, rule('sightings.ts', 'lookAt')],
  },
  {
    id: 'staff.conduct',
    title: 'Code of conduct',
    asks: 'Adults keep the bounds of their profession with children and with each other.',
    satisfiedBy: 'The code was read and acknowledged this term, and is one tap away.',
    metBy: [check('conduct'), screens.staff],
  },
  {
    id: 'staff.safeguarding',
    title: 'Safeguarding guidance',
    asks: 'The national guidance and the school’s own rules on safeguarding are followed, in the edition in force.',
    satisfiedBy:
      'The edition was looked at lately; a concern goes to the safeguarding lead and is not kept here.',
    metBy: [screens.settings, screens.checklist, planned('the note that a referral was made')],
  },
  {
    id: 'staff.second-adult',
    title: 'A second adult',
    asks: 'Wherever it can be done two adults are there; else pupils come in by twos or more and all go together.',
    satisfiedBy: 'A second adult is in, or nobody came in alone; the lesson had one end for everybody.',
    metBy: [
      check('second-adult'),
      screens.checklist,
      screens.live,
      rule('lesson.ts', 'mayAdmit'),
      rule('lesson.ts', 'guardAlert'),
      rule('record.ts', 'mayRecord'),
    ],
  },
  {
    id: 'staff.within-day',
    title: 'Inside the school day',
    asks: 'Children are met in lessons of the timetable only, at the hours of school.',
    satisfiedBy: 'The lesson is in the timetable and the school day, or a leader sees why it is not.',
    metBy: [check('timetable'), screens.timetable, rule('school-calendar.ts', 'isWithinSchoolDay')],
  },
  {
    id: 'staff.neutral-area',
    title: 'A neutral place',
    asks: 'Nothing private or unfit for children is behind the teacher, or to be heard.',
    satisfiedBy: 'The teacher looked at the picture of the camera and at what can be overheard.',
    metBy: [check('neutral-area'), check('nothing-overheard'), screens.checklist],
  },
  {
    id: 'staff.resources',
    title: 'Resources before the lesson',
    asks: 'What is needed for a lesson reaches the children ahead of it.',
    satisfiedBy: 'Every pupil who takes part has the pack or what was sent; those without are named.',
    metBy: [check('resources'), screens.packs],
  },
  {
    id: 'staff.needs',
    title: 'Fit for those who come',
    asks: 'The intention and materials of a lesson fit the children in it.',
    satisfiedBy: 'The lesson has its intention, and says what is adapted for whom or that nothing is.',
    metBy: [check('intention'), screens.plan],
  },
  {
    id: 'staff.expected-names',
    title: 'Only expected names',
    asks: 'Only children who are due in the lesson are let in, and their names stay on screen.',
    satisfiedBy:
      'Each waiting name was matched with the class before it was ticked; the rest stayed outside.',
    metBy: [
      check('names'),
      screens.checklist,
      screens.pupils,
      rule('names/match-names.ts', 'matchNames'),
      rule('record.ts', 'mayRecord'),
    ],
  },
  {
    id: 'staff.chat',
    title: 'Chat for all to see',
    asks: 'There is no chat that only some can read.',
    satisfiedBy: 'Chat was set to reach everyone before pupils came in.',
    metBy: [check('chat')],
  },
  {
    id: 'staff.mute',
    title: 'Muted unless speaking',
    asks: 'Microphones are off but for the one who speaks.',
    satisfiedBy: 'Pupils enter muted; live, one tap reminds.',
    metBy: [check('mute'), screens.live],
  },
]

const duringAndAfter: readonly Omit<Clause, 'binds'>[] = [
  {
    id: 'staff.parent-contact',
    title: 'Contact through families',
    asks: 'Outside a lesson only a parent or carer is contacted, through their details on file and from a school device.',
    satisfiedBy: 'Each contact is in a log with whom, how and from which device; none is with a pupil.',
    metBy: [planned('the contact log')],
  },
  {
    id: 'staff.standards',
    title: 'The same standards as in class',
    asks: 'Behaviour is judged and praised live as it is in school.',
    satisfiedBy: 'Behaviours, steps and their points are one set for all staff; nothing else can be awarded.',
    metBy: [screens.scheme, screens.live, rule('record.ts', 'mayRecord')],
  },
  {
    id: 'staff.escalate',
    title: 'Taken to a senior leader',
    asks: 'Behaviour that cannot be accepted reaches a senior leader.',
    satisfiedBy:
      'From any pupil one action raises an incident, told at signing off; it reaches the leader with the day’s export.',
    metBy: [
      screens.live,
      screens.signOff,
      rule('ladder.ts', 'raisesIncident'),
      rule('incidents.ts', 'incidentsOf'),
    ],
  },
  {
    id: 'staff.rewards',
    title: 'The school’s rewards',
    asks: 'Praise counts towards the same rewards as in school.',
    satisfiedBy:
      'Points are given live by the school’s scheme; a level reached is shown to the teacher, and its certificate prepared.',
    metBy: [
      screens.scheme,
      screens.live,
      screens.signOff,
      rule('rewards.ts', 'certificatesEarned'),
      planned('houses'),
    ],
  },
  {
    id: 'staff.feedback',
    title: 'Feedback while it helps',
    asks: 'Misunderstandings are seen and answered while the lesson is still fresh.',
    satisfiedBy: 'Notes made live or at signing off come back when the class’s next lesson is prepared.',
    metBy: [screens.live, screens.signOff, screens.plan, rule('notes.ts', 'notesComingBack')],
  },
]

export const staffClauses = [...beforeAndAtAdmission, ...duringAndAfter].map((one): Clause => ({
  ...one,
  binds: 'staff',
}))

/** Clauses that act before pupils come in or as they do: each is held to by a check or a rule. */
export const idsBeforeAdmission: readonly string[] = beforeAndAtAdmission
  .map(({ id }) => id)
  .filter((id) => id !== 'staff.safeguarding')

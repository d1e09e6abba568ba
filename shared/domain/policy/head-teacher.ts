import { check, type Clause, planned, rule } from './clause.ts'
import { screens } from './screens.ts'

const clauses: readonly Omit<Clause, 'binds'>[] = [
  {
    id: 'head.technology',
    title: 'Technology that works',
    asks: 'Staff have equipment and software fit for teaching live, got with help from outside where needed.',
    satisfiedBy:
      'Each problem or wish is on a list with who is helping and since when, and has an outcome when closed.',
    metBy: [planned('the list of technology requests')],
  },
  {
    id: 'head.helpline',
    title: 'Breaches of safe practice',
    asks: 'A breach of safe practice is taken to the national helpline for professionals.',
    satisfiedBy:
      'The helpline’s details were looked at lately, and each contact with it is noted: when, and by whom.',
    metBy: [planned('the form for breaches of practice')],
  },
  {
    id: 'head.timetable',
    title: 'A shared timetable',
    asks: 'Live lessons follow one timetable that suits the curriculum and that every member of staff can see.',
    satisfiedBy:
      'Each lesson has its time, subject, intention and adults; clashes are refused or approved by a leader.',
    metBy: [screens.timetable, check('timetable'), rule('school-calendar.ts', 'isWithinSchoolDay')],
  },
  {
    id: 'head.training',
    title: 'Trained and confident staff',
    asks: 'Staff are trained before they teach live, and feel sure of the video platform and of safe practice.',
    satisfiedBy: 'Every topic the school names is in date for each person, with how sure they feel.',
    metBy: [check('training'), screens.staff, rule('training.ts', 'trainingStanding')],
  },
  {
    id: 'head.safeguarding',
    title: 'Procedures kept',
    asks: 'What protects children is done in every lesson, and a leader can see that it was.',
    satisfiedBy: 'For each lesson the checks done, passed over with a reason, or left open can be read.',
    metBy: [screens.policy, screens.checklistEditor, rule('checks.ts', 'exceptionsAmong')],
  },
  {
    id: 'head.packs',
    title: 'Packs right and in time',
    asks: 'Learning packs suit the children and can be picked up before they are needed.',
    satisfiedBy: 'The week’s pack of each class was approved by name and is out by its date.',
    metBy: [screens.packs],
  },
  {
    id: 'head.access',
    title: 'Every child can join',
    asks: 'Families and school make sure between them that no child is kept out by a device or connection.',
    satisfiedBy: 'For each child who cannot join easily it says what is in the way and what is being done.',
    metBy: [screens.pupils],
  },
  {
    id: 'head.pack-receipt',
    title: 'Every child has the pack',
    asks: 'No child is left without the home learning pack.',
    satisfiedBy: 'Each pupil is marked as having it; the rest stand on a list with whom to ring.',
    metBy: [screens.packs, check('resources')],
  },
  {
    id: 'head.monitor',
    title: 'Attendance and attitude over time',
    asks: 'Taking part, being on time, behaviour and attitude are followed beyond the single lesson.',
    satisfiedBy: 'Charts and tables show them by pupil, class and year group.',
    metBy: [planned('monitoring over time')],
  },
  {
    id: 'head.incidents',
    title: 'Incidents dealt with',
    asks: 'Behaviour that cannot be accepted is dealt with by the school’s own ladder.',
    satisfiedBy: 'Every incident is with a leader, has its action, and was closed by a person.',
    metBy: [screens.live, screens.signOff, planned('an incident’s way from open to closed')],
  },
  {
    id: 'head.quality',
    title: 'Quality of teaching',
    asks: 'Lessons are visited, and what could be better is made better.',
    satisfiedBy: 'Visit notes have an agreed action with an owner and a date, and none is forgotten.',
    metBy: [planned('visits to lessons')],
  },
  {
    id: 'head.governors',
    title: 'Leaders and governors informed',
    asks: 'Leaders and governors know what is in place and whether it works.',
    satisfiedBy: 'A report of counts and trends names nobody and hides small numbers.',
    metBy: [planned('the report for governors')],
  },
]

export const headTeacherClauses = clauses.map((one): Clause => ({ ...one, binds: 'head-teacher' }))

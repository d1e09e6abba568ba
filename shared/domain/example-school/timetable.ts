import type { Adaptation } from '../lesson.ts'
import { addDays, type SchoolDate, weekdayOf } from '../times.ts'

/** A lesson as the timetable has it. Clock times are the school's, `HH:MM`. */
export type Slot = {
  date: SchoolDate
  from: string
  until: string
  subject: string
  learningIntention: string
  adaptations?: Adaptation[]
}

type Period = { from: string; until: string; subjects: Record<number, string> }

/** Subjects by weekday, Monday is 1. Wednesday has two lessons. */
export const periods: readonly Period[] = [
  { from: '09:30', until: '10:10', subjects: { 1: 'Maths', 2: 'Maths', 3: 'Maths', 4: 'Maths', 5: 'Maths' } },
  {
    from: '11:00',
    until: '11:30',
    subjects: { 1: 'Reading', 2: 'Writing', 3: 'Reading', 4: 'Writing', 5: 'Reading' },
  },
  { from: '13:30', until: '14:10', subjects: { 1: 'Science', 2: 'History', 4: 'Science', 5: 'Geography' } },
]

/** Three weeks of each subject, in the order taught, leading up to the lessons of today. */
const intentions: Record<string, readonly string[]> = {
  Maths: [
    'Multiples and factors',
    'Prime, square and cube numbers',
    'Multiply by 10, 100 and 1,000',
    'Short multiplication',
    'Short division with remainders',
    'Multiplication and division problems',
    'Equivalent fractions',
    'Improper fractions and mixed numbers',
    'Compare and order fractions',
    'Fractions greater than one',
    'Add fractions, same denominator',
    'Subtract fractions, same denominator',
    'Add fractions, different denominators',
    'Multiply a fraction by a whole number',
    'Unit fractions of amounts',
  ],
  Reading: [
    'Predicting from the cover and blurb',
    'Retrieval: chapter 1',
    'New words: chapter 1',
    'Summarising: chapter 2',
    'How a character feels: chapter 2',
    'Reading aloud with expression',
    'Retrieval: chapter 3',
    'The author’s choice of words',
    'Inference: chapter 3',
  ],
  Writing: [
    'Expanded noun phrases',
    'Describing a setting',
    'Relative clauses',
    'Planning a diary entry',
    'Writing a diary entry',
    'Editing our diary entries',
  ],
  Science: [
    'Gravity and falling objects',
    'Measuring forces in newtons',
    'Air resistance: parachutes',
    'Planning a fair test',
    'Water resistance',
    'Levers and pulleys',
  ],
  History: ['Who were the Anglo-Saxons?', 'Evidence from Sutton Hoo', 'Life in an Anglo-Saxon village'],
  Geography: ['Reading contour lines', 'How rivers shape the land', 'The journey of the River Severn'],
}

const DAYS_OF_HISTORY = 21

/** The lessons of the three weeks before `today` by day, oldest first: 15 school days, whatever day today is. */
export function daysBefore(today: SchoolDate): { date: SchoolDate; slots: Slot[] }[] {
  const taught = new Map<string, number>()
  return Array.from({ length: DAYS_OF_HISTORY }, (_, index) => addDays(today, index - DAYS_OF_HISTORY))
    .filter((date) => weekdayOf(date) <= 5)
    .map((date) => ({ date, slots: slotsOfDay(date, taught) }))
}

/** `taught` counts each subject's lessons so far and goes on counting. */
function slotsOfDay(date: SchoolDate, taught: Map<string, number>): Slot[] {
  return periods.flatMap(({ from, until, subjects }) => {
    const subject = subjects[weekdayOf(date)]
    if (subject === undefined) return []
    const before = taught.get(subject) ?? 0
    taught.set(subject, before + 1)
    return [{ date, from, until, subject, learningIntention: intentions[subject]?.[before] ?? subject }]
  })
}

/** The same three on every day, at weekends too, so that trying the app never starts on an empty page. */
export const slotsOf = (today: SchoolDate): Slot[] => [
  {
    date: today,
    from: '09:30',
    until: '10:10',
    subject: 'Maths',
    learningIntention: 'Fractions of amounts',
    adaptations: [{ text: 'Bar models to draw on; numbers to 40 first', pupilIds: [] }],
  },
  {
    date: today,
    from: '11:00',
    until: '11:30',
    subject: 'Reading',
    learningIntention: 'Inference: chapter 4',
  },
  {
    date: today,
    from: '13:30',
    until: '14:10',
    subject: 'Science',
    learningIntention: 'Forces and friction',
  },
]

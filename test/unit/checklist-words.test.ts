import { expect, it } from 'vitest'
import {
  countInWords,
  exceptionsInWords,
  nextNeed,
  startInWords,
} from '../../renderer/features/checklist/checklist-words.ts'
import type { LessonFacts } from '../../shared/domain/lesson.ts'
import { minutes } from '../../shared/domain/times.ts'

const facts: LessonFacts = {
  state: 'preparing',
  openChecks: [],
  secondAdultIn: true,
  secondAdultGone: false,
  waiting: 0,
  present: 0,
  unreconciled: 0,
}
const open = (count: number) => ({ ...facts, openChecks: Array.from({ length: count }, () => 'A check') })
const of = (required: number) => ({ all: required, required, optionalOpen: 0 })

it('counts in words up to twelve', () => {
  expect([0, 1, 9, 12, 13].map(countInWords)).toEqual(['none', 'one', 'nine', 'twelve', '13'])
})

it('says what admitting waits for', () => {
  expect(nextNeed(open(9), of(9), false)).toBe('Admitting opens when all nine are answered.')
  expect(nextNeed(open(4), of(9), false)).toBe('Admitting opens when all nine are answered.')
  expect(nextNeed(open(1), of(9), false)).toBe('Admitting opens when the last one is answered.')
  expect(nextNeed(open(2), of(2), false)).toBe('Admitting opens when both checks are answered.')
  expect(nextNeed(open(1), of(1), false)).toBe('Admitting opens when the check is answered.')
  expect(nextNeed({ ...facts, secondAdultIn: false, waiting: 1 }, of(9), false)).toBe(
    'Admitting opens when two pupils are waiting.',
  )
  expect(nextNeed(facts, of(9), false)).toBe('Paste or tick who is in the waiting room.')
  expect(nextNeed({ ...facts, waiting: 3 }, of(9), true)).toBe(
    'Admit them in the meeting and here at the same moment.',
  )
  expect(nextNeed({ ...facts, present: 3 }, of(9), true)).toBe(
    'Start the lesson when everybody you expect is in.',
  )
})

it('says what is optional, and that it holds nothing up', () => {
  const some = { all: 9, required: 7, optionalOpen: 2 }
  expect(nextNeed(open(4), some, false)).toBe('Admitting opens when all seven required ones are answered.')
  expect(nextNeed(open(1), some, false)).toBe('Admitting opens when the last required one is answered.')
  expect(nextNeed(open(2), { ...some, required: 2 }, false)).toBe(
    'Admitting opens when both required ones are answered.',
  )
  expect(nextNeed(facts, some, false)).toBe('The two left are optional.')
  expect(nextNeed(facts, { ...some, optionalOpen: 1 }, false)).toBe('The check left is optional.')
  expect(nextNeed({ ...facts, state: 'admitting' }, some, false)).toBe(
    'Paste or tick who is in the waiting room.',
  )
})

it('tells the time of the lesson, and how near it is while it is near', () => {
  const halfPastNine = Date.UTC(2021, 0, 18, 9, 30)
  expect(startInWords(halfPastNine, halfPastNine - minutes(8))).toBe('09:30 · in 8 minutes')
  expect(startInWords(halfPastNine, halfPastNine + minutes(5))).toBe('09:30 · 5 minutes ago')
  expect(startInWords(halfPastNine, halfPastNine - minutes(300))).toBe('09:30')
})

it('counts the checks that were passed over', () => {
  expect(exceptionsInWords(1)).toBe('1 check passed over; a leader will see why.')
  expect(exceptionsInWords(2)).toBe('2 checks passed over; a leader will see why.')
})

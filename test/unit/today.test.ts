import { describe, expect, it } from 'vitest'
import { focusOf, type LessonCard } from '../../shared/domain/today.ts'
import { minutes } from '../../shared/domain/times.ts'
import { idOf } from '../support/log-fixture.ts'

const NOON = Date.UTC(2021, 0, 18, 12)

const card = (n: number, state: LessonCard['state'], startsIn = n): LessonCard => ({
  id: idOf(n),
  classId: idOf(50),
  className: '5C',
  subject: 'Maths',
  learningIntention: 'Fractions',
  startsAt: NOON + minutes(startsIn),
  endsAt: NOON + minutes(startsIn + 40),
  state,
  checksAnswered: 0,
  checksTotal: 9,
  secondAdultNamed: false,
  pupilCount: 30,
  incidentsToDescribe: 0,
})
const focus = (...cards: LessonCard[]) => focusOf(cards, NOON)?.id

describe('the one big next step', () => {
  it('is the lesson that is live, before anything else', () => {
    expect(focus(card(1, 'preparing'), card(2, 'live'), card(3, 'planned'))).toBe(idOf(2))
  })
  it('is a lesson that begins soon, not a later one that was only looked at', () => {
    expect(focus(card(1, 'planned', 8), card(2, 'preparing', 240))).toBe(idOf(1))
  })
  it('is signing off before a lesson that is an hour away, and after one that is soon', () => {
    expect(focus(card(1, 'ended', -50), card(2, 'planned', 60))).toBe(idOf(1))
    expect(focus(card(1, 'ended', -50), card(2, 'planned', 10))).toBe(idOf(2))
  })
  it('is the next planned lesson, not one whose time has passed', () => {
    expect(focus(card(1, 'planned', -60), card(2, 'planned', 60))).toBe(idOf(2))
  })
  it('is signing off when nothing else comes', () => {
    expect(focus(card(1, 'ended'), card(2, 'exported'))).toBe(idOf(1))
  })
  it('is nothing when the day is done', () => {
    expect(focus(card(1, 'exported'), card(2, 'signed-off'))).toBeUndefined()
  })
})

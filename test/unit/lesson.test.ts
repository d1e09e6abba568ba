import { describe, expect, it } from 'vitest'
import {
  guardAlert,
  isLoud,
  type LessonFacts,
  lessonStates,
  type LessonState,
  mayAdmit,
  mayMove,
} from '../../shared/domain/lesson.ts'

const ready: LessonFacts = {
  state: 'planned',
  openChecks: [],
  secondAdultIn: true,
  secondAdultGone: false,
  waiting: 5,
  present: 5,
  unreconciled: 0,
}
const facts = (change: Partial<LessonFacts>): LessonFacts => ({ ...ready, ...change })

/** Every move of product.md; any other is refused. */
const legal: readonly [LessonState, LessonState][] = [
  ['planned', 'preparing'],
  ['preparing', 'admitting'],
  ['admitting', 'live'],
  ['admitting', 'preparing'],
  ['live', 'ended'],
  ['ended', 'signed-off'],
  ['ended', 'live'],
  ['signed-off', 'exported'],
  ['signed-off', 'ended'],
  ['exported', 'exported'],
  ['exported', 'ended'],
]

describe('the life of a lesson', () => {
  const isLegal = (from: LessonState, to: LessonState) => legal.some(([a, b]) => a === from && b === to)
  const pairs = lessonStates.flatMap((from) => lessonStates.map((to) => [from, to] as const))

  it.each(pairs)('from %s to %s', (from, to) => {
    const verdict = mayMove(facts({ state: from }), to)
    expect(verdict.ok).toBe(isLegal(from, to))
    if (!verdict.ok) expect(verdict.reason).toMatch(/^A lesson that is .+ cannot become .+\.$/)
  })

  it('does not open for pupils while a check is open, and names it', () => {
    const verdict = mayMove(
      facts({ state: 'preparing', openChecks: ['Chat to everyone', 'Pupils enter muted'] }),
      'admitting',
    )
    expect(verdict).toEqual({
      ok: false,
      reason: '2 checks are not answered yet: Chat to everyone, Pupils enter muted.',
    })
  })

  it('does not go live with nobody in', () => {
    expect(mayMove(facts({ state: 'admitting', present: 0 }), 'live').ok).toBe(false)
  })

  it('is not signed off while a pupil has no participation', () => {
    expect(mayMove(facts({ state: 'ended', unreconciled: 1 }), 'signed-off')).toEqual({
      ok: false,
      reason: 'Say for 1 pupil whether they took part before you sign.',
    })
  })
})

describe('without a second adult (staff.second-adult)', () => {
  const alone = (change: Partial<LessonFacts>) => facts({ secondAdultIn: false, ...change })

  it.each([
    [0, false],
    [1, false],
    [2, true],
    [30, true],
  ])('admitting opens with %i waiting: %s', (waiting, isOpen) => {
    expect(mayMove(alone({ state: 'preparing', waiting, present: 0 }), 'admitting').ok).toBe(isOpen)
  })

  it('opens again after going back to the checks while two are in', () => {
    expect(mayMove(alone({ state: 'preparing', waiting: 0, present: 2 }), 'admitting').ok).toBe(true)
  })

  it('opens with nobody waiting when a second adult is in', () => {
    expect(mayMove(facts({ state: 'preparing', waiting: 0 }), 'admitting').ok).toBe(true)
  })

  it.each([
    [0, 1, false],
    [0, 2, true],
    [1, 1, true],
    [2, 1, true],
  ])('with %i in, letting %i in is allowed: %s', (present, admitting, isAllowed) => {
    expect(mayAdmit(alone({ state: 'admitting', present }), admitting).ok).toBe(isAllowed)
  })

  it('nobody is admitted after the lesson has ended', () => {
    expect(mayAdmit(facts({ state: 'ended' }), 2).ok).toBe(false)
  })

  it('raises the alert for one adult and one pupil, at once', () => {
    expect(guardAlert(alone({ state: 'live', present: 1 }))).toBe('alone-with-one-pupil')
    expect(guardAlert(alone({ state: 'live', present: 2 }))).toBe('no-second-adult')
    expect(guardAlert(facts({ state: 'live', present: 1 }))).toBeNull()
    expect(guardAlert(alone({ state: 'ended', present: 1 }))).toBeNull()
  })

  it.each([
    ['live', 20, 'second-adult-gone', true],
    ['admitting', 2, 'second-adult-gone', true],
    ['preparing', 2, 'second-adult-gone', true],
    ['live', 1, 'alone-with-one-pupil', true],
    ['live', 0, 'no-second-adult', false],
    ['preparing', 0, null, false],
    ['ended', 20, null, false],
  ] as const)(
    'in a lesson that is %s with %i in, one who has gone raises %s',
    (state, present, alert, loud) => {
      const raised = guardAlert(alone({ state, present, secondAdultGone: true }))
      expect(raised).toBe(alert)
      expect(isLoud(raised)).toBe(loud)
    },
  )

  it('tells a lesson that never had a second adult quietly', () => {
    expect(isLoud(guardAlert(alone({ state: 'live', present: 20 })))).toBe(false)
  })
})

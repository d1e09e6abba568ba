import { describe, expect, it } from 'vitest'
import type { Behaviour } from '../../shared/domain/behaviours.ts'
import {
  judgeScheme,
  keyOf,
  movedEntry,
  newBehaviour,
  problemInWords,
  regrouped,
  schemeChanges,
} from '../../shared/domain/scheme-edit.ts'
import { type Scheme, scheme as schemeSchema } from '../../shared/domain/scheme.ts'
import { testPreset } from '../support/test-school.ts'

const { scheme } = testPreset
const change = (id: string, words: Partial<Behaviour>): Scheme => ({
  ...scheme,
  behaviours: scheme.behaviours.map((one) => (one.id === id ? { ...one, ...words } : one)),
})
const says = (one: Scheme) => judgeScheme(one).map((problem) => problemInWords(one, problem))

/** What is said beside the field is what main refuses: neither ever lets something through that the other holds up. */
const bothSay = (one: Scheme) => {
  const words = says(one)
  expect(schemeSchema.safeParse(one).success).toBe(words.length === 0)
  return words
}

describe('a scheme a leader edits', () => {
  it('stands as the app brings it', () => {
    expect(bothSay(scheme)).toEqual([])
  })

  it.each<[string, Scheme, string]>([
    [
      'points taken away where the school does not',
      change('unkind', { points: -1 }),
      '‘Unkind’: Points are not taken away in this school.',
    ],
    [
      'praise that takes points',
      { ...change('kind', { points: -1 }), mayTakeAway: true },
      '‘Kind’: Praise gives up to 5 points, and never takes any away.',
    ],
    ['a nudge with points', change('nudge', { points: 1 }), '‘Nudge’: A nudge carries no points.'],
    [
      'a step that is not there',
      change('unkind', { toStep: 5 }),
      '‘Unkind’: That step is not on the ladder.',
    ],
    ['praise with a step', change('kind', { toStep: 1 }), '‘Kind’: That step is not on the ladder.'],
    ['no name', change('kind', { label: ' ' }), 'The behaviour at place 4: It needs a name.'],
    ['a long name', change('kind', { label: 'k'.repeat(25) }), `‘${'k'.repeat(25)}’: At most 24 letters.`],
    ['a name twice', change('kind', { label: ' listening' }), '‘listening’: Another is called listening.'],
    ['no behaviour', { ...scheme, behaviours: [] }, 'There has to be at least 1 behaviour.'],
    [
      'more behaviours than keys',
      {
        ...scheme,
        behaviours: Array.from({ length: 19 }, (_, at): Behaviour => ({
          id: `b-${at}`,
          label: `B ${at}`,
          icon: 'star',
          group: 'praise',
          points: 1,
        })),
      },
      'At most 18 behaviours.',
    ],
    [
      'no ladder',
      { ...change('unkind', {}), behaviours: scheme.behaviours.slice(0, 3), ladder: [] },
      'There has to be at least 1 step on the ladder.',
    ],
    ['one attitude', { ...scheme, attitudes: ['Good'] }, 'There has to be at least 2 attitudes.'],
    [
      'an empty attitude',
      { ...scheme, attitudes: ['Good', ''] },
      'The attitude at place 2: It needs a name.',
    ],
    [
      'a phase of no time',
      { ...scheme, phases: [{ name: 'Starter', minutes: 0 }] },
      '‘Starter’: From 1 to 120 minutes.',
    ],
    [
      'a phase of half a minute',
      { ...scheme, phases: [{ name: 'Starter', minutes: 2.5 }] },
      '‘Starter’: From 1 to 120 minutes.',
    ],
    [
      'a level not above the one before',
      {
        ...scheme,
        rewardLevels: [
          { id: 'bronze', name: 'Bronze', points: 25 },
          { id: 'silver', name: 'Silver', points: 25 },
        ],
      },
      '‘Silver’: Ask for more than 25 points, as Bronze does.',
    ],
    [
      'a level for nothing',
      { ...scheme, rewardLevels: [{ id: 'bronze', name: 'Bronze', points: 0 }] },
      '‘Bronze’: From 1 to 10,000 points.',
    ],
  ])('is held up by %s, in words', (_what, one, words) => {
    expect(bothSay(one)).toContain(words)
  })

  it('may take points away once the school says so, but never by praise or a nudge', () => {
    expect(bothSay({ ...change('unkind', { points: -5 }), mayTakeAway: true })).toEqual([])
    expect(bothSay({ ...change('nudge', { points: -1 }), mayTakeAway: true })).toHaveLength(1)
  })

  it('says what changed, a line each', () => {
    const next: Scheme = {
      ...change('kind', { label: 'Kindness', points: 2 }),
      mayTakeAway: true,
      rewardLevels: [{ id: 'star', name: 'Star', points: 10 }],
    }
    next.behaviours = [
      ...next.behaviours.filter(({ id }) => id !== 'effort'),
      newBehaviour('Curious', next.behaviours),
    ]
    expect(schemeChanges(scheme, next)).toEqual([
      '‘Kind’ is now called ‘Kindness’',
      '‘Kindness’: 2 points, not 1',
      '‘Curious’ added',
      '‘Effort’ taken off the list',
      'Points may be taken away from now on',
      'Reward levels: Star at 10 points',
    ])
    expect(schemeChanges(scheme, scheme)).toEqual([])
    const reordered = { ...scheme, behaviours: movedEntry(scheme.behaviours, 0, 1) }
    expect(schemeChanges(scheme, reordered)).toEqual(['The order of the keys changed'])
    expect(schemeChanges(scheme, change('unkind', { toStep: 3, icon: 'flag' }))).toEqual([
      '‘Unkind’: goes to Time out',
      '‘Unkind’: another look',
    ])
  })

  it('gives what is added an id of its own, also beside one of the same name', () => {
    const one = newBehaviour('  Curious! ', scheme.behaviours)
    expect(one).toMatchObject({ id: 'own-curious', label: 'Curious!' })
    expect(newBehaviour('Curious', [...scheme.behaviours, one]).id).toBe('own-curious-2')
    expect(newBehaviour('名前', []).id).toBe('own-one')
  })

  it('puts points right when a behaviour becomes another kind', () => {
    const unkind = {
      ...scheme.behaviours[0],
      id: 'x',
      label: 'X',
      icon: 'flag',
      group: 'step',
      points: -2,
      toStep: 2,
    } as const
    expect(regrouped(unkind, 'praise', true)).toMatchObject({ group: 'praise', points: 0 })
    expect(regrouped(unkind, 'praise', true)).not.toHaveProperty('toStep')
    expect(regrouped({ ...unkind, group: 'praise', points: 3 }, 'nudge', true).points).toBe(0)
    expect(regrouped({ ...unkind, points: 0 }, 'praise', false).points).toBe(1)
    expect(regrouped(unkind, 'step', false)).toMatchObject({ points: 0, toStep: 2 })
  })

  it('names the keys by their place', () => {
    expect([0, 8, 9, 17].map(keyOf)).toEqual(['1', '9', 'Shift 1', 'Shift 9'])
    expect(movedEntry(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
    expect(movedEntry(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
  })
})

import { describe, expect, it } from 'vitest'
import {
  addedCheck,
  changedCheck,
  changesBetween,
  clauseInWords,
  judgeChecklist,
  mayBeOptional,
  mayRemove,
  movedCheck,
  removedCheck,
} from '../../shared/domain/checklist-edit.ts'
import { type CheckItem, checkItems } from '../../shared/domain/checks.ts'
import { testPreset } from '../support/test-school.ts'

const policy = testPreset.checkItems
const ids = (items: readonly CheckItem[]) => items.map(({ id }) => id)
const called = (items: readonly CheckItem[], title: string): CheckItem => {
  const found = items.find((item) => item.title === title)
  if (!found) throw new Error(`No check is called ${title}`)
  return found
}
/** The policy's checks and one of the school's own, explained. */
const withOwn = changedCheck(addedCheck(policy, 'Pets away'), 'own-pets-away', {
  detail: 'No animal in the room.',
})

describe('editing the checklist', () => {
  it('moves a check one place, and no further than the ends', () => {
    const [first, second, ...rest] = ids(policy)
    expect(ids(movedCheck(policy, 'school-account', -1))).toEqual([second, first, ...rest])
    expect(ids(movedCheck(policy, 'school-device', 1))).toEqual([second, first, ...rest])
    expect(movedCheck(policy, 'school-device', -1)).toEqual(policy)
    expect(movedCheck(policy, 'names', 1)).toEqual(policy)
    expect(movedCheck(policy, 'no-such-check', 1)).toEqual(policy)
  })

  it('adds a check of the school’s own, answered by word, required, with an id nobody else has', () => {
    expect(called(withOwn, 'Pets away')).toEqual({
      id: 'own-pets-away',
      clause: 'school',
      kind: 'word',
      required: true,
      title: 'Pets away',
      question: 'Pets away?',
      detail: 'No animal in the room.',
      confirm: 'Yes',
    })
    expect(clauseInWords(called(withOwn, 'Pets away'))).toBe('The school’s own')
    expect(clauseInWords(called(policy, 'Chat to everyone'))).toBe('staff.chat')
  })

  it.each([
    ['Pets away', 'own-pets-away-2'],
    ['  Café “Ève” ready?  ', 'own-cafe-eve-ready'],
    ['هل الباب مغلق', 'own-one'],
    ['7', 'own-7'],
    ['A title as long as a title may ever be ok', 'own-a-title-as-long-as-a-title-may'],
  ])('makes of %s an id that the store takes', (title, id) => {
    const added = addedCheck(withOwn, title).at(-1)
    expect(added?.id).toBe(id)
    expect(checkItems.safeParse([{ ...added, title: 'Short', detail: 'Said' }]).error).toBeUndefined()
  })

  it('removes what the school added, never a check of the policy, and says why', () => {
    expect(removedCheck(withOwn, 'own-pets-away')).toEqual(policy)
    expect(removedCheck(policy, 'chat')).toEqual(policy)
    expect(mayRemove(called(withOwn, 'Pets away'))).toEqual({ ok: true })
    expect(mayRemove(called(policy, 'Chat to everyone'))).toMatchObject({
      reason: expect.stringMatching(/staff\.chat.*It can be made optional/),
    })
  })

  it('makes every check optional but that of the second adult', () => {
    const never = policy.filter((item) => !mayBeOptional(item).ok)
    expect(ids(never)).toEqual(['second-adult'])
  })
})

describe('judging a checklist', () => {
  const judged = (items: readonly CheckItem[]) => judgeChecklist(items, policy)

  it('has nothing against rewording, moving, making optional and adding', () => {
    const reworded = changedCheck(withOwn, 'chat', { title: 'Open chat', required: false })
    expect(judged(movedCheck(reworded, 'names', -1))).toEqual([])
    expect(judgeChecklist(policy, withOwn)).toEqual([])
  })

  it.each<[string, readonly CheckItem[], RegExp]>([
    ['a policy check missing', policy.filter(({ id }) => id !== 'chat'), /^‘Chat to everyone’ is missing\./],
    [
      'no title',
      changedCheck(policy, 'chat', { title: ' ' }),
      /^A check without a title: the title is still/,
    ],
    ['no question', changedCheck(policy, 'chat', { question: '' }), /the question is still to be written/],
    ['no explanation', addedCheck(policy, 'Pets away'), /^‘Pets away’: the explanation is still/],
    ['no button', changedCheck(policy, 'chat', { confirm: '' }), /the words on its button are still/],
    ['a long title', changedCheck(policy, 'chat', { title: 'x'.repeat(41) }), /the title is longer than 40/],
    ['an id twice', [...policy, called(policy, 'School laptop')], /^‘School laptop’ stands there twice/],
    ['a title twice', changedCheck(policy, 'chat', { title: 'names VISIBLE ' }), /^Two checks are called/],
    ['an optional second adult', changedCheck(policy, 'second-adult', { required: false }), /stays required/],
    [
      'another kind',
      policy.map((one) => ({ ...one, kind: 'word' as const, sees: undefined })),
      /cannot be changed/,
    ],
    [
      'another sight',
      policy.map((one) => (one.sees ? { ...one, sees: 'device' as const } : one)),
      /cannot be changed/,
    ],
    ['another clause', policy.map((one) => ({ ...one, clause: 'staff.chat' })), /cannot be changed/],
    [
      'an added one of the policy',
      [...policy, { ...called(withOwn, 'Pets away'), clause: 'staff.chat' }],
      /by the teacher’s word/,
    ],
    ['nothing', [], /^There has to be at least one check/],
  ])('refuses %s in words', (_what, items, words) => {
    expect(judged(items)).toContainEqual(expect.stringMatching(words))
  })

  it('refuses more checks than can be gone through', () => {
    let many: CheckItem[] = [...policy]
    for (let number = many.length; number < 31; number += 1) many = addedCheck(many, `Extra ${number}`)
    expect(judged(many)).toContain('There are 31 checks; at most 30 can be gone through.')
    expect(judged(many.slice(0, 30)).join(' ')).not.toContain('at most 30')
  })
})

describe('what changed', () => {
  it('is said a line each', () => {
    const edited = movedCheck(
      changedCheck(changedCheck(withOwn, 'chat', { required: false }), 'neutral-area', {
        detail: 'A plain wall.',
      }),
      'names',
      -1,
    )
    expect(changesBetween(policy, edited)).toEqual([
      '‘Neutral background’: wording changed',
      '‘Chat to everyone’: optional from now on',
      '‘Pets away’ added',
      'Order changed',
    ])
    expect(changesBetween(edited, policy)).toEqual([
      '‘Neutral background’: wording changed',
      '‘Chat to everyone’: required from now on',
      '‘Pets away’ removed',
      'Order changed',
    ])
  })

  it('names a check that has another title by both', () => {
    const edited = changedCheck(policy, 'chat', { title: 'Open chat', question: 'Is chat open?' })
    expect(changesBetween(policy, edited)).toEqual([
      '‘Chat to everyone’ is now called ‘Open chat’',
      '‘Open chat’: wording changed',
    ])
  })

  it('is nothing where only blanks at the ends differ', () => {
    expect(changesBetween(policy, changedCheck(policy, 'chat', { title: ' Chat to everyone ' }))).toEqual([])
  })

  it('is no change of order where a check was added or removed in between', () => {
    const inFront = [...withOwn.slice(-1), ...policy]
    expect(changesBetween(policy, inFront)).toEqual(['‘Pets away’ added'])
    expect(changesBetween(inFront, policy)).toEqual(['‘Pets away’ removed'])
  })
})

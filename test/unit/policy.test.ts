import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { clause, isPlanned } from '../../shared/domain/policy/clause.ts'
import { policy, policyByBinds } from '../../shared/domain/policy/policy.ts'
import { idsBeforeAdmission } from '../../shared/domain/policy/staff.ts'
import { testPreset } from '../support/test-school.ts'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

/** Every id of the school's policy. */
const ids = z.array(z.string()).parse(JSON.parse(read('test/fixtures/policy-clauses.json')))

/**
 * Clauses of which some part is still to come. Finishing one lowers this number; it never goes up without a word to
 * the school.
 */
const PLANNED = 13

/** Every path a window has a route for. Today is what the main window shows where no other path fits. */
const routes = new Set([
  '/today',
  ...['main-window', 'routes'].flatMap((file) =>
    [...read(`renderer/app/${file}.tsx`).matchAll(/<Route path="([^"]+)"/g)].flatMap(
      // A part that may be left out is not part of the page's address.
      ([, path]) => path?.replace(/\/:\w+\?$/, '') ?? [],
    ),
  ),
])

const means = policy.flatMap(({ id, metBy }) => metBy.map((one) => ({ id, ...one })))
const screens = means.filter((one) => one.kind === 'screen')
const checks = means.filter((one) => one.kind === 'check')
const rules = means.filter((one) => one.kind === 'rule')

describe('the policy as data', () => {
  it('has every clause once, in the order of the policy', () => {
    expect(policy.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
    expect(policyByBinds.map((group) => group.clauses.length)).toEqual([12, 17, 9, 6, 1])
    expect(policyByBinds.flatMap(({ clauses }) => clauses)).toEqual(policy)
  })

  it.each(policy)('$id is a whole entry', (one) => {
    expect(clause.safeParse(one).error?.message).toBeUndefined()
    const start = { head: 'head-teacher', staff: 'staff', pupil: 'pupils', parent: 'parents-and-carers' }
    expect(one.binds).toBe({ ...start, policy: 'policy' }[one.id.split('.')[0] ?? ''])
  })

  it.each(checks)('$id is met by the check $item of the preset', ({ item }) => {
    expect(testPreset.checkItems.map((one) => one.id)).toContain(item)
  })

  it('has a clause for every check of the preset', () => {
    expect(testPreset.checkItems.filter((item) => !ids.includes(item.clause))).toEqual([])
    const used = new Set(checks.map(({ item }) => item))
    expect(testPreset.checkItems.filter(({ id }) => !used.has(id))).toEqual([])
  })

  it.each(screens)('$id is met by the page $path', ({ path }) => {
    expect(routes.has(path)).toBe(true)
  })

  it.each(rules)('$id is met by the rule $name of $module', async ({ module, name }) => {
    const { href } = new URL(`../../shared/domain/${module}`, import.meta.url)
    const exported = (await import(/* @vite-ignore */ href)) as Record<string, unknown>
    expect(exported[name]).toBeTypeOf('function')
  })

  it(`has ${PLANNED} clauses of which some part is still to come`, () => {
    expect(policy.filter(isPlanned).map(({ id }) => id)).toHaveLength(PLANNED)
  })

  it('leaves no clause that acts before or at admission to a later time', () => {
    const early = policy.filter(({ id }) => idsBeforeAdmission.includes(id))
    expect(early).toHaveLength(idsBeforeAdmission.length)
    expect(early.filter(isPlanned)).toEqual([])
    const held = early.filter(({ metBy }) => metBy.some(({ kind }) => kind === 'check' || kind === 'rule'))
    expect(held).toEqual(early)
  })
})

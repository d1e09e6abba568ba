import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../electron/ipc/dispatch.ts'
import { PolicyPage } from '../../renderer/features/policy/policy-page.tsx'
import { policy } from '../../shared/domain/policy/policy.ts'
import type { Standing } from '../../shared/domain/policy/standing-facts.ts'
import { newSchool } from '../../shared/domain/school.ts'
import type { PolicyException } from '../../shared/ipc/commands/policy.ts'
import { MORNING, testPreset } from '../support/test-school.ts'
import { createFakeApi, renderInApp } from '../support/fake-api.tsx'
import { idOf } from '../support/log-fixture.ts'

const checkTitles = Object.fromEntries(testPreset.checkItems.map(({ id, title }) => [id, title]))
const school = newSchool('Crofton', 'Ms J Reid', 'Not the register.')

type Wish = {
  standings?: Record<string, Standing>
  exceptions?: PolicyException[] | null
  checkTitles?: Record<string, string>
  policyReview?: string
}

function openPolicy(wish: Wish = {}) {
  const { policyReview = '2999-01-01', standings = {}, exceptions = null, ...rest } = wish
  const told = { standings, exceptions, checkTitles: rest.checkTitles ?? checkTitles }
  const api = createFakeApi({
    status: { school: { ...school, policyReview } },
    handlers: { 'policy.get': () => told },
  })
  renderInApp(<PolicyPage />, { api })
  return { api, user: userEvent.setup(), told }
}

const clauseRow = (name: string) => screen.findByRole('listitem', { name })
const shownClauses = () => screen.queryAllByRole('heading', { level: 3 })

describe('the policy page', () => {
  it('shows every clause under whom it binds', async () => {
    openPolicy()
    await clauseRow('A second adult')
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'Head teacher',
      'Staff',
      'Pupils',
      'Parents and carers',
      'The policy itself',
    ])
    expect(shownClauses()).toHaveLength(policy.length)
  })

  it('shows how a clause is met and how it stands', async () => {
    openPolicy({ standings: { 'staff.conduct': { tone: 'warn', words: '0 of 1 lesson today: done.' } } })
    const row = await clauseRow('Code of conduct')
    const metBy = within(row).getByRole('list', { name: 'Met by' })
    expect(within(metBy).getByText('Check: Code of conduct')).toBeTruthy()
    expect(within(metBy).getByRole('link', { name: 'Staff' }).getAttribute('href')).toBe('/staff')
    expect(within(row).getByText('Needs attention')).toBeTruthy()
    expect(within(row).getByText('0 of 1 lesson today: done.')).toBeTruthy()
  })

  it('says plainly what is planned, and where a check was taken off the checklist', async () => {
    const planned = { tone: 'planned', words: 'To come with incidents.' } as const
    openPolicy({ checkTitles: {}, standings: { 'head.incidents': planned } })
    const incidents = await clauseRow('Incidents dealt with')
    expect(within(incidents).getByText('To come with incidents.')).toBeTruthy()
    expect(within(incidents).queryByRole('list', { name: 'Met by' })).toBeNull()
    const rewards = await clauseRow('The school’s rewards')
    expect(within(rewards).getByText('Planned: houses')).toBeTruthy()
    const chat = await clauseRow('Chat for all to see')
    expect(within(chat).getByText('Check: no longer on the checklist')).toBeTruthy()
  })

  it('shows only what needs attention, or what is planned, by keyboard too', async () => {
    const { user } = openPolicy({ standings: { 'staff.chat': { tone: 'warn', words: 'Look' } } })
    const all = await screen.findByRole('radio', { name: /^All/ })
    all.focus()
    await user.keyboard('{ArrowRight}')
    expect(screen.getByRole('radio', { name: 'Needs attention 1' })).toHaveProperty('checked', true)
    expect(shownClauses().map(({ textContent }) => textContent)).toEqual(['Chat for all to see'])
    await user.click(screen.getByRole('radio', { name: /^Planned/ }))
    expect(shownClauses().map(({ textContent }) => textContent)).toContain('Incidents dealt with')
    expect(screen.queryByText('Chat for all to see')).toBeNull()
  })

  it('says so when nothing needs attention', async () => {
    const { user } = openPolicy()
    await user.click(await screen.findByRole('radio', { name: /^Needs attention/ }))
    expect(screen.getByText('No clause needs attention just now.')).toBeTruthy()
  })

  const exception = (item: string): PolicyException => ({
    lessonId: idOf(900),
    className: '5C',
    subject: 'Maths',
    startsAt: MORNING,
    item,
    check: 'Second adult',
    reason: 'Nobody is free',
    by: 'Ms J Reid',
    at: MORNING,
  })

  it('lists for a leader what was passed over, with the reason, by whom and when', async () => {
    openPolicy({ exceptions: [exception('second-adult')] })
    const table = await screen.findByRole('table')
    expect(within(table).getAllByRole('row')[1]?.textContent).toBe(
      '5C MathsSecond adultNobody is freeMs J Reid18 January 2021, 09:22',
    )
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('shows the latest of many, and all when asked', async () => {
    const items = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
    const { user } = openPolicy({ exceptions: items.map(exception) })
    const table = await screen.findByRole('table')
    expect(within(table).getAllByRole('row')).toHaveLength(1 + 6)
    await user.click(screen.getByRole('button', { name: 'Show all 8' }))
    expect(within(table).getAllByRole('row')).toHaveLength(1 + 8)
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('tells a leader when nothing was passed over, and nobody else of the list', async () => {
    openPolicy({ exceptions: [] })
    expect(await screen.findByText(/^Every required check was done/)).toBeTruthy()
  })

  it('keeps the list from who is not a leader', async () => {
    openPolicy()
    await clauseRow('A second adult')
    expect(screen.queryByRole('heading', { name: /^Passed over/ })).toBeNull()
  })

  it('says when the review is past, and leads to a new date', async () => {
    openPolicy({ policyReview: '2020-01-01' })
    const link = await screen.findByRole('link', { name: 'Set a new date' })
    expect(link.getAttribute('href')).toBe('#/settings')
    expect(screen.getByText('The review was due by 1 January 2020')).toBeTruthy()
  })

  it('is asked for again when a check is answered', async () => {
    const { api } = openPolicy()
    await clauseRow('A second adult')
    api.happened([{ kind: 'check-answered', value: { item: 'chat', answer: 'done' } }])
    api.happened([{ kind: 'contribution', pupilId: idOf(101), value: {} }])
    expect(api.callsOf('policy.get')).toHaveLength(2)
  })

  it('says what went wrong', async () => {
    const api = createFakeApi({
      handlers: {
        'policy.get': () => {
          throw new Refusal('not-saved', 'The records could not be read.')
        },
      },
    })
    renderInApp(<PolicyPage />, { api })
    expect(within(await screen.findByRole('alert')).getByText('The records could not be read.')).toBeTruthy()
  })
})

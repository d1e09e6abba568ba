import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { ChecklistWindow } from '../../renderer/features/checklist/checklist-window.tsx'
import { changedCheck } from '../../shared/domain/checklist-edit.ts'
import { createFakeApi, renderInApp } from '../support/fake-api.tsx'
import { testPreset } from '../support/test-school.ts'

/** A lesson held to three checks of the policy: the app looks at the first, and the first two are optional. */
async function openChecks(sightings: { item: string; outcome: 'not-met' | 'unknown'; says: string }[] = []) {
  const wanted = testPreset.checkItems.filter(({ id }) => ['training', 'chat', 'mute'].includes(id))
  const optional = ['training', 'chat'].reduce(
    (items, id) => changedCheck(items, id, { required: false }),
    wanted,
  )
  const api = createFakeApi({
    lesson: { pupils: 3, state: 'planned', minutesIn: -8, change: { checkItems: optional } },
    handlers: { 'checks.look': () => ({ sightings }) },
  })
  renderInApp(<ChecklistWindow lessonId={api.lessonId} />, { api })
  await screen.findByRole('heading', { name: 'Is your training in date?' })
  return { api, user: userEvent.setup() }
}
const question = () => screen.getByRole('heading', { level: 1 }).textContent
const row = (name: RegExp) =>
  within(screen.getByRole('navigation', { name: 'All checks' })).getByRole('button', { name })

describe('an optional check', () => {
  it('is skipped with one key and no reason, and is no exception', async () => {
    const { api, user } = await openChecks()
    expect(row(/Training in date/).textContent).toContain('optional')
    expect(screen.getByRole('button', { name: 'Skip' })).toBeTruthy()
    await user.keyboard('n')
    expect(question()).toBe('Does chat reach everyone?')
    expect(row(/Training in date/).textContent).toContain('optional, skipped')
    expect(screen.getByText('1 of 3')).toBeTruthy()
    const last = api.record().events.at(-1)
    expect(last).toMatchObject({ value: { item: 'training', answer: 'not-applicable' } })
    expect(last).not.toHaveProperty('text')
    await user.keyboard('n{Enter}')
    expect(question()).toBe('Who is waiting?')
    expect(screen.queryByText(/passed over/)).toBeNull()
  })

  it('holds nothing up: the line below waits for the required one only', async () => {
    const { user } = await openChecks()
    expect(screen.getByText('Admitting opens when the required one is answered.')).toBeTruthy()
    await user.click(row(/Pupils enter muted/))
    await user.keyboard('{Enter}')
    expect(await screen.findByText('The two left are optional.')).toBeTruthy()
  })

  it('says afterwards that it was skipped, and can be answered all the same', async () => {
    const { user } = await openChecks()
    await user.keyboard('n')
    await user.keyboard('{Escape}')
    expect(screen.getByText(/^Skipped at \d\d:\d\d$/)).toBeTruthy()
    await user.keyboard('{Enter}')
    expect(row(/Training in date/).textContent).not.toContain('skipped')
  })

  it('can be skipped where the app sees that something is wrong', async () => {
    const { user } = await openChecks([
      { item: 'training', outcome: 'not-met', says: 'Safeguarding: overdue' },
    ])
    expect(await screen.findByRole('button', { name: 'Skip' })).toBeTruthy()
    expect(row(/Training in date/).textContent).toContain('optional · Safeguarding: overdue')
    await user.keyboard('n')
    expect(question()).toBe('Does chat reach everyone?')
  })

  it('still asks for a reason where it is required', async () => {
    const { user } = await openChecks()
    await user.click(row(/Pupils enter muted/))
    await user.keyboard('n')
    expect(screen.getByLabelText('Why does this not apply?')).toBeTruthy()
  })
})

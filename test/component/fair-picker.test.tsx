import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { LivePanel } from '../../renderer/features/live/live-panel.tsx'
import type { Entry } from '../../shared/domain/events.ts'
import { createFakeApi, type FakeApi, renderInApp } from '../support/fake-api.tsx'
import { buildFakePupils, type FakeLessonOptions, type NamedPupil } from '../support/fake-lesson.ts'

const names: NamedPupil[] = ['Freya', 'George', 'Hana', 'Imogen'].map((forename) => ({ forename }))
const labelOf = (pupilId: string) => buildFakePupils(names).find(({ id }) => id === pupilId)?.label ?? ''

async function openPanel(lesson: FakeLessonOptions = {}) {
  const api = createFakeApi({ lesson: { pupils: names, ...lesson } })
  renderInApp(<LivePanel lessonId={api.lessonId} />, { api })
  await screen.findByRole('heading')
  return { api, user: userEvent.setup() }
}

const entriesOf = (api: FakeApi): Entry[] =>
  api.callsOf('lesson.record').flatMap((input) => (input as { entries: Entry[] }).entries)
const picksOf = (api: FakeApi) => entriesOf(api).flatMap((entry) => (entry.kind === 'picked' ? [entry] : []))
const turn = () => screen.getByText(/’s turn$/, { selector: 'strong' })
const nameShown = () => turn().textContent?.replace('’s turn', '') ?? ''

describe('the fair picker', () => {
  it('shows by R whose turn it is, and the next digit is theirs', async () => {
    const { api, user } = await openPanel()
    await user.keyboard('r')
    const [first] = picksOf(api)
    expect(nameShown()).toBe(labelOf(first?.pupilId ?? ''))
    expect(screen.getByText('3 left')).toBeTruthy()
    await user.keyboard('5')
    expect(entriesOf(api).at(-1)).toMatchObject({ kind: 'award', pupilId: first?.pupilId })
    expect(screen.queryByText(/’s turn$/, { selector: 'strong' })).toBeNull()
    await user.keyboard('r0')
    expect(entriesOf(api).at(-1)).toMatchObject({ kind: 'contribution', pupilId: picksOf(api)[1]?.pupilId })
  })

  it('gives everybody a turn, says when it is the last, then begins a new round', async () => {
    const { api, user } = await openPanel()
    const shown: string[] = []
    for (let n = 0; n < 4; n += 1) {
      await user.keyboard('r')
      shown.push(nameShown())
    }
    expect(new Set(shown).size).toBe(4)
    expect(screen.getByText('last of the round')).toBeTruthy()
    await user.keyboard('r')
    expect(screen.getByText('Round 2, 3 left')).toBeTruthy()
    expect(picksOf(api).map(({ value }) => value.round)).toEqual([1, 1, 1, 1, 2])
  })

  it('passes one who is not to answer now: the turn is given back and the next is picked', async () => {
    const { api, user } = await openPanel()
    await user.click(screen.getByRole('button', { name: 'Pick a pupil' }))
    const passed = nameShown()
    await user.click(screen.getByRole('button', { name: 'Not now' }))
    expect(nameShown()).not.toBe(passed)
    expect(entriesOf(api).map(({ kind }) => kind)).toEqual(['picked', 'revoked', 'picked'])
    expect(screen.getByText('3 left')).toBeTruthy()
    await user.keyboard('rr')
    expect(screen.getByText('1 left')).toBeTruthy()
    await user.keyboard('r')
    expect(nameShown()).toBe(passed)
    await user.click(screen.getByRole('button', { name: 'Not now' }))
    expect(screen.queryByText(/’s turn$/, { selector: 'strong' })).toBeNull()
    expect(screen.getByText('Everyone else has had a turn')).toBeTruthy()
  })

  it('gives the turn back by undo', async () => {
    const { api, user } = await openPanel()
    await user.keyboard('r')
    const label = nameShown()
    await user.click(screen.getByRole('button', { name: `Undo ${label}’s turn` }))
    expect(screen.queryByText(/’s turn$/, { selector: 'strong' })).toBeNull()
    expect(api.record().events.at(-1)?.kind).toBe('revoked')
  })

  it('leaves out who is not in or off by agreement, and says so where nobody is left', async () => {
    const { api, user } = await openPanel({ notIn: ['Freya', 'George', 'Hana'] })
    await user.keyboard('r')
    expect(nameShown()).toBe('Imogen')
    const { pupilId } = picksOf(api)[0] ?? { pupilId: '' }
    act(() => api.happened([{ kind: 'camera', pupilId, value: { camera: 'off-by-agreement' } }]))
    await user.keyboard('r')
    expect(picksOf(api)).toHaveLength(1)
    expect(screen.getByText('Nobody to pick: all are out, or off by agreement')).toBeTruthy()
  })

  it('does not count as being noticed', async () => {
    const { user } = await openPanel()
    await user.keyboard('r')
    const tile = within(screen.getByRole('region', { name: 'Pupils' })).getByRole('button', {
      name: new RegExp(`^${nameShown()}`),
    })
    expect(tile.getAttribute('aria-label')).toContain('not yet noticed')
    expect(screen.getByRole('button', { name: /^Not yet noticed: 4/ })).toBeTruthy()
    await user.keyboard('0')
    expect(tile.getAttribute('aria-label')).not.toContain('not yet noticed')
    expect(screen.getByRole('button', { name: /^Not yet noticed: 3/ })).toBeTruthy()
  })

  it('leaves those not yet noticed to be shown alone, by Q and back', async () => {
    const { user } = await openPanel()
    const tiles = () => within(screen.getByRole('region', { name: 'Pupils' })).getAllByRole('button')
    await user.keyboard('fr0q')
    expect(tiles().map((tile) => tile.title)).toEqual(['George', 'Hana', 'Imogen'])
    await user.keyboard('q')
    expect(tiles()).toHaveLength(4)
  })

  it('gives way to a name that is typed', async () => {
    const { user } = await openPanel()
    await user.keyboard('rfr')
    expect(screen.queryByText(/’s turn$/, { selector: 'strong' })).toBeNull()
  })
})

import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { LivePanel } from '../../renderer/features/live/live-panel.tsx'
import type { Entry } from '../../shared/domain/events.ts'
import { assistantId } from '../support/day-fixture.ts'
import { createFakeApi, type FakeApi, renderInApp } from '../support/fake-api.tsx'
import { buildFakePupils, type FakeLessonOptions, type NamedPupil } from '../support/fake-lesson.ts'

const names: NamedPupil[] = ['Freya', 'George', 'Hana'].map((forename) => ({ forename }))
const [freya, george] = buildFakePupils(names).map(({ id }) => id)

async function openPanel(lesson: FakeLessonOptions = {}) {
  const api = createFakeApi({ lesson: { pupils: names, ...lesson } })
  renderInApp(<LivePanel lessonId={api.lessonId} />, { api })
  await screen.findByRole('heading')
  return { api, user: userEvent.setup() }
}

const entriesOf = (api: FakeApi): Entry[] =>
  api.callsOf('lesson.record').flatMap((input) => (input as { entries: Entry[] }).entries)
const goes = (api: FakeApi) => act(() => api.happened([{ kind: 'second-adult-left', value: {} }]))
const leaves = (api: FakeApi, pupilId = '') => act(() => api.happened([{ kind: 'left', pupilId, value: {} }]))

describe('the guard', () => {
  it('is raised when the second adult who was in has gone, on whichever computer that was said', async () => {
    const { api, user } = await openPanel()
    expect(screen.queryByRole('alert')).toBeNull()
    goes(api)
    const alert = screen.getByRole('alert')
    expect(alert.textContent).toContain('The second adult has gone.')
    expect(api.callsOf('panel.window')).toEqual([{ do: 'raise' }])
    await user.click(within(alert).getByRole('button', { name: 'Second adult is back' }))
    expect(entriesOf(api)).toMatchObject([{ kind: 'second-adult-joined', value: { staffId: assistantId } }])
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('is raised in other words when one pupil is left, and asks who came in', async () => {
    const { api, user } = await openPanel({ secondAdult: false })
    expect(screen.getByText(/^No second adult/).getAttribute('role')).toBeNull()
    leaves(api, freya)
    expect(screen.queryByRole('alert')).toBeNull()
    leaves(api, george)
    const alert = screen.getByRole('alert')
    expect(alert.textContent).toContain('One adult, one pupil.')
    await user.click(within(alert).getByRole('button', { name: 'Second adult is in' }))
    await user.click(screen.getByRole('button', { name: 'Mr A Patel is in' }))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('is not loud where nobody is left to be alone with', async () => {
    const { api } = await openPanel({ notIn: ['Freya', 'George', 'Hana'] })
    goes(api)
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('stands over a dialog that is open, can be answered there, and is announced once', async () => {
    const { api, user } = await openPanel()
    await user.keyboard('{F1}')
    const dialog = screen.getByRole('dialog')
    goes(api)
    const alert = within(dialog).getByRole('alert')
    expect(screen.getAllByRole('alert')).toEqual([alert])
    expect(within(alert).getByRole('button', { name: 'Second adult is back' })).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(screen.getByText(/^The second adult has gone/)).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('leaves the answer to the question that is open', async () => {
    const { api, user } = await openPanel()
    goes(api)
    await user.click(within(screen.getByRole('alert')).getByRole('button', { name: 'End for everyone' }))
    const question = screen.getByRole('alertdialog')
    await within(question).findByText(/^The second adult has gone/)
    expect(screen.getAllByRole('button', { name: 'End for everyone' })).toHaveLength(1)
  })

  it('ends for everyone in one act, at one time', async () => {
    const { api, user } = await openPanel()
    goes(api)
    await user.click(within(screen.getByRole('alert')).getByRole('button', { name: 'End for everyone' }))
    await user.click(screen.getByRole('button', { name: 'End for everyone' }))
    expect(entriesOf(api)).toMatchObject([{ kind: 'moved', value: { to: 'ended' } }])
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

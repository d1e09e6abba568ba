import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { PlanPage } from '../../renderer/features/plan/plan-page.tsx'
import { instantOf } from '../../shared/domain/times.ts'
import { assistantId } from '../support/day-fixture.ts'
import { createFakeApi, renderInApp } from '../support/fake-api.tsx'
import type { FakeLessonOptions } from '../support/fake-lesson.ts'
import { idOf } from '../support/log-fixture.ts'

async function openPage(lesson: FakeLessonOptions = {}) {
  const api = createFakeApi({ lesson: { state: 'planned', minutesIn: -30, ...lesson } })
  renderInApp(<PlanPage lessonId={api.lessonId} />, { api })
  await screen.findByRole('heading', { name: 'Plan 5C Maths' })
  return { api, user: userEvent.setup() }
}
const save = () => screen.getByRole('button', { name: 'Save the plan' })

describe('the plan of a lesson', () => {
  it('is saved whole: words, second adult, and what is adapted for whom', async () => {
    const { api, user } = await openPage()
    await user.clear(screen.getByLabelText('Learning intention'))
    await user.type(screen.getByLabelText('Learning intention'), 'Fractions of 40')
    await user.selectOptions(screen.getByLabelText('Planned second adult'), 'Mr A Patel')
    await user.type(screen.getByLabelText('What is adapted'), 'Larger print')
    await user.type(screen.getByRole('combobox', { name: 'For whom' }), 'kofi{Enter}')
    await user.click(screen.getByRole('button', { name: 'Add' }))
    await user.click(save())
    expect(await screen.findByText('Saved')).toBeTruthy()
    const kofi = api.record().pupils.find(({ label }) => label === 'Kofi')
    expect(api.record().lesson).toMatchObject({
      learningIntention: 'Fractions of 40',
      secondAdultId: assistantId,
      adaptations: [{ text: 'Larger print', pupilIds: [kofi?.id] }],
    })
  })

  it('tells “nothing needs adapting” from “nobody has said”', async () => {
    const { api, user } = await openPage()
    await user.click(save())
    expect(api.callsOf('lesson.plan').at(-1)).toMatchObject({ adaptations: null })
    await user.click(screen.getByRole('checkbox', { name: 'Nothing needs adapting' }))
    await user.click(save())
    expect(api.callsOf('lesson.plan').at(-1)).toMatchObject({ adaptations: [] })
  })

  it('keeps what was written when it is not saved, and says so', async () => {
    const { api, user } = await openPage()
    api.failNext('lesson.plan', { code: 'not-saved', message: 'Not saved: the disk is full.' })
    await user.type(screen.getByLabelText('Learning intention'), ' of 40')
    await user.click(save())
    expect((await screen.findByRole('alert')).textContent).toContain('the disk is full')
    expect(screen.getByLabelText<HTMLInputElement>('Learning intention').value).toBe(
      'Fractions of amounts of 40',
    )
  })

  it('is only read once the lesson is live', async () => {
    await openPage({ state: 'live', minutesIn: 18 })
    expect(screen.getByText(/The plan of a lesson stands once it is live/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Save the plan' })).toBeNull()
    expect(screen.getByText('Nobody has said')).toBeTruthy()
  })

  it('shows what earlier lessons left to come back to, or what that is', async () => {
    const notesBefore = [
      {
        id: idOf(700),
        lessonId: idOf(20),
        subject: 'Maths',
        startsAt: instantOf('2021-01-15', '09:30'),
        about: 'follow-up' as const,
        pupil: 'Kofi',
        text: 'Bring a ruler',
      },
    ]
    await openPage({ change: { notesBefore } })
    const notes = within(screen.getByRole('complementary', { name: 'To come back to' }))
    expect(notes.getByText('Maths, Friday 15 January')).toBeTruthy()
    expect(notes.getByText('Follow-up, Kofi:')).toBeTruthy()
  })
})

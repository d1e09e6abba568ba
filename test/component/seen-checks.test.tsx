import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { ChecklistWindow } from '../../renderer/features/checklist/checklist-window.tsx'
import type { CheckItem } from '../../shared/domain/checks.ts'
import type { NewEntry } from '../../shared/domain/events.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { createFakeApi, renderInApp } from '../support/fake-api.tsx'

type Sighting = Output<'checks.look'>['sightings'][number]

const account: CheckItem = {
  id: 'school-account',
  clause: 'staff.school-account',
  kind: 'seen',
  sees: 'account',
  required: true,
  title: 'School account',
  question: 'Is the meeting under your school account?',
  detail: 'Opened with your school e-mail address.',
  confirm: 'Yes, school account',
}
const chat: CheckItem = {
  id: 'chat',
  clause: 'staff.chat',
  kind: 'word',
  required: true,
  title: 'Chat to everyone',
  question: 'Does chat reach everyone?',
  detail: 'No private chat.',
  confirm: 'Yes, to everyone',
}
const seen = (outcome: Sighting['outcome'], says: string): Sighting => ({ item: account.id, outcome, says })

/** The checklist of a lesson with the two checks; `look` is what the app sees, look by look (the last one stays). */
async function openChecks(look: readonly { sighting: Sighting; writes?: NewEntry }[]) {
  let looks = 0
  const api = createFakeApi({
    lesson: { pupils: 3, state: 'planned', minutesIn: -8, change: { checkItems: [account, chat] } },
    handlers: {
      'checks.look': () => {
        const now = look[Math.min(looks, look.length - 1)]
        looks += 1
        if (now?.writes) api.happened([now.writes])
        return { sightings: now ? [now.sighting] : [] }
      },
    },
  })
  renderInApp(<ChecklistWindow lessonId={api.lessonId} />, { api })
  await screen.findByRole('heading')
  return { api, user: userEvent.setup() }
}

const question = () => screen.getByRole('heading', { level: 1 }).textContent
const answered: NewEntry = {
  kind: 'check-answered',
  value: { item: account.id, answer: 'done', seen: true },
  text: 'j.reid@hilltop.example',
}

describe('a check the app sees for itself', () => {
  it('is answered without a key, and says how the app knows', async () => {
    const met = seen('met', 'j.reid@hilltop.example')
    await openChecks([{ sighting: met, writes: answered }])
    expect(await screen.findByText('j.reid@hilltop.example')).toBeTruthy()
    expect(question()).toBe('Does chat reach everyone?')
    expect(screen.getByText('1 of 2')).toBeTruthy()
  })

  it('takes the teacher’s word where the app cannot tell', async () => {
    const { api, user } = await openChecks([{ sighting: seen('unknown', 'No school address yet') }])
    await screen.findAllByText('No school address yet')
    await user.keyboard('{Enter}')
    expect(question()).toBe('Does chat reach everyone?')
    expect(api.record().events.at(-1)).toMatchObject({ value: { item: account.id, answer: 'done' } })
  })

  it('offers to look again where something is wrong, and goes on once it is put right', async () => {
    const { user } = await openChecks([
      { sighting: seen('not-met', 'me@elsewhere.example is not under hilltop.example') },
      { sighting: seen('met', 'j.reid@hilltop.example'), writes: answered },
    ])
    await screen.findByRole('button', { name: 'Look again' })
    expect(screen.queryByRole('button', { name: 'Yes, school account' })).toBeNull()
    await user.keyboard('{Enter}')
    expect(await screen.findByText('Does chat reach everyone?')).toBeTruthy()
  })

  it('is passed over only with a reason where something is wrong', async () => {
    const { api, user } = await openChecks([{ sighting: seen('not-met', 'Not under hilltop.example') }])
    await screen.findByRole('button', { name: 'Go on, with a reason' })
    await user.keyboard('n{Enter}')
    expect(question()).toBe('Is the meeting under your school account?')
    await user.keyboard('Trust account, agreed{Enter}')
    expect(api.record().events.at(-1)).toMatchObject({
      value: { item: account.id, answer: 'not-applicable' },
      text: 'Trust account, agreed',
    })
  })
})

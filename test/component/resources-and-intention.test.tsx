import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import preset from '../../assets/presets/junior-school.json' with { type: 'json' }
import { ChecklistWindow } from '../../renderer/features/checklist/checklist-window.tsx'
import { checkItems as checkItemsShape } from '../../shared/domain/checks.ts'
import type { NoteBefore } from '../../shared/domain/notes.ts'
import { lookAt } from '../../shared/domain/sightings.ts'
import { instantOf } from '../../shared/domain/times.ts'
import type { LessonRecordView } from '../../shared/ipc/contract.ts'
import { createFakeApi, renderInApp } from '../support/fake-api.tsx'
import { buildFakeLesson } from '../support/fake-lesson.ts'
import { idOf } from '../support/log-fixture.ts'

const items = checkItemsShape.parse(preset.checkItems)
const itemsNamed = (...ids: string[]) => items.filter(({ id }) => ids.includes(id))

type Options = {
  checks: readonly string[]
  /** Labels of the pupils who have the resources; null where nothing is recorded. */
  having?: (labels: readonly string[]) => readonly string[]
  lesson?: Partial<LessonRecordView['lesson']>
  notesBefore?: NoteBefore[]
}

/** The checklist over a main that looks by the real rules. */
async function openChecks({ checks, having, lesson = {}, notesBefore = [] }: Options) {
  const built = buildFakeLesson({ state: 'planned' })
  const has = new Set(having?.(built.pupils.map(({ label }) => label)))
  let receipts = having
    ? Object.fromEntries(
        built.pupils.filter(({ label }) => has.has(label)).map(({ id }) => [id, 'sent' as const]),
      )
    : null
  const change = { checkItems: itemsNamed(...checks), lesson: { ...built.lesson, ...lesson }, notesBefore }
  const api = createFakeApi({
    lesson: { state: 'planned', minutesIn: -8, change },
    handlers: {
      'resources.sent': ({ pupilIds }) => {
        receipts = { ...receipts, ...Object.fromEntries(pupilIds.map((id) => [id, 'sent' as const])) }
        return {}
      },
      'checks.look': () => {
        const { lesson: now, pupils, events, me } = api.record()
        const school = api.status.school
        if (!school) throw new Error('no school')
        const computer = { name: 'CJS-114', account: 'j.reid' }
        const facts = { lesson: now, school, me, computer, training: [], conductTerms: [], pupils, receipts }
        const sightings = lookAt(itemsNamed(...checks), facts)
        const answered = new Set(
          events.flatMap((one) => (one.kind === 'check-answered' ? [one.value.item] : [])),
        )
        for (const { item, outcome, says } of sightings) {
          if (outcome !== 'met' || answered.has(item)) continue
          api.happened([{ kind: 'check-answered', value: { item, answer: 'done', seen: true }, text: says }])
        }
        return { sightings }
      },
    },
  })
  renderInApp(<ChecklistWindow lessonId={api.lessonId} />, { api })
  await screen.findByRole('heading')
  return { api, user: userEvent.setup() }
}

const question = () => screen.getByRole('heading', { level: 1 }).textContent
const CHAT = 'Does chat reach everyone?'

describe('the resources', () => {
  const but = (...labels: string[]) => ({
    checks: ['resources', 'chat'],
    having: (all: readonly string[]) => all.filter((label) => !labels.includes(label)),
  })

  it('name those without, and go on with one key once they were sent to them too', async () => {
    const { api, user } = await openChecks(but('Kofi', 'Rosa'))
    expect(await screen.findByText(/28 of 30 have them\. Without: Kofi, Rosa/)).toBeTruthy()
    await screen.findByRole('button', { name: 'Sent to Kofi and Rosa too' })
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('heading', { name: CHAT })).toBeTruthy()
    const wanted = api.record().pupils.filter(({ label }) => ['Kofi', 'Rosa'].includes(label))
    expect(api.callsOf('resources.sent')).toEqual([
      { lessonId: api.lessonId, pupilIds: wanted.map(({ id }) => id) },
    ])
    expect(screen.getByText('30 of 30 have them')).toBeTruthy()
  })

  it('count many in the button and still name them all', async () => {
    await openChecks(but('Aisha', 'Bella', 'Kofi', 'Rosa'))
    expect(await screen.findByText(/Without: Aisha, Bella, Kofi, Rosa/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Sent to the other 4 too' })).toBeTruthy()
  })

  it('are sent to all where nothing is recorded', async () => {
    const { api, user } = await openChecks({ checks: ['resources', 'chat'] })
    await screen.findByRole('button', { name: 'Sent to all 30' })
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('heading', { name: CHAT })).toBeTruthy()
    expect(api.callsOf('resources.sent')).toMatchObject([{ pupilIds: { length: 30 } }])
  })

  it('are passed over with a reason', async () => {
    const { api, user } = await openChecks(but('Kofi'))
    await screen.findByRole('button', { name: 'Sent to Kofi too' })
    await user.keyboard('nAll on the shared screen{Enter}')
    expect(question()).toBe(CHAT)
    expect(api.callsOf('resources.sent')).toEqual([])
  })

  it('stay open, in words, where it was not written', async () => {
    const { api, user } = await openChecks(but('Kofi'))
    await screen.findByRole('button', { name: 'Sent to Kofi too' })
    api.failNext('resources.sent', { code: 'not-saved', message: 'Not saved: the disk is full.' })
    await user.keyboard('{Enter}')
    expect((await screen.findByRole('alert')).textContent).toContain('the disk is full')
    expect(question()).toBe('Does every pupil have the resources?')
  })
})

describe('the intention and its adaptations', () => {
  const checks = ['intention', 'chat']

  it('are shown, and one key says that nothing needs adapting', async () => {
    const { api, user } = await openChecks({ checks })
    expect(await screen.findByText('Fractions of amounts')).toBeTruthy()
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('heading', { name: CHAT })).toBeTruthy()
    expect(api.record().lesson).toMatchObject({ learningIntention: 'Fractions of amounts', adaptations: [] })
  })

  it('are ticked already where they were planned', async () => {
    await openChecks({ checks, lesson: { adaptations: [{ text: 'Bar models', pupilIds: [] }] } })
    expect(await screen.findByRole('heading', { name: CHAT })).toBeTruthy()
    expect(screen.getByText('1 adaptation')).toBeTruthy()
  })

  it('are added by keyboard, for all or for one by name, before going on', async () => {
    const { api, user } = await openChecks({ checks })
    await screen.findByText('Fractions of amounts')
    await user.keyboard('aBar models{Enter}')
    await screen.findByText(/Bar models/)
    expect(question()).toBe('Does the lesson fit those who come?')
    await user.keyboard('aLarger print{Tab}kofi{Enter}{Enter}')
    expect(await screen.findByText('Kofi:')).toBeTruthy()
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('heading', { name: CHAT })).toBeTruthy()
    const kofi = api.record().pupils.find(({ label }) => label === 'Kofi')
    expect(api.record().lesson.adaptations).toEqual([
      { text: 'Bar models', pupilIds: [] },
      { text: 'Larger print', pupilIds: [kofi?.id] },
    ])
  })

  it('are left as they were by Esc', async () => {
    const { api, user } = await openChecks({ checks })
    await screen.findByText('Fractions of amounts')
    await user.keyboard('aBar{Escape}')
    expect(screen.getByRole('button', { name: 'Nothing to adapt' })).toBeTruthy()
    expect(api.callsOf('lesson.plan')).toEqual([])
  })

  it('ask for an intention where there is none, and take letters as letters', async () => {
    const { api, user } = await openChecks({ checks, lesson: { learningIntention: '' } })
    expect(document.activeElement).toBe(await screen.findByLabelText('Learning intention'))
    await user.keyboard('{Enter}')
    expect(screen.getByText(/Say in one line what the pupils are to learn/)).toBeTruthy()
    await user.keyboard('Name all angles{Enter}')
    expect(await screen.findByRole('heading', { name: CHAT })).toBeTruthy()
    expect(api.record().lesson.learningIntention).toBe('Name all angles')
  })

  it('lead to the whole plan', async () => {
    const { api, user } = await openChecks({ checks })
    await user.click(await screen.findByRole('button', { name: 'Open the plan' }))
    expect(api.callsOf('window.open')).toEqual([{ lessonId: api.lessonId, show: 'plan' }])
  })
})

describe('notes that come back', () => {
  const note = (n: number, text: string, pupil: string | null = null): NoteBefore => ({
    id: idOf(700 + n),
    lessonId: idOf(20),
    subject: 'Maths',
    startsAt: instantOf('2021-01-15', '09:30'),
    about: 'misconception',
    pupil,
    text,
  })

  it('are one quiet line, read on a key, and in the way of no answer', async () => {
    const notesBefore = [note(1, 'Adds the denominators'), note(2, 'Counts the bars', 'Kofi')]
    const { user } = await openChecks({ checks: ['chat', 'mute'], notesBefore })
    const line = await screen.findByRole('button', { name: /2 notes from Maths on Friday/ })
    expect(screen.queryByText(/Adds the denominators/)).toBeNull()
    await user.keyboard('l')
    expect(line.getAttribute('aria-expanded')).toBe('true')
    const notes = within(screen.getByRole('region', { name: 'To come back to' }))
    expect(notes.getByText('Misconception, Kofi:')).toBeTruthy()
    await user.keyboard('{Enter}')
    expect(question()).toBe('Do pupils enter muted?')
    await user.keyboard('l')
    expect(screen.queryByText(/Adds the denominators/)).toBeNull()
  })

  it('leave no line where there are none', async () => {
    await openChecks({ checks: ['chat'] })
    expect(screen.queryByRole('region', { name: 'To come back to' })).toBeNull()
  })
})

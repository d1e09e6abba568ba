import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { SignOffPage } from '../../renderer/features/sign-off/sign-off-page.tsx'
import type { Entry } from '../../shared/domain/events.ts'
import type { ReportPerson } from '../../shared/domain/meeting-report.ts'
import { readReportedNames } from '../../shared/domain/reconcile/reported-names.ts'
import { identify, type NameAnswer } from '../../shared/domain/reconcile/who-is-who.ts'
import { pupilTally, tally } from '../../shared/domain/tally.ts'
import { minutes } from '../../shared/domain/times.ts'
import { createFakeApi, type FakeApi, renderInApp } from '../support/fake-api.tsx'
import type { FakeLessonOptions } from '../support/fake-lesson.ts'
import { idOf } from '../support/log-fixture.ts'

/** A name of the report, in from and to these minutes after the start; the lesson has 40. */
type InReport = readonly [name: string, from: number, to: number]

const pupils = ['Aisha', 'Ben', 'Kofi'].map((forename) => ({ forename }))
const everybody: InReport[] = [
  ['Ms J Reid', -10, 41],
  ['Aisha Khan', 0, 40],
  ['Ben Ward', 0, 40],
  ['Kofi Osei', 0, 40],
]

/** The page of an ended lesson, with main's part of the reports in memory, by the real rules. */
async function openPage(inReport: readonly InReport[] | null, lesson: FakeLessonOptions = {}) {
  let taken = inReport
  const answers = new Map<string, NameAnswer>()
  const kept = new Set<string>()
  const api: FakeApi = createFakeApi({
    lesson: { pupils, state: 'ended', minutesIn: 45, ...lesson },
    handlers: {
      'report.get': () => {
        const { lesson: at, pupils: all, staff } = api.record()
        const clock = (minute: number) =>
          `${new Date(at.startsAt + minutes(minute) + 999).toISOString().slice(0, 19)}Z`
        const people = (taken ?? []).map(([name, from, to]): ReportPerson => ({
          name,
          minutes: to - from,
          intervals: [{ from: clock(from), to: clock(to) }],
        }))
        const summary = { topic: 'Maths', from: at.startsAt, to: at.endsAt, names: people.length }
        const names = all.map(({ id, forename, surname }) => ({
          id,
          legalForename: forename,
          legalSurname: surname,
          nicknames: [],
          devices: [],
          takesPart: true,
        }))
        const adults = staff.map(({ name }) => name)
        const read = readReportedNames([{ people }])
        return {
          reports: taken
            ? [{ id: idOf(70), fileName: 'maths.csv', takenAt: at.endsAt, meetings: [summary] }]
            : [],
          names: identify(read, { pupils: names, adults, answers, before: new Map() }),
          kept: [...kept],
          slackMinutes: 2,
        }
      },
      'report.answer': ({ key, answer }) => {
        if (answer) answers.set(key, answer)
        return {}
      },
      'report.keep': ({ key, isKept }) => {
        if (isKept) kept.add(key)
        else kept.delete(key)
        return {}
      },
      'report.remove': () => {
        taken = null
        return {}
      },
      'report.choose': () => ({
        outcome: 'understood',
        token: idOf(71),
        preview: {
          fileName: 'maths.csv',
          meetings: [{ topic: 'Maths', from: null, to: null, names: 4 }],
          leftOut: 2,
          isKnown: taken !== null,
          warnings: [{ code: 'missing-leave', line: 7, message: 'Nobody knows when Ben left.' }],
        },
      }),
      'report.confirm': () => {
        taken = everybody
        return { outcome: 'added' }
      },
    },
  })
  const user = userEvent.setup()
  renderInApp(<SignOffPage lessonId={api.lessonId} />, { api })
  await screen.findByRole('heading', { name: 'Meeting report' })
  return { api, user }
}

const acts = (api: FakeApi) =>
  api.callsOf('lesson.record').map((call) => (call as { entries: Entry[] }).entries)
const marksOf = (api: FakeApi, label: string) => {
  const pupil = api.record().pupils.find((one) => one.label === label)
  return pupilTally(tally(api.record().events), pupil?.id ?? '')
}
const differences = () => screen.getByRole('table', { name: /report and what was marked differ/ })
const without = (name: string) => everybody.filter(([one]) => one !== name)

describe('a meeting’s report', () => {
  it('is shown before it is taken in, and says that nothing differs', async () => {
    const { api, user } = await openPage(null)
    expect(screen.queryByRole('list', { name: 'Reports taken in' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Take in the meeting’s report' }))
    const preview = await screen.findByRole('group', { name: 'The chosen report' })
    expect(within(preview).getByText('Maths, no times, 4 names')).toBeDefined()
    expect(within(preview).getByText(/2 meetings of this file at other times are left out/)).toBeDefined()
    expect(within(preview).getByText(/Nobody knows when Ben left/)).toBeDefined()
    expect(api.callsOf('report.confirm')).toEqual([])
    await user.click(within(preview).getByRole('button', { name: 'Take it in' }))
    expect(await screen.findByText('The report and what was marked agree')).toBeDefined()
    expect(screen.getByText('3 pupils came.')).toBeDefined()
  })

  it('says that a file was taken in before, and changes nothing', async () => {
    const { api, user } = await openPage(everybody)
    await user.click(screen.getByRole('button', { name: 'Take in another report' }))
    expect(await screen.findByText('This file was taken in before')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'All right' }))
    expect(api.callsOf('report.confirm')).toEqual([])
  })

  it('can be taken away again', async () => {
    const { user } = await openPage(everybody)
    await user.click(screen.getByRole('button', { name: 'Remove maths.csv' }))
    expect(await screen.findByRole('button', { name: 'Take in the meeting’s report' })).toBeDefined()
    expect(screen.queryByText('3 pupils came.')).toBeNull()
  })
})

describe('what differs', () => {
  it('is settled by one key a row, the focus going on by itself', async () => {
    const inReport: InReport[] = [
      ['Ms J Reid', -10, 41],
      ['Aisha Khan', 7, 40],
      ['Ben Ward', 0, 25],
      ['Kofi Osei', 0, 40],
    ]
    const { api, user } = await openPage(inReport, { notIn: ['Kofi'] })
    expect(within(differences()).getAllByRole('row')).toHaveLength(4)
    screen.getByRole('button', { name: /^The report is right: Aisha Khan, 7 minutes late/ }).focus()
    await user.keyboard('r')
    await waitFor(() => expect(marksOf(api, 'Aisha').minutesLate).toBe(7))
    await waitFor(() =>
      expect(document.activeElement?.getAttribute('aria-label')).toMatch(/Ben Ward, Left at/),
    )
    await user.keyboard('k')
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/Kofi Osei/))
    expect(marksOf(api, 'Ben').leftAt).toBeNull()
    await user.keyboard('r')
    await waitFor(() => expect(marksOf(api, 'Kofi').participation).toBe('took-part'))
    expect(screen.queryByRole('table', { name: /differ/ })).toBeNull()
    const standing = screen.getByRole('list', { name: 'Where what was marked stands' })
    expect(within(standing).getByText(/Stayed to the end, as marked here/)).toBeDefined()
    await user.click(within(standing).getByRole('button', { name: 'Look again' }))
    expect(await screen.findByRole('button', { name: /^The report is right: Ben Ward/ })).toBeDefined()
  })

  it('is one absence where the report does not know a pupil who was let in', async () => {
    const { api, user } = await openPage(without('Ben Ward'))
    await user.click(
      screen.getByRole('button', { name: /^The report is right: Ben Ward, Not in the report/ }),
    )
    await waitFor(() => expect(marksOf(api, 'Ben').participation).toBe('absent'))
  })

  it('is a reminder that is in nobody’s way, and what the report has is signed', async () => {
    const { api, user } = await openPage([...without('Ben Ward'), ['Ben Ward', 9, 40], ['Otter.ai', 0, 40]])
    expect(
      screen.getByText(/1 name of the report not settled, 1 difference from the report open/),
    ).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Accept all 3 suggestions' }))
    await user.click(screen.getByRole('button', { name: 'Sign off as Ms J Reid' }))
    await screen.findByRole('heading', { name: /Signed by Ms J Reid/ })
    // Up to the end, which was at 38 minutes.
    expect(marksOf(api, 'Ben').reported).toMatchObject({ minutes: 29 })
    expect(
      acts(api)
        .flat()
        .filter(({ kind }) => kind === 'reported'),
    ).toHaveLength(3)
    expect(screen.queryByRole('button', { name: 'Take in another report' })).toBeNull()
    expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull()
  })
})

describe('a name nobody can be sure of', () => {
  it('may be whoever is missing: nobody is missing before it is settled', async () => {
    const { user } = await openPage([...without('Ben Ward'), ['Otter.ai', 0, 40]])
    expect(screen.queryByRole('table', { name: /differ/ })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Not ours' }))
    expect(
      await screen.findByRole('button', { name: /^The report is right: Ben Ward, Not in/ }),
    ).toBeDefined()
  })

  it('is asked, said with one key, and remembered as the pupil’s', async () => {
    const { api, user } = await openPage([...without('Ben Ward'), ['Dragon', 0, 40]])
    const question = screen.getByRole('listitem', { name: 'Dragon' })
    within(question)
      .getByRole('button', { name: /Other pupils/ })
      .focus()
    await user.keyboard('p')
    const boxes = within(question).getByRole('group', { name: 'Pupils behind Dragon' })
    await user.click(within(boxes).getByRole('checkbox', { name: 'Ben Ward' }))
    await user.click(within(boxes).getByRole('button', { name: 'It is 1 pupil' }))
    expect(await screen.findByText('The report and what was marked agree')).toBeDefined()
    const ben = api.record().pupils.find(({ label }) => label === 'Ben')?.id
    expect(api.callsOf('waiting.remember')).toEqual([{ pupilId: ben, name: 'Dragon', as: 'nickname' }])
  })

  it('is both pupils’ where they share a device, remembered as such', async () => {
    const { api, user } = await openPage([
      ...without('Ben Ward').filter(([one]) => one !== 'Kofi Osei'),
      ['iPad (3)', 0, 40],
    ])
    const question = screen.getByRole('listitem', { name: 'iPad (3)' })
    await user.click(within(question).getByRole('button', { name: /Other pupils/ }))
    await user.click(within(question).getByRole('checkbox', { name: 'Ben Ward' }))
    await user.click(within(question).getByRole('checkbox', { name: 'Kofi Osei' }))
    await user.click(within(question).getByRole('button', { name: 'It is 2 pupils' }))
    expect(await screen.findByText('3 pupils came.')).toBeDefined()
    expect(api.callsOf('waiting.remember')).toMatchObject([{ as: 'shared-device' }, { as: 'shared-device' }])
  })

  it('is nobody’s with one key, remembered for this class, and can be changed', async () => {
    const { api, user } = await openPage([...everybody, ['Otter.ai', 0, 40]])
    const question = screen.getByRole('listitem', { name: 'Otter.ai' })
    within(question)
      .getByRole('button', { name: /Not ours/ })
      .focus()
    await user.keyboard('n')
    expect(await screen.findByText('The report and what was marked agree')).toBeDefined()
    expect(api.callsOf('waiting.remember')).toEqual([])
    await user.click(screen.getByText('5 names of the report are settled'))
    await user.click(screen.getByRole('button', { name: 'Change who Otter.ai is' }))
    await user.click(screen.getByRole('button', { name: /A grown-up of the school/ }))
    await waitFor(() =>
      expect(api.callsOf('report.answer').at(-1)).toMatchObject({ key: 'otterai', answer: { as: 'adult' } }),
    )
  })

  it('is not remembered where that is not wished', async () => {
    const { api, user } = await openPage([...everybody, ['Aisha K’s mum', 0, 40]])
    await user.click(screen.getByRole('checkbox', { name: /Remember names/ }))
    await user.click(screen.getByRole('button', { name: 'Aisha Khan' }))
    await waitFor(() => expect(screen.queryByRole('list', { name: 'Names to settle' })).toBeNull())
    expect(api.callsOf('waiting.remember')).toEqual([])
    expect(screen.getByText('3 pupils came; Aisha Khan on two devices at once.')).toBeDefined()
  })
})

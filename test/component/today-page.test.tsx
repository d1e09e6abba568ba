import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../electron/ipc/dispatch.ts'
import { TodayPage } from '../../renderer/features/today/today-page.tsx'
import { createTodayStore } from '../../renderer/features/today/today-store.ts'
import type { LessonCard, PackOpen } from '../../shared/domain/today.ts'
import { minutes } from '../../shared/domain/times.ts'
import { newSchool } from '../../shared/domain/school.ts'
import { createFakeApi, type FakeApi, renderInApp } from '../support/fake-api.tsx'
import { idOf } from '../support/log-fixture.ts'

const soon = Date.now() + minutes(8)

const card = (n: number, change: Partial<LessonCard> = {}): LessonCard => ({
  id: idOf(n),
  classId: idOf(50),
  className: '5C',
  subject: `Maths ${n}`,
  learningIntention: 'Fractions of amounts',
  startsAt: soon,
  endsAt: soon + minutes(40),
  state: 'planned',
  checksAnswered: 0,
  checksTotal: 9,
  secondAdultNamed: false,
  pupilCount: 30,
  incidentsToDescribe: 0,
  ...change,
})

function showToday(api: FakeApi): void {
  const store = createTodayStore(api)
  store.getState().opened()
  renderInApp(<TodayPage store={store} />, { api })
}

function openToday(
  lessons: LessonCard[],
  unfinished: LessonCard[] = [],
  officeFolder: string | null = '/office',
  packs: PackOpen[] = [],
  isWaiting = false,
) {
  const school = { ...newSchool('Crofton', 'Ms J Reid', 'Not the register.'), officeFolder }
  const api = createFakeApi({
    status: { school },
    handlers: {
      'today.get': () => ({ date: '2021-01-18', lessons, unfinished, packs, isWaiting }),
    },
  })
  showToday(api)
  return { api, user: userEvent.setup() }
}

const article = (name: RegExp) => screen.findByRole('article', { name })

describe('Today', () => {
  it('shows a lesson with its time, its state and its next step', async () => {
    const { api, user } = openToday([card(1, { state: 'preparing', checksAnswered: 3 })])
    const shown = await article(/5C Maths 1/)
    expect(within(shown).getByText('In 8 minutes')).toBeTruthy()
    expect(within(shown).getByText('3 of 9 checks done')).toBeTruthy()
    await user.click(within(shown).getByRole('button', { name: 'Get ready: 5C Maths 1' }))
    expect(api.callsOf('window.open')).toEqual([{ lessonId: idOf(1), show: 'checklist' }])
  })

  it('leads back into a live lesson', async () => {
    const { api, user } = openToday([card(1, { state: 'live' }), card(2)])
    await user.click(await screen.findByRole('button', { name: 'Back to the lesson: 5C Maths 1' }))
    expect(api.callsOf('window.open')).toEqual([{ lessonId: idOf(1), show: 'live' }])
    expect(screen.getByRole('button', { name: 'Open: 5C Maths 2' })).toBeTruthy()
  })

  it('names what needs a person before the bell', async () => {
    const planned = card(4, { secondAdultId: idOf(2) })
    openToday([card(1), card(2, { secondAdultNamed: true }), planned], [card(3, { state: 'ended' })])
    const bell = within(await screen.findByRole('complementary', { name: 'Before the bell' }))
    expect(bell.getAllByText(/No second adult named/)).toHaveLength(1)
    expect(bell.getByText('5C Maths 3 was not finished')).toBeTruthy()
    expect(bell.getByRole('link', { name: 'Sign off' }).getAttribute('href')).toContain(
      `/sign-off/${idOf(3)}`,
    )
  })

  it('names pupils without the pack, and lessons nobody has adapted', async () => {
    const packs = [{ classId: idOf(50), className: '5C', isApproved: true, without: ['Kofi', 'Rosa'] }]
    const said = card(2, { secondAdultNamed: true, adaptations: [] })
    openToday([card(1, { secondAdultNamed: true }), said], [], '/office', packs)
    const bell = within(await screen.findByRole('complementary', { name: 'Before the bell' }))
    expect(bell.getByText('2 without the pack: Kofi, Rosa')).toBeTruthy()
    expect(bell.getByRole('link', { name: 'Packs of 5C' }).getAttribute('href')).toContain(
      `/packs/${idOf(50)}`,
    )
    const links = bell.getAllByRole('link', { name: /^Plan/ })
    expect(links.map((one) => one.getAttribute('href'))).toEqual([`/lessons/${idOf(1)}/plan`])
  })

  it('says of a pack that nobody has approved it, and counts a whole class', async () => {
    const without = Array.from({ length: 30 }, (_, index) => `Pupil ${index}`)
    const pack = { classId: idOf(50), className: '5C', isApproved: false, without: [] }
    openToday([card(1)], [], '/office', [pack, { ...pack, classId: idOf(51), without }])
    expect(await screen.findByText('The pack of 5C is not approved yet')).toBeTruthy()
    expect(screen.getByText('30 without the pack; not approved yet')).toBeTruthy()
  })

  it('says on an empty day what it is for', async () => {
    openToday([])
    expect(await screen.findByText('Your live lessons of the day stand here')).toBeTruthy()
    expect(screen.getAllByRole('link', { name: 'Start a lesson' })).not.toHaveLength(0)
  })

  it('says when a class has no pupils', async () => {
    openToday([card(1, { pupilCount: 0 })])
    expect(await screen.findByText('No pupils in this class yet')).toBeTruthy()
  })
})

describe('the end of the day', () => {
  it('has a card that says how the day stands and leads to its page', async () => {
    openToday([card(1, { state: 'ended' }), card(2, { state: 'signed-off' })])
    expect(
      await screen.findByText('1 lesson ready to export, 1 lesson unfinished and kept back.'),
    ).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Finish the day' }).getAttribute('href')).toBe('#/end-of-day')
  })

  it('says that a day has not reached the office yet', async () => {
    openToday([card(1)], [], '/office', [], true)
    expect(await screen.findByText(/has not reached the office yet, and goes by itself/)).toBeTruthy()
  })

  it('leads from a lesson of an earlier day that was not exported', async () => {
    openToday([], [card(3, { state: 'signed-off' })])
    const link = await screen.findByRole('link', { name: 'Export that day' })
    expect(link.getAttribute('href')).toBe('/end-of-day')
  })

  it('says of a signed lesson that an incident is not described yet', async () => {
    openToday([card(1, { state: 'signed-off', incidentsToDescribe: 1 })])
    expect(await screen.findByText('1 incident is not described yet')).toBeDefined()
  })
})

it('says why the day cannot be shown', async () => {
  const api = createFakeApi({
    handlers: {
      'today.get': () => {
        throw new Refusal('unexpected', 'The records did not answer.')
      },
    },
  })
  showToday(api)
  expect((await screen.findByRole('alert')).textContent).toContain('The records did not answer.')
})

describe('the policy’s review', () => {
  const openAs = async (role: 'leader' | 'teacher', policyReview: string) => {
    const api = createFakeApi({
      status: {
        school: { ...newSchool('Crofton', 'Ms J Reid', 'Not the register.'), policyReview },
        me: { id: idOf(1), name: 'Mrs G Okafor', role },
      },
      handlers: {
        'today.get': () => ({ date: '2021-01-18', lessons: [], unfinished: [], packs: [], isWaiting: false }),
      },
    })
    showToday(api)
    await screen.findByText('Before the bell')
  }
  const line = () => screen.queryByText('The policy is past its review date')

  it('is on a leader’s start page once it is past, with the way there', async () => {
    await openAs('leader', '2020-01-01')
    expect(line()).not.toBeNull()
    expect(screen.getByText(/The review was due by 1 January 2020/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Open the policy' })).toBeTruthy()
    expect(screen.queryByText('Nothing needs you just now.')).toBeNull()
  })

  it('is on nobody else’s, and on nobody’s before', async () => {
    await openAs('teacher', '2020-01-01')
    expect(line()).toBeNull()
  })

  it('goes once there is a new date', async () => {
    await openAs('leader', '2999-01-01')
    expect(line()).toBeNull()
    expect(screen.getByText('Nothing needs you just now.')).toBeTruthy()
  })
})

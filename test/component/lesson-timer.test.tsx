import { act, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LivePanel } from '../../renderer/features/live/live-panel.tsx'
import { pauseDisplays, setClock } from '../../renderer/lib/clock.ts'
import type { Entry } from '../../shared/domain/events.ts'
import { minutes } from '../../shared/domain/times.ts'
import { createFakeApi, type FakeApi, renderInApp } from '../support/fake-api.tsx'
import type { FakeLessonOptions } from '../support/fake-lesson.ts'

const START = Date.UTC(2021, 0, 18, 9, 50)
const tone = vi.hoisted(() => ({ played: 0 }))
vi.mock('../../renderer/lib/tone.ts', () => ({ playTone: () => (tone.played += 1) }))

const phases = [
  { name: 'Starter', minutes: 5 },
  { name: 'Input', minutes: 10 },
]
const running = (minute: number, length = 5): FakeLessonOptions => ({
  log: [{ minute, entry: { kind: 'timer', value: { minutes: length }, text: 'Starter' } }],
})

async function openPanel(lesson: FakeLessonOptions = {}) {
  const api = createFakeApi({ lesson: { minutesIn: 18, ...lesson, change: { phases, ...lesson.change } } })
  const { appStore } = renderInApp(<LivePanel lessonId={api.lessonId} />, { api })
  act(() => void appStore.getState().started())
  await screen.findByRole('heading')
  const user = userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTimeAsync(ms).then(() => {}) })
  return { api, user }
}

const passes = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const line = () => screen.getByRole('region', { name: 'Timer' })
const popover = () => screen.getByRole('region', { name: 'Start a timer' })
const timersOf = (api: FakeApi) =>
  api
    .callsOf('lesson.record')
    .flatMap((input) => (input as { entries: Entry[] }).entries)
    .map(({ id: _id, ...rest }) => rest)

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true, now: START })
  setClock(START)
  tone.played = 0
})
afterEach(() => {
  pauseDisplays(false)
  vi.useRealTimers()
})

describe('the timer', () => {
  it('runs a phase by T and a digit', async () => {
    const { api, user } = await openPanel()
    expect(screen.queryByRole('region', { name: 'Timer' })).toBeNull()
    await user.keyboard('t2')
    expect(timersOf(api)).toEqual([{ kind: 'timer', value: { minutes: 10 }, text: 'Input' }])
    expect(line().textContent).toContain('Input')
    expect(line().textContent).toMatch(/(10:00|09:59) left/)
    expect(screen.queryByRole('region', { name: 'Start a timer' })).toBeNull()
  })

  it('runs a phase by two taps, and a plain countdown by two more', async () => {
    const { api, user } = await openPanel()
    await user.click(screen.getByRole('button', { name: 'Timer' }))
    await user.click(within(popover()).getByRole('button', { name: /Starter/ }))
    await user.click(within(line()).getByRole('button', { name: /Starter/ }))
    await user.click(within(popover()).getByRole('button', { name: '2 min' }))
    expect(timersOf(api)).toEqual([
      { kind: 'timer', value: { minutes: 5 }, text: 'Starter' },
      { kind: 'timer', value: { minutes: 2 } },
    ])
  })

  it('takes minutes that are typed, 1 to 60 and nothing else', async () => {
    const { api, user } = await openPanel()
    await user.keyboard('t')
    const field = within(popover()).getByLabelText('Minutes, 1 to 60')
    await user.type(field, '61')
    expect(within(popover()).getByRole<HTMLButtonElement>('button', { name: 'Start' }).disabled).toBe(true)
    await user.clear(field)
    await user.type(field, '1x5{Enter}')
    expect(timersOf(api)).toEqual([{ kind: 'timer', value: { minutes: 15 } }])
  })

  it('says what is left, and at the end that it is over, once for a screen reader', async () => {
    await openPanel(running(13.5))
    expect(line().textContent).toMatch(/00:(30|29) left/)
    const said = screen.getByText('Starter: 5 minutes.')
    await passes(20_000)
    expect(said.textContent).toBe('Starter: 5 minutes.')
    await passes(25_000)
    expect(line().textContent).toMatch(/Starter is over\+00:1\d/)
    expect(said.textContent).toBe('Starter is over.')
  })

  it('offers the next phase when one ends, by a tap and as what Enter does', async () => {
    const { api, user } = await openPanel(running(10))
    expect(line().textContent).toContain('Starter is over+03:00')
    await user.click(within(line()).getByRole('button', { name: 'Next: Input, 10 min' }))
    expect(timersOf(api)).toEqual([{ kind: 'timer', value: { minutes: 10 }, text: 'Input' }])
    await user.keyboard('t1')
    await passes(minutes(5))
    await user.keyboard('t{Enter}')
    expect(timersOf(api).at(-1)).toEqual({ kind: 'timer', value: { minutes: 10 }, text: 'Input' })
  })

  it('is made longer and stopped', async () => {
    const { api, user } = await openPanel(running(17))
    await user.click(screen.getByRole('button', { name: 'One minute more' }))
    expect(line().textContent).toMatch(/(05:00|04:59) left/)
    await user.keyboard('t0')
    expect(screen.queryByRole('region', { name: 'Timer' })).toBeNull()
    expect(timersOf(api).map((entry) => entry.kind === 'timer' && entry.value)).toEqual([
      { minutes: 1, adds: true },
      { minutes: 0 },
    ])
  })

  it('shows what the other adult started, and survives being opened again', async () => {
    const { api } = await openPanel()
    act(() => api.happened([{ kind: 'timer', value: { minutes: 5 }, text: 'Starter' }]))
    expect(line().textContent).toContain('Starter')
  })

  it('is closed by Esc and by T', async () => {
    const { user } = await openPanel()
    for (const key of ['{Escape}', 't']) {
      await user.keyboard('t')
      expect(popover()).toBeTruthy()
      await user.keyboard(key)
      expect(screen.queryByRole('region', { name: 'Start a timer' })).toBeNull()
    }
  })
})

describe('the sound', () => {
  it('is off by default', async () => {
    await openPanel(running(13.5))
    await passes(40_000)
    expect(line().textContent).toContain('over')
    expect(tone.played).toBe(0)
  })

  it('is heard once as a phase ends, where it is switched on', async () => {
    const { api, user } = await openPanel(running(13.5))
    await user.keyboard('t')
    await user.click(screen.getByRole('switch'))
    expect(api.callsOf('preferences.save')).toEqual([{ sound: true }])
    expect(screen.getByRole<HTMLInputElement>('switch').checked).toBe(true)
    await passes(20_000)
    for (let n = 0; n < 40; n += 1) await passes(500)
    expect(line().textContent).toContain('over')
    expect(tone.played).toBe(1)
  })

  it('is not made up for an end that passed while the computer slept', async () => {
    const { api, user } = await openPanel(running(13.5))
    await user.keyboard('t')
    await user.click(screen.getByRole('switch'))
    act(() => api.tell('computer.away', { now: Date.now(), why: 'asleep' }))
    act(() => api.tell('computer.away', { now: Date.now() + minutes(10), why: null }))
    expect(line().textContent).toContain('Starter is over')
    expect(tone.played).toBe(0)
  })
})

describe('while nobody is at the computer', () => {
  it('stands still and says so, then shows what is truly left', async () => {
    const { api } = await openPanel(running(16))
    act(() => api.tell('computer.away', { now: Date.now(), why: 'locked' }))
    expect(line().textContent).toContain('paused while the screen is locked')
    act(() => api.tell('computer.away', { now: Date.now() + minutes(2), why: null }))
    expect(line().textContent).toMatch(/(01:00|00:59) left/)
    expect(screen.getByText('The screen was locked for 2 minutes')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Seen' }))
    expect(screen.queryByText('The screen was locked for 2 minutes')).toBeNull()
  })

  it('says that the lesson’s end passed meanwhile', async () => {
    const { api } = await openPanel({ minutesIn: 35 })
    act(() => api.tell('computer.away', { now: Date.now(), why: 'asleep' }))
    act(() => api.tell('computer.away', { now: Date.now() + minutes(10), why: null }))
    expect(screen.getByText('The computer slept for 10 minutes')).toBeTruthy()
    expect(screen.getByText(/^The lesson’s end at \d\d:\d\d passed meanwhile/)).toBeTruthy()
  })

  it('has nothing to say of a moment', async () => {
    const { api } = await openPanel()
    act(() => api.tell('computer.away', { now: Date.now(), why: 'locked' }))
    act(() => api.tell('computer.away', { now: Date.now() + 20_000, why: null }))
    expect(screen.queryByText(/screen was locked/)).toBeNull()
  })
})

describe('a clock that is changed', () => {
  it('moves nothing on the panel, and is told in words', async () => {
    const { api } = await openPanel(running(16))
    vi.setSystemTime(Date.now() + minutes(60))
    act(() => api.tell('clock.moved', { now: START + 2000, changedBy: minutes(60) }))
    await passes(1000)
    expect(line().textContent).toMatch(/0(3:00|2:5\d) left/)
    expect(screen.getByText('The computer’s clock was put forward by 1 hour')).toBeTruthy()
  })
})

import { describe, expect, it, vi } from 'vitest'
import { Refusal } from '../../electron/ipc/dispatch.ts'
import { createOfficeStore } from '../../renderer/features/office/office-store.ts'
import type { OfficeDayView } from '../../shared/ipc/commands/office.ts'
import { createFakeApi } from '../support/fake-api.tsx'

const report = { version: 3, madeAt: 1, isOutdated: false }
const day: OfficeDayView = {
  date: '2021-01-18',
  dates: [],
  incoming: { state: 'well', folder: '/office', waiting: 0, notSaved: 0 },
  hasKey: true,
  teachers: [],
  hasTimetable: true,
  missing: [],
  silent: [],
  setAside: [],
  notes: [],
  report,
}

function openStore(handlers: NonNullable<Parameters<typeof createFakeApi>[0]>['handlers'] = {}) {
  const api = createFakeApi({
    handlers: {
      'office.day': ({ date }) => ({ ...day, date }),
      'office.devices': () => ({ devices: [] }),
      'office.add-note': () => ({}),
      'office.look': () => ({}),
      'office.stop-report': () => ({}),
      ...handlers,
    },
  })
  const store = createOfficeStore(api)
  const stop = store.getState().opened()
  return { api, store, stop, now: () => store.getState() }
}

describe('while a report is made', () => {
  const begin = () => {
    let finish = () => {}
    const opened = openStore({
      'office.report': () =>
        new Promise((done) => {
          finish = () => done({ outcome: 'cancelled' })
        }),
    })
    const made = opened.now().reportMade()
    return { ...opened, made, finish: () => finish() }
  }

  it('a note or a look at the folder takes neither its progress nor its stop away', async () => {
    const { now, made, finish, stop } = begin()
    await now().noted(null, 'Rang home.')
    expect(now().busy).toEqual(['report'])
    await now().lookedAgain()
    expect(now().busy).toEqual(['report'])
    finish()
    await made
    expect(now().busy).toEqual([])
    stop()
  })

  it('a second press makes no other, and the first can still be stopped', async () => {
    const { api, now, made, finish, stop } = begin()
    await now().reportMade()
    expect(api.callsOf('office.report')).toHaveLength(1)
    now().reportStopped()
    expect(api.callsOf('office.stop-report')).toHaveLength(1)
    finish()
    await made
    stop()
  })
})

it('tells a failure until the next act, whatever comes in meanwhile', async () => {
  const { api, now, stop } = openStore({
    'office.add-note': () => {
      throw new Refusal('disk-full', 'There is no room left.')
    },
  })
  await vi.waitFor(() => expect(now().day).not.toBeNull())
  await now().noted(null, 'Rang home.')
  expect(now().failure?.code).toBe('disk-full')
  const asked = api.callsOf('office.day').length
  api.tell('office.changed', {})
  await vi.waitFor(() => expect(api.callsOf('office.day')).toHaveLength(asked + 1))
  await new Promise((resolve) => setTimeout(resolve))
  expect(now().failure?.code).toBe('disk-full')
  await now().lookedAgain()
  expect(now().failure).toBeNull()
  stop()
})

it('no longer tells that the day cannot be read once it can', async () => {
  const { api, now, stop } = openStore()
  await vi.waitFor(() => expect(now().day).not.toBeNull())
  api.failNext('office.day', { code: 'locked', message: 'It cannot be read.' })
  api.tell('office.changed', {})
  await vi.waitFor(() => expect(now().failure?.code).toBe('locked'))
  api.tell('office.changed', {})
  await vi.waitFor(() => expect(now().failure).toBeNull())
  stop()
})

it('tells nothing of the other reader’s report until main has answered', async () => {
  const { now, stop } = openStore()
  await vi.waitFor(() => expect(now().day?.report).toEqual(report))
  now().splitChosen('leaders')
  expect(now().day?.report).toBeNull()
  await vi.waitFor(() => expect(now().day?.report).toEqual(report))
  stop()
})

import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { LivePanel } from '../../renderer/features/live/live-panel.tsx'
import type { Entry } from '../../shared/domain/events.ts'
import { createFakeApi, type FakeApi, renderInApp } from '../support/fake-api.tsx'
import { buildFakePupils, type FakeLessonOptions, type NamedPupil } from '../support/fake-lesson.ts'
import { idOf } from '../support/day-fixture.ts'

const names: NamedPupil[] = [
  { forename: 'Bella', surname: 'Hall' },
  { forename: 'Chloe', surname: 'Dunn' },
  { forename: 'Dylan', surname: 'Price' },
  { forename: 'Elsie', surname: 'Ward' },
]
const [bella, chloe, dylan, elsie] = buildFakePupils(names).map(({ id }) => id) as [
  string,
  string,
  string,
  string,
]

async function openPanel(lesson: FakeLessonOptions = {}, api?: FakeApi) {
  const fake = api ?? createFakeApi({ lesson: { pupils: names, ...lesson } })
  const { unmount } = renderInApp(<LivePanel lessonId={fake.lessonId} />, { api: fake })
  await screen.findByRole('heading', { level: 1 })
  return { api: fake, user: userEvent.setup(), unmount }
}

const tile = (name: RegExp) =>
  within(screen.getByRole('region', { name: 'Pupils' })).getByRole('button', { name })
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const region = (name: string) => screen.getByRole('region', { name })
const lastActOf = (api: FakeApi): Entry[] =>
  (api.callsOf('lesson.record').at(-1) as { entries: Entry[] } | undefined)?.entries ?? []
const pupilsOf = (entries: readonly Entry[]) =>
  entries.map((entry) => ('pupilId' in entry ? entry.pupilId : null))
const blueTable = { id: idOf(70), name: 'Blue table', pupilIds: [bella, dylan] }

describe('everyone except', () => {
  it('is chosen by key and by button, and said', async () => {
    const { api, user } = await openPanel({ notIn: ['Elsie'] })
    await user.click(tile(/^Bella/))
    await user.keyboard('x')
    expect(screen.getByText('2 pupils — press 1–9')).toBeTruthy()
    await user.keyboard('1')
    expect(pupilsOf(lastActOf(api))).toEqual([chloe, dylan])
    await user.click(tile(/^Chloe/))
    await user.click(button('Groups'))
    await user.click(button('Everyone except'))
    await user.click(button('Kind'))
    expect(pupilsOf(lastActOf(api))).toEqual([bella, dylan])
  })

  it('says who is left out where they are few', async () => {
    const { user } = await openPanel()
    await user.keyboard('abel{Enter}')
    expect(screen.getByText('All but Bella (3) — press 1–9')).toBeTruthy()
  })
})

describe('the same again', () => {
  it('goes to the same pupils, and to those chosen', async () => {
    const { api, user } = await openPanel()
    expect(button('Nothing to repeat').hasAttribute('disabled')).toBe(true)
    await user.keyboard('be{Enter}')
    await user.keyboard('ch{Enter}')
    await user.keyboard('5')
    await user.keyboard('.')
    expect(pupilsOf(lastActOf(api))).toEqual([bella, chloe])
    expect(tile(/^Bella, 4 points/)).toBeTruthy()
    await user.keyboard('dy.')
    expect(tile(/^Dylan, 2 points/)).toBeTruthy()
    await user.click(button('Repeat Brilliant'))
    expect(tile(/^Dylan, 4 points/)).toBeTruthy()
    await user.keyboard('u.')
    expect(tile(/^Dylan, 4 points/)).toBeTruthy()
  })
})

describe('more behaviours', () => {
  it('are shown while Shift is held, and awarded by the place of the digit', async () => {
    const { user } = await openPanel()
    await user.keyboard('{Shift>}')
    expect(within(region('More behaviours')).getByRole('button', { name: 'Respectful' })).toBeTruthy()
    await user.keyboard('{/Shift}')
    expect(within(region('Behaviours')).queryByRole('button', { name: 'Respectful' })).toBeNull()
    await user.keyboard('be{Shift>}[Digit4]{/Shift}')
    expect(screen.getByText('Explained well: Bella')).toBeTruthy()
    expect(tile(/^Bella, 2 points/)).toBeTruthy()
  })

  it('stay by button until one is chosen', async () => {
    const { user } = await openPanel()
    await user.click(button('More behaviours'))
    await user.click(tile(/^Bella/))
    await user.click(button('Respectful'))
    expect(screen.getByText('Respectful: Bella')).toBeTruthy()
    expect(region('Behaviours')).toBeTruthy()
    await user.click(button('More behaviours'))
    await user.keyboard('be4')
    expect(screen.getByText('Explained well: Bella')).toBeTruthy()
    await user.keyboard('be4')
    expect(screen.getByText('Kind: Bella')).toBeTruthy()
  })

  it('are not offered where the school has no more than nine', async () => {
    const { behaviours } = createFakeApi().record()
    await openPanel({ change: { behaviours: behaviours.slice(0, 9) } })
    expect(screen.queryByRole('button', { name: 'More behaviours' })).toBeNull()
  })

  it('say what a colour and a sign show', async () => {
    await openPanel()
    expect(button('Brilliant').title).toBe('Brilliant: praise, 2 points')
    expect(button('Reminder').title).toBe('Reminder: needs work, a step on the ladder')
    expect(button('Nudge').title).toBe('Nudge: a nudge')
  })
})

describe('groups', () => {
  it('are saved from those chosen, and chosen by key and by button', async () => {
    const { api, user } = await openPanel()
    await user.click(tile(/^Bella/))
    await user.click(tile(/^Dylan/))
    await user.click(button('Groups'))
    await user.type(screen.getByRole('textbox', { name: 'Save as a group' }), 'Table 1')
    await user.click(button('Save'))
    await screen.findByText('Table 1: 2 pupils, saved')
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Save as a group' }).value).toBe(''),
    )
    await user.keyboard('{Escape}{Escape}g1')
    expect(screen.getByText('Table 1 (2) — press 1–9')).toBeTruthy()
    await user.keyboard('2')
    expect(pupilsOf(lastActOf(api))).toEqual([bella, dylan])
    await user.click(button('Groups'))
    await user.click(within(region('Groups')).getByRole('button', { name: /^Table 1/ }))
    expect(tile(/^Dylan/).getAttribute('aria-pressed')).toBe('true')
    expect(screen.queryByRole('region', { name: 'Groups' })).toBeNull()
  })

  it('are found by the letters of their name, which are not taken for a pupil’s', async () => {
    const { user } = await openPanel({ change: { groups: [blueTable] } })
    await user.keyboard('gta')
    expect(within(region('Groups')).getByText('ta')).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Find a pupil' }).value).toBe('')
    await user.keyboard('{Enter}1')
    expect(tile(/^Bella, 1 point/)).toBeTruthy()
    expect(tile(/^Chloe, 0 points/)).toBeTruthy()
  })

  it('are renamed, given other pupils, and removed', async () => {
    const { api, user } = await openPanel({ change: { groups: [blueTable] } })
    await user.keyboard('ch{Enter}g')
    await user.click(button('Rename or remove Blue table'))
    const field = screen.getByRole('textbox', { name: 'New name of Blue table' })
    expect(document.activeElement).toBe(field)
    await user.clear(field)
    await user.type(field, 'Red 1{Enter}')
    expect(await screen.findByRole('button', { name: /^Red 1/ })).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: 'Save as a group' }), 'red 1')
    await user.click(button('Replace Red 1'))
    await waitFor(() => expect(api.record().groups).toMatchObject([{ name: 'red 1', pupilIds: [chloe] }]))
    await user.click(button('Rename or remove red 1'))
    await user.click(button('Remove'))
    expect(await screen.findByText('No groups saved yet.')).toBeTruthy()
    expect(api.record().groups).toEqual([])
  })

  it('hold nobody who left the class, and say so when that leaves nobody', async () => {
    const groups = [
      { ...blueTable, pupilIds: [bella, idOf(999)] },
      { id: idOf(71), name: 'Gone', pupilIds: [idOf(998)] },
    ]
    const { user } = await openPanel({ change: { groups }, notIn: ['Elsie'] })
    await user.click(button('Groups'))
    expect(within(region('Groups')).getByText('1 pupil')).toBeTruthy()
    const gone = button(/^Gone/)
    expect(gone.textContent).toContain('nobody in it any more')
    expect(gone.hasAttribute('disabled')).toBe(true)
    await user.keyboard('2')
    expect(screen.getByText('Nobody is in that group any more')).toBeTruthy()
  })

  it('are made on the spot, for as long as the window is open', async () => {
    const { api, user } = await openPanel()
    await user.keyboard('ch{Enter}')
    await user.keyboard('el{Enter}g0')
    expect(screen.getByText('This group now: 2 pupils. G 0 chooses it')).toBeTruthy()
    await user.keyboard('1')
    await user.keyboard('g04')
    expect(pupilsOf(lastActOf(api))).toEqual([chloe, elsie])
    expect(tile(/^Elsie, 2 points/)).toBeTruthy()
  })

  it('that could not be kept say why', async () => {
    const { api, user } = await openPanel()
    api.failNext('groups.save', { code: 'not-saved', message: 'The disk is full. Nothing was changed.' })
    await user.keyboard('ch{Enter}g')
    await user.type(screen.getByRole('textbox', { name: 'Save as a group' }), 'Red{Enter}')
    expect(await screen.findByText('The disk is full. Nothing was changed.')).toBeTruthy()
  })

  it('say what they are for where there are none', async () => {
    const { user } = await openPanel()
    await user.keyboard('g')
    expect(screen.getByText(/Choose pupils first/)).toBeTruthy()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('region', { name: 'Groups' })).toBeNull()
  })
})

describe('undoing any number of taps', () => {
  it('takes one back for each key, also after the window was closed, and names the next', async () => {
    const { api, user, unmount } = await openPanel()
    for (let tap = 0; tap < 12; tap += 1) await user.keyboard('be1')
    await user.keyboard('ch5')
    await waitFor(() => expect(api.record().events.filter(({ kind }) => kind === 'award')).toHaveLength(13))
    unmount()
    await openPanel({}, api)
    expect(button('Undo Chloe +2')).toBeTruthy()
    for (let key = 0; key < 13; key += 1) await user.keyboard('u')
    expect(tile(/^Bella, 0 points/)).toBeTruthy()
    expect(button('Nothing to undo')).toBeTruthy()
    await waitFor(() => expect(api.record().events.filter(({ kind }) => kind === 'revoked')).toHaveLength(13))
    expect(api.record().events.filter(({ kind }) => kind === 'award')).toHaveLength(13)
  })
})

describe('last taps', () => {
  it('take any own tap back, out of order, and keep its trace', async () => {
    const { user } = await openPanel()
    await user.keyboard('be1')
    await user.keyboard('ch{Shift>}c{/Shift}')
    await user.keyboard('dy5')
    await user.keyboard('{Shift>}u{/Shift}')
    const list = within(region('Last taps'))
    expect(list.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      expect.stringContaining('Dylan: Brilliant +2'),
      expect.stringContaining('Chloe: camera off'),
      expect.stringContaining('Bella: Listening +1'),
    ])
    await user.click(button('Take back Bella: Listening +1'))
    expect(tile(/^Bella, 0 points/)).toBeTruthy()
    expect(tile(/^Dylan, 2 points/)).toBeTruthy()
    expect(list.getAllByRole('listitem')[2]?.textContent).toMatch(/taken back \d\d:\d\d by you/)
    expect(screen.queryByRole('button', { name: 'Take back Bella: Listening +1' })).toBeNull()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('region', { name: 'Last taps' })).toBeNull()
    expect(button('Undo Dylan +2')).toBeTruthy()
  })

  it('show the other adult’s too, by name, which no key takes back', async () => {
    const { api, user } = await openPanel()
    const value = { behaviour: 'kind', group: 'praise', points: 1 } as const
    act(() => api.happened([{ kind: 'award', pupilId: dylan, value }]))
    expect(button('Nothing to undo')).toBeTruthy()
    await user.click(button('Last taps'))
    await user.click(button('Take back Dylan: Kind +1 · Mr A Patel'))
    expect(tile(/^Dylan, 0 points/)).toBeTruthy()
    expect(within(region('Last taps')).getByText(/Mr A Patel · taken back .* by you/)).toBeTruthy()
  })

  it('say what they are for before the first tap', async () => {
    const { user } = await openPanel()
    await user.click(button('Last taps'))
    expect(within(region('Last taps')).getByText(/^Nothing tapped yet/)).toBeTruthy()
    await user.click(button('Last taps'))
    expect(screen.queryByRole('region', { name: 'Last taps' })).toBeNull()
  })
})

import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { PacksPage } from '../../renderer/features/packs/packs-page.tsx'
import type { Pack, Receipts } from '../../shared/domain/packs.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { createFakeApi, renderInApp } from '../support/fake-api.tsx'
import { buildFakePupils } from '../support/fake-lesson.ts'
import { idOf } from '../support/log-fixture.ts'

const classId = idOf(50)
const summary = { id: classId, name: '5C', yearGroup: 'Year 5', pupilCount: 30 }
const pupils = buildFakePupils(30)
const kofi = pupils.find(({ label }) => label === 'Kofi')
const approval = { staffId: idOf(3), at: Date.UTC(2021, 0, 15, 15, 5) }
const packWith = (change: Partial<Pack> = {}): Pack => ({
  id: idOf(60),
  classId,
  week: '2021-01-18',
  contents: 'Maths booklet, squared paper',
  availableFrom: '2021-01-15',
  approval,
  ...change,
})

/** The page over a main that keeps one pack and its receipts. */
async function openPage({
  pack = packWith(),
  receipts = {},
  mayApprove = true,
  classes = [summary],
}: {
  pack?: Pack | null
  receipts?: Receipts
  mayApprove?: boolean
  classes?: Output<'classes.list'>['classes']
} = {}) {
  let kept = pack
  const held: Receipts = { ...receipts }
  const api = createFakeApi({
    handlers: {
      'classes.list': () => ({ classes }),
      'packs.week': () => ({
        pack: kept,
        approvedBy: kept?.approval ? 'Mrs A Whitcombe' : null,
        mayApprove,
        pupils: pupils.map((one) => ({
          ...one,
          how: held[one.id] ?? null,
          ring:
            one.label === 'Kofi'
              ? { name: 'Esi Osei', relationship: 'Parent', telephone: '01632 960111' }
              : null,
        })),
      }),
      'packs.save': ({ contents, availableFrom }) => {
        kept = packWith({ contents, availableFrom, approval: null })
        return {}
      },
      'packs.approve': () => {
        kept = packWith()
        return {}
      },
      'packs.mark': ({ pupilIds, how }) => {
        for (const one of pupilIds) {
          if (how === 'not-received') delete held[one]
          else held[one] = how
        }
        return {}
      },
    },
  })
  renderInApp(<PacksPage />, { api })
  const user = userEvent.setup()
  await screen.findByRole('heading', { name: 'Packs' })
  return { api, user }
}

const line = (name: RegExp) =>
  within(screen.getByRole('list', { name: 'Pupils' }))
    .getAllByRole('listitem')
    .find((one) => name.test(one.textContent ?? '')) as HTMLElement
const marked = (name: RegExp) =>
  within(line(name))
    .getAllByRole<HTMLInputElement>('radio')
    .find((one) => one.checked)?.parentElement?.textContent

describe('packs', () => {
  it('begin with a class list where there is none', async () => {
    await openPage({ classes: [] })
    const link = await screen.findByRole('link', { name: 'Import a class list' })
    expect(link.getAttribute('href')).toBe('#/classes/import')
  })

  it('are made for a week: what is in it, and from when', async () => {
    const { api, user } = await openPage({ pack: null })
    await screen.findByText('No pack for 5C in this week yet')
    expect(document.activeElement).toBe(screen.getByLabelText(/What is in it/))
    await user.keyboard('Reading book')
    await user.click(screen.getByRole('button', { name: 'Save the pack' }))
    expect(await screen.findByText('Reading book')).toBeTruthy()
    expect(api.callsOf('packs.save')).toEqual([
      expect.objectContaining({ classId, contents: 'Reading book' }),
    ])
    expect(screen.getByText(/^Late: not approved yet/)).toBeTruthy()
  })

  it('say who found them appropriate and when, or are late without a word', async () => {
    const { user } = await openPage({ pack: packWith({ approval: null }) })
    expect(await screen.findByText('Late: not approved yet.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'It is appropriate' }))
    expect(
      await screen.findByText(/^Found appropriate by Mrs A Whitcombe, Friday 15 January, 15:05/),
    ).toBeTruthy()
  })

  it('leave the approval to a leader where there is one', async () => {
    await openPage({ pack: packWith({ approval: null }), mayApprove: false })
    expect(await screen.findByText(/A leader finds it appropriate/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'It is appropriate' })).toBeNull()
  })

  it('are marked for all at once, then one by one with a key', async () => {
    const { api, user } = await openPage()
    await user.click(await screen.findByRole('button', { name: 'All collected' }))
    await screen.findByRole('heading', { name: '30 of 30 have it' })
    expect(screen.getByRole('heading', { name: 'Everybody has it' })).toBeTruthy()
    within(line(/^Joe/)).getByRole('radio', { name: 'Collected' }).focus()
    await user.keyboard('{ArrowDown}w')
    await screen.findByRole('heading', { name: '29 of 30 have it' })
    expect(api.callsOf('packs.mark').at(-1)).toMatchObject({ pupilIds: [kofi?.id], how: 'not-received' })
    expect([marked(/^Joe/), marked(/^Kofi/)]).toEqual(['Collected', 'Without'])
    const ring = screen.getByRole('list', { name: 'Whom to ring' })
    expect(ring.textContent).toBe('Kofi KhanRing Esi Osei, parent: 01632 960111')
  })

  it('keep what is there and say so when a mark is not written', async () => {
    const { api, user } = await openPage({ receipts: kofi ? { [kofi.id]: 'sent' } : {} })
    api.failNext('packs.mark', { code: 'not-saved', message: 'Not saved: the disk is full.' })
    await user.click(await screen.findByRole('button', { name: 'The others collected' }))
    expect((await screen.findByRole('alert')).textContent).toContain('the disk is full')
    expect(screen.getByRole('heading', { name: '1 of 30 have it' })).toBeTruthy()
  })

  it('go from week to week', async () => {
    const { api, user } = await openPage()
    await user.click(await screen.findByRole('button', { name: 'The week after' }))
    await waitFor(() => expect(api.callsOf('packs.week')).toHaveLength(2))
    const [first, second] = api.callsOf('packs.week') as { week: string }[]
    expect(Date.parse(second?.week ?? '') - Date.parse(first?.week ?? '')).toBe(7 * 86_400_000)
  })
})

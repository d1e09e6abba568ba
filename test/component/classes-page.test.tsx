import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../electron/ipc/dispatch.ts'
import { ClassPage } from '../../renderer/features/classes/class-page.tsx'
import { ClassesPage } from '../../renderer/features/classes/classes-page.tsx'
import { labelPupils } from '../../shared/domain/people.ts'
import type { ClassSummary } from '../../shared/ipc/contract.ts'
import { idOf } from '../support/day-fixture.ts'
import { createFakeApi, renderInApp } from '../support/fake-api.tsx'

const fiveC: ClassSummary = { id: idOf(50), name: '5C', yearGroup: 'Year 5', pupilCount: 30 }
const kingfishers: ClassSummary = { id: idOf(51), name: 'Kingfishers', yearGroup: null, pupilCount: 1 }

describe('the list of classes', () => {
  const openList = (classes: ClassSummary[]) => {
    const api = createFakeApi({ handlers: { 'classes.list': () => ({ classes: [...classes] }) } })
    renderInApp(<ClassesPage />, { api })
    return api
  }

  it('shows each class with its pupils counted, as the way to them', async () => {
    openList([fiveC, kingfishers])
    const list = await screen.findByRole('list', { name: 'Classes' })
    const links = within(list).getAllByRole('link')
    expect(links.map((link) => link.textContent)).toEqual(['5CYear 530 pupils', 'Kingfishers1 pupil'])
    expect(links[0]?.getAttribute('href')).toBe(`#/classes/${fiveC.id}`)
    expect(screen.getByText('2 classes, 31 pupils')).toBeDefined()
    expect(screen.getByRole('link', { name: 'Import a class list' }).getAttribute('href')).toBe(
      '#/classes/import',
    )
  })

  it('says what it is for while it is empty, and offers the first step', async () => {
    openList([])
    expect(await screen.findByText('Your classes and their pupils stand here')).toBeDefined()
    expect(screen.getAllByRole('link', { name: 'Import a class list' })).toHaveLength(1)
  })

  it('is asked for again when the school changes', async () => {
    const classes = [fiveC]
    const api = openList(classes)
    await screen.findByRole('link', { name: /^5C/ })
    classes.push(kingfishers)
    api.tell('school.changed', {})
    expect(await screen.findByRole('link', { name: /^Kingfishers/ })).toBeDefined()
  })

  it('says why it cannot be shown', async () => {
    const api = createFakeApi()
    api.failNext('classes.list', { code: 'unexpected', message: 'The records did not answer.' })
    renderInApp(<ClassesPage />, { api })
    expect((await screen.findByRole('alert')).textContent).toContain('The records did not answer.')
  })
})

describe('a class', () => {
  const joiningMarks = { [idOf(101)]: ['does-not-take-part' as const, 'shares-device' as const] }
  const named = [
    { id: idOf(100), forename: 'Aisha', surname: 'Khan' },
    { id: idOf(101), forename: 'Aisha', surname: 'Malik' },
    { id: idOf(102), forename: 'Zoë', surname: "O'Neill-Featherstonehaugh" },
  ]

  it('shows its pupils, and the name that tells two of them apart', async () => {
    const api = createFakeApi({
      handlers: { 'classes.get': () => ({ summary: fiveC, pupils: labelPupils(named), joiningMarks }) },
    })
    renderInApp(<ClassPage classId={fiveC.id} />, { api })
    expect(await screen.findByRole('heading', { level: 1, name: '5C' })).toBeDefined()
    const pupils = within(screen.getByRole('list', { name: 'Pupils' })).getAllByRole('listitem')
    expect(pupils.map((one) => one.textContent)).toEqual([
      'Aisha KhanIn lessons: Aisha K',
      'Aisha MalikIn lessons: Aisha MDoes not take part · Shares a device',
      "Zoë O'Neill-Featherstonehaugh",
    ])
    expect(screen.getByText('Year 5 · 3 pupils')).toBeDefined()
  })

  it('without pupils offers the import', async () => {
    const api = createFakeApi({
      handlers: {
        'classes.get': () => ({ summary: { ...kingfishers, pupilCount: 0 }, pupils: [], joiningMarks: {} }),
      },
    })
    renderInApp(<ClassPage classId={kingfishers.id} />, { api })
    expect(await screen.findByText('Nobody is in this class yet')).toBeDefined()
    expect(screen.getByRole('link', { name: 'Import a class list' })).toBeDefined()
  })

  it('that is gone says so and shows the way back', async () => {
    const api = createFakeApi({
      handlers: {
        'classes.get': () => {
          throw new Refusal('no-such-class', 'That class is not here any more.')
        },
      },
    })
    renderInApp(<ClassPage classId={idOf(404)} />, { api })
    expect((await screen.findByRole('alert')).textContent).toContain('That class is not here any more.')
    expect(screen.getByRole('link', { name: 'All classes' }).getAttribute('href')).toBe('#/classes')
  })
})

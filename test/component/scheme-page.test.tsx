import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { Refusal } from '../../electron/ipc/dispatch.ts'
import { MainWindow } from '../../renderer/app/main-window.tsx'
import type { StaffMember } from '../../shared/domain/people.ts'
import { schemeChanges } from '../../shared/domain/scheme-edit.ts'
import type { Scheme } from '../../shared/domain/scheme.ts'
import type { SchemeVersion } from '../../shared/ipc/commands/schemes.ts'
import { teacherId } from '../support/day-fixture.ts'
import { createFakeApi, renderInApp } from '../support/fake-api.tsx'
import { MORNING, testPreset } from '../support/test-school.ts'

const first: SchemeVersion = {
  version: 1,
  scheme: testPreset.scheme,
  madeAt: MORNING,
  madeBy: null,
  changes: [],
}

/** The page of the main window, on a school that keeps its versions as main does. */
async function openPage(role: StaffMember['role'] = 'leader') {
  const kept = [first]
  const saved = (scheme: Scheme) => {
    const changes = schemeChanges(kept[0]?.scheme ?? scheme, scheme)
    kept.unshift({ version: kept.length + 1, scheme, madeAt: MORNING, madeBy: 'Ms J Reid', changes })
    return { version: kept.length }
  }
  const api = createFakeApi({
    status: { me: { id: teacherId, name: 'Ms J Reid', role } },
    handlers: {
      'schemes.list': () => ({ versions: [...kept] }),
      'schemes.save': ({ basedOn, scheme }) => {
        if (basedOn !== kept.length) throw new Refusal('newer-version', 'Saved meanwhile.')
        return saved(scheme)
      },
    },
  })
  const { appStore } = renderInApp(
    <Router hook={useHashLocation}>
      <MainWindow />
    </Router>,
    { api },
  )
  appStore.getState().started()
  await screen.findByRole('heading', { name: 'Versions' })
  const lastSave = () => api.callsOf('schemes.save').at(-1) as { scheme: Scheme } | undefined
  return { api, user: userEvent.setup(), saved, lastSave }
}

const row = (name: RegExp) => screen.getByRole('button', { name, expanded: false })
const bar = () => screen.getByRole('region', { name: 'Not saved yet' })
const labels = () =>
  within(screen.getByRole('region', { name: 'Behaviours' }))
    .getAllByRole('button', { expanded: false })
    .map((button) => button.textContent)
const saveButton = () => screen.getByRole('button', { name: /^Save as version/ })

beforeEach(() => {
  window.location.hash = '#/scheme'
})

describe('for a leader', () => {
  it('gives a behaviour another name, weight and look, and saves it as the next version', async () => {
    const { user, lastSave } = await openPage()
    await user.click(row(/Kind/))
    const name = screen.getByLabelText('Name')
    await user.clear(name)
    await user.paste('Kindness')
    await user.selectOptions(screen.getByLabelText('Points'), '3 points')
    await user.click(screen.getByRole('radio', { name: 'Blue' }))
    await user.click(screen.getByRole('radio', { name: 'Hand stop' }))
    expect(bar().textContent).toContain('‘Kind’ is now called ‘Kindness’')
    expect(bar().textContent).toContain('‘Kindness’: 3 points, not 1')
    await user.click(saveButton())
    expect(await screen.findByText('Version 2 is in force')).toBeTruthy()
    expect(lastSave()?.scheme.behaviours.find(({ id }) => id === 'kind')).toEqual({
      id: 'kind',
      label: 'Kindness',
      icon: 'hand-stop',
      colour: 'blue',
      group: 'praise',
      points: 3,
    })
    expect(screen.getByRole('heading', { name: /^Version 2/ })).toBeTruthy()
  })

  it('moves a behaviour to another key by buttons and by keys, and says where it is', async () => {
    const { user } = await openPage()
    await user.click(screen.getByRole('button', { name: 'Move Good idea up' }))
    expect(labels()[0]).toMatch(/^1Good idea/)
    row(/Respectful/).focus()
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(labels()[8]).toMatch(/^9Respectful/)
    expect(labels()[9]).toMatch(/^Shift 1Reminder/)
    expect(document.activeElement).toBe(row(/Respectful/))
    expect(screen.getByText('Respectful is now 9 of 15')).toBeTruthy()
  })

  it('takes points away only where the school says so', async () => {
    const { user, lastSave } = await openPage()
    await user.click(row(/Unkind/))
    const pointChoices = () => within(screen.getByLabelText('Points')).getAllByRole('option')
    expect(pointChoices().map((one) => one.textContent)).toEqual(['None'])
    await user.click(screen.getByRole('checkbox', { name: 'Points may be taken away' }))
    await user.selectOptions(screen.getByLabelText('Points'), '−2 points')
    await user.selectOptions(screen.getByLabelText('Goes to'), 'Time out')
    await user.click(screen.getByRole('checkbox', { name: 'Points may be taken away' }))
    expect(screen.getByText('Points are not taken away in this school.')).toBeTruthy()
    expect(saveButton().getAttribute('aria-disabled')).toBe('true')
    await user.click(saveButton())
    expect(lastSave()).toBeUndefined()
    await user.click(screen.getByRole('checkbox', { name: 'Points may be taken away' }))
    await user.click(saveButton())
    expect(lastSave()?.scheme.behaviours.find(({ id }) => id === 'unkind')).toMatchObject({
      points: -2,
      toStep: 3,
    })
  })

  it('says at the field what stands against saving, and saves nothing', async () => {
    const { user, lastSave } = await openPage()
    await user.clear(screen.getByLabelText('Name of step 2'))
    expect(screen.getByText('It needs a name.')).toBeTruthy()
    const silver = screen.getByLabelText('Points for Silver')
    await user.clear(silver)
    await user.type(silver, '20')
    expect(screen.getByText('Ask for more than 25 points, as Bronze does.')).toBeTruthy()
    expect(bar().textContent).toContain('The step on the ladder at place 2: It needs a name.')
    await user.click(saveButton())
    expect(lastSave()).toBeUndefined()
  })

  it('adds, takes off and renames in every list', async () => {
    const { user, lastSave } = await openPage()
    await user.type(screen.getByLabelText('Name of a new behaviour'), 'Curious{Enter}')
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Curious')
    await user.click(row(/Effort/))
    await user.click(screen.getByRole('button', { name: 'Take off the list' }))
    await user.click(screen.getByRole('button', { name: 'Add a level' }))
    await user.type(screen.getByLabelText('Name of level 4'), 'Platinum')
    await user.click(screen.getByRole('button', { name: 'Remove Plenary' }))
    await user.click(screen.getByRole('button', { name: 'Move Good up' }))
    await user.click(screen.getAllByRole('checkbox', { name: 'reaches a leader' })[2] ?? document.body)
    await user.click(saveButton())
    const { scheme } = lastSave() ?? {}
    expect(scheme?.behaviours.map(({ id }) => id)).toContain('own-curious')
    expect(scheme?.behaviours.map(({ id }) => id)).not.toContain('effort')
    expect(scheme?.rewardLevels.at(-1)).toEqual({ id: 'own-level', name: 'Platinum', points: 125 })
    expect(scheme?.phases.map(({ name }) => name)).toEqual(['Starter', 'Teaching', 'Task'])
    expect(scheme?.attitudes.slice(0, 2)).toEqual(['Good', 'Excellent'])
    expect(scheme?.ladder[2]?.reachesLeader).toBe(true)
  })

  it('keeps what is not saved until it is said what to do with it', async () => {
    const { user } = await openPage()
    await user.type(screen.getByLabelText('Name of a new behaviour'), 'Curious{Enter}')
    await user.click(screen.getByRole('link', { name: 'Today' }))
    const dialog = screen.getByRole('alertdialog', { name: 'The scheme is not saved yet' })
    await user.click(within(dialog).getByRole('button', { name: 'Stay here' }))
    expect(bar().textContent).toContain('‘Curious’ added')
  })

  it('says that another version was saved meanwhile, and puts its own on top', async () => {
    const { api, user, saved, lastSave } = await openPage()
    await user.type(screen.getByLabelText('Name of a new behaviour'), 'Curious{Enter}')
    saved({ ...testPreset.scheme, phases: [] })
    api.tell('school.changed', {})
    await screen.findByText('Version 2 was saved meanwhile')
    await user.click(screen.getByRole('button', { name: 'Put mine on top' }))
    await user.click(saveButton())
    expect(await screen.findByText('Version 3 is in force')).toBeTruthy()
    expect(lastSave()?.scheme.behaviours.at(-1)?.label).toBe('Curious')
  })
})

it('is read by everyone else, with nothing to change', async () => {
  await openPage('teacher')
  expect(screen.getByText('One set for all staff. A leader edits it.')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Settings' }).getAttribute('aria-current')).toBe('page')
  expect(screen.getAllByText('Step on the ladder · goes to Warning').length).toBeGreaterThan(0)
  expect(screen.queryByRole('button', { name: /Move|Save|Add|Remove/ })).toBeNull()
  expect(screen.queryByRole('textbox')).toBeNull()
})

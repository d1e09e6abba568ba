import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { MainWindow } from '../../renderer/app/main-window.tsx'
import { SettingsPage } from '../../renderer/features/settings/settings-page.tsx'
import { newSchool } from '../../shared/domain/school.ts'
import type { Status } from '../../shared/ipc/contract.ts'
import { createFakeApi, renderInApp } from '../support/fake-api.tsx'

const school = newSchool('Crofton', 'Ms J Reid', 'Not the register.')

async function openMain(status: Partial<Status>) {
  const api = createFakeApi({
    status,
    handlers: {
      'today.get': () => ({ date: '2021-01-18', lessons: [], unfinished: [], packs: [], isWaiting: false }),
    },
  })
  const { appStore } = renderInApp(
    <Router hook={useHashLocation}>
      <MainWindow />
    </Router>,
    { api },
  )
  appStore.getState().started()
  return { api, user: userEvent.setup() }
}

beforeEach(() => {
  window.location.hash = '#/today'
})

describe('the main window', () => {
  it('asks on the first start who and where, and nothing else', async () => {
    const { api, user } = await openMain({ school: null, me: null })
    await user.type(await screen.findByLabelText(/Your name/), 'Ms J Reid')
    await user.type(screen.getByLabelText(/^School/), 'Crofton')
    await user.click(screen.getByRole('button', { name: 'Go on to your class list' }))
    expect(api.callsOf('school.begin')).toEqual([{ name: 'Crofton', teacherName: 'Ms J Reid' }])
    expect(screen.queryByRole('navigation')).toBeNull()
  })

  it('says on every page that the example is invented, and removes it with one click', async () => {
    const { api, user } = await openMain({ isExample: true, school })
    await user.click(await screen.findByRole('button', { name: 'Remove the example' }))
    expect(api.callsOf('example.remove')).toHaveLength(1)
  })

  it('shows nothing but the problem when the records cannot be opened', async () => {
    const problem = {
      code: 'newer-database' as const,
      message: 'Written by a newer one.',
      advice: 'Nothing was lost. Update.',
    }
    const { api, user } = await openMain({ problem, school: null })
    expect((await screen.findByRole('alert')).textContent).toContain('Nothing was lost. Update.')
    expect(screen.queryByRole('navigation')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Close Session Companion' }))
    expect(api.callsOf('app.quit')).toHaveLength(1)
  })

  it('turns to a page that another window asks for, and marks where one is', async () => {
    const { api } = await openMain({ school })
    await screen.findByRole('heading', { level: 1 })
    expect(screen.getByRole('link', { name: 'Today' }).getAttribute('aria-current')).toBe('page')
    api.tell('show.page', { path: '/settings' })
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Settings' }).getAttribute('aria-current')).toBe('page')
  })

  it('shows what the app has to say until it is closed', async () => {
    const { api, user } = await openMain({ school })
    await screen.findByRole('navigation')
    api.tell('notice', { message: 'Already open.' })
    expect(await screen.findByText('Already open.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Close' }))
    expect(screen.queryByText('Already open.')).toBeNull()
  })
})

describe('settings', () => {
  it('keep what is written, and say so', async () => {
    const api = createFakeApi({ status: { school } })
    renderInApp(<SettingsPage />, { api })
    const user = userEvent.setup()
    const domain = await screen.findByLabelText(/e-mail domain/)
    await user.type(domain, 'crofton.example')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(api.callsOf('school.save')).toEqual([{ ...school, domain: 'crofton.example' }])
    expect(await screen.findByText('Saved')).toBeTruthy()
  })

  it('keep a new review date of the policy', async () => {
    const api = createFakeApi({ status: { school } })
    renderInApp(<SettingsPage />, { api })
    const user = userEvent.setup()
    const date = await screen.findByLabelText(/^Review by/)
    await user.clear(date)
    await user.type(date, '2027-09-01')
    await user.click(screen.getByRole('button', { name: 'Save the dates' }))
    expect(api.callsOf('school.save')).toEqual([{ ...school, policyReview: '2027-09-01' }])
    expect(await screen.findByText('Saved')).toBeTruthy()
  })

  it('keep the folder that was chosen, and nothing when none was', async () => {
    let folder: string | null = null
    const api = createFakeApi({ status: { school }, handlers: { 'folder.choose': () => ({ folder }) } })
    renderInApp(<SettingsPage />, { api })
    const user = userEvent.setup()
    const choose = await screen.findByRole('button', { name: 'Choose the folder' })
    await user.click(choose)
    expect(api.callsOf('school.save')).toEqual([])
    folder = '/office'
    await user.click(choose)
    expect(api.callsOf('school.save')).toEqual([{ ...school, officeFolder: '/office' }])
  })
})

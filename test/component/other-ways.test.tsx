import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { type Handlers, Refusal } from '../../electron/ipc/dispatch.ts'
import { OtherWays } from '../../renderer/features/end-of-day/other-ways.tsx'
import { createFakeApi, renderInApp } from '../support/fake-api.tsx'

const date = '2021-01-18'
const password = '7K3Q-9MWX-4HPT-2ACD-8EFG'
const written = {
  outcome: 'written' as const,
  folder: 'H:\\Office\\by e-mail',
  files: ['a.eml', 'b.zip'],
}

type Wish = { to?: string; handlers?: Partial<Handlers> }

function open({ to = 'office@hilltop.example', handlers = {} }: Wish = {}) {
  const api = createFakeApi({
    handlers: {
      'export.mail': () => ({ ...written, password, to }),
      'export.split': () => written,
      ...handlers,
    },
  })
  const { school } = api.status
  if (!school) throw new Error('no school')
  renderInApp(<OtherWays date={date} />, { api, status: { school: { ...school, officeEmail: to } } })
  return { api, user: userEvent.setup() }
}

describe('the way by e-mail', () => {
  it('says what is made, for whom, and who can open it, before anything is made', async () => {
    const { api, user } = open()
    await user.click(screen.getByRole('button', { name: 'Send by e-mail' }))
    const dialog = within(screen.getByRole('dialog', { name: /18 January 2021 by e-mail/ }))
    expect(dialog.getByText('office@hilltop.example')).toBeTruthy()
    expect(dialog.getByText(/7-Zip or WinZip.*“Extract all” of Windows cannot/)).toBeTruthy()
    expect(api.callsOf('export.mail')).toEqual([])
    await user.click(dialog.getByRole('button', { name: 'Cancel' }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('shows the password this once, and where the files are', async () => {
    const { api, user } = open()
    await user.click(screen.getByRole('button', { name: 'Send by e-mail' }))
    await user.click(screen.getByRole('button', { name: 'Choose a folder' }))
    expect(api.callsOf('export.mail')).toEqual([{ date }])
    expect(screen.getByLabelText('Password of the zip').textContent).toBe(password)
    expect(screen.getByText(/never in an e-mail/)).toBeTruthy()
    expect(screen.getByText(written.folder)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Show the folder' }))
    expect(api.callsOf('export.reveal-files')).toEqual([{ date, way: 'mail' }])
    await user.click(screen.getByRole('button', { name: 'I have passed it on' }))
    expect(document.body.textContent).not.toContain(password)
    await user.click(screen.getByRole('button', { name: 'Send by e-mail' }))
    expect(document.body.textContent).not.toContain(password)
  })

  it('leads to Settings where an address is missing', async () => {
    const { user } = open({ to: '' })
    await user.click(screen.getByRole('button', { name: 'Send by e-mail' }))
    expect(screen.getByText('The office’s e-mail address is not known yet')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Go to Settings' }).getAttribute('href')).toBe('#/settings')
    expect(screen.queryByRole('button', { name: 'Choose a folder' })).toBeNull()
  })

  it('says why nothing was made, and stays', async () => {
    const { api, user } = open()
    api.failNext('export.mail', { code: 'disk-full', message: 'There is no room left.' })
    await user.click(screen.getByRole('button', { name: 'Send by e-mail' }))
    await user.click(screen.getByRole('button', { name: 'Choose a folder' }))
    expect(screen.getByRole('alert').textContent).toContain('There is no room left.')
    expect(screen.getByRole('button', { name: 'Choose a folder' })).toBeTruthy()
  })
})

describe('what is made for leaders and home', () => {
  it('says how far it is, can be stopped, and is then no failure', async () => {
    let finish = () => {}
    const { api, user } = open({
      handlers: {
        'export.split': () =>
          new Promise((_done, refuse) => {
            finish = () => refuse(new Refusal('stopped', 'The export was stopped.'))
          }),
      },
    })
    await user.click(screen.getByRole('button', { name: 'Make for home' }))
    act(() => {
      api.tell('export.progress', { date, way: 'office', step: 'looking', done: 0, of: 0 })
      api.tell('export.progress', { date, way: 'home', step: 'printing', done: 4, of: 30 })
    })
    expect(screen.getByText('Printing 5 of 30')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Stop' }))
    expect(api.callsOf('export.stop-files')).toEqual([{ date, way: 'home' }])
    await act(async () => {
      finish()
      await Promise.resolve()
    })
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull()
    expect(screen.queryByText('Nothing was made')).toBeNull()
  })

  it('is made by one button each, and says where it is', async () => {
    const { api, user } = open()
    await user.click(screen.getByRole('button', { name: 'Make for leaders' }))
    expect(screen.getByText('2 files for leaders made')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Make for home' }))
    expect(screen.getByText('2 files for home made')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Show the folder' }))
    expect(api.callsOf('export.reveal-files')).toEqual([{ date, way: 'home' }])
    expect(api.callsOf('export.split')).toEqual([
      { date, split: 'leaders' },
      { date, split: 'home' },
    ])
  })

  it('says what to know of the version before', async () => {
    const openFiles = [{ file: 'Lessons for leaders.xlsx', by: 'Mr H Head' }]
    const { user } = open({
      handlers: { 'export.split': () => ({ ...written, earlierIsDated: 1, openFiles }) },
    })
    await user.click(screen.getByText(/^Other ways/))
    await user.click(screen.getByRole('button', { name: 'Make for leaders' }))
    expect(await screen.findByText('A clock is wrong')).toBeTruthy()
    expect(screen.getByText(/Mr H Head has “Lessons for leaders.xlsx” open/)).toBeTruthy()
  })

  it('says that there is nothing to take home, and nothing where the folder was not chosen', async () => {
    const { user } = open({
      handlers: { 'export.split': ({ split }) => ({ outcome: split === 'home' ? 'nothing' : 'cancelled' }) },
    })
    await user.click(screen.getByRole('button', { name: 'Make for home' }))
    expect(screen.getByText('There is nothing to take home')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Make for leaders' }))
    expect(screen.queryByRole('status')).toBeNull()
  })
})

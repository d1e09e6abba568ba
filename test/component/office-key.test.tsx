import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { OfficeKey } from '../../renderer/features/settings/office-key.tsx'
import type { OfficeKeyView } from '../../shared/ipc/commands/office-key.ts'
import { createFakeApi, renderInApp } from '../support/fake-api.tsx'

const inForce = { recipient: 'age1office', fingerprint: 'AAAA-BBBB-CCCC-DDDD-EEEE' }
const view = (change: Partial<OfficeKeyView> = {}): OfficeKeyView => ({
  inForce: null,
  isHere: false,
  text: null,
  device: { name: 'CJS-114', fingerprint: 'FFFF-GGGG-HHHH-JJJJ-KKKK' },
  ...change,
})

function open(handlers: NonNullable<Parameters<typeof createFakeApi>[0]>['handlers'], isOffice = false) {
  const api = createFakeApi({ handlers: { 'office.key': () => view(), ...handlers } })
  api.computer = { ...api.computer, preferences: { ...api.computer.preferences, isOffice } }
  const { appStore } = renderInApp(<OfficeKey />, { api })
  appStore.getState().started()
  return { api, user: userEvent.setup() }
}
const section = () => within(screen.getByRole('region', { name: 'The office’s key' }))

describe('the office’s key on a teacher’s computer', () => {
  it('is taken in from the folder only after its fingerprint was shown', async () => {
    const { api, user } = open({
      'office.read-key': () => ({ outcome: 'found', ...inForce, isInForce: false }),
      'office.take-key': () => view({ inForce }),
    })
    await user.click(await screen.findByRole('button', { name: 'Look in the office’s folder' }))
    expect(await screen.findByText(inForce.fingerprint)).toBeTruthy()
    expect(api.callsOf('office.take-key')).toEqual([])
    await user.click(screen.getByRole('button', { name: 'It is the same: seal days for it' }))
    expect(await screen.findByText('Days are sealed for this key')).toBeTruthy()
    expect(api.callsOf('office.take-key')).toEqual([{ recipient: 'age1office' }])
    expect(screen.queryByRole('button', { name: 'Look in the office’s folder' })).toBeNull()
  })

  it('is read from a pasted text, and what is wrong with it is said', async () => {
    const { api, user } = open({
      'office.read-key': () => ({ outcome: 'refused', message: 'Copy the whole text again.' }),
    })
    await user.click(await screen.findByRole('button', { name: 'Paste its text' }))
    await user.type(screen.getByRole('textbox'), 'hello')
    await user.click(screen.getByRole('button', { name: 'Read the text' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Copy the whole text again.')
    expect(api.callsOf('office.read-key')).toEqual([{ from: 'text', text: 'hello' }])
  })

  it('shows how the office knows this computer, and lets another key be taken in', async () => {
    const { user } = open({ 'office.key': () => view({ inForce }) })
    expect(await screen.findByText('FFFF-GGGG-HHHH-JJJJ-KKKK')).toBeTruthy()
    expect(section().getByText('This computer, CJS-114')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Take in another key' }))
    expect(screen.getByRole('button', { name: 'Look in the office’s folder' })).toBeTruthy()
  })

  it('is not made here beside taking it in, but behind a question which computer this is', async () => {
    const { api, user } = open({ 'office.make-key': () => view({ inForce, isHere: true }) })
    const question = await screen.findByText('This is the office’s computer')
    const make = screen.getByText('Make the office’s key').closest('button')
    expect(make?.closest('details')?.open).toBe(false)
    await user.click(question)
    expect(make?.closest('details')?.open).toBe(true)
    await user.click(screen.getByRole('button', { name: 'Make the office’s key' }))
    expect(api.callsOf('office.make-key')).toHaveLength(1)
    expect(await screen.findByText('The key is kept on this computer')).toBeTruthy()
  })
})

describe('the office’s key on the office’s computer', () => {
  it('is made there, not taken in', async () => {
    open({}, true)
    const make = await screen.findByRole('button', { name: 'Make the office’s key' })
    expect(make.closest('details')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Look in the office’s folder' })).toBeNull()
  })

  it('is made, put on paper and handed on', async () => {
    const { user } = open(
      {
        'office.make-key': () => view({ inForce, isHere: true }),
        'office.print-key': () => ({ path: '/home/key.pdf' }),
        'office.save-key': () => ({ path: '/office/office-key.txt' }),
      },
      true,
    )
    await user.click(await screen.findByRole('button', { name: 'Make the office’s key' }))
    expect(await screen.findByText('The key is kept on this computer')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Make the recovery copy' }))
    expect(await screen.findByText(/key\.pdf\. Print it, lock the paper away/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Put the key into the office’s folder' }))
    expect(await screen.findByText(/office-key\.txt/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Make the office’s key' })).toBeNull()
  })

  it('is typed in from paper, and a mistake says where it is', async () => {
    let tries = 0
    const { user } = open(
      {
        'office.recover-key': () => {
          tries += 1
          return tries === 1
            ? { outcome: 'refused', message: 'The mistake is in group 7.' }
            : { outcome: 'recovered', view: view({ inForce, isHere: true }) }
        },
      },
      true,
    )
    await user.click(await screen.findByRole('button', { name: 'Type in a printed key' }))
    await user.type(screen.getByRole('textbox', { name: 'The printed key' }), 'QPZR')
    await user.click(screen.getByRole('button', { name: 'Take the key in' }))
    expect((await screen.findByRole('alert')).textContent).toContain('group 7')
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('QPZR')
    await user.click(screen.getByRole('button', { name: 'Take the key in' }))
    expect(await screen.findByText('The key is kept on this computer')).toBeTruthy()
  })
})

import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../electron/ipc/dispatch.ts'
import { PupilPage } from '../../renderer/features/classes/pupil-page.tsx'
import { type Joining, nothingKnown } from '../../shared/domain/joining.ts'
import { idOf } from '../support/day-fixture.ts'
import { createFakeApi, renderInApp } from '../support/fake-api.tsx'

const [classId, pupilId] = [idOf(50), idOf(100)]
const pupil = { id: pupilId, forename: 'Leila', surname: 'Haddow', label: 'Leila' }

async function openPupil(known: Partial<Joining> = {}) {
  let joining: Joining = { ...nothingKnown, ...known }
  const api = createFakeApi({
    handlers: {
      'joining.get': () => ({ pupil, classId, className: '5C', joining }),
      'joining.save': (input) => {
        joining = input.joining
        return {}
      },
    },
  })
  renderInApp(<PupilPage classId={classId} pupilId={pupilId} />, { api })
  await screen.findByRole('heading', { level: 1, name: 'Leila Haddow' })
  return { api, user: userEvent.setup(), joining: () => joining }
}
const form = (name: string) => within(screen.getByRole('form', { name }))

describe('the page of a pupil', () => {
  it('says what each part is for while nothing is known', async () => {
    await openPupil()
    expect(screen.getByText('Leila takes part in live lessons.')).toBeTruthy()
    expect(screen.getByText(/^No nicknames yet\./)).toBeTruthy()
    expect(screen.getByText(/^No shared devices yet\./)).toBeTruthy()
    expect(screen.getByRole('link', { name: '5C' }).getAttribute('href')).toBe(`#/classes/${classId}`)
  })

  it('keeps that they do not take part, since when and told by whom, and takes it back', async () => {
    const { user, joining } = await openPupil({ nicknames: ['Lulu'] })
    await user.click(screen.getByRole('checkbox', { name: 'Does not take part in live lessons' }))
    const since = form('Taking part').getByLabelText(/^Since/)
    await user.clear(since)
    await user.type(since, '2021-01-11')
    await user.type(form('Taking part').getByLabelText(/^Told by/), 'Her father')
    await user.click(screen.getByRole('button', { name: 'Save taking part' }))
    expect(joining()).toEqual({
      ...nothingKnown,
      nicknames: ['Lulu'],
      optOut: { since: '2021-01-11', toldBy: 'Her father' },
    })
    expect(
      await screen.findByText('Does not take part since 11 January 2021. Told by: Her father.'),
    ).toBeTruthy()
    await user.click(screen.getByRole('checkbox', { name: 'Does not take part in live lessons' }))
    await user.click(screen.getByRole('button', { name: 'Save taking part' }))
    expect(joining().optOut).toBeNull()
  })

  it('keeps a difficulty and what is done, and that it is solved', async () => {
    const { user, joining } = await openPupil()
    await user.type(screen.getByLabelText('What makes joining hard'), 'No camera')
    await user.type(screen.getByLabelText('What is being done'), 'Loan tablet asked for')
    await user.click(screen.getByRole('button', { name: 'Save difficulty' }))
    expect(joining().difficulty).toEqual({ what: 'No camera', doing: 'Loan tablet asked for' })
    await user.clear(screen.getByLabelText('What makes joining hard'))
    await user.click(screen.getByRole('button', { name: 'Save difficulty' }))
    expect(joining().difficulty).toBeNull()
  })

  it('adds and takes away names and devices', async () => {
    const { user, joining } = await openPupil({ sharedDevices: ['iPad de Siobhan'] })
    await user.type(form('Nicknames').getByLabelText('Another nickname'), 'Lulu{Enter}')
    expect(joining().nicknames).toEqual(['Lulu'])
    expect(form('Nicknames').getByLabelText<HTMLInputElement>('Another nickname').value).toBe('')
    await user.click(screen.getByRole('button', { name: 'Take away “iPad de Siobhan”' }))
    expect(joining()).toEqual({ ...nothingKnown, nicknames: ['Lulu'] })
  })

  it('keeps who agreed that the camera may be off, why and until when', async () => {
    const { user, joining } = await openPupil()
    await user.click(form('Camera').getByRole('checkbox'))
    await user.type(form('Camera').getByLabelText(/^Why/), 'A carer is in view')
    await user.type(form('Camera').getByLabelText(/^Agreed by/), 'Mrs L Osei')
    await user.type(form('Camera').getByLabelText(/^Last day/), '2021-02-12')
    await user.click(form('Camera').getByRole('button', { name: 'Save camera' }))
    const words = 'May be off until 12 February 2021: A carer is in view. Agreed by: Mrs L Osei.'
    expect(await screen.findByText(words)).toBeTruthy()
    expect(joining().cameraOff).toEqual({
      agreedBy: 'Mrs L Osei',
      why: 'A carer is in view',
      until: '2021-02-12',
    })
    await user.click(form('Camera').getByRole('checkbox'))
    await user.click(form('Camera').getByRole('button', { name: 'Save camera' }))
    expect(await screen.findByText(/has the camera on/)).toBeTruthy()
    expect(joining().cameraOff).toBeNull()
  })

  it('says why something was not kept, and leaves it in the field', async () => {
    const { api, user } = await openPupil()
    api.failNext('joining.save', {
      code: 'nickname-taken',
      message: '“Lulu” is remembered for Lola already.',
    })
    await user.type(form('Nicknames').getByLabelText('Another nickname'), 'Lulu{Enter}')
    expect((await screen.findByRole('alert')).textContent).toContain('“Lulu” is remembered for Lola already.')
    expect(form('Nicknames').getByLabelText<HTMLInputElement>('Another nickname').value).toBe('Lulu')
  })

  it('that is gone says so and shows the way back', async () => {
    const api = createFakeApi({
      handlers: {
        'joining.get': () => {
          throw new Refusal('no-such-pupil', 'That pupil is not here any more.')
        },
      },
    })
    renderInApp(<PupilPage classId={classId} pupilId={pupilId} />, { api })
    expect((await screen.findByRole('alert')).textContent).toContain('That pupil is not here any more.')
    expect(screen.getByRole('link', { name: 'The class' })).toBeTruthy()
  })
})

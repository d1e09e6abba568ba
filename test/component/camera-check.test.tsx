import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import preset from '../../assets/presets/junior-school.json' with { type: 'json' }
import { ChecklistWindow } from '../../renderer/features/checklist/checklist-window.tsx'
import { checkItems } from '../../shared/domain/checks.ts'
import { createFakeApi, renderInApp } from '../support/fake-api.tsx'
import { type FakeCamera, installFakeCamera } from '../support/fake-camera.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** The camera's check as schools have it, and the one after it. */
const twoChecks = checkItems.parse(preset.checkItems.filter(({ clause }) => clause === 'staff.neutral-area'))

/** The checklist at its camera check. */
async function openCameraCheck(handlers: Parameters<typeof createFakeApi>[0] = {}) {
  const api = createFakeApi({
    lesson: { pupils: 3, state: 'preparing', change: { checkItems: twoChecks } },
    ...handlers,
  })
  const { unmount } = renderInApp(<ChecklistWindow lessonId={api.lessonId} />, { api })
  await screen.findByRole('heading')
  const user = userEvent.setup()
  expect(question()).toBe('Is your background neutral?')
  const uses = () => api.callsOf('camera.use').map((input) => (input as { on: boolean }).on)
  return { api, user, unmount, uses }
}

const question = () => screen.getByRole('heading', { level: 1 }).textContent
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const picture = () => document.querySelector('video')
const states = (camera: FakeCamera) => camera.tracks.map((track) => track.readyState)

/** Until the camera is open; its first frame comes as the browser would say it. */
async function showPicture(): Promise<void> {
  await waitFor(() => expect(picture()).toBeTruthy())
  fireEvent.loadedData(picture() as HTMLVideoElement)
}

function setSeen(visibilityState: DocumentVisibilityState): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibilityState)
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
}

describe('the picture', () => {
  it('is asked for on its check alone, and shown from its first frame', async () => {
    const camera = installFakeCamera()
    const { uses } = await openCameraCheck()
    expect(screen.getByText('Opening the camera…')).toBeTruthy()
    expect(screen.getByText('Only you see this. Nothing is recorded.')).toBeTruthy()
    await waitFor(() => expect(picture()).toBeTruthy())
    expect(screen.getByText('Opening the camera…')).toBeTruthy()
    expect(picture()?.hidden).toBe(true)
    await showPicture()
    expect(picture()?.hidden).toBe(false)
    expect(screen.queryByText('Opening the camera…')).toBeNull()
    expect(picture()).toMatchObject({ muted: true, srcObject: { id: 'stream 1' } })
    expect(camera.asked).toMatchObject([{ audio: false }])
    expect(uses()).toEqual([true])
  })

  it('stops in the same turn as its check is answered, and its leave is given back', async () => {
    const camera = installFakeCamera()
    const { uses } = await openCameraCheck()
    await showPicture()
    act(() => button(/^Yes, it is neutral/).click())
    expect(states(camera)).toEqual(['ended'])
    expect(uses()).toEqual([true, false])
    expect(picture()).toBeNull()
    expect(question()).toBe('Can nothing personal be overheard?')
  })

  it('stops while the check is passed over, and comes back with Escape', async () => {
    const camera = installFakeCamera()
    const { user } = await openCameraCheck()
    await showPicture()
    await user.keyboard('n')
    expect(states(camera)).toEqual(['ended'])
    expect(button('Camera stays off today')).toBeTruthy()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(states(camera)).toEqual(['ended', 'live']))
  })

  it('stops while the window is hidden, and as it closes', async () => {
    const camera = installFakeCamera()
    const { uses, unmount } = await openCameraCheck()
    await showPicture()
    setSeen('hidden')
    expect(states(camera)).toEqual(['ended'])
    setSeen('visible')
    await waitFor(() => expect(states(camera)).toEqual(['ended', 'live']))
    unmount()
    expect(states(camera)).toEqual(['ended', 'ended'])
    expect(uses()).toEqual([true, false, true, false])
  })
})

describe('several cameras', () => {
  it('are offered by name, and the one chosen is kept in this window', async () => {
    const camera = installFakeCamera({ front: 'Front camera', desk: 'Desk camera' })
    const { user } = await openCameraCheck()
    const choice = await screen.findByRole('combobox', { name: 'Which camera' })
    expect(choice).toMatchObject({ value: 'front' })
    await user.selectOptions(choice, 'Desk camera')
    await waitFor(() => expect(states(camera)).toEqual(['ended', 'live']))
    expect(choice).toMatchObject({ value: 'desk' })
    await user.keyboard('n')
    expect(screen.queryByRole('textbox')).toBeNull()
    await user.keyboard('{Enter}')
    expect(question()).toBe('Can nothing personal be overheard?')
    await user.keyboard('{Escape}')
    expect(await screen.findByRole('combobox', { name: 'Which camera' })).toMatchObject({ value: 'desk' })
  })

  it('are not offered where there is one', async () => {
    installFakeCamera()
    await openCameraCheck()
    await showPicture()
    expect(screen.queryByRole('combobox')).toBeNull()
  })
})

describe('without a picture', () => {
  const WITHOUT = /You can answer without it: look at your picture in the meeting instead, then confirm\.$/
  const says = async (title: string) => {
    const said = await screen.findByText(title)
    expect(said.closest('output')?.textContent).toMatch(WITHOUT)
    expect(picture()).toBeNull()
    expect(screen.queryByText('Only you see this. Nothing is recorded.')).toBeNull()
  }

  it.each([
    ['NotFoundError', 'No camera was found'],
    ['NotReadableError', 'Another program is using the camera'],
    ['NotAllowedError', 'This computer does not allow the camera here'],
    ['AbortError', 'The camera could not be opened'],
  ])('after %s it says so, and Enter confirms', async (name, title) => {
    installFakeCamera().failWith(name)
    const { api, user } = await openCameraCheck()
    await says(title)
    await user.keyboard('{Enter}')
    expect(api.callsOf('lesson.record').at(-1)).toMatchObject({
      entries: [{ kind: 'check-answered', value: { item: 'neutral-area', answer: 'done' } }],
    })
    expect(question()).toBe('Can nothing personal be overheard?')
  })

  it('says so where the system knows no cameras, or main gives no leave', async () => {
    const { unmount } = await openCameraCheck()
    await says('No camera was found')
    unmount()
    const camera = installFakeCamera()
    await openCameraCheck({ handlers: { 'camera.use': () => ({ isAllowed: false }) } })
    await says('This computer does not allow the camera here')
    expect(camera.asked).toEqual([])
  })

  it('tries again when asked, with the focus back on the answer', async () => {
    const camera = installFakeCamera()
    camera.failWith('NotReadableError')
    const { user } = await openCameraCheck()
    await says('Another program is using the camera')
    camera.failWith(null)
    await user.click(button('Try again'))
    await showPicture()
    expect(states(camera)).toEqual(['live'])
    expect(document.activeElement).toBe(button(/^Yes, it is neutral/))
  })

  it('says when the picture ends by itself', async () => {
    const camera = installFakeCamera()
    await openCameraCheck()
    await showPicture()
    act(() => void camera.tracks[0]?.dispatchEvent(new Event('ended')))
    await says('The camera stopped')
    expect(states(camera)).toEqual(['ended'])
  })
})

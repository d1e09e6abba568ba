import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { cameraProblemOf, type CameraView, followCamera } from '../../renderer/lib/camera.ts'
import { type FakeCamera, installFakeCamera } from '../support/fake-camera.ts'

let camera: FakeCamera
beforeEach(() => {
  camera = installFakeCamera({ front: 'Front camera', desk: '' })
})
afterEach(() => vi.unstubAllGlobals())

/** Follows the camera; `view` is what was told so far. */
function follow(wish: { mayUse?: () => Promise<boolean>; wishedId?: string } = {}) {
  const view: Partial<CameraView> = {}
  const stop = followCamera({
    mayUse: wish.mayUse ?? (() => Promise.resolve(true)),
    wishedId: wish.wishedId ?? null,
    told: (change) => Object.assign(view, change),
  })
  return { view, stop }
}
const states = () => camera.tracks.map((track) => track.readyState)

describe('what went wrong', () => {
  it.each([
    ['NotFoundError', 'missing'],
    ['NotReadableError', 'busy'],
    ['NotAllowedError', 'refused'],
    ['SecurityError', 'refused'],
    ['AbortError', 'failed'],
    ['OverconstrainedError', 'failed'],
    ['constructor', 'failed'],
  ])('%s means %s', (name, problem) => {
    expect(cameraProblemOf(new DOMException('', name))).toBe(problem)
  })

  it.each([undefined, null, 'NotFoundError', 7, {}, new TypeError('no')])('%s means failed', (error) => {
    expect(cameraProblemOf(error)).toBe('failed')
  })
})

describe('following a camera', () => {
  it('opens the picture and never the sound, and lists the cameras', async () => {
    const { view } = follow()
    expect(view).toEqual({ state: 'opening', stream: null })
    await vi.waitFor(() => expect(view.cameras).toBeDefined())
    expect(view).toMatchObject({
      state: 'open',
      stream: { id: 'stream 1' },
      cameraId: 'front',
      cameras: [
        { id: 'front', name: 'Front camera' },
        { id: 'desk', name: 'Camera 2' },
      ],
    })
    expect(camera.asked).toMatchObject([{ audio: false }])
  })

  it('takes the camera wished for', async () => {
    const { view } = follow({ wishedId: 'desk' })
    await vi.waitFor(() => expect(view.cameraId).toBe('desk'))
  })

  it('stops within the call', async () => {
    const { view, stop } = follow()
    await vi.waitFor(() => expect(view.state).toBe('open'))
    stop()
    expect(states()).toEqual(['ended'])
  })

  it('stops what was still being opened, and tells nothing more', async () => {
    const release = camera.hold()
    const { view, stop } = follow()
    await vi.waitFor(() => expect(camera.asked).toHaveLength(1))
    stop()
    release()
    await vi.waitFor(() => expect(states()).toEqual(['ended']))
    expect(view).toEqual({ state: 'opening', stream: null })
  })

  it('opens nothing without leave', async () => {
    const { view } = follow({ mayUse: () => Promise.resolve(false) })
    await vi.waitFor(() => expect(view.state).toBe('refused'))
    expect(camera.asked).toEqual([])
  })

  it('opens nothing where it was stopped before leave came', async () => {
    let allow: (isAllowed: boolean) => void = () => {}
    const asked = new Promise<boolean>((resolve) => {
      allow = resolve
    })
    const { stop } = follow({ mayUse: () => asked })
    stop()
    allow(true)
    await asked
    await Promise.resolve()
    expect(camera.asked).toEqual([])
  })

  it('says why it did not open, and lists the cameras all the same', async () => {
    camera.failWith('NotReadableError')
    const { view } = follow()
    await vi.waitFor(() => expect(view.cameras).toHaveLength(2))
    expect(view).toMatchObject({ state: 'busy', stream: null })
  })

  it('lets go of a camera that ends by itself', async () => {
    const { view } = follow()
    await vi.waitFor(() => expect(view.state).toBe('open'))
    camera.tracks[0]?.dispatchEvent(new Event('ended'))
    expect(view).toMatchObject({ state: 'ended', stream: null })
    expect(states()).toEqual(['ended'])
  })

  it('finds none where the system knows no cameras at all', () => {
    vi.stubGlobal('navigator', {})
    expect(follow().view).toEqual({ state: 'missing', stream: null })
  })
})

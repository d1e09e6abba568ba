import { vi } from 'vitest'

export type FakeTrack = EventTarget & { readyState: 'live' | 'ended'; stop(): void }

export type FakeCamera = {
  /** Every track opened so far, oldest first. */
  tracks: FakeTrack[]
  /** What was asked for each time, oldest first. */
  asked: MediaStreamConstraints[]
  /** The next openings fail by this name, as browsers name it; null mends it. */
  failWith(name: string | null): void
  /** Openings wait until the returned function is called. */
  hold(): () => void
}

/** Gives the page these cameras (labels by id) in place of the machine's, until `vi.unstubAllGlobals`. */
export function installFakeCamera(labels: Readonly<Record<string, string>> = { front: 'Front' }): FakeCamera {
  let failure: string | null = null
  let held: Promise<void> = Promise.resolve()
  const camera: FakeCamera = {
    tracks: [],
    asked: [],
    failWith: (name) => {
      failure = name
    },
    hold: () => {
      let release = () => {}
      held = new Promise((resolve) => {
        release = resolve
      })
      return release
    },
  }
  const getUserMedia = async (constraints: MediaStreamConstraints) => {
    camera.asked.push(constraints)
    await held
    if (failure !== null) throw new DOMException('', failure)
    const { deviceId } = constraints.video as { deviceId?: { ideal: string } }
    const track = createTrack(deviceId?.ideal ?? Object.keys(labels)[0] ?? '')
    camera.tracks.push(track)
    const ofStream = () => [track]
    return { id: `stream ${camera.tracks.length}`, getTracks: ofStream, getVideoTracks: ofStream }
  }
  const devices = Object.entries(labels).map(([deviceId, label]) => ({ kind: 'videoinput', deviceId, label }))
  const microphone = { kind: 'audioinput', deviceId: 'microphone', label: 'Microphone' }
  const enumerateDevices = () => Promise.resolve([microphone, ...devices])
  // The rest of the navigator stays: the component library and the keyboard of the tests read it.
  vi.stubGlobal(
    'navigator',
    Object.create(navigator, { mediaDevices: { value: { getUserMedia, enumerateDevices } } }),
  )
  return camera
}

function createTrack(deviceId: string): FakeTrack {
  const track: FakeTrack = Object.assign(new EventTarget(), {
    readyState: 'live' as const,
    getSettings: () => ({ deviceId }),
    stop: () => {
      track.readyState = 'ended'
    },
  })
  return track
}

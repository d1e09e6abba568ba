/** Why there is no picture. */
export type CameraProblem = 'missing' | 'busy' | 'refused' | 'ended' | 'failed'

export type Camera = { id: string; name: string }

export type CameraView = {
  state: 'opening' | 'open' | CameraProblem
  /** The picture; there only while open. */
  stream: MediaStream | null
  /** The camera it comes from. */
  cameraId: string | null
  /** All there are, to choose from. */
  cameras: readonly Camera[]
}

/** What browsers call it, to what it means to a person. Source: Media Capture and Streams, 9.2 and 10.2. */
const problems: ReadonlyMap<unknown, CameraProblem> = new Map([
  ['NotFoundError', 'missing'],
  ['NotReadableError', 'busy'],
  ['NotAllowedError', 'refused'],
  ['SecurityError', 'refused'],
])

/** What went wrong where a camera could not be opened. */
export const cameraProblemOf = (error: unknown): CameraProblem =>
  (typeof error === 'object' && error !== null && 'name' in error ? problems.get(error.name) : undefined) ??
  'failed'

type Follow = {
  /** Asks for leave to use it, before anything is opened. */
  mayUse: () => Promise<boolean>
  /** The camera wished for, where it is still there. */
  wishedId: string | null
  /** Is told what changed, as it changes. */
  told: (change: Partial<CameraView>) => void
}

/**
 * Opens a camera, picture only, and tells how it goes until the returned function is called. That stops it within the
 * call, or, where it is still being opened, as soon as it is open. The picture goes nowhere but into the stream.
 */
export function followCamera({ mayUse, wishedId, told }: Follow): () => void {
  let stream: MediaStream | null = null
  let isOver = false
  const tell = (change: Partial<CameraView>) => {
    if (!isOver) told(change)
  }
  const close = () => {
    for (const track of stream?.getTracks() ?? []) track.stop()
    stream = null
  }
  const fail = (state: CameraProblem) => {
    close()
    tell({ state, stream: null })
  }
  const open = async () => {
    if (!(await mayUse())) return fail('refused')
    if (isOver) return
    stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: pictureOf(wishedId) })
    if (isOver) return close()
    const [track] = stream.getVideoTracks()
    track?.addEventListener('ended', () => fail('ended'))
    tell({ state: 'open', stream, cameraId: track?.getSettings().deviceId ?? null })
  }

  tell({ state: 'opening', stream: null })
  // oxlint-disable-next-line typescript/no-unnecessary-condition -- always there in the DOM's types, not in every browser
  if (navigator.mediaDevices) {
    void open()
      .catch((error: unknown) => fail(cameraProblemOf(error)))
      .then(listCameras)
      .then((cameras) => tell({ cameras }))
  } else fail('missing')
  return () => {
    isOver = true
    close()
  }
}

/** As wide as meetings show it; all of it wishes, so that any camera will do. */
const pictureOf = (wishedId: string | null): MediaTrackConstraints => ({
  width: { ideal: 1280 },
  height: { ideal: 720 },
  ...(wishedId === null ? {} : { deviceId: { ideal: wishedId } }),
})

/** Where they cannot be listed there is just none to choose. */
async function listCameras(): Promise<Camera[]> {
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => [])
  return devices
    .filter(({ kind }) => kind === 'videoinput')
    .map(({ deviceId, label }, at) => ({ id: deviceId, name: label || `Camera ${at + 1}` }))
}

import type { KeyboardEvent } from 'react'
import type { Camera } from '../../lib/camera.ts'
import classes from './camera-preview.module.css'

type Props = {
  cameras: readonly Camera[]
  /** The one in use, if any. */
  cameraId: string | null
  onChoose: (cameraId: string) => void
}

/** Which of several cameras. Its keys are its own, but Enter, which answers the check, and Escape. */
export function CameraChoice({ cameras, cameraId, onChoose }: Props) {
  const keepKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') event.stopPropagation()
  }
  return (
    <select
      aria-label="Which camera"
      value={cameraId ?? cameras[0]?.id}
      onKeyDown={keepKey}
      onChange={(event) => onChoose(event.currentTarget.value)}
      className={classes.select}
    >
      {cameras.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}

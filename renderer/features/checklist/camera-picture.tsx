import { useLayoutEffect, useRef, useState } from 'react'
import { Waiting } from '../../components/waiting.tsx'
import classes from './camera-preview.module.css'

type Props = { stream: MediaStream }

/** The picture itself, mirrored as in a meeting, from its first frame on. */
export function CameraPicture({ stream }: Props) {
  const video = useRef<HTMLVideoElement>(null)
  const [hasBegun, setHasBegun] = useState(false)
  useLayoutEffect(() => {
    const shown = video.current
    if (!shown) return
    shown.srcObject = stream
    return () => {
      shown.srcObject = null
    }
  }, [stream])
  return (
    <>
      {!hasBegun && <Waiting>Opening the camera…</Waiting>}
      <video
        ref={video}
        aria-label="Your picture"
        autoPlay
        muted
        playsInline
        disablePictureInPicture
        hidden={!hasBegun}
        onLoadedData={() => setHasBegun(true)}
        className={classes.picture}
      />
    </>
  )
}

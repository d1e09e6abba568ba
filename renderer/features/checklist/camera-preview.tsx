import { Button } from '@mantine/core'
import { IconLock, IconVideoOff } from '@tabler/icons-react'
import { Waiting } from '../../components/waiting.tsx'
import { CameraChoice } from './camera-choice.tsx'
import { CameraPicture } from './camera-picture.tsx'
import classes from './camera-preview.module.css'
import type { ChecklistStore } from './checklist-store.ts'
import { cameraProblems } from './checklist-words.ts'
import { useCamera } from './use-camera.ts'

type Props = {
  checklist: ChecklistStore
  lessonId: string
  /** The button that was pressed is gone: the focus belongs elsewhere. */
  onTryAgain: () => void
}

/** What the camera sees, for the teacher alone, or why there is no picture and that it goes without. */
export function CameraPreview({ checklist, lessonId, onTryAgain }: Props) {
  const { state, stream, cameras, cameraId, tryAgain } = useCamera(checklist, lessonId)
  const choice = cameras.length > 1 && (
    <CameraChoice cameras={cameras} cameraId={cameraId} onChoose={checklist.getState().cameraChosen} />
  )
  if (state !== 'opening' && state !== 'open') {
    const { title, advice } = cameraProblems[state]
    const again = () => {
      tryAgain()
      onTryAgain()
    }
    return (
      <div className={classes.without}>
        <IconVideoOff size={24} stroke={1.5} aria-hidden="true" className={classes.icon} />
        <output>
          <strong className={classes.title}>{title}</strong>
          <span className={classes.advice}>{advice}</span>
        </output>
        <div className={classes.actions}>
          <Button variant="default" size="xs" className={classes.again} onClick={again}>
            Try again
          </Button>
          {choice}
        </div>
      </div>
    )
  }
  return (
    <figure aria-label="Camera" className={classes.box}>
      {stream ? <CameraPicture key={stream.id} stream={stream} /> : <Waiting>Opening the camera…</Waiting>}
      <figcaption className={classes.badge}>
        <IconLock size={16} stroke={1.75} aria-hidden="true" />
        Only you see this. Nothing is recorded.
      </figcaption>
      {choice && <div className={classes.choice}>{choice}</div>}
    </figure>
  )
}

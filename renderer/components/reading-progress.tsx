import { Button, Loader } from '@mantine/core'
import classes from './reading-progress.module.css'

type Props = {
  /** The share of the file that is taken off the disk, 0 to 1. */
  opened: number
  onCancel: () => void
}

/** A file is being read: how far it is, and the way out. Appears only after a moment, so that what is quick does not flicker. */
export function ReadingProgress({ opened, onCancel }: Props) {
  const words = opened < 1 ? `Opening the file: ${Math.floor(opened * 100)}%` : 'Reading what is in it'
  return (
    <div className={classes.reading}>
      <Loader size={18} aria-hidden="true" />
      <output>{words}</output>
      <Button variant="default" onClick={onCancel}>
        Stop reading
      </Button>
    </div>
  )
}

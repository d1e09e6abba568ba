import { Button } from '@mantine/core'
import type { ExportProgress } from '../../../shared/ipc/commands/export.ts'
import classes from './day-progress.module.css'
import { shareDone, stepWords } from './end-of-day-words.ts'

type Props = { progress: ExportProgress | null; onStop: () => void }

/** An export under way: what it does, how far it is, and the way out. Appears only after a moment. */
export function DayProgress({ progress, onStop }: Props) {
  return (
    <div className={classes.progress}>
      <div className={classes.words}>
        <output>{stepWords(progress)}</output>
        <progress className={classes.bar} value={shareDone(progress)} max={1} aria-label="Export" />
      </div>
      <Button variant="default" onClick={onStop}>
        Stop
      </Button>
    </div>
  )
}

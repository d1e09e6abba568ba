import { Button } from '@mantine/core'
import type { MakingStep } from '../../shared/ipc/commands/export.ts'
import classes from './making-progress.module.css'

type Props = {
  /** Null before anything is known. */
  step: MakingStep | null
  /** What it does just now, where that says more than which file of how many. */
  words?: string | undefined
  /** What is made. */
  label: string
  onStop: () => void
}

/** Files under way: what is done, how far it is, and the way out. Appears only after a moment. */
export function MakingProgress({ step, words, label, onStop }: Props) {
  return (
    <div className={classes.progress}>
      <div className={classes.words}>
        <output>{words ?? countWords(step)}</output>
        <progress className={classes.bar} value={shareDone(step)} max={1} aria-label={label} />
      </div>
      <Button variant="default" onClick={onStop}>
        Stop
      </Button>
    </div>
  )
}

function countWords(step: MakingStep | null): string {
  if (!step) return 'Beginning'
  if (step.step === 'looking') return 'Looking at the folder'
  const number = `${Math.min(step.done + 1, step.of)} of ${step.of}`
  return step.step === 'writing' ? `Writing file ${number}` : `Printing ${number}`
}

const begun = { looking: 0.05, printing: 0.15, writing: 0.6 } as const

/** How far it is, 0 to 1; printing takes longest. */
function shareDone(step: MakingStep | null): number {
  if (!step) return 0
  const share = step.of > 0 ? step.done / step.of : 0
  return begun[step.step] + share * ((step.step === 'writing' ? 1 : begun.writing) - begun[step.step])
}

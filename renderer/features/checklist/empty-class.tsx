import { Button } from '@mantine/core'
import classes from './full-page.module.css'

type Props = { className: string; onOpenMain: () => void; onReadAgain: () => void }

/** There is nobody to admit: what to do about it. */
export function EmptyClass({ className, onOpenMain, onReadAgain }: Props) {
  return (
    <div className={classes.page}>
      <h1 className={classes.title}>{className} has no pupils yet</h1>
      <p className={classes.detail}>
        Import the class list under Classes in the main window, then look again. The checks you answered are
        kept.
      </p>
      <Button size="md" autoFocus onClick={onOpenMain}>
        Open the main window
      </Button>
      <Button size="md" variant="default" onClick={onReadAgain}>
        Look again
      </Button>
    </div>
  )
}

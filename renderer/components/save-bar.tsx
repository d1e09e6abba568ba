import { Button } from '@mantine/core'
import { useId } from 'react'
import classes from './save-bar.module.css'

type Props = {
  /** The version it will be. */
  version: number
  /** What it changes, a line each. */
  changes: readonly string[]
  /** What stands against it, in words. */
  problems: readonly string[]
  onSave: () => void
  onDiscard: () => void
}

/** What the new version will change, or why it cannot be saved yet; always in sight. */
export function SaveBar({ version, changes, problems, onSave, onDiscard }: Props) {
  const words = useId()
  const isStopped = problems.length > 0
  const save = () => {
    if (!isStopped) onSave()
  }
  return (
    <section className={classes.bar} aria-label="Not saved yet">
      <div id={words} className={classes.words}>
        <strong>{isStopped ? 'Before this can be saved' : 'Not saved yet'}</strong>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long list scrolls, by keys too */}
        <ul className={classes.list} tabIndex={0} aria-label="What is not saved">
          {(isStopped ? problems : changes).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onDiscard}>
          Undo all of it
        </Button>
        <Button data-disabled={isStopped} aria-disabled={isStopped} aria-describedby={words} onClick={save}>
          Save as version {version}
        </Button>
      </div>
    </section>
  )
}

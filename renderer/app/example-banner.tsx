import { Button } from '@mantine/core'
import { useState } from 'react'
import { useApp } from '../lib/use-app.ts'
import classes from './example-banner.module.css'

/** Says on every page that nothing shown is real, and takes it away with one click. */
export function ExampleBanner() {
  const exampleRemoved = useApp((state) => state.exampleRemoved)
  const [isRemoving, setRemoving] = useState(false)
  const remove = async () => {
    setRemoving(true)
    await exampleRemoved()
    setRemoving(false)
  }
  return (
    <aside className={classes.banner} aria-label="Example school">
      <p>
        <strong>Example school.</strong> Every class, pupil and lesson here is invented.
      </p>
      <Button variant="default" size="xs" h={32} loading={isRemoving} onClick={() => void remove()}>
        Remove the example
      </Button>
    </aside>
  )
}

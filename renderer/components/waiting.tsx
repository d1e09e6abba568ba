import { Loader } from '@mantine/core'
import classes from './waiting.module.css'

type Props = { children: string }

/** Something is on its way, said in words. Appears only after a moment, so that what is quick does not flicker. */
export function Waiting({ children }: Props) {
  return (
    <output className={classes.waiting}>
      <Loader size={18} aria-hidden="true" />
      {children}
    </output>
  )
}

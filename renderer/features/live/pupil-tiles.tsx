import type { ReactNode } from 'react'
import classes from './pupil-tiles.module.css'

type Props = {
  /** What to say where there is no tile. */
  emptyWords: string
  children: readonly ReactNode[]
}

/** The pupils, three in a row. */
export function PupilTiles({ emptyWords, children }: Props) {
  return (
    <section aria-label="Pupils" className={classes.tiles}>
      {children.length > 0 ? children : <p className={classes.empty}>{emptyWords}</p>}
    </section>
  )
}

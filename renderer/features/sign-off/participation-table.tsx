import type { ReactNode } from 'react'
import classes from './participation-table.module.css'

type Props = {
  caption: string
  /** A table that is only read has no control to bring the focus into it. */
  isReadOnly: boolean
  children: ReactNode
}

const columns: readonly { title: string; isNumber?: true }[] = [
  { title: 'Pupil' },
  { title: 'Participation' },
  { title: 'Minutes late' },
  { title: 'Left early' },
  { title: 'Points', isNumber: true },
  // May break at the soft hyphen.
  { title: 'Contri\u00adbutions', isNumber: true },
  { title: 'Camera' },
  { title: 'Task' },
  { title: 'Attitude' },
]

/** The class of the lesson, a pupil a row; the rows are given. */
export function ParticipationTable({ caption, isReadOnly, children }: Props) {
  return (
    <div className={classes.holder}>
      <section
        className={classes.frame}
        aria-label="Participation of the class"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and the keyboard has to reach it
        tabIndex={isReadOnly ? 0 : undefined}
      >
        <table className={classes.table} data-read-only={isReadOnly}>
          <caption className={classes.caption}>{caption}</caption>
          <thead>
            <tr>
              {columns.map(({ title, isNumber }) => (
                <th key={title} scope="col" className={isNumber ? classes.number : undefined}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </section>
    </div>
  )
}

import { pupilsInWords } from '../../../shared/domain/people.ts'
import { IconChevronRight } from '@tabler/icons-react'
import type { ClassSummary } from '../../../shared/ipc/contract.ts'
import classes from './class-list.module.css'

type Props = { classes: readonly ClassSummary[] }

/** Every class as one large link to its pupils. */
export function ClassList({ classes: summaries }: Props) {
  return (
    <ul className={classes.list} aria-label="Classes">
      {summaries.map(({ id, name, yearGroup, pupilCount }) => (
        <li key={id}>
          <a className={classes.card} href={`#/classes/${id}`}>
            <span className={classes.words}>
              <span className={classes.name}>{name}</span>
              {yearGroup && <span className={classes.year}>{yearGroup}</span>}
            </span>
            <span className={classes.count}>{pupilsInWords(pupilCount)}</span>
            <IconChevronRight size={18} stroke={1.75} aria-hidden="true" className={classes.arrow} />
          </a>
        </li>
      ))}
    </ul>
  )
}

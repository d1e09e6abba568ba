import type { ClassListPreview } from '../../../shared/domain/class-list.ts'
import classes from './import-preview.module.css'
import { capitalised } from './import-words.ts'

type Props = Pick<ClassListPreview, 'columns' | 'droppedColumns'>

/** What the columns of the file were taken for, and which were left alone. */
export function ImportColumns({ columns, droppedColumns }: Props) {
  const understood = columns.flatMap(({ header, meaning }) => (meaning === null ? [] : [{ header, meaning }]))
  const unused = columns.filter(({ meaning }) => meaning === null).map(({ header }) => header)
  return (
    <div className={`${classes.card} ${classes.last}`}>
      <h2 className={classes.heading}>Columns</h2>
      <dl className={classes.meanings}>
        {understood.map(({ header, meaning }, index) => (
          <div key={index} className={classes.meaning}>
            <dt>{header}</dt>
            <dd>{capitalised(meaning)}</dd>
          </div>
        ))}
      </dl>
      {(droppedColumns.length > 0 || unused.length > 0) && (
        <ul className={classes.unread} aria-label="Columns not read">
          {droppedColumns.map((header, index) => (
            <li key={`private-${index}`}>{header} was not read: private.</li>
          ))}
          {unused.map((header, index) => (
            <li key={`unused-${index}`}>{header} is not needed.</li>
          ))}
        </ul>
      )}
    </div>
  )
}

import { IconAlertTriangle } from '@tabler/icons-react'
import type { FileWarning } from '../../../shared/domain/class-list.ts'
import classes from './import-preview.module.css'
import { groupWarnings } from './import-words.ts'

type Props = { warnings: readonly FileWarning[] }

/** What a person should look at in the file, with its lines. */
export function ImportWarnings({ warnings }: Props) {
  return (
    <div className={classes.card} data-tone="warn">
      <h2 className={classes.heading}>
        <IconAlertTriangle size={18} stroke={1.75} aria-hidden="true" />
        What to check
      </h2>
      <ul className={classes.list} aria-label="What to check">
        {groupWarnings(warnings).map(({ message, where }) => (
          <li key={message}>
            {where && <strong>{where}: </strong>}
            {message}
          </li>
        ))}
      </ul>
    </div>
  )
}

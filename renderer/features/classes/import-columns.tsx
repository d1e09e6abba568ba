import { NativeSelect } from '@mantine/core'
import {
  columnMeaning,
  columnMeanings,
  type NamedColumns,
  withMeaning,
} from '../../../shared/domain/column-meanings.ts'
import classes from './import-preview.module.css'
import { capitalised } from './import-words.ts'

type Props = {
  columns: NamedColumns
  droppedColumns: readonly string[]
  /** Columns a person said once for such files; null where they are only what the headings are taken for. */
  isRemembered: boolean
  /** Null where the format itself says what the columns are. */
  onChange: ((columns: NamedColumns) => void) | null
}

const CONTACTS = ['contact 1', 'contact 2', 'contact 3', 'contact 4']
const choices = [
  { group: 'The pupil', items: options((meaning) => !meaning.startsWith('contact')) },
  ...CONTACTS.map((contact) => ({
    group: capitalised(contact),
    items: options((meaning) => meaning.startsWith(contact)),
  })),
]

/** What the columns of the file were taken for, to be put right, and which are never read. */
export function ImportColumns({ columns, droppedColumns, isRemembered, onChange }: Props) {
  // What can't be put right need not be looked through.
  const shown = onChange ? columns : columns.filter(({ meaning }) => meaning !== null)
  return (
    <div className={`${classes.card} ${classes.last}`}>
      <h2 className={classes.heading}>Columns</h2>
      {isRemembered && <p className={classes.from}>As you said for files with these headings.</p>}
      <dl className={classes.meanings}>
        {shown.map(({ header, meaning }, index) => (
          <div key={index} className={classes.meaning}>
            <dt>{header}</dt>
            <dd>
              {onChange ? (
                <NativeSelect
                  size="xs"
                  aria-label={`What ${header} means`}
                  value={meaning ?? ''}
                  data={[{ value: '', label: 'Not used' }, ...choices]}
                  onChange={(event) => {
                    const chosen = columnMeaning.safeParse(event.currentTarget.value)
                    onChange(withMeaning(columns, index, chosen.success ? chosen.data : null))
                  }}
                />
              ) : (
                capitalised(meaning ?? '')
              )}
            </dd>
          </div>
        ))}
      </dl>
      {shown.length < columns.length && (
        <p className={classes.from}>{columns.length - shown.length} more are not used.</p>
      )}
      {droppedColumns.length > 0 && (
        <ul className={classes.unread} aria-label="Columns not read">
          {droppedColumns.map((header, index) => (
            <li key={index}>{header} was not read: private.</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function options(isIn: (meaning: string) => boolean) {
  return columnMeanings.filter(isIn).map((value) => ({ value, label: capitalised(value) }))
}

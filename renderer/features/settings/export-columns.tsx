import {
  alwaysThere,
  type ExportSettings,
  type offeredSheets,
} from '../../../shared/domain/export-settings.ts'
import classes from './export-settings.module.css'

type Props = {
  sheet: (typeof offeredSheets)[number]
  columns: readonly string[]
  settings: ExportSettings
}

/** One sheet: whether it is there, which of its columns are, and what the school calls them. */
export function ExportColumns({ sheet, columns, settings }: Props) {
  const isAlways = sheet === alwaysThere.sheet
  const isThere = !settings.leftOutSheets.some((one) => one === sheet)
  const choiceOf = (column: string) =>
    settings.columns.find((one) => one.sheet === sheet && one.column === column)
  const changed = columns.filter((column) => choiceOf(column)).length
  return (
    <div className={classes.sheet}>
      <label className={classes.choice}>
        <input
          type="checkbox"
          name="sheet"
          value={sheet}
          defaultChecked={isThere}
          disabled={isAlways}
          aria-label={`Sheet ${sheet}`}
        />
        <span>
          {sheet}
          {isAlways && <span className={classes.quiet}> is always there</span>}
        </span>
      </label>
      <details className={classes.columns}>
        <summary className={classes.summary}>
          {columns.length} columns{changed > 0 && `, ${changed} changed`}
        </summary>
        <p className={classes.heads} aria-hidden="true">
          <span>Column</span>
          <span>Called, where not as it is</span>
        </p>
        <ul className={classes.list}>
          {columns.map((column) => (
            <li key={column} className={classes.column}>
              <label className={classes.choice}>
                <input
                  type="checkbox"
                  name="column"
                  value={`${sheet}/${column}`}
                  defaultChecked={choiceOf(column)?.isLeftOut !== true}
                  disabled={isAlways && alwaysThere.columns.includes(column)}
                />
                {column}
              </label>
              <input
                type="text"
                name={`${sheet}/${column}`}
                className={classes.name}
                aria-label={`${sheet}: ${column} is called`}
                defaultValue={choiceOf(column)?.name ?? ''}
                maxLength={60}
              />
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

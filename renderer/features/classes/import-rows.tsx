import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ClassListPreview } from '../../../shared/domain/class-list.ts'
import classes from './import-rows.module.css'
import { changeWords } from './import-words.ts'

type Props = { rows: ClassListPreview['rows'] }

/** A whole school is drawn when it is asked for: a class is there at once. */
const SHOWN_AT_FIRST = 200

/** Every pupil of the file and what confirming would do with them. */
export function ImportRows({ rows }: Props) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? rows : rows.slice(0, SHOWN_AT_FIRST)
  return (
    <div className={classes.frame}>
      <table className={classes.table} aria-label="Pupils of the file">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Pupil</th>
            <th scope="col">Class</th>
            <th scope="col">What changes</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ line, forename, surname, legalName, className, change, movedFrom }, index) => (
            <tr key={index}>
              <td className={classes.line}>{line}</td>
              <th scope="row" className={classes.name}>
                {forename} {surname}
                {legalName !== `${forename} ${surname}` && (
                  <span className={classes.legal}>Legal name: {legalName}</span>
                )}
              </th>
              <td className={classes.class}>{className}</td>
              <td>
                <span className={classes.change} data-change={change}>
                  {movedFrom === undefined ? changeWords[change] : `Moved here from ${movedFrom}`}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <div className={classes.more}>
          <Button variant="default" onClick={() => setWhole(true)}>
            Show all {rows.length} pupils
          </Button>
        </div>
      )}
    </div>
  )
}

import { pupilsInWords } from '../../../shared/domain/people.ts'
import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { ClassListPreview } from '../../../shared/domain/class-list.ts'
import type { NamedColumns } from '../../../shared/domain/column-meanings.ts'
import { Message } from '../../components/message.tsx'
import { ImportColumns } from './import-columns.tsx'
import classes from './import-preview.module.css'
import { ImportLeft } from './import-left.tsx'
import { ImportRows } from './import-rows.tsx'
import type { LeftPupils } from './import-store.ts'
import { ImportWarnings } from './import-warnings.tsx'
import { changesInWords, countChanges } from './import-words.ts'

type Props = {
  preview: ClassListPreview
  isSaving: boolean
  onConfirm: (leftPupils: LeftPupils) => void
  onCancel: () => void
  onChoose: () => void
  onColumns: (columns: NamedColumns) => void
}

/** What confirming would do, pupil by pupil, and what of the file was understood. */
export function ImportPreview({ preview, isSaving, onConfirm, onCancel, onChoose, onColumns }: Props) {
  const { fileName, rows, columns, droppedColumns, warnings } = preview
  const [leftPupils, setLeftPupils] = useState<LeftPupils>('stay')
  const leaving = leftPupils === 'move-out' ? preview.left.length : 0
  const section = useRef<HTMLElement>(null)
  useEffect(() => section.current?.focus({ preventScroll: true }), [])
  return (
    <section
      ref={section}
      tabIndex={-1}
      className={classes.preview}
      aria-label={`What ${fileName} would change`}
    >
      <div className={classes.columns}>
        <div className={classes.main}>
          {rows.length === 0 ? (
            <Message
              tone="warn"
              title="No pupil of this file can be imported as it is"
              action={<Button onClick={onChoose}>Choose another file</Button>}
            >
              Nothing was changed. What to check says why.
            </Message>
          ) : (
            <ImportRows rows={rows} />
          )}
        </div>
        <aside className={classes.side} aria-label="The file">
          <div className={classes.card}>
            <h2 className={classes.heading}>{fileName}</h2>
            {preview.classes.length > 0 && (
              <ul className={classes.list} aria-label="Classes of the file">
                {preview.classes.map(({ name, pupils, isNew }) => (
                  <li key={name}>
                    <strong>{name}</strong> {pupilsInWords(pupils)}
                    {isNew && <span className={classes.chip}>New class</span>}
                  </li>
                ))}
              </ul>
            )}
          </div>
          {rows.length > 0 && preview.left.length > 0 && (
            <ImportLeft left={preview.left} chosen={leftPupils} onChoose={setLeftPupils} />
          )}
          {warnings.length > 0 && <ImportWarnings warnings={warnings} />}
          <ImportColumns
            columns={columns}
            droppedColumns={droppedColumns}
            isRemembered={preview.isRemembered}
            onChange={preview.canChange ? onColumns : null}
          />
        </aside>
      </div>
      <div className={classes.bar}>
        <p className={classes.sum}>
          {rows.length === 0 ? 'Nothing to import' : changesInWords(countChanges(rows, leaving))}
        </p>
        <Button variant="default" disabled={isSaving} onClick={onCancel}>
          Cancel
        </Button>
        {rows.length > 0 && (
          <Button loading={isSaving} onClick={() => onConfirm(leftPupils)}>
            Import {pupilsInWords(rows.length)}
          </Button>
        )}
      </div>
    </section>
  )
}

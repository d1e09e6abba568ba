import '@mantine/core/styles/Input.css'
import { Button, NativeSelect } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { GivenApproval } from '../../../shared/domain/approval.ts'
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import { ApprovalFields } from '../../components/approval-fields.tsx'
import { WarningLines } from '../../components/warning-lines.tsx'
import { readForm } from '../../lib/read-form.ts'
import classes from './timetable-import.module.css'
import { approvalFrom, leadersOf } from './given-approval.ts'
import { whenInWords } from './timetable-words.ts'
import { counted } from '../../../shared/domain/words.ts'

type Preview = Extract<Output<'timetable.import-choose'>, { outcome: 'understood' }>['preview']

type Props = {
  preview: Preview
  isSaving: boolean
  onConfirm: (classes: Input<'timetable.import-confirm'>['classes'], approval: GivenApproval | null) => void
}

const changes = { new: 'New', changed: 'Changed', unchanged: 'As before' }

/** What confirming would do, lesson by lesson; asks for the class where a title names none. */
export function TimetableImportPreview({ preview, isSaving, onConfirm }: Props) {
  const [chosen, setChosen] = useState<Record<string, string>>({})
  const [isApproved, setIsApproved] = useState(false)
  const { fileName, lessons, warnings } = preview
  const shown = shownOf(lessons)
  const refused = lessons.filter(({ problems }) => problems.length > 0)
  const confirm = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const named = Object.entries(chosen).flatMap(([title, classId]) => (classId ? [{ title, classId }] : []))
    onConfirm(named, isApproved ? approvalFrom(readForm(event.currentTarget)) : null)
  }
  return (
    <form className={classes.preview} aria-label={`What ${fileName} would change`} onSubmit={confirm}>
      {warnings.length > 0 && (
        <section className={classes.card} data-tone="warn">
          <h2 className={classes.heading}>What to check</h2>
          <WarningLines warnings={warnings} className={classes.list} />
        </section>
      )}
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Class</th>
              <th scope="col">Subject</th>
              <th scope="col">When</th>
              <th scope="col">Change</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((lesson) => (
              <tr key={lesson.entry.id}>
                <td>
                  <ClassCell
                    lesson={lesson}
                    preview={preview}
                    chosen={chosen[lesson.title] ?? ''}
                    onChoose={(classId) => setChosen((before) => ({ ...before, [lesson.title]: classId }))}
                  />
                </td>
                <th scope="row">{lesson.entry.subject}</th>
                <td>
                  {whenInWords(lesson.entry)}, {lesson.entry.startsAt}&ndash;{lesson.entry.endsAt}
                  {lesson.problems.map((problem) => (
                    <p key={problem} className={classes.problem}>
                      Left out: {problem}
                    </p>
                  ))}
                </td>
                <td>{changes[lesson.change]}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {shown.length < lessons.length && (
          <p className={classes.more}>and {counted(lessons.length - shown.length, 'lesson')} more</p>
        )}
      </div>
      {refused.length > 0 && !isApproved && (
        <div>
          <Button variant="default" onClick={() => setIsApproved(true)}>
            A leader approved {refused.length === 1 ? 'the lesson' : `the ${refused.length} lessons`} left out
          </Button>
        </div>
      )}
      {isApproved && (
        <ApprovalFields
          problems={[...new Set(refused.flatMap(({ problems }) => problems))]}
          leaders={leadersOf(preview)}
        />
      )}
      <div className={classes.bar}>
        <p className={classes.sum}>
          {counted(lessons.length, 'lesson')} read from {fileName}
        </p>
        <Button component="a" href="#/timetable" variant="default">
          Cancel
        </Button>
        {lessons.length > 0 && (
          <Button type="submit" loading={isSaving}>
            Import
          </Button>
        )}
      </div>
    </form>
  )
}

/** More rows than a person reads would only hold up the window. */
const MOST_ROWS = 200

/** Those that ask for something come first, then the rest, both in the order of the file. */
function shownOf(lessons: Preview['lessons']): Preview['lessons'] {
  if (lessons.length <= MOST_ROWS) return lessons
  const asks = (one: Preview['lessons'][number]) => one.classId === null || one.problems.length > 0
  return [...lessons.filter(asks), ...lessons.filter((one) => !asks(one))].slice(0, MOST_ROWS)
}

type CellProps = {
  lesson: Preview['lessons'][number]
  preview: Preview
  chosen: string
  onChoose: (classId: string) => void
}

function ClassCell({ lesson, preview, chosen, onChoose }: CellProps) {
  const known = preview.classes.find(({ id }) => id === lesson.classId)
  if (known) return known.name
  return (
    <NativeSelect
      aria-label={`Class for ${lesson.title}`}
      value={chosen}
      onChange={(event) => onChoose(event.currentTarget.value)}
      data={[
        { value: '', label: 'Leave out' },
        ...preview.classes.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}

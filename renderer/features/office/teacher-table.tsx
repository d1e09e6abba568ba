import { Button } from '@mantine/core'
import { useState } from 'react'
import { clockTime } from '../../../shared/domain/times.ts'
import type { OfficeLessonView, OfficeTeacherView } from '../../../shared/ipc/commands/office.ts'
import { NoteDialog } from './note-dialog.tsx'
import { NoteLines } from './note-lines.tsx'
import classes from './office-page.module.css'
import { standingWords } from './office-words.ts'
import { counted } from '../../../shared/domain/words.ts'

type Props = {
  teachers: readonly OfficeTeacherView[]
  /** Resolves to whether it is written. */
  onNote: (lessonId: string, text: string) => Promise<boolean>
}

/** Who is in, lesson by lesson, with each lesson's sums. */
export function TeacherTable({ teachers, onNote }: Props) {
  const [noting, setNoting] = useState<OfficeLessonView | null>(null)
  return (
    <div className={classes.tableFrame}>
      <table className={classes.table}>
        <caption className="visually-hidden">Lessons that came in, by teacher</caption>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Lesson</th>
            <th scope="col">Standing</th>
            <th scope="col" className={classes.number}>
              Took part
            </th>
            <th scope="col" className={classes.number}>
              Absent
            </th>
            <th scope="col" className={classes.number}>
              Points
            </th>
            <th scope="col" className={classes.number}>
              Incidents
            </th>
            <th scope="col">
              <span className="visually-hidden">Note</span>
            </th>
          </tr>
        </thead>
        {teachers.map((teacher) => (
          <tbody key={teacher.deviceId}>
            <tr className={classes.teacher}>
              <th scope="rowgroup" colSpan={8}>
                <span className={classes.teacherName}>{teacher.teacherName}</span>
                <span className={classes.quiet}> {cameInWords(teacher)}</span>
              </th>
            </tr>
            {teacher.lessons.map((lesson) => (
              <LessonRow key={lesson.lessonId} lesson={lesson} onNote={() => setNoting(lesson)} />
            ))}
          </tbody>
        ))}
      </table>
      {noting && (
        <NoteDialog
          about={`${noting.className}, ${noting.subject}, ${clockTime(noting.startsAt)}`}
          onClose={() => setNoting(null)}
          onNote={(text) => onNote(noting.lessonId, text)}
        />
      )}
    </div>
  )
}

function cameInWords({ deviceName, takenAt, version, leftOut, lessons }: OfficeTeacherView): string {
  const parts = [
    deviceName,
    `came in at ${clockTime(takenAt)}`,
    version > 1 ? `version ${version}` : '',
    leftOut > 0 ? `${counted(leftOut, 'entry', 'entries')} could not be read` : '',
    lessons.length === 0 ? 'no lesson signed off' : '',
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

type RowProps = { lesson: OfficeLessonView; onNote: () => void }

function LessonRow({ lesson, onNote }: RowProps) {
  const { className, subject, startsAt, standing, since, sums, notes } = lesson
  const { words, tone, icon: StandingIcon } = standingWords[standing]
  return (
    <tr className={classes.lesson}>
      <td className={classes.time}>{clockTime(startsAt)}</td>
      <td>
        <div className={classes.about}>
          <span className={classes.what}>
            {className}: {subject}
          </span>
          {since && (
            <span className={classes.since}>
              {since === 'new' ? 'New since the report' : 'Changed since the report'}
            </span>
          )}
          {sums !== null && sums.passedOver > 0 && (
            <span className={classes.small}>{counted(sums.passedOver, 'check')} passed over</span>
          )}
        </div>
        <NoteLines notes={notes} />
      </td>
      <td>
        <span className={classes.standing} data-tone={tone}>
          <StandingIcon size={16} stroke={1.75} aria-hidden="true" />
          {words}
        </span>
      </td>
      <td className={classes.number}>{sums && `${sums.tookPart} of ${sums.expected}`}</td>
      <td className={classes.number}>{sums?.absent}</td>
      <td className={classes.number}>{sums?.points}</td>
      <td className={classes.number}>{sums?.incidents}</td>
      <td className={classes.noteCell}>
        <Button
          variant="subtle"
          size="xs"
          h={32}
          aria-label={`Add a note to ${className}, ${subject}`}
          onClick={onNote}
        >
          Note
        </Button>
      </td>
    </tr>
  )
}

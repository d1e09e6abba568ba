import type { JoiningMark } from '../../../shared/domain/joining.ts'
import type { Pupil } from '../../../shared/domain/people.ts'
import classes from './pupil-list.module.css'

type Props = {
  classId: string
  pupils: readonly Pupil[]
  /** What is to be known of how they join, by pupil id. */
  joiningMarks: Readonly<Record<string, readonly JoiningMark[]>>
}

const markWords: Record<JoiningMark, string> = {
  'does-not-take-part': 'Does not take part',
  difficulty: 'Difficulty in joining',
  'camera-agreed': 'Camera off by agreement',
  'shares-device': 'Shares a device',
}

/**
 * The pupils of a class, each the way to how they join; where two share a forename, with the name that tells them apart
 * in a lesson.
 */
export function PupilList({ classId, pupils, joiningMarks }: Props) {
  return (
    <ul className={classes.list} aria-label="Pupils">
      {pupils.map(({ id, forename, surname, label }) => (
        <li key={id}>
          <a href={`#/classes/${classId}/${id}`} className={classes.pupil}>
            <span>
              <strong className={classes.forename}>{forename}</strong> {surname}
            </span>
            {label !== forename && <span className={classes.label}>In lessons: {label}</span>}
            {joiningMarks[id] && (
              <span className={classes.label}>
                {joiningMarks[id].map((mark) => markWords[mark]).join(' · ')}
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  )
}

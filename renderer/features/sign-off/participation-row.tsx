import type { KeyboardEvent, ReactNode } from 'react'
import type { NewEntry } from '../../../shared/domain/events.ts'
import { MarkChoice } from '../../components/mark-choice.tsx'
import { MarkSelect, NOTHING } from './mark-select.tsx'
import {
  attitudeChoices,
  cameraChoices,
  leftInWords,
  participationChoices,
  taskChoices,
  wordFor,
} from './mark-words.ts'
import { MinutesLateField } from './minutes-late-field.tsx'
import classes from './participation-table.module.css'
import { PupilName } from './pupil-name.tsx'
import { entryForKey, movedToOtherRow } from './row-keys.ts'
import { fullName, type MarkRow } from './sign-off-view.ts'

type Props = {
  row: MarkRow
  /** The school's scale, best first. */
  attitudes: readonly string[]
  /** UTC ms. */
  endedAt: number | null
  onMarked: (entry: NewEntry) => void
  /** The pupil did not leave early after all. */
  onStayed: () => void
}

/** One pupil to be marked. Those who did not take part have nothing more to say. */
export function ParticipationRow({ row, attitudes, endedAt, onMarked, onStayed }: Props) {
  const { pupil, marks, suggestion, takesPart } = row
  const pupilId = pupil.id
  const name = fullName(pupil)
  const left = leftInWords(marks.leftAt, endedAt)
  const scale = attitudeChoices(attitudes)
  const attitude = marks.attitude === null ? null : String(marks.attitude)
  const keyPressed = (event: KeyboardEvent) => {
    if (movedToOtherRow(event)) return
    const entry = entryForKey(event, pupilId)
    if (!entry) return
    event.preventDefault()
    onMarked(entry)
  }
  const where = (isSo: boolean, control: ReactNode) =>
    isSo ? control : <span className={classes.nothing}>{NOTHING}</span>
  const tookPart = suggestion === 'took-part'
  return (
    <tr onKeyDown={keyPressed}>
      <PupilName pupil={pupil} marks={marks} />
      <td>
        <MarkChoice
          label={`Participation of ${name}`}
          name={`participation-${pupilId}`}
          choices={participationChoices.filter(({ value }) => takesPart || value !== 'absent')}
          value={marks.participation}
          suggestion={suggestion}
          onChoose={(status) => onMarked({ kind: 'participation', pupilId, value: { status } })}
        />
      </td>
      <td>
        {where(
          tookPart,
          <MinutesLateField
            label={`Minutes ${name} was late`}
            minutes={marks.minutesLate}
            onSaid={(minutes) => onMarked({ kind: 'late', pupilId, value: { minutes } })}
          />,
        )}
      </td>
      <td>
        {where(
          tookPart && (marks.admittedAt !== null || marks.leftAt !== null),
          <MarkSelect
            label={`Whether ${name} left early`}
            choices={[
              { value: 'stayed', label: 'Stayed to the end' },
              { value: 'left', label: left === null || left === 'Yes' ? 'Left early' : `Left at ${left}` },
            ]}
            value={left === null ? 'stayed' : 'left'}
            shown={left ?? NOTHING}
            onChoose={(chosen) =>
              chosen === 'left' ? onMarked({ kind: 'left', pupilId, value: {} }) : onStayed()
            }
          />,
        )}
      </td>
      <td className={classes.number}>{marks.points}</td>
      <td className={classes.number}>{marks.contributions}</td>
      <td>
        {where(
          tookPart,
          <MarkSelect
            label={`Camera of ${name}`}
            choices={cameraChoices}
            value={marks.camera}
            shown={wordFor(cameraChoices, marks.camera)}
            onChoose={(camera) => onMarked({ kind: 'camera', pupilId, value: { camera } })}
          />,
        )}
      </td>
      <td>
        {where(
          tookPart,
          <MarkChoice
            label={`Task of ${name}`}
            name={`task-${pupilId}`}
            choices={taskChoices}
            value={marks.task}
            suggestion={null}
            onChoose={(task) => onMarked({ kind: 'task', pupilId, value: { task } })}
          />,
        )}
      </td>
      <td>
        {where(
          tookPart,
          <MarkSelect
            label={`Attitude of ${name}`}
            choices={scale}
            value={attitude}
            shown={attitude === null ? NOTHING : wordFor(scale, attitude)}
            onChoose={(place) => onMarked({ kind: 'attitude', pupilId, value: { attitude: Number(place) } })}
          />,
        )}
      </td>
    </tr>
  )
}

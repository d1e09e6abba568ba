import { startOf } from '../../../shared/domain/lesson.ts'
import { pupilTally } from '../../../shared/domain/tally.ts'
import type { LiveClass } from '../../../shared/domain/live-choosing.ts'
import type { LessonTally } from '../../../shared/domain/tally.ts'
import type { LessonRecordView } from '../../../shared/ipc/contract.ts'
import { AttitudeStrip } from './attitude-strip.tsx'
import { EquipmentStrip } from './equipment-strip.tsx'
import { muteReminder } from './live-acts.ts'
import type { LiveStore } from './live-store.ts'
import { describeNoteOf, describeWho } from './live-words.ts'
import { MarksBar } from './marks-bar.tsx'
import { NoteStrip } from './note-strip.tsx'
import { usePanel } from './use-panel.ts'

type Props = { record: LessonRecordView; tally: LessonTally; group: LiveClass; live: LiveStore }

/**
 * What can be marked of those chosen, or the one thing that is asked about a mark just made. Its room is there while nobody is
 * chosen too, so that no tile moves away from under the next tap.
 */
export function MarksArea({ record, tally, group, live }: Props) {
  const { keys, asking, ...panel } = usePanel(live, (state) => state)
  const whom = asking ? describeWho(asking.pupilIds, group) : ''
  switch (asking?.about) {
    case 'attitude':
      return (
        <AttitudeStrip
          whom={whom}
          scale={record.attitudes}
          onChoose={panel.attitudeChosen}
          onClose={panel.askingClosed}
        />
      )
    case 'equipment':
      return <EquipmentStrip whom={whom} onSaid={panel.equipmentSaid} onClose={panel.askingClosed} />
    case 'note':
      return (
        <NoteStrip
          whom={describeNoteOf(asking.pupilIds, group)}
          onWritten={panel.noteWritten}
          onClose={panel.askingClosed}
        />
      )
    case undefined:
      return (
        <MarksBar
          chosen={keys.chosen.map((id) => pupilTally(tally, id))}
          start={startOf(tally.liveAt, record.lesson.startsAt)}
          mute={muteReminder(record.behaviours)?.label ?? null}
          onMark={panel.markTapped}
          onNote={() => panel.commandTapped('note')}
        />
      )
  }
}

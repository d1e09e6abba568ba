import { count } from './live-words.ts'
import { PanelButton } from './panel-button.tsx'
import { Dialog } from '../../components/dialog.tsx'

type Props = { present: number; onEnd: () => void; onClose: () => void }

/** Clause staff.second-adult: ending for everyone is one act, confirmed once. */
export function EndDialog({ present, onEnd, onClose }: Props) {
  return (
    <Dialog
      kind="alertdialog"
      title="End the lesson for everyone?"
      onClose={onClose}
      actions={
        <>
          <PanelButton onClick={onClose}>Not yet</PanelButton>
          <PanelButton tone="danger" onClick={onEnd}>
            End for everyone
          </PanelButton>
        </>
      }
    >
      <p>{describeLeaving(present)} End the meeting for everyone too.</p>
    </Dialog>
  )
}

function describeLeaving(present: number): string {
  if (present === 0) return 'Nobody is in the meeting.'
  return present === 1 ? '1 pupil leaves.' : `All ${count(present, 'pupil')} leave at the same moment.`
}

import { IconDevices2 } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { Dialog } from '../../components/dialog.tsx'
import { SharePanel } from '../../components/share-panel.tsx'
import { shareLine } from '../../components/share-words.ts'
import { useNow } from '../../lib/clock.ts'
import type { SharingStore } from '../../lib/sharing-store.ts'
import { useSharing } from '../../lib/use-sharing.ts'
import { PanelButton } from './panel-button.tsx'
import classes from './share-strip.module.css'

type Props = {
  lessonId: string
  isOpen: boolean
  onOpen: () => void
  onClose: () => void
}

/** How the two computers stand, in one quiet line; nothing where the lesson is not shared. */
export function ShareStrip({ lessonId, isOpen, onOpen, onClose }: Props) {
  const store = useSharing(lessonId)
  const view = useStore(store, (state) => state.view)
  const now = useNow(1000)
  const line = view && shareLine(view, now)
  return (
    <>
      {line && (
        <button type="button" className={classes.strip} data-tone={line.tone} onClick={onOpen}>
          <IconDevices2 size={16} stroke={1.75} aria-hidden="true" />
          <span>{line.line}</span>
        </button>
      )}
      {isOpen && <ShareDialog store={store} now={now} onClose={onClose} />}
    </>
  )
}

type DialogProps = { store: SharingStore; now: number; onClose: () => void }

function ShareDialog({ store, now, onClose }: DialogProps) {
  const sharing = useStore(store)
  useEffect(() => store.getState().started(), [store])
  return (
    <Dialog
      kind="dialog"
      title="Share with the second adult"
      onClose={onClose}
      actions={<PanelButton onClick={onClose}>Done</PanelButton>}
    >
      {sharing.view ? (
        <SharePanel
          view={sharing.view}
          said={sharing.said}
          now={now}
          onChooseFolder={sharing.folderChosen}
          onLeaveFolder={sharing.folderLeft}
          onSaveFile={sharing.fileSaved}
          onTakeIn={sharing.fileTakenIn}
        />
      ) : (
        <p>{sharing.said ?? 'Making a code…'}</p>
      )}
    </Dialog>
  )
}

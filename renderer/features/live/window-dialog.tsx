import { sharingWords } from '../../../shared/domain/sharing.ts'
import { stepZoom } from '../../../shared/domain/zoom.ts'
import { Dialog } from '../../components/dialog.tsx'
import { KeyCap } from '../../components/key-cap.tsx'
import { useApp } from '../../lib/use-app.ts'
import { useApi } from '../../lib/use-lesson.ts'
import { PanelButton } from './panel-button.tsx'
import classes from './window-dialog.module.css'

type Props = { isSafe: boolean; onStrip: () => void; onSafe: () => void; onClose: () => void }

/** Where the panel stands, how large it is, and what this system does with it when the screen is shared. */
export function WindowDialog({ isSafe, onStrip, onSafe, onClose }: Props) {
  const api = useApi()
  const sharing = useApp((state) => state.status?.sharing)
  const preferences = useApp((state) => state.computer?.preferences)
  const save = useApp((state) => state.preferencesSaved)
  const zoom = preferences?.zoom ?? 1
  const dock = (side: 'left' | 'right') => void api.invoke('panel.window', { do: `dock-${side}` })
  const minimise = () => {
    onClose()
    void api.invoke('panel.window', { do: 'minimise' })
  }
  return (
    <Dialog
      kind="dialog"
      title="Window"
      onClose={onClose}
      actions={<PanelButton onClick={onClose}>Done</PanelButton>}
    >
      <div className={classes.rows}>
        <fieldset aria-label="Edge of the screen" className={classes.row}>
          {(['left', 'right'] as const).map((side) => (
            <PanelButton
              key={side}
              aria-pressed={preferences?.panel.side === side}
              onClick={() => dock(side)}
            >
              {side === 'left' ? 'Left edge' : 'Right edge'}
            </PanelButton>
          ))}
        </fieldset>
        <fieldset aria-label="Size" className={classes.row}>
          <PanelButton aria-label="Smaller" onClick={() => void save({ zoom: stepZoom(zoom, -1) })}>
            −
          </PanelButton>
          <PanelButton aria-label="Normal size" onClick={() => void save({ zoom: stepZoom(zoom, 0) })}>
            {Math.round(zoom * 100)}%
          </PanelButton>
          <PanelButton aria-label="Larger" onClick={() => void save({ zoom: stepZoom(zoom, 1) })}>
            +
          </PanelButton>
        </fieldset>
        <div className={classes.row}>
          <PanelButton onClick={onStrip}>
            Strip <KeyCap>F2</KeyCap>
          </PanelButton>
          <PanelButton onClick={onSafe}>
            {isSafe ? 'Show names' : 'Safe to share'} <KeyCap>F4</KeyCap>
          </PanelButton>
        </div>
        <div className={classes.row}>
          <PanelButton onClick={minimise}>Minimise</PanelButton>
          <PanelButton onClick={() => window.close()}>Close the panel</PanelButton>
        </div>
        {sharing && <p className={classes.sharing}>{sharingWords[sharing].long}</p>}
      </div>
    </Dialog>
  )
}

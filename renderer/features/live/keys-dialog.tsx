import { keySheet } from '../../../shared/domain/live-key-table.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import classes from './keys-dialog.module.css'
import { PanelButton } from './panel-button.tsx'
import { Dialog } from '../../components/dialog.tsx'

type Props = { onClose: () => void }

/** The keys of the panel on one small sheet. */
export function KeysDialog({ onClose }: Props) {
  return (
    <Dialog
      kind="dialog"
      title="Keys"
      onClose={onClose}
      actions={<PanelButton onClick={onClose}>Close</PanelButton>}
    >
      <dl className={classes.keys}>
        {keySheet.map(({ caps, does }) => (
          <div key={does} style={{ display: 'contents' }}>
            <dt>
              <span className="visually-hidden">{caps.join(' ')}</span>
              {caps.map((key) =>
                key === '–' ? (
                  <span key={key} aria-hidden="true">
                    –
                  </span>
                ) : (
                  <KeyCap key={key}>{key === 'Shift' ? '⇧' : key}</KeyCap>
                ),
              )}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}

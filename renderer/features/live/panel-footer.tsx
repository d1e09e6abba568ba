import { IconArrowBackUp, IconEye, IconEyeOff, IconKeyboard, IconUsersGroup } from '@tabler/icons-react'
import type { Command } from '../../../shared/domain/live-keys.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import { PanelButton } from './panel-button.tsx'
import classes from './panel-footer.module.css'
import { SaveStatus } from './save-status.tsx'

type Props = {
  isWholeClass: boolean
  /** What undo would take back; null when there is nothing. */
  undoable: string | null
  isHiddenFromSharing: boolean
  isSaving: boolean
  notSaved: number
  trouble: string | null
  unnoticed: number
  isOnlyUnnoticed: boolean
  onCommand: (command: Command) => void
  onUnnoticed: () => void
  onKeys: () => void
}

/** What concerns the whole class, and what a teacher wants to be sure of at a glance. */
export function PanelFooter(props: Props) {
  const { undoable, onCommand } = props
  return (
    <footer className={classes.footer}>
      <div className={classes.row}>
        <PanelButton
          tone="bare"
          aria-pressed={props.isWholeClass}
          aria-label="Whole class"
          aria-keyshortcuts="A"
          onClick={() => onCommand('class')}
        >
          <IconUsersGroup size={18} stroke={1.75} aria-hidden="true" />
          Class
          <KeyCap>A</KeyCap>
        </PanelButton>
        <PanelButton tone="bare" aria-label="Keys" title="Keys" aria-keyshortcuts="F1" onClick={props.onKeys}>
          <IconKeyboard size={18} stroke={1.75} aria-hidden="true" />
        </PanelButton>
        <PanelButton
          tone="bare"
          className={classes.undo}
          disabled={undoable === null}
          aria-keyshortcuts="U Control+Z"
          onClick={() => onCommand('undo')}
        >
          <IconArrowBackUp size={16} stroke={1.75} aria-hidden="true" className={classes.icon} />
          <span>{undoable === null ? 'Nothing to undo' : `Undo ${undoable}`}</span>
          <KeyCap>U</KeyCap>
        </PanelButton>
      </div>
      <SaveStatus notSaved={props.notSaved} trouble={props.trouble} />
      <div className={classes.row}>
        <SharingLine {...props} />
        <PanelButton
          tone="bare"
          className={classes.unnoticed}
          aria-pressed={props.isOnlyUnnoticed}
          onClick={props.onUnnoticed}
        >
          Not yet noticed: {props.unnoticed}
        </PanelButton>
      </div>
    </footer>
  )
}

function SharingLine({ isHiddenFromSharing, isSaving, notSaved }: Props) {
  const Icon = isHiddenFromSharing ? IconEyeOff : IconEye
  const saved = notSaved > 0 ? '' : isSaving ? ' · saving' : ' · saved'
  return (
    <p className={classes.sharing} data-visible={!isHiddenFromSharing}>
      <Icon size={16} stroke={1.75} aria-hidden="true" className={classes.icon} />
      {isHiddenFromSharing ? 'Not in the share' : 'Seen when you share'}
      {saved}
    </p>
  )
}

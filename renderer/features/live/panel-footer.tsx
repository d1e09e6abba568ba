import {
  IconArrowBackUp,
  IconClockHour4,
  IconDice5,
  IconEye,
  IconEyeOff,
  IconHistory,
  IconKeyboard,
  IconLayoutGridAdd,
  IconNotes,
  IconRepeat,
  IconSchool,
  IconUsersGroup,
} from '@tabler/icons-react'
import { mayBeSeen, type Sharing, sharingWords } from '../../../shared/domain/sharing.ts'
import type { Command } from '../../../shared/domain/live-key-table.ts'
import { FooterTool } from './footer-tool.tsx'
import type { LiveState } from './live-store.ts'
import { PanelButton } from './panel-button.tsx'
import classes from './panel-footer.module.css'
import { SaveStatus } from './save-status.tsx'

type Props = {
  /** The marks of those chosen are open: on a low screen they need room. */
  isMarking: boolean
  isWholeClass: boolean
  isGroupsOpen: boolean
  showing: LiveState['showing']
  /** Whether the second nine behaviours are asked for; null where the school has no more than nine. */
  isMore: boolean | null
  /** What the same again would be; null when there is nothing. */
  repeatable: string | null
  /** What undo would take back; null when there is nothing. */
  undoable: string | null
  sharing: Sharing
  isSaving: boolean
  notSaved: number
  trouble: string | null
  unnoticed: number
  isOnlyUnnoticed: boolean
  onCommand: (command: Command) => void
  onMore: () => void
  onUnnoticed: () => void
}

/** What concerns the whole class, and what a teacher wants to be sure of at a glance. */
export function PanelFooter(props: Props) {
  return (
    <footer className={classes.footer} data-marking={props.isMarking}>
      <div className={classes.row}>
        <Tools {...props} />
      </div>
      <div className={classes.row}>
        <Undo {...props} />
        <PanelButton
          tone="bare"
          className={classes.unnoticed}
          aria-pressed={props.isOnlyUnnoticed}
          aria-keyshortcuts="Q"
          title="Show only those not yet noticed (Q)"
          onClick={props.onUnnoticed}
        >
          Not yet noticed: {props.unnoticed}
        </PanelButton>
      </div>
      <SaveStatus notSaved={props.notSaved} trouble={props.trouble} />
      <SharingLine {...props} />
    </footer>
  )
}

/** Whom to mean and what to do again. */
function Tools({ isWholeClass, isGroupsOpen, showing, isMore, repeatable, onCommand, onMore }: Props) {
  return (
    <>
      <FooterTool
        icon={IconSchool}
        label="Whole class"
        keys="A"
        shown="A"
        aria-pressed={isWholeClass}
        onClick={() => onCommand('class')}
      />
      <FooterTool
        icon={IconUsersGroup}
        label="Groups"
        keys="G"
        shown="G"
        aria-expanded={isGroupsOpen}
        onClick={() => onCommand('groups')}
      />
      <FooterTool
        icon={IconDice5}
        label="Pick a pupil"
        keys="R"
        shown="R"
        onClick={() => onCommand('pick')}
      />
      <FooterTool
        icon={IconClockHour4}
        label="Timer"
        keys="T"
        shown="T"
        aria-expanded={showing === 'timer'}
        onClick={() => onCommand('timer')}
      />
      <FooterTool icon={IconNotes} label="Note" keys="N" onClick={() => onCommand('note')} />
      {isMore !== null && (
        <FooterTool
          icon={IconLayoutGridAdd}
          label="More behaviours"
          keys="Shift"
          aria-pressed={isMore}
          onClick={onMore}
        />
      )}
      <FooterTool
        icon={IconRepeat}
        label={repeatable === null ? 'Nothing to repeat' : `Repeat ${repeatable}`}
        keys="."
        disabled={repeatable === null}
        onClick={() => onCommand('repeat')}
      />
      <span className={classes.spare}>
        <FooterTool
          icon={IconHistory}
          label="Last taps"
          keys="Shift+U"
          aria-expanded={showing === 'taps'}
          onClick={() => onCommand('taps')}
        />
        <FooterTool icon={IconKeyboard} label="Keys" keys="F1" onClick={() => onCommand('keys')} />
      </span>
    </>
  )
}

function Undo({ undoable, onCommand }: Props) {
  return (
    <PanelButton
      tone="bare"
      className={classes.undo}
      disabled={undoable === null}
      aria-label={undoable === null ? 'Nothing to undo' : `Undo ${undoable}`}
      aria-keyshortcuts="U Control+Z"
      onClick={() => onCommand('undo')}
    >
      <IconArrowBackUp size={16} stroke={1.75} aria-hidden="true" className={classes.icon} />
      <span>{undoable === null ? 'Nothing to undo' : `Undo ${undoable}`}</span>
      <kbd className={classes.key} aria-hidden="true">
        U
      </kbd>
    </PanelButton>
  )
}

function SharingLine({ sharing, isSaving, notSaved }: Props) {
  const isSeen = mayBeSeen(sharing)
  const Icon = isSeen ? IconEye : IconEyeOff
  const saved = notSaved > 0 ? '' : isSaving ? ' · saving' : ' · saved'
  return (
    <p className={classes.sharing} data-visible={isSeen} title={sharingWords[sharing].long}>
      <Icon size={16} stroke={1.75} aria-hidden="true" className={classes.icon} />
      {sharingWords[sharing].short}
      {saved}
    </p>
  )
}

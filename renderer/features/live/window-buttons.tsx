import { IconDots, IconEyeOff, IconLayoutSidebarRightCollapse } from '@tabler/icons-react'
import { useState } from 'react'
import { PanelButton } from './panel-button.tsx'
import classes from './window-buttons.module.css'
import { WindowDialog } from './window-dialog.tsx'

type Props = { isSafe?: boolean; onStrip: () => void; onSafe: () => void }

/** What the panel's window can do, in place of a frame. */
export function WindowButtons({ isSafe = false, onStrip, onSafe }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div className={classes.buttons}>
      {!isSafe && (
        <PanelButton
          tone="bare"
          className={classes.icon}
          aria-label="Safe to share"
          title="Safe to share: no names (F4)"
          aria-keyshortcuts="F4"
          onClick={onSafe}
        >
          <IconEyeOff size={18} stroke={1.75} aria-hidden="true" />
        </PanelButton>
      )}
      <PanelButton
        tone="bare"
        className={classes.icon}
        aria-label="Strip"
        title="Strip (F2)"
        aria-keyshortcuts="F2"
        onClick={onStrip}
      >
        <IconLayoutSidebarRightCollapse size={18} stroke={1.75} aria-hidden="true" />
      </PanelButton>
      <PanelButton
        tone="bare"
        className={classes.icon}
        aria-label="Window"
        title="Window: left or right, size, minimise, close"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <IconDots size={18} stroke={1.75} aria-hidden="true" />
      </PanelButton>
      {isOpen && (
        <WindowDialog isSafe={isSafe} onStrip={onStrip} onSafe={onSafe} onClose={() => setOpen(false)} />
      )}
    </div>
  )
}

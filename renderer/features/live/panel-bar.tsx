import { IconLayoutSidebarRightExpand } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { PanelButton } from './panel-button.tsx'
import classes from './panel-bar.module.css'
import type { PanelWindow } from './use-panel-window.ts'
import { WindowButtons } from './window-buttons.tsx'

type Props = { panelWindow: PanelWindow; children: ReactNode }

/** Around a page of the panel that is no live lesson: a strip has room for the way back only. */
export function PanelBar({ panelWindow: { view, stripToggled, safeToggled }, children }: Props) {
  if (view === 'strip' || view === 'safe-strip') {
    return (
      <main className={classes.strip}>
        <PanelButton tone="bare" aria-label="Full panel" title="Full panel (F2)" onClick={stripToggled}>
          <IconLayoutSidebarRightExpand size={18} stroke={1.75} aria-hidden="true" />
        </PanelButton>
      </main>
    )
  }
  return (
    <>
      <div className={classes.bar}>
        <WindowButtons onStrip={stripToggled} onSafe={safeToggled} />
      </div>
      {children}
    </>
  )
}

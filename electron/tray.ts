import { Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron'
import small from '../assets/tray/tray-16.png?inline'
import large from '../assets/tray/tray-32.png?inline'

type Does = {
  isPanelOpen: boolean
  isSafe: boolean
  showPanel(): void
  toggleSafe(): void
  openMain(): void
  quit(): void
}

/** A small sign beside the system's clock. Where a system has no place for one, nothing is missing. */
export function createTray(does: () => Does): { refresh(): void } {
  const icon = nativeImage.createEmpty()
  icon.addRepresentation({ scaleFactor: 1, dataURL: small })
  icon.addRepresentation({ scaleFactor: 2, dataURL: large })
  try {
    const tray = new Tray(icon)
    tray.setToolTip('Session Companion')
    tray.on('click', () => does().showPanel())
    const refresh = () => tray.setContextMenu(Menu.buildFromTemplate(trayMenu(does())))
    refresh()
    return { refresh }
  } catch {
    return { refresh: () => undefined }
  }
}

const trayMenu = ({ isPanelOpen, isSafe, ...does }: Does): MenuItemConstructorOptions[] => [
  { label: 'Show the panel', enabled: isPanelOpen, click: does.showPanel },
  {
    label: 'Safe to share',
    type: 'checkbox',
    checked: isSafe,
    enabled: isPanelOpen,
    click: does.toggleSafe,
  },
  { type: 'separator' },
  { label: 'Open the main window', click: does.openMain },
  { label: 'Quit', click: does.quit },
]

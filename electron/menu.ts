import { Menu } from 'electron'

/** No menu but where the system needs one for copy, paste and quit (macOS). */
export function setUpMenu(): void {
  Menu.setApplicationMenu(
    process.platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null,
  )
}

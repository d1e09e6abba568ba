import { powerMonitor } from 'electron'
import type { Clock } from './clock.ts'
import type { AppWindows } from './windows/app-windows.ts'

/**
 * Tells the windows while the computer sleeps or its screen is locked, so that what runs on screen can say so. Sleep is
 * told everywhere, a lock on macOS and Windows only. The clock runs on.
 */
export function followPower(windows: AppWindows, clock: Clock): void {
  let isAsleep = false
  let isLocked = false
  const tell = () =>
    windows.tell('computer.away', {
      now: clock.now(),
      why: isAsleep ? 'asleep' : isLocked ? 'locked' : null,
    })
  powerMonitor.on('suspend', () => {
    isAsleep = true
    clock.slept(true)
    tell()
  })
  powerMonitor.on('resume', () => {
    isAsleep = false
    clock.slept(false)
    tell()
  })
  powerMonitor.on('lock-screen', () => {
    isLocked = true
    tell()
  })
  powerMonitor.on('unlock-screen', () => {
    isLocked = false
    tell()
  })
}

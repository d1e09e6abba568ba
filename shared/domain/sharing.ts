import { z } from 'zod'

/** What becomes of the app's windows when this computer shares its whole screen. */
export const sharing = z.enum(['left-out', 'blacked-out', 'not-promised', 'seen'])
export type Sharing = z.infer<typeof sharing>

/** The first Windows that leaves a protected window out of a share; those before show a black box (10 version 2004). */
const FIRST_BUILD_THAT_LEAVES_OUT = 19041

/** By the system's name and release as Node gives them. macOS and Linux: docs/adr/0008. */
export function sharingOn(platform: string, release: string): Sharing {
  if (platform === 'win32') {
    const build = Number(release.split('.')[2] ?? 0)
    return build >= FIRST_BUILD_THAT_LEAVES_OUT ? 'left-out' : 'blacked-out'
  }
  return platform === 'darwin' ? 'not-promised' : 'seen'
}

/** Whether pupils may come to see the app's windows. */
export const mayBeSeen = (what: Sharing): boolean => what === 'not-promised' || what === 'seen'

/** At a glance, and whole: what happens on this system and what to do. */
export const sharingWords: Record<Sharing, { short: string; long: string }> = {
  'left-out': {
    short: 'Not in the share',
    long: 'Windows leaves this panel out when you share your screen: pupils do not see it. A meeting program that goes round this would show it, so use “Safe to share” whenever in doubt.',
  },
  'blacked-out': {
    short: 'Black box in the share',
    long: 'This older Windows shows a black box in the place of this panel when you share your screen: pupils see the box, not what is in it.',
  },
  'not-promised': {
    short: 'May be seen when you share',
    long: 'macOS does not promise to leave this panel out of a shared screen: some meeting programs show it. Share one window instead of the screen, or use “Safe to share”.',
  },
  seen: {
    short: 'Seen when you share',
    long: 'Linux cannot leave this panel out of a shared screen: pupils would see it. Share one window instead of the screen, or use “Safe to share”.',
  },
}

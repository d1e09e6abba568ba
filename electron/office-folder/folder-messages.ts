import type { BundlesWish, BundleToPut, FoundBundles } from '../exchange/bundle/incoming-folder.ts'
import type { FoundDay, FolderWish, PutOutcome } from '../exchange/export/office-folder.ts'
import type { OwnDayWish } from '../exchange/export/own-day.ts'

/** To the process that deals with the office's folder: one act at a time, and that it is called off. */
export type ToFolder =
  | { find: OwnDayWish }
  | { put: FolderWish }
  | { findBundles: BundlesWish }
  | { putBundle: BundleToPut }
  | { stop: true }

/** From it: a sign of life after every act of the file system, then the answer, or the system's own code of what failed. */
export type FromFolder =
  | { ready: true }
  | { acted: true }
  | { wrote: number }
  | { found: FoundDay }
  | { outcome: PutOutcome }
  | { bundles: FoundBundles }
  | { failed: { code: string; message: string } }

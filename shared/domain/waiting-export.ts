import { z } from 'zod'
import { minutes } from './times.ts'

/**
 * Why a day waits to go to the office: how its folder stands, that the app ended in the middle of exporting it, or that
 * something else went wrong after it was said to go by itself. It is tried again by itself.
 */
export const waitingReason = z.enum([
  'folder-missing',
  'folder-not-writable',
  'disk-full',
  'no-answer',
  'held',
  'interrupted',
  'failed',
])
export type WaitingReason = z.infer<typeof waitingReason>

/** A day somebody has exported and the office does not have yet. `since`: UTC ms. */
export const waitingExport = z.object({
  date: z.iso.date(),
  since: z.number().int(),
  reason: waitingReason,
  tries: z.number().int().min(0),
})
export type WaitingExport = z.infer<typeof waitingExport>

const passesByItself = waitingReason.exclude(['failed'])

/** Somebody stopped it, or took back what was to be sent. */
const isTakenBack = (code: string): boolean => code === 'stopped' || code === 'nothing-signed'

/**
 * Why a day waits after a try that was in vain (`code` says why), or null where it does not: it waits for what passes by
 * itself, and one that somebody was told goes by itself (`isPromised`) for whatever it was.
 */
export function waitsFor(code: string, isPromised: boolean): WaitingReason | null {
  if (isTakenBack(code)) return null
  return passesByItself.safeParse(code).data ?? (isPromised ? 'failed' : null)
}

const FIRST_PAUSE_MS = 5_000
/** A folder that has been away all afternoon is asked for so often: soon enough once it is back, and no burden until then. */
const LONGEST_PAUSE_MS = minutes(5)

/** How long after so many vain tries in a row the next is made, ms: each twice the one before. */
export const pauseAfter = (tries: number): number =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, tries - 1))

/** Why the day waits, and what a person may do meanwhile. */
export const waitingWords: Record<WaitingReason, string> = {
  'folder-missing': 'The office’s folder cannot be found. Connect to the school network.',
  'folder-not-writable': 'This computer may not write to the office’s folder. Ask school IT for permission.',
  'disk-full': 'There is no room left where the office’s folder is. Tell the office.',
  'no-answer': 'The office’s folder does not answer. See that this computer is on the school network.',
  held: 'Another program holds the files of the office’s folder. Close what is open from there.',
  interrupted: 'Session Companion ended while it was exporting.',
  failed: 'The export could not be finished and is tried again. If this stays, restart Session Companion.',
}

/** That it waits, for what, and that nobody need do anything more. */
export const waitingTitles: Record<WaitingReason, string> = {
  'folder-missing': 'Waits for the office’s folder, and goes by itself once it is back',
  'folder-not-writable': 'Waits until it may write to the office’s folder, and then goes by itself',
  'disk-full': 'Waits for room where the office’s folder is, and then goes by itself',
  'no-answer': 'Waits for the office’s folder, and goes by itself once it answers',
  held: 'Waits until the other program lets go, and then goes by itself',
  interrupted: 'Was cut off, and goes by itself now',
  failed: 'Could not be finished, and is tried again by itself',
}

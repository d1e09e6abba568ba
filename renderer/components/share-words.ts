import type { SharingView } from '../../shared/ipc/commands/sharing.ts'

export type ShareWords = {
  tone: 'good' | 'quiet' | 'warn'
  line: string
  /** What to do about it. */ advice?: string
}

/** `12 s`, `3 min`, `2 h`. */
function agoInWords(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  if (seconds < 60) return `${seconds} s ago`
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? `${minutes} min ago` : `${Math.round(minutes / 60)} h ago`
}

/** Longer than this, and the other computer may not be there, ms: it writes at least four times a minute. */
const QUIET_AFTER_MS = 45_000

const entries = (count: number): string => `${count} ${count === 1 ? 'entry' : 'entries'}`

const waiting: Record<Exclude<SharingView['folderState'], 'well'>, string> = {
  missing: 'Waiting for the shared folder',
  slow: 'The shared folder does not answer',
  'read-only': 'The shared folder cannot be written',
}

/** How the two computers stand, in one line. `now` is UTC ms; null where they exchange by hand alone. */
export function shareLine(view: SharingView, now: number): ShareWords | null {
  const { folder, folderState, others, unsent, problems } = view
  if (folder === null) return null
  if (folderState !== 'well') {
    const kept = unsent > 0 ? `: ${entries(unsent)} not sent yet` : ''
    return { tone: 'warn', line: `${waiting[folderState]}${kept}` }
  }
  if (view.late > 0) return { tone: 'warn', line: `${entries(view.late)} came after the signature` }
  if (problems.some(({ problem }) => problem === 'not-whole')) {
    return { tone: 'quiet', line: 'A file is not whole yet' }
  }
  const [other] = others.toSorted((a, b) => b.readAt - a.readAt)
  if (!other) return { tone: 'quiet', line: 'Nobody has joined yet' }
  const ago = now - other.readAt
  return {
    tone: ago > QUIET_AFTER_MS ? 'warn' : 'good',
    line: `${other.name}’s computer: ${agoInWords(ago)}`,
  }
}

const problemWords: Record<SharingView['problems'][number]['problem'], string> = {
  'not-saved': 'could not be saved here yet; it is tried again',
  'not-a-lesson': 'is not a lesson file; it is left alone',
  newer: 'was written by a newer Session Companion: update this computer',
  'not-whole': 'is not whole yet; it is read once it is',
  'too-large': 'is too large to be a lesson; it is left alone',
  'other-lesson': 'is of another lesson; it is left alone',
  'other-code': 'does not open with this code, or is damaged; it is left alone',
  unreadable: 'cannot be read just now; it is tried again',
}

/** All there is to know of it, a line each: what is the matter and what to do. */
export function shareNotes(view: SharingView): ShareWords[] {
  const notes: ShareWords[] = []
  if (view.folder !== null && view.folderState !== 'well') {
    notes.push({
      tone: 'warn',
      line: waiting[view.folderState],
      advice: 'Taps go on and are kept here. It is tried again by itself; or choose another folder.',
    })
  }
  for (const { name, clockAheadMs } of view.others.filter((one) => one.clockAheadMs > 0)) {
    const minutes = Math.round(clockAheadMs / 60_000)
    notes.push({
      tone: 'warn',
      line: `${name}’s clock is ${minutes} min ahead of this one`,
      advice: 'Order and totals are right. Put the clock right so that times are, too.',
    })
  }
  if (view.late > 0) {
    notes.push({
      tone: 'warn',
      line: `${entries(view.late)} of the other computer came after the signature`,
      advice:
        'They are not in the lesson. Choose “Correct something” at its sign-off; they come in, then sign again.',
    })
  }
  if (view.leftOut > 0) {
    notes.push({ tone: 'warn', line: `${entries(view.leftOut)} cannot be of this lesson and were left out` })
  }
  if (view.isDoubled) {
    notes.push({
      tone: 'warn',
      line: 'Another computer has the same id as this one, as after a copy',
      advice: 'Nothing is lost. Ask school IT to set one of them up anew.',
    })
  }
  for (const { file, problem } of view.problems) {
    notes.push({ tone: 'quiet', line: `${file} ${problemWords[problem]}` })
  }
  return notes
}

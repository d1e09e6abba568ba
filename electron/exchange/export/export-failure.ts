/** Why nothing went to the office. The message is for a person: what happened, that nothing was lost, what to do. */
export class ExportFailure extends Error {
  readonly code:
    'folder-missing' | 'folder-not-writable' | 'disk-full' | 'no-answer' | 'held' | 'stopped' | 'failed'
  constructor(code: ExportFailure['code'], message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'ExportFailure'
    this.code = code
  }
}

/** The code of an act of the folder that was not answered in time. */
export const NO_ANSWER = 'ENOANSWER'
/** The code of what could be written but not be given its name: another program holds it, the folder is not to blame. */
export const HELD = 'EHELD'

const codes: Record<string, ExportFailure['code']> = {
  ENOENT: 'folder-missing',
  ENOTDIR: 'folder-missing',
  ENOTCONN: 'folder-missing',
  EHOSTDOWN: 'folder-missing',
  EHOSTUNREACH: 'folder-missing',
  ENETUNREACH: 'folder-missing',
  ETIMEDOUT: 'folder-missing',
  ESTALE: 'folder-missing',
  EACCES: 'folder-not-writable',
  EPERM: 'folder-not-writable',
  EROFS: 'folder-not-writable',
  [NO_ANSWER]: 'no-answer',
  EIO: 'no-answer',
  EREMOTEIO: 'no-answer',
  ECONNRESET: 'no-answer',
  ECONNABORTED: 'no-answer',
  EPIPE: 'no-answer',
  ENETDOWN: 'no-answer',
  // What Windows says of a share has codes that Node has no names for.
  UNKNOWN: 'no-answer',
  [HELD]: 'held',
  EBUSY: 'held',
  ETXTBSY: 'held',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
}

const NOTHING_LOST = 'Nothing was sent and nothing is lost: the lessons are safe in Session Companion.'

/** Puts an error of the file system, or of anything else on the way, into words. */
export function exportFailureFrom(error: unknown, officeFolder: string): ExportFailure {
  if (error instanceof ExportFailure) return error
  const code = codes[errorCodeOf(error)] ?? 'failed'
  return new ExportFailure(code, messages[code](officeFolder), error)
}

/** Somebody stopped it. */
export const stopped = (): ExportFailure => new ExportFailure('stopped', messages.stopped(''))

/** A file could not be made at all (printing, for one); the office’s folder has nothing to do with it. */
export const notFinished = (cause: unknown): ExportFailure =>
  new ExportFailure('failed', messages.failed(''), cause)

/** The system's own code of an error (`ENOSPC`), or an empty string. */
export const errorCodeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

const messages: Record<ExportFailure['code'], (folder: string) => string> = {
  'folder-missing': (folder) =>
    `The office’s folder cannot be found: ${folder}. ${NOTHING_LOST} Connect to the school network, or choose the folder again in Settings, then export again.`,
  'folder-not-writable': (folder) =>
    `This computer may not write to the office’s folder: ${folder}. ${NOTHING_LOST} Ask school IT for permission, or choose another folder in Settings, then export again.`,
  'disk-full': (folder) =>
    `There is no room left where the office’s folder is: ${folder}. ${NOTHING_LOST} Make room or choose another folder in Settings, then export again.`,
  'no-answer': (folder) =>
    `The office’s folder did not answer in time: ${folder}. ${NOTHING_LOST} See that this computer is on the school network, then export again.`,
  held: (folder) =>
    `Another program, such as Excel or a virus scanner, holds what was written to the office’s folder: ${folder}. ${NOTHING_LOST} Close what is open from there, then export again.`,
  stopped: () => `The export was stopped. ${NOTHING_LOST} Export again when you are ready.`,
  failed: () =>
    `The export could not be finished. ${NOTHING_LOST} Try again; if it happens again, restart Session Companion and tell school IT.`,
}

/** What is stopped is not waited for. Not for the writing itself: that says whether it was still in time. */
export async function unlessStopped<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (!signal) return work
  return new Promise<T>((resolve, reject) => {
    const stop = () => reject(stopped())
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

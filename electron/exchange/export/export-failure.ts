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

/** A folder as a message speaks of it: whose it is, and whether Settings keeps it or it is chosen each time. */
export type FolderNamed = {
  of: 'office' | 'leaders' | 'home' | 'mail' | 'certificates' | 'anybody'
  isKept: boolean
  /** Something of it was put there before, whole, and stays. */
  hasPart?: boolean
}

const names: Record<FolderNamed['of'], string> = {
  office: 'office’s folder',
  leaders: 'folder for leaders',
  home: 'folder for home',
  mail: 'folder for the e-mail',
  certificates: 'folder for the certificates',
  anybody: 'folder',
}

/** Puts an error of the file system, or of anything else on the way, into words; the office’s folder unless told. */
export function exportFailureFrom(
  error: unknown,
  path: string,
  named: FolderNamed = { of: 'office', isKept: true },
): ExportFailure {
  if (error instanceof ExportFailure) return error
  const code = codes[errorCodeOf(error)] ?? 'failed'
  return new ExportFailure(code, messageFor(code, path, named), error)
}

/** Somebody stopped it. */
export const stopped = (): ExportFailure => new ExportFailure('stopped', STOPPED)

/** A file could not be made at all (printing, for one); no folder has anything to do with it. */
export const notFinished = (cause: unknown): ExportFailure =>
  new ExportFailure('failed', `The files could not be finished. ${NOTHING_LOST} ${TELL_IT}`, cause)

/** The system's own code of an error (`ENOSPC`), or an empty string. */
export const errorCodeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

const NOTHING_LOST =
  'Nothing was written there, and nothing is lost: the lessons are safe in Session Companion.'
const PART_IS_THERE =
  'The day’s files were put there, its sealed copy for the Office view is not. Nothing is lost: the lessons are safe in Session Companion.'
const STOPPED = `It was stopped. ${NOTHING_LOST} Begin again when you are ready.`
const TELL_IT = 'Try again; if it happens again, restart Session Companion and tell school IT.'

function messageFor(
  code: ExportFailure['code'],
  path: string,
  { of, isKept, hasPart = false }: FolderNamed,
): string {
  const name = names[of]
  const lost = hasPart ? PART_IS_THERE : NOTHING_LOST
  const another = isKept ? 'choose another folder in Settings' : 'choose another folder'
  switch (code) {
    case 'folder-missing':
      return `The ${name} cannot be found: ${path}. ${lost} Connect to the school network, or ${another}, then try again.`
    case 'folder-not-writable':
      return `This computer may not write to the ${name}: ${path}. ${lost} Ask school IT for permission, or ${another}, then try again.`
    case 'disk-full':
      return `There is no room left where the ${name} is: ${path}. ${lost} Make room, or ${another}, then try again.`
    case 'no-answer':
      return `The ${name} did not answer in time: ${path}. ${lost} See that this computer is on the school network, then try again.`
    case 'held':
      return `Another program, such as Excel or a virus scanner, holds what was written to the ${name}: ${path}. ${lost} Close what is open from there, then try again.`
    case 'stopped':
      return STOPPED
    case 'failed':
      return `The files could not be finished in the ${name}: ${path}. ${lost} ${TELL_IT}`
  }
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

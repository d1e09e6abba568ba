import type { Refusal } from '../../shared/domain/class-list.ts'

export const UNREADABLE: Refusal = {
  code: 'unreadable',
  message: 'This file could not be opened. Nothing was changed.',
  advice: 'Close it in other programs, check that it is still there, and choose it again.',
}

export const NOT_A_FILE: Refusal = {
  code: 'not-a-file',
  message: 'This is a folder or a device, not a file. Nothing was changed.',
  advice: 'Open the folder and choose the file in it.',
}

/** The reader fell over, or would not have come to an end. */
export const COULD_NOT_BE_READ: Refusal = {
  code: 'could-not-be-read',
  message: 'This file could not be read to its end. Nothing was changed.',
  advice: 'It may be damaged. Export it again where it came from, and choose the new file.',
}

export const TAKES_TOO_LONG: Refusal = {
  code: 'takes-too-long',
  message: 'This file took too long to read, so reading was stopped. Nothing was changed.',
  advice: 'Try again when the computer is less busy, or export less of it, such as one class or one meeting.',
}

export const TAKES_TOO_MUCH_MEMORY: Refusal = {
  code: 'takes-too-much-memory',
  message:
    'This file unfolds to far more than it seems to hold, so reading was stopped. Nothing was changed.',
  advice: 'It may be damaged or made to do harm. Export it again where it came from, as CSV.',
}

/** The reader could not be started at all. */
export const NO_READER: Refusal = {
  code: 'no-reader',
  message: 'The part of the app that reads files did not start. Nothing was changed.',
  advice: 'Try again in a moment. If this stays, close the app, open it again, and tell school IT.',
}

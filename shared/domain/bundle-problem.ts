import { z } from 'zod'

/** Why a sealed day is not taken in. `too-large` is read no further. */
export const BUNDLE_PROBLEMS = [
  'not-a-bundle',
  'half-written',
  'too-large',
  'wrong-key',
  'damaged',
  'newer',
  'bad-signature',
  'wrong-office',
] as const
export const bundleProblem = z.enum(BUNDLE_PROBLEMS)
export type BundleProblem = z.infer<typeof bundleProblem>

/** What happened and what to do, each a sentence for the person in the office. No child is named in a file's problem. */
export const bundleProblemWords: Record<BundleProblem, { happened: string; toDo: string }> = {
  'not-a-bundle': {
    happened: 'This is not a day from Session Companion.',
    toDo: 'Move it to where it belongs. Nothing was taken from it.',
  },
  'half-written': {
    happened: 'This day has not arrived whole.',
    toDo: 'If it stays so for some minutes, ask the teacher to press “Export the day” again.',
  },
  'too-large': {
    happened: 'This file is larger than any day can be.',
    toDo: 'Nothing was taken from it. Ask school IT where it came from.',
  },
  'wrong-key': {
    happened: 'This day was sealed for another key than this office’s.',
    toDo: 'Give the teacher this office’s key (Settings, The office’s key), then ask for the day to be exported again.',
  },
  damaged: {
    happened: 'This day is damaged: it does not hold what was written.',
    toDo: 'Ask the teacher to export the day again. Nothing was taken from it.',
  },
  newer: {
    happened: 'This day was written by a newer Session Companion.',
    toDo: 'Update Session Companion on this computer; the day is then taken in by itself.',
  },
  'bad-signature': {
    happened: 'This day is not signed by the computer it names.',
    toDo: 'Do not use it. Ask the teacher whether they sent it, and tell school IT.',
  },
  'wrong-office': {
    happened: 'This day was meant for another office.',
    toDo: 'Ask the teacher which office key their computer has (Settings, The office’s key).',
  },
}

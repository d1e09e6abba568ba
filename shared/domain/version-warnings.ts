import { clockTime, fullDate } from './times.ts'

/** What was seen of the version before the one just written. */
export type SeenBefore = {
  /** When it says it was written, where that is later than this one (UTC ms): a clock is wrong. */
  earlierIsDated?: number | null | undefined
  /** Its files that somebody has open, and who where that is known. */
  openFiles?: readonly { file: string; by: string | null }[] | undefined
}

export type VersionWarning = { title: string; words: string }

/** What a person must know of the version before, on the screen and in a planned task's log alike: nothing, mostly. */
export function versionWarnings({ earlierIsDated, openFiles = [] }: SeenBefore): VersionWarning[] {
  return [
    ...(typeof earlierIsDated === 'number'
      ? [{ title: 'A clock is wrong', words: wrongClockWords(earlierIsDated) }]
      : []),
    ...(openFiles.length > 0
      ? [{ title: 'Somebody has the version before open', words: openFilesWords(openFiles) }]
      : []),
  ]
}

/** A clock is wrong: which, nobody can tell from here. */
const wrongClockWords = (earlierAt: number): string =>
  `The version before says it was written on ${fullDate(earlierAt)} at ${clockTime(earlierAt)}, later than this one. The clock of this computer or of the other is wrong: ask school IT to set it. The lessons are under their own day all the same.`

/** Somebody reads the version before, and would not see that there is another. */
const openFilesWords = (open: NonNullable<SeenBefore['openFiles']>): string =>
  `${open.map(({ file, by }) => `${by ?? 'Somebody'} has “${file}” open`).join('; ')}: that is the version before. Nothing of it was changed. Tell them that a newer version lies beside it.`

import { z } from 'zod'
import type { NewEntry } from './events.ts'
import { foldWord } from './names/name-words.ts'
import type { SchoolDate } from './times.ts'

/** Longer is no name that is worth remembering. */
export const LONGEST_SHOWN_NAME = 80
const shownName = z.string().trim().min(1).max(LONGEST_SHOWN_NAME)
const MOST_NAMES = 20

/**
 * How a pupil joins live lessons, as staff know it: whether they take part at all (parent.opt-out), what gets in the
 * way (parent.difficulty), and under which names they have come. Sealed with the pupil's own key.
 */
export const joining = z.object({
  /** Does not take part: since when and who said so. Such a pupil is never absent and never admitted. */
  optOut: z
    .object({ since: z.iso.date(), toldBy: z.string().trim().min(1).max(120) })
    .nullable()
    .default(null),
  /** What makes joining hard, and what is being done about it; null where nothing is known to. */
  difficulty: z
    .object({ what: z.string().trim().min(1).max(300), doing: z.string().trim().max(300) })
    .nullable()
    .default(null),
  /** The camera may be off (pupil.camera): who agreed to it, why, and the last day it holds for; null: for now. */
  cameraOff: z
    .object({
      agreedBy: z.string().trim().min(1).max(120),
      why: z.string().trim().min(1).max(300),
      until: z.iso.date().nullable(),
    })
    .nullable()
    .default(null),
  /** Names the pupil has come under, confirmed by a person. */
  nicknames: z.array(shownName).max(MOST_NAMES).default([]),
  /** Names of devices the pupil shares with somebody else. */
  sharedDevices: z.array(shownName).max(MOST_NAMES).default([]),
})
export type Joining = z.infer<typeof joining>

export const nothingKnown: Joining = joining.parse({})

/** Whether a pupil is expected in live lessons on a day (parent.opt-out). */
export const takesPartOn = (known: Joining | undefined, date: SchoolDate): boolean =>
  !known?.optOut || known.optOut.since > date

/** Whether a pupil's camera may be off on a day (pupil.camera). */
export const isCameraAgreedOn = ({ cameraOff }: Joining, date: SchoolDate): boolean =>
  cameraOff !== null && (cameraOff.until === null || date <= cameraOff.until)

/**
 * Entries with the agreement said in the admission itself, so that it needs no tap of its own, is taken back with the
 * admission, and stays as it was then whatever is agreed later.
 */
export const admittedAsAgreed = (
  entries: readonly NewEntry[],
  cameraAgreedIds: readonly string[],
): NewEntry[] =>
  entries.map((entry) =>
    entry.kind === 'admitted' && cameraAgreedIds.includes(entry.pupilId)
      ? { ...entry, value: { camera: 'off-by-agreement' } }
      : entry,
  )

/** What a list of pupils says of how one joins. */
export const joiningMarks = ['does-not-take-part', 'difficulty', 'camera-agreed', 'shares-device'] as const
export type JoiningMark = (typeof joiningMarks)[number]

export const marksOf = (known: Joining, today: SchoolDate): JoiningMark[] => [
  ...(takesPartOn(known, today) ? [] : (['does-not-take-part'] as const)),
  ...(known.difficulty ? (['difficulty'] as const) : []),
  ...(isCameraAgreedOn(known, today) ? (['camera-agreed'] as const) : []),
  ...(known.sharedDevices.length > 0 ? (['shares-device'] as const) : []),
]

/** As what a name the meeting showed is remembered. */
export const namesRemembered = ['nickname', 'shared-device'] as const
export type NameRemembered = (typeof namesRemembered)[number]

const isSameName = (a: string, b: string): boolean => foldWord(a) === foldWord(b)

/** Whether a name has any letter or figure to know it by again; a lone emoji has not. */
export const isTellingName = (name: string): boolean => foldWord(name) !== ''

export const hasNickname = (known: Joining, name: string): boolean =>
  known.nicknames.some((one) => isSameName(one, name))

/** With a name remembered, once however often it is said; the oldest makes room where there are twenty. */
export function withName(known: Joining, name: string, as: NameRemembered): Joining {
  const list = as === 'nickname' ? 'nicknames' : 'sharedDevices'
  if (known[list].some((one) => isSameName(one, name))) return known
  return { ...known, [list]: [...known[list], name.trim()].slice(-MOST_NAMES) }
}

import { z } from 'zod'
import { id } from '../ids.ts'
import { matchNames, type NameMatch, type PupilNames } from '../names/match-names.ts'
import { foldWord } from '../names/name-words.ts'
import { TITLE_WORDS } from '../names/noise-words.ts'
import { reportedName, type ReportedName, wholeName } from './reported-names.ts'

/** What a person has said a name of a report is: one pupil, several on one device, a grown-up of the school, or nobody of theirs. */
export const nameAnswer = z.discriminatedUnion('as', [
  z.object({ as: z.literal('pupils'), pupilIds: z.array(id).min(1).max(6) }).strict(),
  z.object({ as: z.literal('adult') }).strict(),
  z.object({ as: z.literal('not-ours') }).strict(),
])
export type NameAnswer = z.infer<typeof nameAnswer>

/** How it is known who a name is: matched by the app, said now, or said of an earlier lesson of the class. */
const how = z.enum(['matched', 'said', 'said-before'])

/** Who a name of a report is. `open`: a person has to say; nothing is guessed. */
export const who = z.discriminatedUnion('is', [
  z.object({ is: z.literal('pupils'), pupilIds: z.array(id), how, why: z.string() }),
  z.object({ is: z.literal('adult'), how, why: z.string() }),
  z.object({ is: z.literal('not-ours'), how, why: z.string() }),
  z.object({ is: z.literal('open'), candidateIds: z.array(id), reason: z.string(), why: z.string() }),
])
export type Who = z.infer<typeof who>

export const identifiedName = reportedName.extend({ who })
export type IdentifiedName = z.infer<typeof identifiedName>

type Answers = ReadonlyMap<string, NameAnswer>
type Ground = {
  pupils: readonly PupilNames[]
  /** The names of the school's staff. */
  adults: readonly string[]
  /** What was said of this lesson's names, by their keys. */
  answers: Answers
  /** The same of earlier lessons of the class. */
  before: Answers
}

/**
 * Says of each name of a lesson's reports who it is. A person's word comes first; a name is a pupil's by itself only
 * where `matchNames` expects one. What was said before of grown-ups and strangers stands only while the name is nobody's
 * of the class for certain.
 */
export function identify(names: readonly ReportedName[], ground: Ground): IdentifiedName[] {
  const { pupils, adults, answers, before } = ground
  const staff = new Set(adults.flatMap(formsOfAdult))
  const toMatch = names.filter(({ key }) => !answers.has(key))
  const found = matchNames(toMatch.map(wholeName), pupils)
  const matches = new Map(toMatch.map(({ key }, place) => [key, found[place]]))
  return names.map((one) => {
    const said = answers.get(one.key)
    if (said) return { ...one, who: asSaid(said, 'said') }
    const match = bothNamesOf(one, pupils) ?? matches.get(one.key)
    const isStaff = staff.has(one.key)
    const earlier = before.get(one.key)
    return { ...one, who: judge(one, match, isStaff, earlier) }
  })
}

function judge(
  one: ReportedName,
  match: NameMatch | undefined,
  isStaff: boolean,
  earlier: NameAnswer | undefined,
): Who {
  if (match?.outcome === 'expected' && match.pupilId !== null) {
    const { pupilId, reason, why } = match
    return isStaff || one.isHost
      ? { is: 'open', candidateIds: [pupilId], reason, why: `${why} A grown-up of the school may be, too.` }
      : { is: 'pupils', pupilIds: [pupilId], how: 'matched', why }
  }
  if (isStaff) return { is: 'adult', how: 'matched', why: 'On the school’s staff list.' }
  if (one.isHost) return { is: 'adult', how: 'matched', why: 'The meeting’s host.' }
  if (earlier && earlier.as !== 'pupils') return asSaid(earlier, 'said-before')
  return {
    is: 'open',
    candidateIds: [...(match?.candidateIds ?? [])],
    reason: match?.reason ?? 'unknown',
    why: whyOpen(match),
  }
}

/** The words of the waiting room say whom to let in; in a report they have been in. */
function whyOpen(match: NameMatch | undefined): string {
  if (match?.reason === 'device') return 'A device’s name, not a child’s: who was behind it?'
  if (match?.reason === 'no-name') return 'There are no letters in this name: who was it?'
  if (match?.reason === 'does-not-take-part') return 'The name fits a pupil who does not take part.'
  return match?.why ?? 'Nobody in the class has a name like this.'
}

/** A renamed pupil whose both names are known for the same pupil: `Dragon (Freya Ward)`, where Dragon is remembered. */
function bothNamesOf({ name, originalName }: ReportedName, pupils: readonly PupilNames[]): NameMatch | null {
  if (originalName === null) return null
  const [shown] = matchNames([name], pupils)
  const [original] = matchNames([originalName], pupils)
  const isSame = shown?.outcome === 'expected' && shown.pupilId === original?.pupilId
  return isSame && original?.outcome === 'expected' ? shown : null
}

function asSaid(answer: NameAnswer, how: 'said' | 'said-before'): Who {
  const why = how === 'said' ? 'You said so.' : 'Said in an earlier lesson of this class.'
  return answer.as === 'pupils'
    ? { is: 'pupils', pupilIds: answer.pupilIds, how, why }
    : { is: answer.as, how, why }
}

/** The ways a member of staff shows in a meeting that are surely theirs: as on the staff list, without title, title and surname. */
function formsOfAdult(name: string): string[] {
  const words = name.split(/\s+/).filter((word) => foldWord(word) !== '')
  const [first = '', ...rest] = words
  const surname = words.at(-1) ?? ''
  const forms = [words.join(' ')]
  if (TITLE_WORDS.has(foldWord(first)) && rest.length > 0) {
    forms.push(`${first} ${surname}`)
    // A surname alone may be a child's family.
    if (rest.length > 1) forms.push(rest.join(' '))
  }
  return forms.map(foldWord)
}

import { type Pupil, pupilsInWords } from '../../../shared/domain/people.ts'
import type { NameRemembered } from '../../../shared/domain/joining.ts'
import type { WaitingList } from '../../../shared/domain/waiting-list.ts'

const namesInWords = (count: number): string => (count === 1 ? '1 name' : `${count} names`)

/** What the names pasted came to: `18 ticked · 2 to ask · 1 not expected`. */
export function readInWords({ ticks, questions, keptOut, recognised }: WaitingList): string {
  const parts = [
    ticks.length > 0 ? `${pupilsInWords(ticks.length)} ticked` : 'Nobody new to tick',
    recognised > 0 ? `${recognised} known already` : null,
    questions.length > 0 ? `${questions.length} to ask about` : null,
    keptOut.length > 0 ? `${keptOut.length} not expected` : null,
  ]
  return parts.filter((part) => part !== null).join(' · ')
}

export const questionsInWords = (count: number): string => `Ask about ${namesInWords(count)}`

/** `Zoe Kowalczyk`; two or more with `and`. */
export function pupilNames(pupils: readonly Pupil[]): string {
  const names = pupils.map(({ forename, surname }) => `${forename} ${surname}`.trim())
  const last = names.at(-1) ?? ''
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last
}

/** The question about a name, once it is known whom it would be. */
export function questionInWords(text: string, pick: readonly Pupil[], isSeveral: boolean): string {
  const shown = `“${text}”`
  if (pick.length === 1 && !isSeveral) return `${shown}: is this ${pupilNames(pick)}?`
  return isSeveral ? `${shown}: who is there?` : `${shown}: who is this?`
}

export const rememberWords: Record<NameRemembered, string> = {
  nickname: 'Remember this name, and tick it next time',
  'shared-device': 'Remember that they share this device',
}

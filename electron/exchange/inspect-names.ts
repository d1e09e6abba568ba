import {
  type ClassListRow,
  LARGEST_FILE_BYTES,
  type Refusal,
  TOO_LARGE,
} from '../../shared/domain/class-list.ts'
import { UNSORTED_CLASS } from '../../shared/domain/class-list-merge.ts'
import { matchNames, type NameMatch, type PupilNames } from '../../shared/domain/names/match-names.ts'
import { readWaitingNames, refuseWaitingNames } from '../../shared/domain/names/waiting-names.ts'
import { calledForename, calledSurname } from '../../shared/domain/people.ts'
import { readChosenList } from './import/class-list-file.ts'
import { decodeText } from './import/decode-text.ts'
import { type Inspection, readBytes, refused } from './inspection.ts'

/** No list of names waiting comes near it. */
const LARGEST_NAMES_BYTES = 1024 * 1024

type Person = { forename: string; surname: string }
/** One waiting name as it is printed; `pupil` only when expected, `candidates` only when there are any. */
type InspectedName = Pick<NameMatch, 'text' | 'outcome' | 'why'> & { pupil?: Person; candidates?: Person[] }

/** Matches the names of a text file to the pupils of a class list. Nothing saved is known here: no nicknames, no devices. */
export function inspectNames(classList: string, namesFile: string): Inspection {
  const list = readBytes(classList, LARGEST_FILE_BYTES, TOO_LARGE)
  if ('refusal' in list) return refused(list.refusal, classList)
  const { reading } = readChosenList(list.bytes)
  if (!reading.understood) return refused(reading.refusal, classList)
  const waiting = readNames(namesFile)
  if ('refusal' in waiting) return refused(waiting.refusal, namesFile)
  const people = new Map(
    reading.rows.map(({ identity }, index) => [
      String(index),
      { forename: calledForename(identity), surname: calledSurname(identity) },
    ]),
  )
  const names = matchNames(waiting.names, reading.rows.map(asPupil)).map((match) => inspected(match, people))
  return { json: { names }, text: asTable(names), refusal: null }
}

function readNames(file: string): { names: string[] } | { refusal: Refusal } {
  const { problem: tooLong } = refuseWaitingNames('too-long')
  const read = readBytes(file, LARGEST_NAMES_BYTES, tooLong)
  if ('refusal' in read) return read
  const decoded = decodeText(read.bytes)
  const reading = decoded.isText ? readWaitingNames(decoded.text) : refuseWaitingNames('not-text')
  return reading.ok ? { names: reading.names } : { refusal: reading.problem }
}

const asPupil = ({ className, yearGroup, identity }: ClassListRow, index: number): PupilNames => ({
  id: String(index),
  legalForename: identity.legalForename,
  legalSurname: identity.legalSurname,
  ...(identity.preferredForename && { preferredForename: identity.preferredForename }),
  ...(identity.preferredSurname && { preferredSurname: identity.preferredSurname }),
  nicknames: [],
  devices: [],
  takesPart: true,
  classes: [className, yearGroup ?? ''].filter((name) => name !== '' && name !== UNSORTED_CLASS),
})

function inspected(match: NameMatch, people: ReadonlyMap<string, Person>): InspectedName {
  const person = (id: string) => people.get(id) ?? []
  const [pupil] = match.pupilId === null ? [] : [person(match.pupilId)].flat()
  const candidates = match.candidateIds.flatMap(person)
  return {
    text: match.text,
    outcome: match.outcome,
    ...(pupil && { pupil }),
    ...(candidates.length > 0 && { candidates }),
    why: match.why,
  }
}

function asTable(names: readonly InspectedName[]): string {
  const width = Math.min(40, Math.max(...names.map(({ text }) => text.length)))
  return names
    .map(({ text, outcome, why }) => `${text.padEnd(width)}  ${outcome.padEnd(10)}  ${why}`)
    .join('\n')
}

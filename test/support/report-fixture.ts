import type { ReportPerson } from '../../shared/domain/meeting-report.ts'
import type { PupilNames } from '../../shared/domain/names/match-names.ts'
import type { ReportMeeting } from '../../shared/domain/recognised-file.ts'
import { readReportedNames } from '../../shared/domain/reconcile/reported-names.ts'
import { identify, type IdentifiedName, type NameAnswer } from '../../shared/domain/reconcile/who-is-who.ts'
import { idOf } from './log-fixture.ts'

/** `['9:30', '9:58']` on the morning of 18 January 2021, as a report has it; one without end is open. */
type Times = readonly (readonly [from: string, to?: string])[]

const timeOf = (clock: string): string => `2021-01-18T${clock.padStart(5, '0')}:00`

export const person = (name: string, times: Times, more: Partial<ReportPerson> = {}): ReportPerson => ({
  name,
  minutes: 0,
  intervals: times.map(([from, to]) => ({ from: timeOf(from), ...(to !== undefined && { to: timeOf(to) }) })),
  ...more,
})

export const meeting = (...people: ReportPerson[]): ReportMeeting => ({ people })

export const pupilNames = (number: number, name: string, more: Partial<PupilNames> = {}): PupilNames => {
  const [legalForename = '', legalSurname = ''] = name.split(' ')
  return {
    id: idOf(number),
    legalForename,
    legalSurname,
    nicknames: [],
    devices: [],
    takesPart: true,
    ...more,
  }
}

/** The names of meetings, each with who it is for this class. */
export const identified = (
  meetings: readonly ReportMeeting[],
  pupils: readonly PupilNames[],
  {
    answers = {},
    before = {},
    adults = [],
  }: {
    answers?: Record<string, NameAnswer>
    before?: Record<string, NameAnswer>
    adults?: readonly string[]
  } = {},
): IdentifiedName[] =>
  identify(readReportedNames(meetings), {
    pupils,
    adults,
    answers: new Map(Object.entries(answers)),
    before: new Map(Object.entries(before)),
  })

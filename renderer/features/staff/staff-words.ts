import type { StaffMember } from '../../../shared/domain/people.ts'
import { staffRoles } from '../../../shared/domain/people.ts'
import { fullDate, instantOf, type SchoolDate } from '../../../shared/domain/times.ts'
import { trainingInWords } from '../../../shared/domain/training.ts'
import type { StaffRow } from '../../../shared/ipc/commands/staff.ts'

const roleNames: Record<StaffMember['role'], string> = {
  teacher: 'Teacher',
  assistant: 'Assistant',
  leader: 'Leader',
  office: 'Office',
}

export const roleInWords = (role: StaffMember['role']): string => roleNames[role]

export const roleChoices = staffRoles.map((role) => ({ value: role, label: roleInWords(role) }))

export const peopleInWords = (count: number): string => (count === 1 ? '1 person' : `${count} people`)

/** `3 January 2021` for `2021-01-03`. */
export const dateText = (date: SchoolDate): string => fullDate(instantOf(date, '12:00'))

/** What of a person's training is not in date, in words; empty where all is. */
export const missingTraining = ({ standing }: StaffRow): string[] =>
  standing.filter(({ state }) => state !== 'in-date').map(trainingInWords)

/** How a person stands, in one line. */
export function standingInWords(row: StaffRow): string {
  if (row.standing.length === 0) return 'No training asked for'
  const missing = missingTraining(row)
  return missing.length === 0 ? 'Training in date' : missing.join('; ')
}

const feelings = ['Not sure yet', 'A little sure', 'Fairly sure', 'Sure', 'Very sure']

/** How sure they feel, 1 to 5. */
export const confidenceInWords = (confidence: number): string =>
  `${confidence} of 5, ${(feelings[confidence - 1] ?? '').toLowerCase()}`

export const confidenceChoices = feelings.map((label, index) => ({
  value: String(index + 1),
  label: `${index + 1}: ${label}`,
}))

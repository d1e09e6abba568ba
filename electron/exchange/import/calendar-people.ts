import { foldName } from '../../../shared/domain/people.ts'

export type KnownPerson = { id: string; name: string }

export type Details = { learningIntention: string; teacherId: string | null; secondAdultId: string | null }

/** The lines of an event's description that this app writes and understands. */
export const labels = {
  learningIntention: 'Learning intention',
  teacher: 'Teacher',
  secondAdult: 'Second adult',
} as const

const MOST_INTENTION = 200

/** Reads the description's labelled lines; an adult who is not on the staff list is left open. */
export function readDetails(description: string, organiser: string, staff: readonly KnownPerson[]): Details {
  const after = (label: string) =>
    new RegExp(`^\\s*${label}\\s*:[ \\t]*(.+)$`, 'im').exec(description)?.[1]?.trim() ?? ''
  const find = (name: string) => {
    const folded = foldName(name)
    return folded === '' ? null : (staff.find((one) => foldName(one.name) === folded)?.id ?? null)
  }
  const teacherId = find(after(labels.teacher)) ?? find(organiser)
  const secondAdultId = find(after(labels.secondAdult))
  return {
    learningIntention: after(labels.learningIntention).slice(0, MOST_INTENTION),
    teacherId,
    secondAdultId: secondAdultId === teacherId ? null : secondAdultId,
  }
}

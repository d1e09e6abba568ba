import type { LadderStep } from './behaviours.ts'
import { type Entry, type LessonEvent, standing } from './events.ts'
import { placeAfter, stepInWords } from './ladder.ts'

/** Something a senior leader is to know of, as the lesson's log has it. */
export type Incident = {
  id: string
  pupilId: string
  /** UTC ms. */
  at: number
  why: Extract<Entry, { kind: 'incident' }>['value']['why']
  /** Where on the ladder the pupil stood then, 0 off it. */
  steps: number
  raisedBy: string
  /** What happened; null until somebody has said it. */
  what: string | null
}

/**
 * The incidents of a lesson that still stand, in order. Steps of the ladder alone are none: they are informal and clear
 * with the lesson.
 */
export function incidentsOf(events: readonly LessonEvent[]): Incident[] {
  const found = new Map<string, Incident>()
  const steps = new Map<string, number>()
  const stepsOf = (pupilId: string) => steps.get(pupilId) ?? 0
  for (const event of standing(events)) {
    if (event.kind === 'award' && event.value.group === 'step') {
      steps.set(event.pupilId, placeAfter(stepsOf(event.pupilId), event.value.toStep))
    }
    if (event.kind === 'incident') {
      const { id, pupilId, at, actorId, text } = event
      const { why } = event.value
      found.set(id, { id, pupilId, at, why, steps: stepsOf(pupilId), raisedBy: actorId, what: text ?? null })
    }
    if (event.kind === 'incident-described') {
      const incident = found.get(event.value.incident)
      if (incident) found.set(incident.id, { ...incident, what: event.text })
    }
  }
  return [...found.values()]
}

/** Why there is one, in words: the step of the ladder that raised it, or an adult did. */
export const whyInWords = ({ why, steps }: Incident, ladder: readonly LadderStep[]): string =>
  why === 'ladder' ? `Ladder: ${stepInWords(ladder, steps)}` : 'Escalated by an adult'

/** What stands where nobody has said what happened. */
export const NOT_DESCRIBED = 'Not described yet'

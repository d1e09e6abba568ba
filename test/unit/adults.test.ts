import { describe, expect, it } from 'vitest'
import { adultsOf } from '../../renderer/features/live/adults.ts'
import type { StaffMember } from '../../shared/domain/people.ts'
import { tally } from '../../shared/domain/tally.ts'
import { assistantId, idOf, startLog, teacherId } from '../support/day-fixture.ts'
import { buildFakeLesson } from '../support/fake-lesson.ts'

const { lesson } = buildFakeLesson()
const staff: StaffMember[] = [
  { id: idOf(5), name: 'Mrs B Ames', role: 'office' },
  { id: assistantId, name: 'Mr A Patel', role: 'assistant' },
  { id: idOf(3), name: 'Mrs D Okafor', role: 'assistant' },
  { id: idOf(4), name: 'Mrs H Ashdown', role: 'leader' },
  { id: teacherId, name: 'Ms J Reid', role: 'teacher' },
]
const me: StaffMember = { id: teacherId, name: 'Ms J Reid', role: 'teacher' }

/** Who may come in, by name, after the second adults of a lesson came and went. */
function candidates(plannedId: string | null, ...cameAndWent: string[]): string[] {
  const log = startLog({ lessonId: lesson.id, startsAt: lesson.startsAt })
  for (const staffId of cameAndWent) {
    log.at(1, { kind: 'second-adult-joined', value: { staffId } })
    log.at(2, { kind: 'second-adult-left', value: {} })
  }
  const planned = plannedId === null ? lesson : { ...lesson, secondAdultId: plannedId }
  const { candidates: found } = adultsOf(
    { me, staff, events: log.events, lesson: planned },
    tally(log.events),
    [],
  )
  return found.map(({ name }) => name)
}

describe('who may come into a lesson', () => {
  it('is whoever is planned first, the office last', () => {
    expect(candidates(idOf(3))).toEqual(['Mrs D Okafor', 'Mr A Patel', 'Mrs H Ashdown', 'Mrs B Ames'])
    expect(candidates(null)).toEqual(['Mr A Patel', 'Mrs D Okafor', 'Mrs H Ashdown', 'Mrs B Ames'])
  })

  it('is whoever was in before, before anybody planned', () => {
    expect(candidates(idOf(3), idOf(4))).toEqual([
      'Mrs H Ashdown',
      'Mrs D Okafor',
      'Mr A Patel',
      'Mrs B Ames',
    ])
  })
})

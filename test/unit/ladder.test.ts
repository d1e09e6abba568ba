import { describe, expect, it } from 'vitest'
import { placeAfter, raisesIncident, stepInWords, stepName } from '../../shared/domain/ladder.ts'
import { pupilTally, tally } from '../../shared/domain/tally.ts'
import type { NewEntry } from '../../shared/domain/events.ts'
import { idOf, startLog } from '../support/log-fixture.ts'
import { testPreset } from '../support/test-school.ts'

const { ladder } = testPreset.scheme
const pupilId = idOf(100)
const at = (steps: number, hasReachedLeader = false) => ({ steps, hasReachedLeader })

describe('a step of the ladder', () => {
  it('is one further, or the place a behaviour names, and never down', () => {
    expect(placeAfter(0, undefined)).toBe(1)
    expect(placeAfter(0, 2)).toBe(2)
    expect(placeAfter(3, 2)).toBe(4)
  })

  it('is said by name and place, and the last one holds', () => {
    expect(stepInWords(ladder, 2)).toBe('Warning (2 of 4)')
    expect(stepInWords(ladder, 9)).toBe('Senior leader (4 of 4)')
    expect([stepInWords(ladder, 0), stepName(ladder, 0)]).toEqual(['', ''])
  })

  it('raises an incident where it reaches the leader, once', () => {
    expect(raisesIncident(ladder, at(2), undefined)).toBe(false)
    expect(raisesIncident(ladder, at(3), undefined)).toBe(true)
    expect(raisesIncident(ladder, at(4, true), undefined)).toBe(false)
    expect(raisesIncident(ladder, at(0), 4)).toBe(true)
  })

  it('raises none while one stands, though a step was taken back', () => {
    expect(raisesIncident(ladder, at(3, true), undefined)).toBe(false)
  })

  it('raises the one that two adults who stepped at once have missed', () => {
    expect(raisesIncident(ladder, at(4), undefined)).toBe(true)
  })

  it('raises none beyond the first of several that reach a leader, nor on a ladder where none does', () => {
    const several = ladder.map((step, index) => ({ ...step, reachesLeader: index > 0 }))
    expect(raisesIncident(several, at(1), undefined)).toBe(true)
    expect(raisesIncident(several, at(2, true), undefined)).toBe(false)
    const none = ladder.map((step) => ({ ...step, reachesLeader: false }))
    expect(raisesIncident(none, at(3), undefined)).toBe(false)
  })

  it('clears with the lesson: the next one begins with none', () => {
    const step: NewEntry = {
      kind: 'award',
      pupilId,
      value: { behaviour: 'reminder', group: 'step', points: 0 },
    }
    const [morning, noon] = [startLog(idOf(10)), startLog(idOf(11))]
    morning.act([step])
    morning.act([step])
    noon.act([step])
    expect(pupilTally(tally(morning.events), pupilId).steps).toBe(2)
    expect(pupilTally(tally(noon.events), pupilId).steps).toBe(1)
  })
})

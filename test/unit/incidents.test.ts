import { describe, expect, it } from 'vitest'
import type { NewEntry } from '../../shared/domain/events.ts'
import { incidentsOf, whyInWords } from '../../shared/domain/incidents.ts'
import { idOf, startLog } from '../support/log-fixture.ts'
import { testPreset } from '../support/test-school.ts'

const { ladder } = testPreset.scheme
const [leo, mia] = [idOf(100), idOf(101)]
const step = (pupilId: string, toStep?: number): NewEntry => ({
  kind: 'award',
  pupilId,
  value: { behaviour: 'reminder', group: 'step', points: 0, ...(toStep !== undefined && { toStep }) },
})
const raised = (pupilId: string, why: 'ladder' | 'escalated'): NewEntry => ({
  kind: 'incident',
  pupilId,
  value: { why },
})

describe('incidents of a lesson', () => {
  it('are those raised, with why and the last word on what happened; steps alone are none', () => {
    const log = startLog(idOf(10))
    log.act([step(leo)])
    log.act([step(leo, 4), raised(leo, 'ladder')])
    const [own] = log.act([raised(mia, 'escalated')])
    const told = (text: string): NewEntry => ({
      kind: 'incident-described',
      pupilId: mia,
      value: { incident: own?.id ?? '' },
      text,
    })
    log.act([told('Left the room')])
    log.act([told('Left the room and came back')])
    const found = incidentsOf(log.events)
    expect(found).toMatchObject([
      { pupilId: leo, why: 'ladder', steps: 4, what: null },
      { pupilId: mia, why: 'escalated', what: 'Left the room and came back' },
    ])
    expect(found.map((one) => whyInWords(one, ladder))).toEqual([
      'Ladder: Senior leader (4 of 4)',
      'Escalated by an adult',
    ])
  })

  it('are gone when they are taken back', () => {
    const log = startLog(idOf(10))
    const act = log.act([step(leo, 4), raised(leo, 'ladder')])
    log.act(act.map(({ id }) => ({ kind: 'revoked', revokes: id })))
    expect(incidentsOf(log.events)).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { readLabelledLists, readLabelledNames } from '../support/names/labelled-names.ts'
import { countVerdicts, type Scored, scoreList, scoreNames } from '../support/names/score-names.ts'

const single = scoreNames(readLabelledNames())
const lists = readLabelledLists()
const together = readLabelledNames().flatMap(scoreList)
const scored = [...single, ...lists.flatMap(scoreList)]
const counts = countVerdicts(scored)
const named = (found: readonly Scored[]) => found.map(({ className, label }) => `${className}: ${label.name}`)

describe('the labelled set of waiting names', () => {
  it('is as large and as mixed as it was', () => {
    expect(single.length).toBeGreaterThanOrEqual(2200)
    expect(lists.length).toBeGreaterThanOrEqual(7)
    expect(single.filter(({ label }) => label.truth.length > 1).length).toBeGreaterThan(100)
    expect(single.filter(({ label }) => label.truth.length === 0).length).toBeGreaterThan(150)
  })

  it('names only pupils there are', () => {
    const unknown = [...readLabelledNames(), ...lists].flatMap(({ pupils, labels }) =>
      labels.filter(({ truth }) => truth.some((id) => !pupils.some((pupil) => pupil.id === id))),
    )
    expect(unknown).toEqual([])
  })

  it('has nobody taken for somebody else', () => {
    expect(named(scored.filter(({ verdict }) => verdict === 'wrong'))).toEqual([])
  })

  it('has nobody taken for somebody else, and most known again, when all names of a class wait in one list', () => {
    expect(named(together.filter(({ verdict }) => verdict === 'wrong'))).toEqual([])
    expect(countVerdicts(together).right).toBeGreaterThanOrEqual(867)
  })

  it('has no more names asked about or missed than recorded: lower the number when it gets better', () => {
    expect(counts['asked-needlessly']).toBeLessThanOrEqual(29)
    expect(counts['asked-needed']).toBeLessThanOrEqual(906)
    expect(counts.missed).toBeLessThanOrEqual(2)
    expect(counts.right).toBeGreaterThanOrEqual(1131)
  })
})

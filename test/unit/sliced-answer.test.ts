import { expect, it } from 'vitest'
import { SLICE_ENTRIES } from '../../electron/reading/reading-limits.ts'
import { joinAnswer, type Slice, sliceAnswer } from '../../electron/reading/sliced-answer.ts'

const people = (count: number) => Array.from({ length: count }, (_, at) => ({ name: `Pupil ${at}` }))

it('takes long lists out, also inside one another, and puts them back as they were', () => {
  const meetings = Array.from({ length: SLICE_ENTRIES + 1 }, (_, at) => ({ at, people: people(3) }))
  meetings[7] = { at: 7, people: people(SLICE_ENTRIES * 2 + 1) }
  const answer = { understood: true, topic: null, meetings, warnings: [], few: people(SLICE_ENTRIES) }
  const slices: Slice[] = []
  const sent = sliceAnswer(answer, (slice) => slices.push(slice))
  expect(slices.every(({ entries }) => entries.length <= SLICE_ENTRIES)).toBe(true)
  expect(JSON.stringify(sent).length).toBeLessThan(JSON.stringify(answer).length / 2)
  expect(joinAnswer(sent, slices)).toEqual(answer)
})

it('leaves an answer without long lists as it is', () => {
  const slices: Slice[] = []
  const answer = { understood: false, refusal: { code: 'empty' } }
  expect(
    joinAnswer(
      sliceAnswer(answer, (slice) => slices.push(slice)),
      slices,
    ),
  ).toEqual(answer)
  expect(slices).toEqual([])
})

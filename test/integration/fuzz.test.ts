import { expect, it } from 'vitest'
import { readCorpus } from '../fuzz/corpus.ts'
import { buildInput } from '../fuzz/inputs.ts'
import { judge } from '../fuzz/judge.ts'

/** The same few hundred of `npm run test:fuzz`, each time. */
const SEED = 20_210_118
const INPUTS = 300

it('finds nothing in files that are damaged or built to harm', async () => {
  const corpus = readCorpus()
  const findings: string[] = []
  const answers = new Set<string>()
  for (let input = 0; input < INPUTS; input += 1) {
    const built = buildInput(corpus, SEED, input)
    const { answer, finding } = await judge(built)
    answers.add(answer)
    if (finding !== null) findings.push(`#${input} ${built.from} (${built.changes.join(', ')}): ${finding}`)
  }
  expect(findings).toEqual([])
  expect([...answers].toSorted()).toEqual(['refused', 'understood', 'warnings'])
}, 120_000)

it('builds the same input for the same seed and number', () => {
  const corpus = readCorpus()
  expect(buildInput(corpus, 3, 17)).toEqual(buildInput(corpus, 3, 17))
  expect(buildInput(corpus, 3, 17)).not.toEqual(buildInput(corpus, 3, 18))
})

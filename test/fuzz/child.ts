import { writeSync } from 'node:fs'
import { readCorpus } from './corpus.ts'
import { buildInput } from './inputs.ts'
import { judge } from './judge.ts'
import type { ChildReport } from './supervise.ts'

/** Reads inputs one after the other and tells the parent of each before and after, so that it knows of which one this process died. */
const [seed = 0, from = 0, to = 0] = process.argv.slice(2).map(Number)
const corpus = readCorpus()
// What reading needs at all is loaded before memory is counted.
await judge(buildInput(corpus, seed, 0))
const PIPE = 3
const tell = (report: ChildReport) => writeSync(PIPE, `${JSON.stringify(report)}\n`)
const peakMb = () => process.resourceUsage().maxRSS / 1024
const before = peakMb()
for (let input = from; input < to; input += 1) {
  const built = buildInput(corpus, seed, input)
  tell({ input, phase: 'begins' })
  const used = process.cpuUsage()
  const verdict = await judge(built)
  const { user, system } = process.cpuUsage(used)
  tell({ input, phase: 'ends', verdict, cpuMs: (user + system) / 1000, grownMb: peakMb() - before })
}

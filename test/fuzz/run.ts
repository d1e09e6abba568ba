import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { runCommand } from '../support/runtime/run-command.ts'
import { SetupError } from '../support/runtime/setup-error.ts'
import { readCorpus } from './corpus.ts'
import { buildInput } from './inputs.ts'
import { LIMITS, lookAgain, runInputs } from './supervise.ts'

const FOUND = '.cache/fuzz'
/** Inputs for one process: peaks of memory are told apart, and what one leaves behind does not burden all. */
const EACH = 1000
/** How often it is said how far the run is, ms: a long one is not to be taken for a hanging one. */
const PROGRESS_MS = 10_000

/**
 * `npm run test:fuzz -- --count N [--seed S] [--from I]`: mutations of every fixture, read as the app would read them. Prints how
 * far it is every ten seconds, then the counts; exit code 1 when anything crashes, hangs, takes too much memory, refuses without advice or answers in a
 * wrong shape. What was found is kept in `.cache/fuzz`; `--from I --count 1` runs one input again.
 */
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      from: { type: 'string', default: '0' },
    },
  })
  const [count, seed, from] = [Number(values.count), Number(values.seed), Number(values.from)]
  if (![count, seed, from].every((number) => Number.isInteger(number) && number >= 0))
    throw new SetupError('--count, --seed and --from take whole numbers.')
  const corpus = readCorpus()
  console.log(`${count} inputs from ${corpus.length} fixtures, seed ${seed}`)
  const counts = new Map<string, number>()
  const findings: { input: number; what: string }[] = []
  const add = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1)
  let [slowestMs, largestMb, done] = [0, 0, 0]
  const sayProgress = () =>
    console.log(`${done} of ${count} inputs, ${findings.length} findings so far, seed ${seed}`)
  const progress = setInterval(sayProgress, PROGRESS_MS)
  for (let next = from; next < from + count;) {
    const begun = next
    const stop = await runInputs(
      seed,
      next,
      Math.min(next + EACH, from + count),
      ({ input, verdict, cpuMs, grownMb }) => {
        done += 1
        add(`${verdict.answer.padEnd(12)}${verdict.kind}`)
        slowestMs = Math.max(slowestMs, cpuMs)
        largestMb = Math.max(largestMb, grownMb)
        if (verdict.finding !== null) findings.push({ input, what: verdict.finding })
      },
    )
    next = stop.next
    if (stop.stoppedAt === null) {
      if (next === begun) throw new Error(`Input ${next} could not be built.`)
      continue
    }
    const what = await lookAgain(seed, stop.stoppedAt)
    add(what === null ? 'slow at first look only' : (what.split(':')[0] ?? what))
    if (what !== null) findings.push({ input: stop.stoppedAt, what })
    done += 1
    next = stop.stoppedAt + 1
  }
  clearInterval(progress)
  for (const [what, times] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`${String(times).padStart(8)}  ${what}`)
  console.log(
    `Slowest ${Math.round(slowestMs)} ms of work (limit ${LIMITS.ms}); memory grew by ${Math.round(largestMb)} MB (limit ${LIMITS.mb})`,
  )
  console.log(`${findings.length} findings`)
  mkdirSync(FOUND, { recursive: true })
  for (const { input, what } of findings) {
    const built = buildInput(corpus, seed, input)
    const file = `${FOUND}/${seed}-${input}.bin`
    writeFileSync(file, built.bytes)
    console.log(
      `\n#${input} ${built.from}: ${built.changes.join(', ')} -> ${file}\n  ${what.split('\n').slice(0, 6).join('\n  ')}`,
    )
  }
  return findings.length === 0 ? 0 : 1
})

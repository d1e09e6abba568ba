import { readLabelledLists, readLabelledNames } from './labelled-names.ts'
import { countVerdicts, type Scored, scoreList, scoreNames, type Verdict } from './score-names.ts'

/** `npm run names:score [-- --asked]`: how the matching of waiting names does on the labelled set. Fails when one is wrong. */
const scored = [...scoreNames(readLabelledNames()), ...readLabelledLists().flatMap(scoreList)]
const counts = countVerdicts(scored)
const asked = counts['asked-needed'] + counts['asked-needlessly']
const LINES: readonly [string, number][] = [
  ['names', scored.length],
  ['matched right', counts.right],
  ['unexpected, rightly', counts['unexpected-right']],
  ['asked', asked],
  ['  a person would ask too', counts['asked-needed']],
  ['  a person would know', counts['asked-needlessly']],
  ['missed', counts.missed],
  ['wrong', counts.wrong],
]
for (const [what, count] of LINES) console.log(`${what.padEnd(26)}${String(count).padStart(6)}`)
list('wrong')
list('missed')
if (process.argv.includes('--asked')) list('asked-needlessly')
process.exitCode = counts.wrong > 0 ? 1 : 0

function list(verdict: Verdict): void {
  const found = scored.filter((one) => one.verdict === verdict)
  if (found.length > 0) console.log(`\n${verdict}`)
  for (const one of found) console.log(`  ${describe(one)}`)
}

function describe({ className, label, match }: Scored): string {
  const truth = label.truth.join(' or ') || 'nobody'
  const said = [match.outcome, match.pupilId ?? match.candidateIds.join(' or ')].filter(Boolean).join(' ')
  return `${className}: “${label.name}” is ${truth}; said ${said} (${match.reason})`
}

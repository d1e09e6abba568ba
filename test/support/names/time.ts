import { performance } from 'node:perf_hooks'
import { matchNames } from '../../../shared/domain/names/match-names.ts'
import { readWaitingNames } from '../../../shared/domain/names/waiting-names.ts'
import { readLabelledNames } from './labelled-names.ts'

/** `node test/support/names/time.ts`: how long reading and matching take on the largest and the worst. Says, never fails. */
const lists = readLabelledNames()
const names = lists.flatMap(({ labels }) => labels.map(({ name }) => name))
const pupils = lists.flatMap((list) =>
  list.pupils.map((pupil) => ({ ...pupil, id: `${list.className} ${pupil.id}` })),
)
const CASES: Readonly<Record<string, () => unknown>> = {
  'match 500 names, 60 pupils': () => matchNames(names.slice(300, 800), pupils.slice(0, 60)),
  'match 500 names nobody has, 60 pupils': () =>
    matchNames(
      Array.from({ length: 500 }, (_, at) => `Maximiliana${at}x Hollingsworthington Smythe`),
      pupils.slice(0, 60),
    ),
  'match 500 names of 199 letters': () =>
    matchNames(
      Array.from({ length: 500 }, (_, at) => `${at} ${'Anna-Maria ('.repeat(16)}`),
      pupils.slice(0, 60),
    ),
  'read 499 names': () => readWaitingNames(names.slice(0, 499).join('\n')),
  'read 10,000 lines': () => readWaitingNames('Jenny Clarke (Guest)\n'.repeat(10_000)),
  'read 5,000 lines': () => readWaitingNames('Admit\nMute\n'.repeat(2500)),
  'read 20 MB': () => readWaitingNames('a'.repeat(20 * 1024 * 1024)),
  'read one line of 250,000 spaces': () => readWaitingNames(`a${' '.repeat(249_990)}b`),
  'read one line of 250,000 brackets': () => readWaitingNames('('.repeat(250_000)),
  'read 2,000 lines of brackets and dashes': () => readWaitingNames(`${'([-1.,'.repeat(19)}\n`.repeat(2000)),
  'read 2,000 lines of commas': () =>
    readWaitingNames(`a${', '.repeat(8)}b${'\u200b'.repeat(90)}\n`.repeat(2000)),
}

for (const [what, run] of Object.entries(CASES)) {
  const start = performance.now()
  run()
  const first = performance.now() - start
  const again = performance.now()
  run()
  console.log(
    `${what.padEnd(44)} ${first.toFixed(1).padStart(7)} ms first ${(performance.now() - again).toFixed(1).padStart(7)} ms again`,
  )
}

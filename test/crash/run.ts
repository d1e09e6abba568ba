import { parseArgs } from 'node:util'
import { runCommand } from '../support/runtime/run-command.ts'
import { SetupError } from '../support/runtime/setup-error.ts'
import { killOften } from './kill-often.ts'

/**
 * `npm run test:crash -- --kills N [--seed S]`: a process that records, exports and merges is killed N times at random
 * moments; after each kill everything is opened again and compared with what was promised. Prints the counts; exit code 1
 * when anything was lost, half or doubled.
 */
await runCommand(async () => {
  const { values } = parseArgs({
    options: { kills: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
  })
  const [kills, seed] = [Number(values.kills), Number(values.seed)]
  if (![kills, seed].every((number) => Number.isInteger(number) && number >= 0)) {
    throw new SetupError('--kills and --seed take whole numbers.')
  }
  console.log(`${kills} kills, seed ${seed}`)
  const counts = await killOften({ kills, seed }, (kill, damage) => {
    const found = Object.entries(damage).flatMap(([kind, what]) => what.map((one) => `${kind}: ${one}`))
    for (const one of found) console.log(`  kill ${kill}: ${one}`)
    if ((kill + 1) % 20 === 0) console.log(`  ${kill + 1} kills`)
  })
  const { recorded, exported, merged, lost, half, doubled } = counts
  console.log(`${counts.kills} kills amid ${recorded} entries, ${exported} exports and ${merged} merges`)
  console.log(`${lost.length} lost, ${half.length} half, ${doubled.length} doubled`)
  return lost.length + half.length + doubled.length === 0 ? 0 : 1
})

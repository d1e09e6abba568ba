import { parseArgs } from 'node:util'
import { runCommand } from '../support/runtime/run-command.ts'
import { SetupError } from '../support/runtime/setup-error.ts'
import { killOften } from './kill-often.ts'

/**
 * `npm run test:crash -- --kills N [--seed S]`: a process that records, exports, merges and writes the whole school's report and
 * the files for leaders, home and e-mail, or the process that deals with their folders, is killed N times at random moments;
 * after each kill everything is opened again and compared with what was promised. Prints the counts; exit code 1 when
 * anything was lost, half or doubled.
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
  let said = 0
  const counts = await killOften({ kills, seed }, (kill, damage) => {
    const found = Object.entries(damage).flatMap(([kind, what]) => what.map((one) => `${kind}: ${one}`))
    for (const one of found) console.log(`  kill ${kill}: ${one}`)
    if (kill >= said + 20) console.log(`  ${(said = kill)} kills`)
  })
  const { of, lost, half, doubled } = counts
  const row = (...words: (string | number)[]) =>
    words.map((word, at) => (at === 0 ? String(word).padEnd(8) : String(word).padStart(24))).join('')
  console.log(row('', 'done', 'app killed amid', 'folder process killed'))
  for (const [doing, { done, appKilled, folderKilled }] of Object.entries(of)) {
    console.log(row(doing, done, appKilled, folderKilled))
  }
  console.log(`${counts.kills} kills: ${lost.length} lost, ${half.length} half, ${doubled.length} doubled`)
  return lost.length + half.length + doubled.length === 0 ? 0 : 1
})

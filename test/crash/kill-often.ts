import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createDice } from '../fuzz/dice.ts'
import type { Promised } from './child.ts'
import { type Damage, lookForDamage } from './look-for-damage.ts'
import { type Places, prepare } from './two-offices.ts'

const CHILD = fileURLToPath(new URL('child.ts', import.meta.url))

/**
 * When a kill comes: so many promises after the child is ready, and then so many ms. By the child's own steps, so that a
 * slow computer is killed in the middle of the same things as a fast one. An export takes up to a second there.
 */
const MOST_PROMISES = 9
const LONGEST_WAIT_MS = 1200
/** After so many kills everything begins anew: a day of hundreds of versions would measure only itself. */
const KILLS_EACH = 20

export type Counts = {
  kills: number
  recorded: number
  exported: number
  merged: number
} & Damage

/**
 * Lets a process record, export and merge, kills it (SIGKILL) at moments drawn from a seed, looks for damage, and goes
 * on with what was left. `told` hears of every kill.
 */
export async function killOften(
  { kills, seed }: { kills: number; seed: number },
  told: (kill: number, damage: Damage) => void = () => {},
): Promise<Counts> {
  const damage: Damage = { lost: [], half: [], doubled: [] }
  const counts: Counts = { kills: 0, recorded: 0, exported: 0, merged: 0, ...damage }
  let places: Places | null = null
  let kept = { eventIds: new Set<string>(), version: 0 }
  for (let kill = 0; kill < kills; kill += 1) {
    if (places === null || kill % KILLS_EACH === 0) {
      if (places) removePlaces(places)
      places = await prepare()
      kept = { eventIds: new Set(), version: 0 }
    }
    const dice = createDice(seed, kill)
    const life = { promises: dice.below(MOST_PROMISES), ms: dice.below(LONGEST_WAIT_MS) }
    for (const promised of await liveFor(life, places, kill)) {
      if (promised.is === 'recorded') {
        for (const id of promised.eventIds) kept.eventIds.add(id)
        counts.recorded += promised.eventIds.length
      }
      if (promised.is === 'exported') {
        kept.version = promised.version
        counts.exported += 1
      }
      if (promised.is === 'merged') counts.merged += 1
    }
    const found = await lookForDamage(places, kept)
    counts.kills += 1
    counts.lost.push(...found.lost)
    counts.half.push(...found.half)
    counts.doubled.push(...found.doubled)
    told(kill, found)
  }
  if (places) removePlaces(places)
  return counts
}

const removePlaces = ({ share }: Places): void => rmSync(dirname(share), { recursive: true, force: true })

type Life = { promises: number; ms: number }

/** Starts the child, kills it when its life is over, and gives what it had promised by then. */
function liveFor(life: Life, places: Places, round: number): Promise<Promised[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, JSON.stringify(places), String(round)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_COMPILE_CACHE: '.cache/crash' },
    })
    const promised: Promised[] = []
    let [rest, problem, isKilled] = ['', '', false]
    child.stderr.on('data', (data: Buffer) => (problem += data.toString()))
    child.stdout.on('data', (data: Buffer) => {
      const lines = (rest + data.toString()).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        // Written by our own child just now.
        const one = JSON.parse(line) as Promised
        promised.push(one)
        if (promised.length !== life.promises + 1) continue
        setTimeout(() => {
          isKilled = child.kill('SIGKILL')
        }, life.ms)
      }
    })
    child.on('close', () => {
      if (isKilled) resolve(promised)
      else reject(new Error(`The child ended by itself: ${problem}`))
    })
  })
}

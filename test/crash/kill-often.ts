import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createDice, type Dice } from '../fuzz/dice.ts'
import { bundleChild } from './bundle.ts'
import type { Doing, FolderDeath, Promised } from './child.ts'
import type { Damage } from './look-at-folders.ts'
import { type Kept, lookForDamage } from './look-for-damage.ts'
import { type Places, prepare } from './two-offices.ts'
import { ways } from './ways.ts'

/**
 * When a kill comes: at so many of the child's own steps after it is ready, and then so many ms. By its steps, so that a
 * slow computer is killed in the middle of the same things as a fast one. A step takes up to half a second.
 */
const MOST_STEPS = 7
const LONGEST_WAIT_MS = 500
/** After its folder's process was killed the app goes on for up to so many steps. */
const MOST_STEPS_AFTER = 3
/** The folder's process gives about so many signs of life for one day's files, a few ms apart. */
const MOST_SIGNS = 30
const LONGEST_SIGN_MS = 5
/** A child that lives longer than this has lost its way. */
const LONGEST_LIFE_MS = 600_000
/** After so many kills everything begins anew: a day of hundreds of versions would measure only itself. */
const KILLS_EACH = 20

/** How often something was finished (of recording: the entries), and how often the app, or the folder's process alone, was killed amid it. */
export type Standing = { done: number; appKilled: number; folderKilled: number }

export type Counts = { kills: number; of: Record<Doing, Standing> } & Damage

const nothingYet = (): Standing => ({ done: 0, appKilled: 0, folderKilled: 0 })

/**
 * Lets a process record, export, merge and write for everybody, kills it or the process that deals with the folders
 * (SIGKILL) at moments drawn from a seed, looks for damage, and goes on with what was left. `told` hears of every look.
 */
export async function killOften(
  { kills, seed }: { kills: number; seed: number },
  told: (kills: number, damage: Damage) => void = () => {},
): Promise<Counts> {
  const counts: Counts = {
    kills: 0,
    of: {
      record: nothingYet(),
      export: nothingYet(),
      merge: nothingYet(),
      report: nothingYet(),
      leaders: nothingYet(),
      home: nothingYet(),
      mail: nothingYet(),
    },
    lost: [],
    half: [],
    doubled: [],
  }
  const bundle = await bundleChild()
  let places: Places | null = null
  let kept = nothingKept()
  for (let life = 0; counts.kills < kills; life += 1) {
    if (places === null || life % KILLS_EACH === 0) {
      if (places) rmSync(places.root, { recursive: true, force: true })
      places = await prepare()
      kept = nothingKept()
    }
    const promised = await liveFor(
      { ...drawDeath(createDice(seed, life)), child: bundle.folder },
      places,
      life,
    )
    count(promised, counts, kept)
    const found = await lookForDamage(places, kept)
    counts.lost.push(...found.lost)
    counts.half.push(...found.half)
    counts.doubled.push(...found.doubled)
    told(counts.kills, found)
  }
  if (places) rmSync(places.root, { recursive: true, force: true })
  bundle.remove()
  return counts
}

type Keeping = Kept & { eventIds: Set<string> }
const nothingKept = (): Keeping => ({
  eventIds: new Set(),
  asked: { export: 0, report: 0, leaders: 0, home: 0, mail: 0 },
  promised: [],
})

/** Adds up what a process told until it was killed. */
function count(promised: readonly Promised[], counts: Counts, kept: Keeping): void {
  let doing: Doing = 'record'
  for (const one of promised) {
    if (one.is === 'begins') {
      doing = one.doing
      if (doing !== 'record' && doing !== 'merge') kept.asked[doing] += 1
    } else if (one.is === 'recorded') {
      for (const id of one.eventIds) kept.eventIds.add(id)
      counts.of.record.done += one.eventIds.length
    } else if (one.is === 'merged') counts.of.merge.done += 1
    else if (one.is === 'made') {
      kept.promised.push(one)
      counts.of[one.way].done += 1
    } else if (one.is === 'folder-killed') {
      counts.of[one.doing].folderKilled += 1
      counts.kills += 1
    }
  }
  counts.of[doing].appKilled += 1
  counts.kills += 1
}

type Death = { steps: number; ms: number; folder: FolderDeath | null }

/** Every other time the folder's process dies first, and the app goes on for a while. */
function drawDeath(dice: Dice): Death {
  const isFolder = dice.chance(0.5)
  const folder = {
    doing: dice.pick(ways),
    signs: 1 + dice.below(MOST_SIGNS),
    ms: dice.below(LONGEST_SIGN_MS),
  }
  const steps = dice.below(isFolder ? MOST_STEPS_AFTER : MOST_STEPS)
  return { steps, ms: dice.below(LONGEST_WAIT_MS), folder: isFolder ? folder : null }
}

/** Starts the child, kills it when its time has come, and gives what it had told by then. */
function liveFor(
  { steps, ms, folder, child: bundled }: Death & { child: string },
  places: Places,
  round: number,
): Promise<Promised[]> {
  return new Promise((resolve, reject) => {
    const words = [JSON.stringify(places), String(round), JSON.stringify(folder)]
    const child = spawn(process.execPath, [join(bundled, 'child.mjs'), ...words], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_COMPILE_CACHE: '.cache/crash' },
    })
    const promised: Promised[] = []
    // The app's time begins when the folder's process is dead, where that is to die first.
    let [rest, problem, isKilled, left] = ['', '', false, steps + 1]
    let isCounting = folder === null
    child.stderr.on('data', (data: Buffer) => (problem += data.toString()))
    child.stdout.on('data', (data: Buffer) => {
      const lines = (rest + data.toString()).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        // Written by our own child just now.
        const one = JSON.parse(line) as Promised
        promised.push(one)
        if (one.is === 'folder-killed') isCounting = true
        if (!isCounting || one.is !== 'begins') continue
        left -= 1
        if (left !== 0) continue
        setTimeout(() => {
          isKilled = child.kill('SIGKILL')
        }, ms)
      }
    })
    const overdue = setTimeout(() => {
      problem += ' It was never to be killed.'
      child.kill('SIGKILL')
    }, LONGEST_LIFE_MS)
    child.on('close', () => {
      clearTimeout(overdue)
      if (isKilled) resolve(promised)
      else reject(new Error(`The child ended by itself: ${problem}`))
    })
  })
}

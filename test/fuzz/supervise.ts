import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Verdict } from './judge.ts'

/** No input may take longer, and no reading more memory than this over what the program itself takes. */
export const LIMITS = { ms: 2000, mb: 300 } as const
/** A second look may take this long before it is cut off: other work on the computer must not make a finding. */
const SECOND_LOOK_MS = 30_000

export type ChildReport =
  | { input: number; phase: 'begins' }
  | { input: number; phase: 'ends'; verdict: Verdict; cpuMs: number; grownMb: number }
type Ended = Extract<ChildReport, { phase: 'ends' }>

/** How far a process came: all inputs, or one it stopped at and why. */
export type Stop = { next: number; stoppedAt: number | null; why: string }

const CHILD = fileURLToPath(new URL('child.ts', import.meta.url))

/** Runs inputs `from` to `to` in a process of its own with a limit of memory; stops at the first that does not end well in time. */
export function runInputs(
  seed: number,
  from: number,
  to: number,
  onEnd: (ended: Ended) => void,
  patienceMs: number = LIMITS.ms,
): Promise<Stop> {
  return new Promise((resolve) => {
    const args = ['--max-old-space-size=200', CHILD, String(seed), String(from), String(to)]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
    let [open, next, why]: [number | null, number, string] = [null, from, 'the process ended']
    let timer: NodeJS.Timeout | undefined
    let rest = ''
    const stop = (reason: string) => {
      why = reason
      child.kill('SIGKILL')
    }
    const take = (report: ChildReport) => {
      clearTimeout(timer)
      if (report.phase === 'begins') {
        open = report.input
        timer = setTimeout(() => stop('hang'), patienceMs)
        return
      }
      if (report.grownMb > LIMITS.mb) return stop('memory')
      open = null
      next = report.input + 1
      onEnd(report)
    }
    child.stdio[3]?.on('data', (data: Buffer) => {
      const lines = (rest + data.toString()).split('\n')
      rest = lines.pop() ?? ''
      // Written by our own child just now.
      for (const line of lines) take(JSON.parse(line))
    })
    child.on('close', () => {
      clearTimeout(timer)
      resolve({ next, stoppedAt: open, why })
    })
  })
}

/** Looks at one input again, alone: null when it is within the limits after all, else what it breaks. */
export async function lookAgain(seed: number, input: number): Promise<string | null> {
  let cpuMs = 0
  const stop = await runInputs(seed, input, input + 1, (ended) => (cpuMs = ended.cpuMs), SECOND_LOOK_MS)
  if (stop.stoppedAt !== null) return stop.why === 'the process ended' ? 'the process died' : stop.why
  return cpuMs > LIMITS.ms ? `hang: ${Math.round(cpuMs)} ms of work` : null
}

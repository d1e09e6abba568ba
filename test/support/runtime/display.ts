import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { SetupError } from './setup-error.ts'

const startLimitMs = 15_000

export type Display = {
  /** To be added to the environment of every program that opens windows. */
  env: Record<string, string>
  /** Ends the X server that was started here, and nothing else. */
  stop(): Promise<void>
}

/** Windows and macOS always have one as far as this project is concerned. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

/**
 * The display of this session, or else an own invisible one (Xvfb, 1920 x 1200) that ends with this process at latest.
 * @throws SetupError when Xvfb does not start.
 */
export async function provideDisplay(): Promise<Display> {
  if (hasDisplay()) return { env: {}, stop: async () => {} }
  const server = startServer()
  const number = await readDisplayNumber(server)
  letProcessEnd(server)
  const kill = () => server.kill()
  process.once('exit', kill)
  return {
    env: { DISPLAY: `:${number}` },
    async stop() {
      process.off('exit', kill)
      if (server.exitCode !== null || server.signalCode !== null) return
      server.ref()
      const ended = once(server, 'exit')
      server.kill()
      await ended
    },
  }
}

/** A caller that never stops the display must still be able to come to its end. */
function letProcessEnd(server: ChildProcess): void {
  server.unref()
  for (const stream of server.stdio) (stream as Socket | null)?.unref()
}

/** With -displayfd the server picks a free display number itself and tells it: runs at the same time don't collide. */
function startServer(): ChildProcess {
  const args = ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp', '-noreset']
  return spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
}

function readDisplayNumber(server: ChildProcess): Promise<string> {
  let complaints = ''
  server.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  const answer = server.stdio[3] as Socket
  return new Promise((resolve, reject) => {
    const fail = (what: string) =>
      reject(new SetupError(`No display could be started: ${what}\n${complaints.trim()}`))
    const timer = setTimeout(() => {
      server.kill()
      fail(`Xvfb said nothing for ${startLimitMs / 1000} seconds`)
    }, startLimitMs)
    server.once('error', (error) => fail(error.message))
    server.once('exit', (code) => fail(`Xvfb ended with exit code ${code}`))
    server.once('close', () => clearTimeout(timer))
    let number = ''
    answer.on('data', (chunk: Buffer) => {
      number += chunk.toString()
      if (!number.endsWith('\n')) return
      clearTimeout(timer)
      resolve(number.trim())
    })
  })
}

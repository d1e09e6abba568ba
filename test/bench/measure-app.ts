import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { chromium, type Page } from '@playwright/test'
import { appEnvironment } from '../support/runtime/app-environment.ts'
import type { ProvidedElectron } from '../support/runtime/electron.ts'

export type Started = {
  page: Page
  /** From spawn to the control on screen and taking a click, ms. */
  startMs: number
  process: ChildProcess
  stop(): Promise<void>
}

type Start = {
  electron: ProvidedElectron
  folder: string
  userData: string
  env: Record<string, string>
  control: string
}

/**
 * Starts an Electron app and waits until a control is painted and accepts a click. Both the app and the bare window
 * are started and watched in exactly this way, over the same debugging port protocol.
 */
export async function startAndClick({ electron, folder, userData, env, control }: Start): Promise<Started> {
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const startedAt = performance.now()
  const child = spawn(
    electron.executable,
    [
      ...electron.argumentsBeforeApp,
      `--user-data-dir=${userData}`,
      `--remote-debugging-port=${port}`,
      folder,
    ],
    { env: appEnvironment(env), stdio: 'ignore' },
  )
  const browser = await connect(port)
  const page = await firstPage(browser)
  await page.locator(control).first().click({ trial: true, timeout: 30_000 })
  const startMs = performance.now() - startedAt
  const stop = async () => {
    const exited = new Promise((resolve) => child.once('exit', resolve))
    await browser.close().catch(() => undefined)
    child.kill('SIGTERM')
    await exited
  }
  return { page, startMs, process: child, stop }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function connect(port: number) {
  for (let tries = 0; tries < 2000; tries += 1) {
    const isUp = await fetch(`http://127.0.0.1:${port}/json/version`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) return chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    await pause(5)
  }
  throw new Error('The app did not start.')
}

type Browser = Awaited<ReturnType<typeof connect>>

async function firstPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts()
  if (!context) throw new Error('The app has no window.')
  return context.pages()[0] ?? context.waitForEvent('page')
}

type Bridge = { api: { invoke(name: string, input: unknown): Promise<unknown> } }

/** Opens the live panel of a lesson as the app itself does, and gives its page once it has a tile. */
export async function openPanel(main: Page, lessonId: string): Promise<Page> {
  const opened = main.context().waitForEvent('page')
  await main.evaluate(
    (id) => (globalThis as unknown as Bridge).api.invoke('window.open', { lessonId: id, show: 'live' }),
    lessonId,
  )
  const panel = await opened
  await panel.locator('section[aria-label="Pupils"] button').first().waitFor()
  return panel
}

/** Summed working set (resident memory) of a process and all below it, MB. Linux. */
export function workingSetMb(rootPid: number): number {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const status = readFileSync(`/proc/${pid}/status`, 'utf8')
        const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
        return [{ pid: Number(pid), parent: field('PPid'), kb: field('VmRSS') }]
      } catch {
        return []
      }
    })
  const family = new Set([rootPid])
  for (let grown = true; grown;) {
    const before = family.size
    for (const one of processes) if (family.has(one.parent)) family.add(one.pid)
    grown = family.size > before
  }
  const kb = processes.filter(({ pid }) => family.has(pid)).reduce((sum, one) => sum + one.kb, 0)
  return kb / 1024
}

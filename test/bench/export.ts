import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { dayPages } from '../../electron/exchange/export/lesson-page.ts'
import { schoolDateOf } from '../../shared/domain/times.ts'
import { projectRoot } from '../support/runtime/project-root.ts'
import { startAndClick } from './measure-app.ts'
import type { Figure, Samples } from './samples.ts'
import type { Setting } from './setting.ts'
import { writeClassDay } from './term-of-data.ts'

type Bridges = {
  api: { invoke(name: string, input: unknown): Promise<unknown> }
  bare: {
    prepare(work: { page: string; files: string }): Promise<void>
    export(folder: string): Promise<number>
  }
}
type Exported = { ok: boolean; value?: { folder: string; unchanged: boolean }; error?: { message: string } }

/**
 * One class's day, 30 pupils and three lessons, to the office: the app's whole export, from asking main to its answer,
 * against printing the same page and writing (and flushing) the same bytes, from asking a bare main to its answer. In
 * turns; every export is written anew.
 */
export async function measureExport({ electron, folder, env, rounds }: Setting): Promise<Figure[]> {
  const office = join(folder, 'office')
  mkdirSync(office)
  const date = schoolDateOf(Date.now())
  const day = writeClassDay(join(folder, 'export'), date, office)
  writeFileSync(join(folder, 'page.html'), withTypeface(dayPages(day)))
  const start = { electron, env }
  const bareFolder = join(projectRoot, 'test/bench/bare-export')
  const bare = await startAndClick({
    ...start,
    folder: bareFolder,
    userData: join(folder, 'bare-export'),
    control: 'button',
  })
  const app = await startAndClick({
    ...start,
    folder: projectRoot,
    userData: join(folder, 'export'),
    control: 'nav a',
  })
  try {
    const samples: Samples = { bare: [], app: [] }
    // Two that are not counted: what is loaded once is loaded then, on both sides.
    for (let turn = -2; turn < rounds; turn += 1) {
      const own = await timeExport(app.page, date)
      if (turn === -2) {
        const work = { page: join(folder, 'page.html'), files: own.folder }
        await bare.page.evaluate((one) => (globalThis as unknown as Bridges).bare.prepare(one), work)
      }
      const bareMs = await timeBare(bare.page, join(folder, `bare-${turn}`))
      rmSync(own.folder, { recursive: true })
      if (turn < 0) continue
      samples.app.push(own.ms)
      samples.bare.push(bareMs)
    }
    const says =
      "One class's day exported, XLSX, CSV and PDF, against the same page printed and bytes written"
    return [{ name: 'export', says, unit: 'ms', samples }]
  } finally {
    await app.stop()
    await bare.stop()
  }
}

async function timeExport(page: Page, date: string): Promise<{ ms: number; folder: string }> {
  const { ms, reply } = await page.evaluate(async (one) => {
    const { api } = globalThis as unknown as Bridges
    const askedAt = performance.now()
    const said = await api.invoke('export.day', { date: one, again: true })
    return {
      ms: performance.now() - askedAt,
      reply: (typeof said === 'string' ? JSON.parse(said) : said) as Exported,
    }
  }, date)
  if (!reply.value || reply.value.unchanged) throw new Error(reply.error?.message ?? 'Nothing was written.')
  return { ms, folder: reply.value.folder }
}

const timeBare = (page: Page, folder: string): Promise<number> =>
  page.evaluate(async (to) => {
    const askedAt = performance.now()
    await (globalThis as unknown as Bridges).bare.export(to)
    return performance.now() - askedAt
  }, folder)

/** The page as the app prints it, with its typeface in it. */
function withTypeface(html: string): string {
  const face = (name: keyof typeof ranges) => {
    const path = join(
      projectRoot,
      'node_modules/@fontsource-variable/inter/files',
      `inter-${name}-wght-normal.woff2`,
    )
    const source = `url(data:font/woff2;base64,${readFileSync(path).toString('base64')}) format('woff2')`
    return `@font-face { font-family: Inter; font-weight: 100 900; src: ${source}; unicode-range: ${ranges[name]}; }`
  }
  return html.replace('<head>', `<head><style>${face('latin-ext')}${face('latin')}</style>`)
}

const ranges = {
  'latin-ext': 'U+0100-02BA, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20C0',
  latin: 'U+0000-00FF, U+2000-206F, U+20AC, U+2122',
} as const

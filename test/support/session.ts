import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { launchApp, type LaunchedApp } from './runtime/launch-app.ts'
import { projectRoot } from './runtime/project-root.ts'

/** 18 January 2021, 09:22 in the school: eight minutes before the first lesson. */
export const MONDAY_MORNING = '2021-01-18T09:22:00Z'

export type WindowName = 'main' | 'checklist' | 'live'

export type Session = LaunchedApp & {
  userData: string
  /** The window of that name, as soon as it is open and drawn. */
  window(name: WindowName): Promise<Page>
  /** What the next file or folder dialog answers with; null cancels it. */
  chooses(path: string | null): Promise<void>
}

type Options = { userData?: string; clock?: string; extraArgs?: readonly string[] }

/** A data folder of its own for one test. */
export const makeUserData = (): string => mkdtempSync(join(tmpdir(), 'session-companion-e2e-'))

export const removeUserData = (userData: string): void => rmSync(userData, { recursive: true, force: true })

export async function startSession({
  userData = makeUserData(),
  clock = MONDAY_MORNING,
  extraArgs = [],
}: Options = {}): Promise<Session> {
  const launched = await launchApp({ userData, clock, colorScheme: 'light', extraArgs })
  const { app } = launched
  const isNamed = (page: Page, name: WindowName) => {
    const [, path = ''] = page.url().split('#')
    const opened = /^\/(checklist|live)\//.exec(path)?.[1] ?? 'main'
    return page.url().startsWith('app://') && opened === name
  }
  return {
    ...launched,
    userData,
    window: async (name) => {
      const find = () => app.windows().find((page) => !page.isClosed() && isNamed(page, name))
      await expect.poll(() => find() !== undefined, { message: `the ${name} window` }).toBe(true)
      const page = find()
      if (!page) throw new Error(`The ${name} window closed again.`)
      await page.locator('h1').first().waitFor()
      return page
    },
    chooses: (path) =>
      app.evaluate(({ dialog }, answer) => {
        dialog.showOpenDialog = () =>
          Promise.resolve({ canceled: answer === null, filePaths: answer === null ? [] : [answer] })
      }, path),
  }
}

export const themes = ['light', 'dark'] as const

/** Takes a picture of a window in both themes: `<folder>/<screen-state>-<theme>.png`. */
export async function takePictures(
  page: Page,
  name: string,
  folder = join(projectRoot, 'pictures'),
): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const files: string[] = []
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme)
    const path = join(folder, `${name}-${theme}.png`)
    await page.screenshot({ path, animations: 'disabled' })
    files.push(path)
  }
  await page.emulateMedia({ colorScheme: 'light' })
  return files
}

import { readFileSync } from 'node:fs'

/**
 * The page the app begins with: what this computer is for. Read by itself from what is remembered (`preferences.ts`),
 * because the window comes before all that knows its shape.
 */
export function firstPage(preferencesFile: string): string {
  try {
    const kept = JSON.parse(readFileSync(preferencesFile, 'utf8')) as { isOffice?: unknown } | null
    return kept?.isOffice === true ? '/office' : '/today'
  } catch {
    return '/today'
  }
}

import { readFileSync, writeFileSync } from 'node:fs'
import {
  changePreferences,
  type Preferences,
  type PreferencesChange,
  readPreferences,
} from '../shared/domain/preferences.ts'

/** What is remembered for this computer, in a small file of its own. */
export type PreferencesFile = {
  get(): Preferences
  save(change: PreferencesChange): void
  /** Calls back after every change, until the returned function is called. */
  follow(listener: (preferences: Preferences) => void): () => void
}

/** A file that is gone or damaged means the defaults; one that cannot be written is kept in mind until the app ends. */
export function openPreferences(file: string): PreferencesFile {
  let current = readPreferences(readJson(file))
  const listeners = new Set<(preferences: Preferences) => void>()
  return {
    get: () => current,
    save: (change) => {
      current = changePreferences(current, change)
      try {
        writeFileSync(file, JSON.stringify(current))
      } catch {
        // A comfort: losing it must not keep a lesson from going on.
      }
      for (const listener of listeners) listener(current)
    },
    follow: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

import { isDeepStrictEqual } from 'node:util'
import { type Checklist, type CheckItem, checkItems } from '../../shared/domain/checks.ts'
import type { LessonEvent } from '../../shared/domain/events.ts'
import { type LessonTally, tally } from '../../shared/domain/tally.ts'
import type { Store } from './open-store.ts'
import { findJoined } from './shared-lesson-repository.ts'

type Row = { version: number; items: string; madeAt: number; madeBy: string | null }

/** A version with when (UTC ms) and by whom it was made; null for one that came with the app. */
export type KeptChecklist = Checklist & { madeAt: number; madeBy: string | null }

const columns = 'SELECT version, items, made_at AS madeAt, made_by AS madeBy FROM checklist_version'

const kept = ({ items, ...row }: Row): KeptChecklist => ({
  ...row,
  items: checkItems.parse(JSON.parse(items)),
})

/** Every version there has been, newest first. */
export const listChecklists = ({ db }: Store): KeptChecklist[] =>
  db.prepare<[], Row>(`${columns} ORDER BY version DESC`).all().map(kept)

/** The version in force. */
export function newestChecklist(store: Store): KeptChecklist {
  const row = store.db.prepare<[], Row>(`${columns} ORDER BY version DESC LIMIT 1`).get()
  if (!row) throw new Error('There is no checklist: the store was not prepared.')
  return kept(row)
}

export const findChecklist = ({ db }: Store, version: number): KeptChecklist | null => {
  const row = db.prepare<[number], Row>(`${columns} WHERE version = ?`).get(version)
  return row ? kept(row) : null
}

/**
 * The checks a lesson is held to: those of the version it was first prepared under. One that has not begun takes the
 * newest; one from before there were versions has the first. One that came from another computer has that school's.
 */
export function checklistOf(
  store: Store,
  events: readonly LessonEvent[],
  { checklist }: Pick<LessonTally, 'checklist'> = tally(events),
): KeptChecklist {
  const [first] = events
  const joined = first ? findJoined(store, first.lessonId) : null
  if (joined) return { ...joined.checklist, madeAt: 0, madeBy: null }
  const pinned = checklist ?? (events.length > 0 ? 1 : null)
  return (pinned === null ? null : findChecklist(store, pinned)) ?? newestChecklist(store)
}

/** Keeps a new version and makes it the one in force; `madeBy` is null for the app's own. */
export function addChecklist(
  store: Store,
  one: { items: readonly CheckItem[]; madeAt: number; madeBy: string | null },
): number {
  const last = store.db
    .prepare<[], { version: number | null }>('SELECT max(version) AS version FROM checklist_version')
    .get()
  const version = (last?.version ?? 0) + 1
  store.db
    .prepare('INSERT INTO checklist_version (version, items, made_at, made_by) VALUES (?, ?, ?, ?)')
    .run(version, JSON.stringify(one.items), one.madeAt, one.madeBy)
  return version
}

/** Brings in the app's own checks where no leader has made the checklist the school's own. `now` is UTC ms. */
export function prepareChecklist(store: Store, items: readonly CheckItem[], now: number): void {
  const [newest] = listChecklists(store)
  const isCurrent = newest && (newest.madeBy !== null || isDeepStrictEqual(newest.items, items))
  if (!isCurrent) addChecklist(store, { items, madeAt: now, madeBy: null })
}

import { isDeepStrictEqual } from 'node:util'
import type { LessonEvent } from '../../shared/domain/events.ts'
import { type Scheme, scheme } from '../../shared/domain/scheme.ts'
import type { Store } from './open-store.ts'

type Row = { version: number; scheme: string; madeAt: number; madeBy: string | null }

/** A version with when (UTC ms) and by whom it was made; null for one that came with the app. */
export type KeptScheme = { version: number; scheme: Scheme; madeAt: number; madeBy: string | null }

/** Versions never change, so each database's are read once: a tap asks for them. */
const read = new WeakMap<Store['db'], readonly KeptScheme[]>()

/** Every version there has been, newest first. */
export function listSchemes({ db }: Store): readonly KeptScheme[] {
  const known = read.get(db)
  if (known) return known
  const versions = db
    .prepare<[], Row>(
      `SELECT version, scheme, made_at AS madeAt, made_by AS madeBy
       FROM scheme_version ORDER BY version DESC`,
    )
    .all()
    .map((row): KeptScheme => ({ ...row, scheme: scheme.parse(JSON.parse(row.scheme)) }))
  read.set(db, versions)
  return versions
}

/** The version in force. */
export function newestScheme(store: Store): KeptScheme {
  const [newest] = listSchemes(store)
  if (!newest) throw new Error('There is no scheme: the store was not prepared.')
  return newest
}

/**
 * The scheme a lesson is held to: the one in force when it first moved. One that has not begun takes the newest; one
 * from before there were versions has the first. Events in the log's order.
 */
export function schemeOf(store: Store, events: readonly LessonEvent[]): KeptScheme {
  const began = events.find(({ kind }) => kind === 'moved')
  if (!began) return newestScheme(store)
  const versions = listSchemes(store)
  return versions.find(({ madeAt }) => madeAt <= began.at) ?? versions.at(-1) ?? newestScheme(store)
}

/** Keeps a new version and makes it the one in force; `madeBy` is null for the app's own. Returns its number. */
export function addScheme(
  store: Store,
  one: { scheme: Scheme; madeAt: number; madeBy: string | null },
): number {
  const version = (listSchemes(store)[0]?.version ?? 0) + 1
  store.db
    .prepare('INSERT INTO scheme_version (version, scheme, made_at, made_by) VALUES (?, ?, ?, ?)')
    .run(version, JSON.stringify(one.scheme), one.madeAt, one.madeBy)
  read.delete(store.db)
  return version
}

/** Brings in the app's own scheme where no leader has made it the school's own. `now` is UTC ms. */
export function prepareScheme(store: Store, own: Scheme, now: number): void {
  const [newest] = listSchemes(store)
  const isCurrent = newest && (newest.madeBy !== null || isDeepStrictEqual(newest.scheme, own))
  if (!isCurrent) addScheme(store, { scheme: own, madeAt: now, madeBy: null })
}

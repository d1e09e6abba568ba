import { z } from 'zod'
import type { SigningKey } from '../exchange/bundle/signing-key.ts'
import type { Store } from './open-store.ts'
import { SCHOOL } from './vault.ts'

/** The key this computer signs with, made by `make` the first time it is needed. */
export function signingKeyOf({ db, vault }: Store, make: () => SigningKey): SigningKey {
  const row = db.prepare<[], { sealed: Buffer }>('SELECT sealed FROM signing_key').get()
  // Our own row: what it holds was made by `make`.
  if (row) return vault.unseal(SCHOOL, row.sealed) as SigningKey
  const made = make()
  db.prepare('INSERT INTO signing_key (only, sealed) VALUES (1, ?)').run(vault.seal(SCHOOL, made))
  return made
}

type KeyRow = { recipient: string; identity: Buffer | null }

/** The office's key in force, the one taken in last: what this computer seals for. Null: none is known. */
export const findOfficeKey = ({ db }: Store): string | null =>
  db
    .prepare<[], { recipient: string }>(
      'SELECT recipient FROM office_key ORDER BY added_at DESC, rowid DESC LIMIT 1',
    )
    .get()?.recipient ?? null

/** The secret halves that are on this computer, the newest first: empty on every computer but the office's. */
export const listOfficeIdentities = ({ db, vault }: Store): { recipient: string; identity: string }[] =>
  db
    .prepare<[], KeyRow>(
      'SELECT recipient, identity FROM office_key WHERE identity IS NOT NULL ORDER BY added_at DESC, rowid DESC',
    )
    .all()
    .map(({ recipient, identity }) => ({
      recipient,
      identity: z.string().parse(identity && vault.unseal(SCHOOL, identity)),
    }))

/** Takes a key in, to be in force from now on; with its secret half on the office's computer. Earlier ones stay. */
export function keepOfficeKey(
  { db, vault }: Store,
  { recipient, identity }: { recipient: string; identity: string | null },
  now: number,
): void {
  const newest = db.prepare<[], { at: number | null }>('SELECT max(added_at) AS at FROM office_key').get()
  db.prepare(
    `INSERT INTO office_key (recipient, added_at, identity) VALUES (?, ?, ?)
     ON CONFLICT (recipient) DO UPDATE SET added_at = excluded.added_at,
       identity = coalesce(excluded.identity, identity)`,
    // A clock that was put back must not leave the earlier key in force.
  ).run(recipient, Math.max(now, (newest?.at ?? 0) + 1), identity && vault.seal(SCHOOL, identity))
}

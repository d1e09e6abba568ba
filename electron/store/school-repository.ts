import { randomUUID } from 'node:crypto'
import { type StaffMember, staffMember } from '../../shared/domain/people.ts'
import { school, type School } from '../../shared/domain/school.ts'
import { namedAmong } from '../../shared/domain/staff.ts'
import type { Store } from './open-store.ts'
import { prepared } from './prepared.ts'
import { SCHOOL } from './vault.ts'

type SettingRow = { sealed: Buffer }
type StaffRow = { id: string; sealed: Buffer }

/** Of the school's own settings; checked by whoever reads it. */
export const readSetting = (store: Store, name: string): unknown => {
  const sealed = findSetting(store, name)
  return sealed ? store.vault.unseal(SCHOOL, sealed) : null
}

const findSetting = ({ db }: Store, name: string): Buffer | null =>
  prepared<[string], SettingRow>(db, 'SELECT sealed FROM setting WHERE name = ?').get(name)?.sealed ?? null

export const writeSetting = ({ db, vault }: Store, name: string, value: unknown): void => {
  db.prepare(
    'INSERT INTO setting (name, sealed) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed',
  ).run(name, vault.seal(SCHOOL, value))
}

/** What settings said when they were read last, of each open database, with the bytes they were read from. */
const lastRead = new WeakMap<Store['db'], Map<string, { sealed: Buffer | null; value: unknown }>>()

/** A setting as `check` has it, worked out again only when its row holds other bytes: a tap asks for it. */
function readSettingOnce<T>(store: Store, name: string, check: (value: unknown) => T): T {
  const sealed = findSetting(store, name)
  const kept = lastRead.get(store.db) ?? new Map<string, { sealed: Buffer | null; value: unknown }>()
  lastRead.set(store.db, kept)
  const known = kept.get(name)
  const isSame = known && (known.sealed && sealed ? known.sealed.equals(sealed) : known.sealed === sealed)
  if (isSame) return known.value as T
  const value = check(sealed ? store.vault.unseal(SCHOOL, sealed) : null)
  kept.set(name, { sealed, value })
  return value
}

const schoolOrNone = school.nullable()

/** The school's own settings; null before the first start has been gone through. */
export const readSchool = (store: Store): School | null =>
  readSettingOnce(store, 'school', (value) => schoolOrNone.parse(value))

export const saveSettings = (store: Store, settings: School): void => writeSetting(store, 'school', settings)

/**
 * Keeps the settings, and the teacher at this computer as a member of staff under the name given. Another name is
 * another person once the first has recorded anything (a signature never changes its name), and one who is on the
 * staff list already is that person.
 */
export function saveSchool(store: Store, settings: School): void {
  store.db.transaction(() => {
    saveSettings(store, settings)
    const me = readMe(store)
    const name = settings.teacherName
    if (me?.name === name) return
    const known = namedAmong(
      listStaff(store).filter((one) => one.id !== me?.id),
      name,
    )
    if (known) becomeMe(store, known.id)
    else if (me && !hasActed(store, me.id)) updateStaff(store, { ...me, name })
    else becomeMe(store, addStaff(store, { id: randomUUID(), name, role: 'teacher' }).id)
  })()
}

/** The person at this computer. */
export const readMe = (store: Store): StaffMember | null => {
  const row = prepared<[unknown], StaffRow>(store.db, 'SELECT id, sealed FROM staff WHERE id = ?').get(
    readSettingOnce(store, 'me', (id) => id),
  )
  return row ? staffOf(store, row) : null
}

const staffOf = ({ vault }: Store, { id, sealed }: StaffRow): StaffMember =>
  staffMember.parse({ id, ...(vault.unseal(id, sealed) as object) })

export const becomeMe = (store: Store, staffId: string): void => writeSetting(store, 'me', staffId)

export function listStaff(store: Store): StaffMember[] {
  const rows = store.db.prepare<[], StaffRow>('SELECT id, sealed FROM staff').all()
  return rows.map((row) => staffOf(store, row)).toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

/** Who is on the staff, without the names: nothing is unsealed. */
export const listStaffIds = ({ db }: Store): string[] =>
  prepared<[], { id: string }>(db, 'SELECT id FROM staff')
    .all()
    .map(({ id }) => id)

export function addStaff({ db, vault }: Store, one: StaffMember): StaffMember {
  const { id, ...words } = one
  db.prepare('INSERT INTO staff (id, sealed) VALUES (?, ?)').run(id, vault.seal(id, words))
  return one
}

export function updateStaff({ db, vault }: Store, { id, ...words }: StaffMember): void {
  db.prepare('UPDATE staff SET sealed = ? WHERE id = ?').run(vault.seal(id, words), id)
}

/** Whether somebody has recorded anything in a lesson. */
export const hasActed = ({ db }: Store, staffId: string): boolean =>
  db.prepare<[string]>('SELECT 1 FROM event WHERE actor_id = ? LIMIT 1').get(staffId) !== undefined

/** This computer among the school's, made known at its first start. */
export function thisDevice({ db }: Store, name: string, now: number): { id: string; name: string } {
  type Row = { id: string; name: string }
  const known = prepared<[], Row>(db, 'SELECT id, name FROM device ORDER BY first_seen LIMIT 1').get()
  if (known) return known
  const device = { id: randomUUID(), name }
  db.prepare('INSERT INTO device (id, name, first_seen) VALUES (?, ?, ?)').run(device.id, name, now)
  return device
}

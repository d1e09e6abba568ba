import { type OfficeDevice, officeDevice } from '../../shared/domain/office-devices.ts'
import type { Store } from './open-store.ts'
import { SCHOOL } from './vault.ts'

type Row = Omit<OfficeDevice, 'name' | 'teacherName'> & { sealed: Buffer }

/** Every computer that is or was on the office's list, the newest first. */
export const listOfficeDevices = ({ db, vault }: Store): OfficeDevice[] =>
  db
    .prepare<[], Row>(
      `SELECT device_id AS deviceId, public_key AS publicKey, sealed, listed_at AS listedAt, removed_at AS removedAt
       FROM office_device ORDER BY listed_at DESC, rowid DESC`,
    )
    .all()
    .map(({ sealed, ...row }) => officeDevice.parse({ ...row, ...(vault.unseal(SCHOOL, sealed) as object) }))

/**
 * Takes a computer onto the list, or onto it again. A key it had before is taken off: a computer signs with one key,
 * and the old one may be on a disk somebody else has.
 */
export function listOfficeDevice(
  { db, vault }: Store,
  { deviceId, publicKey, name, teacherName }: Omit<OfficeDevice, 'listedAt' | 'removedAt'>,
  now: number,
): void {
  db.transaction(() => {
    db.prepare(
      'UPDATE office_device SET removed_at = ? WHERE device_id = ? AND public_key <> ? AND removed_at IS NULL',
    ).run(now, deviceId, publicKey)
    db.prepare(
      `INSERT INTO office_device (device_id, public_key, sealed, listed_at, removed_at) VALUES (?, ?, ?, ?, NULL)
       ON CONFLICT (device_id, public_key) DO UPDATE SET sealed = excluded.sealed, listed_at = excluded.listed_at,
         removed_at = NULL`,
    ).run(deviceId, publicKey, vault.seal(SCHOOL, { name, teacherName }), now)
  })()
}

/** Takes a computer off the list, as when it is lost: what it sent before stays, what it signs from now on waits. */
export const removeOfficeDevice = (
  { db }: Store,
  { deviceId, publicKey }: Pick<OfficeDevice, 'deviceId' | 'publicKey'>,
  now: number,
): void => {
  db.prepare(
    'UPDATE office_device SET removed_at = ? WHERE device_id = ? AND public_key = ? AND removed_at IS NULL',
  ).run(now, deviceId, publicKey)
}

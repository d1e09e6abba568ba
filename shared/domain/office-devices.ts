import { z } from 'zod'
import { id } from './ids.ts'

/** A computer whose days the office takes in, by the key it signs with. */
export const officeDevice = z.object({
  deviceId: id,
  /** Ed25519, 32 bytes in hexadecimal. */
  publicKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** The computer's name, and whose it was when it was listed. */
  name: z.string().max(120),
  teacherName: z.string().max(120),
  /** UTC ms. */
  listedAt: z.number().int(),
  /** When it was taken off the list, UTC ms; null while it is on it. */
  removedAt: z.number().int().nullable(),
})
export type OfficeDevice = z.infer<typeof officeDevice>

const collator = new Intl.Collator('en-GB', { numeric: true })

/** The order of computers on screen: by whose they are, then by name, LAPTOP-3 before LAPTOP-29. */
export const byTeacherAndName = (
  a: Pick<OfficeDevice, 'teacherName' | 'name'>,
  b: Pick<OfficeDevice, 'teacherName' | 'name'>,
): number => collator.compare(a.teacherName, b.teacherName) || collator.compare(a.name, b.name)

export type DeviceStanding =
  /** Its days are taken in. */
  | 'listed'
  /** Never seen: somebody compares fingerprints and takes it onto the list. */
  | 'unknown'
  /** It was taken off the list, as when it is lost or handed back. */
  | 'removed'
  /** A computer on the list, signing with another key: set up anew, or somebody else pretending. */
  | 'other-key'

/** How whoever signed a day stands on the office's list. */
export function deviceStanding(
  devices: readonly OfficeDevice[],
  { deviceId, publicKey }: Pick<OfficeDevice, 'deviceId' | 'publicKey'>,
): DeviceStanding {
  const known = devices.find((one) => one.publicKey === publicKey && one.deviceId === deviceId)
  if (known) return known.removedAt === null ? 'listed' : 'removed'
  const isListed = devices.some((one) => one.deviceId === deviceId && one.removedAt === null)
  return isListed ? 'other-key' : 'unknown'
}

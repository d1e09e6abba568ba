import { byTeacherAndName } from '../../../shared/domain/office-devices.ts'
import type { OfficeDeviceView } from '../../../shared/ipc/commands/office.ts'
import { listOfficeDevices, removeOfficeDevice } from '../../store/office-devices-repository.ts'
import { type Context, storeOf } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'

/** Whose days the office takes in. A computer comes onto the list with its first day, after its fingerprint was compared. */
export function officeDeviceHandlers(
  context: Context,
): Pick<Handlers, 'office.devices' | 'office.remove-device'> {
  return {
    'office.devices': async () => ({ devices: await devicesOf(context) }),
    'office.remove-device': ({ deviceId }) => {
      const store = storeOf(context)
      const listed = listOfficeDevices(store).find(
        (one) => one.deviceId === deviceId && one.removedAt === null,
      )
      if (!listed) throw new Refusal('not-listed', 'That computer is not on the list any more.')
      removeOfficeDevice(store, listed, context.now())
      context.windows.tell('office.changed', {})
      return {}
    },
  }
}

async function devicesOf(context: Context): Promise<OfficeDeviceView[]> {
  const { fingerprintOfKey } = await import('../../exchange/bundle/office-identity.ts')
  return listOfficeDevices(storeOf(context))
    .map(({ publicKey, ...device }) => ({ ...device, fingerprint: fingerprintOfKey(publicKey) }))
    .toSorted(byTeacherAndName)
}

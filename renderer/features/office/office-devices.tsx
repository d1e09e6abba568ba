import { Button } from '@mantine/core'
import { useState } from 'react'
import { fullDate } from '../../../shared/domain/times.ts'
import type { OfficeDeviceView } from '../../../shared/ipc/commands/office.ts'
import { Dialog } from '../../components/dialog.tsx'
import classes from './office-page.module.css'
import { counted } from '../../../shared/domain/words.ts'

type Props = {
  devices: readonly OfficeDeviceView[]
  isBusy: boolean
  /** Resolves to whether it is off the list. */
  onTakeOff: (deviceId: string) => Promise<boolean>
}

/** Whose days are taken in, and how a computer that is lost or handed back is taken off the list. */
export function OfficeDevices({ devices, isBusy, onTakeOff }: Props) {
  const [asking, setAsking] = useState<OfficeDeviceView | null>(null)
  const listed = devices.filter(({ removedAt }) => removedAt === null)
  const removed = devices.filter(({ removedAt }) => removedAt !== null)
  if (devices.length === 0) return null
  const takeOff = async ({ deviceId }: OfficeDeviceView) => {
    await onTakeOff(deviceId)
    setAsking(null)
  }
  return (
    <section className={classes.card} aria-label="The office’s computers">
      <details>
        <summary className={classes.summary}>
          The office’s computers: {counted(listed.length, 'computer')} on the list
        </summary>
        <p className={classes.quiet}>
          Days of these computers are taken in. Take one off when it is lost or handed back.
        </p>
        <DeviceTable devices={listed} caption="Computers on the list" onTakeOff={setAsking} />
        {removed.length > 0 && (
          <>
            <h3 className={classes.small}>Taken off the list</h3>
            <DeviceTable devices={removed} caption="Computers taken off the list" />
          </>
        )}
      </details>
      {asking && (
        <Dialog
          title={`Take ${asking.name} of ${asking.teacherName} off the list?`}
          kind="alertdialog"
          onClose={() => setAsking(null)}
          actions={
            <>
              <Button variant="default" onClick={() => setAsking(null)}>
                Keep it on the list
              </Button>
              <Button loading={isBusy} onClick={() => void takeOff(asking)}>
                Take it off
              </Button>
            </>
          }
        >
          <p>
            What it sent stays. What it signs from now on waits, set aside, until somebody takes the computer
            onto the list again.
          </p>
        </Dialog>
      )}
    </section>
  )
}

type TableProps = {
  devices: readonly OfficeDeviceView[]
  caption: string
  onTakeOff?: (device: OfficeDeviceView) => void
}

function DeviceTable({ devices, caption, onTakeOff }: TableProps) {
  return (
    <div className={classes.deviceFrame}>
      <table className={classes.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Computer</th>
            <th scope="col">Teacher</th>
            <th scope="col">Fingerprint</th>
            <th scope="col">{onTakeOff ? 'On the list since' : 'Taken off'}</th>
            {onTakeOff && (
              <th scope="col">
                <span className="visually-hidden">Take off</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {devices.map((device) => (
            <tr key={`${device.deviceId} ${device.fingerprint}`} className={classes.device}>
              <th scope="row">{device.name}</th>
              <td>{device.teacherName}</td>
              <td className={classes.time}>{device.fingerprint}</td>
              <td className={classes.time}>{fullDate(device.removedAt ?? device.listedAt)}</td>
              {onTakeOff && (
                <td className={classes.noteCell}>
                  <Button
                    variant="subtle"
                    size="xs"
                    h={32}
                    aria-label={`Take ${device.name} of ${device.teacherName} off the list`}
                    onClick={() => onTakeOff(device)}
                  >
                    Take off
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

import '@mantine/core/styles/Input.css'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Joining } from '../../../shared/domain/joining.ts'
import { fullDate, instantOf } from '../../../shared/domain/times.ts'
import type { FormText } from '../../lib/read-form.ts'
import { JoiningForm } from './joining-form.tsx'
import classes from './joining-forms.module.css'

type Props = {
  cameraOff: Joining['cameraOff']
  /** What the pupil is called. */
  label: string
  onSave: (cameraOff: Joining['cameraOff']) => Promise<boolean>
}

/** Whether the camera may be off, who agreed to it, why and until when (pupil.camera). */
export function CameraForm({ cameraOff, label, onSave }: Props) {
  const [isAgreed, setIsAgreed] = useState(cameraOff !== null)
  const save = (text: FormText) => {
    const until = isAgreed && text('until') !== '' ? text('until') : null
    const agreed = isAgreed ? { agreedBy: text('agreedBy'), why: text('why'), until } : null
    return onSave(agreed)
  }
  return (
    <JoiningForm title="Camera" save="Save camera" onSave={save}>
      <p className={classes.quiet}>{cameraOff ? inWords(cameraOff) : `${label} has the camera on.`}</p>
      <label className={classes.check}>
        <input type="checkbox" checked={isAgreed} onChange={() => setIsAgreed(!isAgreed)} />
        The camera may be off, by agreement
      </label>
      {isAgreed && (
        <>
          <p className={classes.quiet}>
            Shown as off by agreement from the moment they are admitted. It never counts against {label}.
          </p>
          <TextInput name="why" label="Why" required maxLength={300} defaultValue={cameraOff?.why ?? ''} />
          <div className={classes.pair}>
            <TextInput
              name="agreedBy"
              label="Agreed by"
              placeholder="Such as Mrs L Osei, with her mother"
              required
              maxLength={120}
              defaultValue={cameraOff?.agreedBy ?? ''}
            />
            <TextInput
              name="until"
              type="date"
              label="Last day"
              description="Empty until it is looked at again"
              defaultValue={cameraOff?.until ?? ''}
            />
          </div>
        </>
      )}
    </JoiningForm>
  )
}

function inWords({ agreedBy, why, until }: NonNullable<Joining['cameraOff']>): string {
  const lasts = until === null ? '' : ` until ${fullDate(instantOf(until, '12:00'))}`
  return `May be off${lasts}: ${why}. Agreed by: ${agreedBy}.`
}

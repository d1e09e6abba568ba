import '@mantine/core/styles/Input.css'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Joining } from '../../../shared/domain/joining.ts'
import { fullDate, instantOf, schoolDateOf } from '../../../shared/domain/times.ts'
import { now } from '../../lib/clock.ts'
import type { FormText } from '../../lib/read-form.ts'
import { JoiningForm } from './joining-form.tsx'
import classes from './joining-forms.module.css'

type Props = {
  optOut: Joining['optOut']
  /** What the pupil is called. */
  label: string
  onSave: (optOut: Joining['optOut']) => Promise<boolean>
}

/** Whether a pupil takes part at all, since when not and who said so (parent.opt-out). */
export function TakingPartForm({ optOut, label, onSave }: Props) {
  const [isOut, setIsOut] = useState(optOut !== null)
  const save = (text: FormText) => {
    return onSave(isOut ? { since: text('since'), toldBy: text('toldBy') } : null)
  }
  return (
    <JoiningForm title="Taking part" save="Save taking part" onSave={save}>
      <p className={classes.quiet}>
        {optOut
          ? `Does not take part since ${fullDate(instantOf(optOut.since, '12:00'))}. Told by: ${optOut.toldBy}.`
          : `${label} takes part in live lessons.`}
      </p>
      <label className={classes.check}>
        <input type="checkbox" checked={isOut} onChange={() => setIsOut(!isOut)} />
        Does not take part in live lessons
      </label>
      {isOut && (
        <>
          <p className={classes.quiet}>
            Never on the list to admit and never absent, from this day on. Say who in the family told the
            school.
          </p>
          <div className={classes.pair}>
            <TextInput
              name="since"
              type="date"
              label="Since"
              required
              defaultValue={optOut?.since ?? schoolDateOf(now())}
            />
            <TextInput
              name="toldBy"
              label="Told by"
              placeholder="Such as her father, by telephone"
              required
              maxLength={120}
              defaultValue={optOut?.toldBy ?? ''}
            />
          </div>
        </>
      )}
    </JoiningForm>
  )
}

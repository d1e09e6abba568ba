import '@mantine/core/styles/Input.css'
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useId, useState } from 'react'
import type { Joining } from '../../../shared/domain/joining.ts'
import { fullDate, instantOf, schoolDateOf } from '../../../shared/domain/times.ts'
import { now } from '../../lib/clock.ts'
import { readForm } from '../../lib/read-form.ts'
import classes from './joining-forms.module.css'
import { Kept } from './kept.tsx'

type Props = {
  optOut: Joining['optOut']
  /** What the pupil is called. */
  label: string
  onSave: (optOut: Joining['optOut']) => Promise<boolean>
}

/** Whether a pupil takes part at all, since when not and who said so (parent.opt-out). */
export function TakingPartForm({ optOut, label, onSave }: Props) {
  const heading = useId()
  const [isOut, setIsOut] = useState(optOut !== null)
  const [isKept, setIsKept] = useState(false)
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = readForm(event.currentTarget)
    setIsKept(await onSave(isOut ? { since: text('since'), toldBy: text('toldBy') } : null))
  }
  return (
    <form
      aria-labelledby={heading}
      className={classes.section}
      onSubmit={(event) => void save(event)}
      onChange={() => setIsKept(false)}
    >
      <h2 id={heading} className={classes.heading}>
        Taking part
      </h2>
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
      <div className={classes.actions}>
        <Button type="submit" variant="default">
          Save taking part
        </Button>
        {isKept && <Kept />}
      </div>
    </form>
  )
}

import { TextInput, Textarea } from '@mantine/core'
import '@mantine/core/styles/Input.css'
import { useId, useState } from 'react'
import { mayBeOptional, type Wording } from '../../../shared/domain/checklist-edit.ts'
import { type CheckItem, wordingLimits } from '../../../shared/domain/checks.ts'
import classes from './check-fields.module.css'

type Props = {
  check: CheckItem
  onChanged: (change: Partial<Wording & Pick<CheckItem, 'required'>>) => void
}

/** The wording of one check, and whether it has to be answered. */
export function CheckFields({ check, onChanged }: Props) {
  // A check just added has everything but its explanation.
  const [isNew] = useState(check.detail === '')
  const why = useId()
  const optional = mayBeOptional(check)
  const field = (key: keyof Wording, label: string) => ({
    label,
    value: check[key],
    maxLength: wordingLimits[key],
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) =>
      onChanged({ [key]: event.currentTarget.value }),
  })
  return (
    <div className={classes.fields}>
      <TextInput {...field('title', 'Title in the list')} />
      <TextInput {...field('question', 'Question')} />
      <Textarea {...field('detail', 'Explanation')} autoFocus={isNew} rows={2} />
      <TextInput {...field('confirm', 'Words on its button')} />
      <label className={classes.required}>
        <input
          type="checkbox"
          className={classes.box}
          checked={check.required}
          disabled={!optional.ok}
          aria-describedby={why}
          onChange={(event) => onChanged({ required: event.currentTarget.checked })}
        />
        Required
      </label>
      <p id={why} className={classes.why}>
        {optional.ok
          ? 'A required check is passed over only with a reason, which a leader reads. An optional one can be skipped.'
          : optional.reason}
      </p>
    </div>
  )
}

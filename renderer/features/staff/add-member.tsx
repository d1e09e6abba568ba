import '@mantine/core/styles/Input.css'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { staffMember } from '../../../shared/domain/people.ts'
import { namedAmong } from '../../../shared/domain/staff.ts'
import type { StaffRow } from '../../../shared/ipc/commands/staff.ts'
import { readForm } from '../../lib/read-form.ts'
import type { StaffState } from './staff-store.ts'
import { roleChoices } from './staff-words.ts'
import classes from './staff.module.css'

type Props = { members: readonly StaffRow[]; mayLead: boolean; onChange: StaffState['changed'] }

/** Somebody new on the staff list. */
export function AddMember({ members, mayLead, onChange }: Props) {
  const [problem, setProblem] = useState<string | null>(null)
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const text = readForm(form)
    const known = namedAmong(members, text('name'))
    setProblem(known ? `${known.name} is on the list already.` : null)
    if (known) return
    const role = staffMember.shape.role.parse(text('role'))
    if (await onChange('staff.add', { name: text('name'), role })) form.reset()
  }
  return (
    <section className={classes.card} aria-labelledby="add-member">
      <h2 id="add-member" className={classes.heading}>
        Add somebody
      </h2>
      <form className={classes.form} onSubmit={(event) => void add(event)}>
        <TextInput name="name" label="Name" required maxLength={120} autoComplete="off" error={problem} />
        <NativeSelect
          name="role"
          label="Role"
          defaultValue="assistant"
          data={mayLead ? roleChoices : roleChoices.filter(({ value }) => value !== 'leader')}
        />
        <Button type="submit">Add to the list</Button>
      </form>
    </section>
  )
}

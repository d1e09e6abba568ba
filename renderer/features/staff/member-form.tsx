import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { staffMember } from '../../../shared/domain/people.ts'
import type { StaffRow } from '../../../shared/ipc/commands/staff.ts'
import { readForm } from '../../lib/read-form.ts'
import type { StaffList, StaffState } from './staff-store.ts'
import { roleChoices, roleInWords } from './staff-words.ts'
import classes from './staff.module.css'

type Props = { row: StaffRow; list: StaffList; onChange: StaffState['changed'] }

/** Name and role of a member of staff. A role is a leader's to set; the first leader is anyone's to name. */
export function MemberForm({ row, list, onChange }: Props) {
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = readForm(event.currentTarget)
    const role = staffMember.shape.role.catch(row.role).parse(list.mayLead ? text('role') : row.role)
    await onChange('staff.save', { id: row.id, name: text('name'), role })
  }
  return (
    <form
      key={`${row.name} ${row.role}`}
      className={classes.form}
      aria-label={`Name and role of ${row.name}`}
      onSubmit={(event) => void save(event)}
    >
      <TextInput name="name" label="Name" defaultValue={row.name} required maxLength={120} />
      {list.mayLead ? (
        <NativeSelect name="role" label="Role" defaultValue={row.role} data={roleChoices} />
      ) : (
        <p className={classes.quiet}>{roleInWords(row.role)}; a leader changes roles.</p>
      )}
      <Button type="submit" variant="default">
        Save
      </Button>
    </form>
  )
}

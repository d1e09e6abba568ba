import { Button } from '@mantine/core'
import type { StaffRow } from '../../../shared/ipc/commands/staff.ts'
import type { StaffList, StaffState } from './staff-store.ts'
import { MemberForm } from './member-form.tsx'
import { PastTrainings } from './past-trainings.tsx'
import { TrainingForm } from './training-form.tsx'
import classes from './staff.module.css'

type Props = {
  row: StaffRow
  list: StaffList
  /** Their trainings are the person's here to see and to add to. */
  mayRecord: boolean
  mayRename: boolean
  mayLead: boolean
  onChange: StaffState['changed']
}

/** One member of staff: their trainings, name and role. */
export function StaffPanel({ row, list, mayRecord, mayRename, mayLead, onChange }: Props) {
  const forget = () =>
    void onChange('staff.save', { id: row.id, name: row.name, role: row.role, forgetAccount: true })
  return (
    <div className={classes.panel}>
      {mayRecord ? (
        <>
          <PastTrainings row={row} />
          <TrainingForm row={row} today={list.today} onChange={onChange} />
        </>
      ) : (
        <p className={classes.quiet}>Their trainings are recorded by themselves or by a leader.</p>
      )}
      {(mayRename || mayLead) && <MemberForm row={row} list={list} onChange={onChange} />}
      <div className={classes.profile}>
        <span className={classes.quiet}>
          {row.hasAccount
            ? 'They have said which profile of a computer is their own.'
            : 'They have not said yet which profile of a computer is their own; the checks ask.'}
        </span>
        {row.hasAccount && mayLead && (
          <Button variant="default" onClick={forget}>
            Ask again
          </Button>
        )}
      </div>
    </div>
  )
}

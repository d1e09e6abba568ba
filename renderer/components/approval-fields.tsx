import '@mantine/core/styles/Input.css'
import { NativeSelect, TextInput } from '@mantine/core'
import classes from './approval-fields.module.css'

type Props = {
  /** What stands against it, in words. */
  problems: readonly string[]
  /** Who may approve it. */
  leaders: readonly { id: string; name: string }[]
}

/** Whether a field belongs to the approval: a change of any other asks for the rules' answer anew. */
export const isApprovalField = (field: EventTarget): boolean =>
  'name' in field && (field.name === 'leader' || field.name === 'approvalReason')

/**
 * Why something is refused, and the way on when a leader has agreed: fields `leader` and `approvalReason` of the form
 * it stands in.
 */
export function ApprovalFields({ problems, leaders }: Props) {
  return (
    <fieldset className={classes.fields}>
      <legend className={classes.legend}>Needs a leader&rsquo;s approval</legend>
      <ul className={classes.problems} role="alert" aria-label="Refused because">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
      {leaders.length === 0 ? (
        <p className={classes.quiet}>
          Nothing was saved. No leader is on the staff list yet, so nobody can approve it here. Choose another
          time.
        </p>
      ) : (
        <>
          <p className={classes.quiet}>
            Nothing was saved. Choose another time, or say which leader agreed and why.
          </p>
          <NativeSelect
            name="leader"
            label="Who agreed"
            data={leaders.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextInput name="approvalReason" label="Their reason" required maxLength={300} autoFocus />
        </>
      )}
    </fieldset>
  )
}

import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import type { StaffMember } from '../../../shared/domain/people.ts'
import type { Status } from '../../../shared/ipc/contract.ts'
import { useApp } from '../../lib/use-app.ts'
import classes from './settings-page.module.css'
import { SettingsSection } from './settings-section.tsx'

type Props = { me: StaffMember; computer: Status['computer'] }

/** Which account of the computer is one's own, said once and then seen by the checks (staff.school-device). */
export function OwnProfile({ me, computer: { name, account } }: Props) {
  const accountConfirmed = useApp((state) => state.accountConfirmed)
  const isOwn = me.account?.toLowerCase() === account.toLowerCase()
  return (
    <SettingsSection title="Your own profile" isSaved={false}>
      {me.account === undefined && (
        <div className={classes.line}>
          <p className={classes.path}>
            Signed in as {account} on {name}
          </p>
          <Button onClick={() => void accountConfirmed()}>This is my own profile</Button>
        </div>
      )}
      {isOwn && (
        <p className={classes.saved}>
          <IconCircleCheck size={16} stroke={1.75} aria-hidden="true" />
          Signed in as {account} on {name}: your own profile
        </p>
      )}
      {me.account !== undefined && !isOwn && (
        <p className={classes.wrong}>
          <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
          <span>
            Signed in as {account} on {name}, and your own profile is {me.account}. Sign in to the computer as{' '}
            {me.account}, or ask a leader to let you say it again on the Staff page.
          </span>
        </p>
      )}
    </SettingsSection>
  )
}

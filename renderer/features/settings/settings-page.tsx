import '@mantine/core/styles/Input.css'
import { Page } from '../../components/page.tsx'
import { useApp } from '../../lib/use-app.ts'
import { ChecklistLink } from './checklist-link.tsx'
import { CodeOfConduct } from './code-of-conduct.tsx'
import { Devices } from './devices.tsx'
import { OfficeFolder } from './office-folder.tsx'
import { OwnProfile } from './own-profile.tsx'
import { PolicyDates } from './policy-dates.tsx'
import { Safeguarding } from './safeguarding.tsx'
import { SchoolAndTeacher } from './school-and-teacher.tsx'
import { TrainingTopics } from './training-topics.tsx'

/** What this school decides for itself; what a leader decides is shown to everyone. */
export function SettingsPage() {
  const status = useApp((state) => state.status)
  if (!status?.school) return null
  const { school, me, mayLead, computer } = status
  return (
    <Page title="Settings" subtitle="Kept on this laptop">
      <OfficeFolder school={school} />
      <SchoolAndTeacher school={school} mayLead={mayLead} />
      <ChecklistLink />
      {me && <OwnProfile me={me} computer={computer} />}
      <Devices school={school} mayLead={mayLead} computerName={computer.name} />
      <TrainingTopics school={school} mayLead={mayLead} />
      <CodeOfConduct school={school} mayLead={mayLead} />
      <Safeguarding school={school} mayLead={mayLead} />
      <PolicyDates school={school} mayLead={mayLead} />
    </Page>
  )
}

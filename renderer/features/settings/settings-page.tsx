import '@mantine/core/styles/Input.css'
import { topicsTitled } from '../../../shared/domain/training.ts'
import { Page } from '../../components/page.tsx'
import { useApp } from '../../lib/use-app.ts'
import { ChecklistLink } from './checklist-link.tsx'
import { Devices } from './devices.tsx'
import { ExportSettingsSection } from './export-settings-section.tsx'
import { LinesSection } from './lines-section.tsx'
import { OfficeComputer } from './office-computer.tsx'
import { OfficeFolder } from './office-folder.tsx'
import { OfficeKey } from './office-key.tsx'
import { OtherWaysOut } from './other-ways-out.tsx'
import { OwnProfile } from './own-profile.tsx'
import { PolicyDates } from './policy-dates.tsx'
import { ReportSlack } from './report-slack.tsx'
import { Safeguarding } from './safeguarding.tsx'
import { SchemeLink } from './scheme-link.tsx'
import { SchoolAndTeacher } from './school-and-teacher.tsx'
import { SchoolColour } from './school-colour.tsx'
import { Shortcuts } from './shortcuts.tsx'

/** What this school decides for itself; what a leader decides is shown to everyone. */
export function SettingsPage() {
  const status = useApp((state) => state.status)
  if (!status?.school) return null
  const { school, me, mayLead, computer } = status
  return (
    <Page title="Settings" subtitle="Kept on this laptop">
      <OfficeFolder />
      <OtherWaysOut school={school} mayLead={mayLead} />
      <OfficeKey />
      <OfficeComputer />
      <ExportSettingsSection school={school} mayLead={mayLead} />
      <SchoolAndTeacher school={school} mayLead={mayLead} />
      <SchoolColour school={school} mayLead={mayLead} />
      <ChecklistLink />
      <SchemeLink />
      {me && <OwnProfile me={me} computer={computer} />}
      <Devices school={school} mayLead={mayLead} computerName={computer.name} />
      <LinesSection
        school={school}
        isReadOnly={!mayLead}
        title="Training"
        hint="What everyone is trained in before they teach live. Another name is another training, to be recorded anew."
        label="Trainings"
        lines={school.trainingTopics.map(({ title }) => title)}
        most={12}
        longest={60}
        save="Save the trainings"
        toSettings={(titles) => ({ trainingTopics: topicsTitled(titles, school.trainingTopics) })}
      />
      <LinesSection
        school={school}
        isReadOnly={!mayLead}
        title="Code of conduct"
        hint="Everyone acknowledges it once a term, in the checks or on the Staff page."
        label="Its rules"
        lines={school.codeOfConduct}
        most={30}
        longest={300}
        save="Save the code"
        toSettings={(codeOfConduct) => ({ codeOfConduct })}
      />
      <Safeguarding school={school} mayLead={mayLead} />
      <PolicyDates school={school} mayLead={mayLead} />
      <ReportSlack school={school} mayLead={mayLead} />
      <Shortcuts />
    </Page>
  )
}

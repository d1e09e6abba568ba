import { Button } from '@mantine/core'
import type { School } from '../../../shared/domain/school.ts'
import { LinesForm } from './lines-form.tsx'
import classes from './settings-page.module.css'
import { SettingsSection } from './settings-section.tsx'
import { useSaving } from './use-saving.ts'

type Props = { school: School; mayLead: boolean; computerName: string }

/** The school's own computers, by name (staff.school-device). */
export function Devices({ school, mayLead, computerName }: Props) {
  const { isSaved, save, edited } = useSaving(school)
  const isListed = school.devices.some((one) => one.toLowerCase() === computerName.toLowerCase())
  return (
    <SettingsSection
      title="The school’s devices"
      hint="A lesson is taught from one of these. While the list is empty, the teacher says so in the checks."
      isSaved={isSaved}
      isReadOnly={!mayLead}
    >
      {mayLead && !isListed && (
        <div className={classes.line}>
          <p className={classes.path}>This computer is {computerName}</p>
          <Button variant="default" onClick={() => void save({ devices: [...school.devices, computerName] })}>
            Add this computer
          </Button>
        </div>
      )}
      <LinesForm
        label="Names of the computers"
        lines={school.devices}
        most={2000}
        longest={80}
        save="Save the devices"
        isReadOnly={!mayLead}
        onEdit={edited}
        onSave={(devices) => save({ devices })}
      />
    </SettingsSection>
  )
}

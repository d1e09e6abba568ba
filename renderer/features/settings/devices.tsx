import { Button } from '@mantine/core'
import type { School } from '../../../shared/domain/school.ts'
import { useApp } from '../../lib/use-app.ts'
import { LinesSection } from './lines-section.tsx'
import classes from './settings-page.module.css'

type Props = { school: School; mayLead: boolean; computerName: string }

/** The school's own computers, by name (staff.school-device). */
export function Devices({ school, mayLead, computerName }: Props) {
  const schoolSaved = useApp((state) => state.schoolSaved)
  const isListed = school.devices.some((one) => one.toLowerCase() === computerName.toLowerCase())
  const add = () => void schoolSaved({ ...school, devices: [...school.devices, computerName] })
  return (
    <LinesSection
      school={school}
      isReadOnly={!mayLead}
      title="The school’s devices"
      hint="A lesson is taught from one of these. While the list is empty, the teacher says so in the checks."
      label="Names of the computers"
      lines={school.devices}
      most={2000}
      longest={80}
      save="Save the devices"
      toSettings={(devices) => ({ devices })}
    >
      {mayLead && !isListed && (
        <div className={classes.line}>
          <p className={classes.path}>This computer is {computerName}</p>
          <Button variant="default" onClick={add}>
            Add this computer
          </Button>
        </div>
      )}
    </LinesSection>
  )
}

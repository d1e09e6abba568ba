import { Button } from '@mantine/core'
import { useApp } from '../../lib/use-app.ts'
import classes from './settings-page.module.css'
import { SettingsSection } from './settings-section.tsx'

/** Whether this is the computer that receives teachers' days. */
export function OfficeComputer() {
  const isOffice = useApp((state) => state.computer?.preferences.isOffice ?? false)
  const save = useApp((state) => state.preferencesSaved)
  return (
    <SettingsSection
      title="The office’s computer"
      hint="Receives the days of all teachers’ computers, shows what is missing and makes the whole school’s report. One computer of the school."
      isSaved={false}
    >
      <div className={classes.line}>
        <output>{isOffice ? 'This computer has the Office view' : 'This computer is a teacher’s'}</output>
        <Button
          variant="default"
          className={classes.button}
          onClick={() => void save({ isOffice: !isOffice })}
        >
          {isOffice ? 'It is not the office’s any more' : 'This is the office’s computer'}
        </Button>
      </div>
    </SettingsSection>
  )
}

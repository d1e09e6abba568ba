import { Button } from '@mantine/core'
import classes from './settings-page.module.css'
import { SettingsSection } from './settings-section.tsx'

/** The way to the checks asked before pupils are let in. */
export function ChecklistLink() {
  return (
    <SettingsSection
      title="The checklist"
      hint="What is asked before pupils are let in: its order, wording, and which checks are required."
      isSaved={false}
    >
      <Button component="a" href="#/checklist-editor" variant="default" className={classes.act ?? ''}>
        Open the checklist
      </Button>
    </SettingsSection>
  )
}

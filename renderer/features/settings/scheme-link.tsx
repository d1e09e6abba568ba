import { Button } from '@mantine/core'
import classes from './settings-page.module.css'
import { SettingsSection } from './settings-section.tsx'

/** The way to the school's behaviours, ladder and reward levels. */
export function SchemeLink() {
  return (
    <SettingsSection
      title="Behaviours and rewards"
      hint="What a tap in the live panel can mean, the ladder, the reward levels, attitudes and phases."
      isSaved={false}
    >
      <Button component="a" href="#/scheme" variant="default" className={classes.act ?? ''}>
        Open behaviours and rewards
      </Button>
    </SettingsSection>
  )
}

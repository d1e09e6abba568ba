import { Button } from '@mantine/core'
import type { FormEvent } from 'react'
import type { School } from '../../../shared/domain/school.ts'
import { readForm } from '../../lib/read-form.ts'
import classes from './settings-page.module.css'
import { SettingsSection } from './settings-section.tsx'
import { useSaving } from './use-saving.ts'

type Props = { school: School; mayLead: boolean }

/** The school's own colour, for what it gives away on paper (staff.rewards). */
export function SchoolColour({ school, mayLead }: Props) {
  const { isSaved, save, edited } = useSaving(school)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    await save({ colour: readForm(event.currentTarget)('colour').toLowerCase() })
  }
  return (
    <SettingsSection
      title="The school’s colour"
      hint="On the certificates. Where white paper would swallow it, a darker one of it is printed."
      isSaved={isSaved}
      isReadOnly={!mayLead}
    >
      <form className={classes.form} onSubmit={(event) => void submit(event)} onChange={edited}>
        <input
          type="color"
          name="colour"
          aria-label="The school’s colour"
          className={classes.colour}
          defaultValue={school.colour}
          disabled={!mayLead}
        />
        {mayLead && (
          <Button type="submit" className={classes.act}>
            Save the colour
          </Button>
        )}
      </form>
    </SettingsSection>
  )
}

import { Button, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import type { School } from '../../../shared/domain/school.ts'
import { readForm } from '../../lib/read-form.ts'
import classes from './settings-page.module.css'
import { SettingsSection } from './settings-section.tsx'
import { useSaving } from './use-saving.ts'

type Props = { school: School; mayLead: boolean }

/** The safeguarding guidance in force, and who takes a concern (staff.safeguarding). */
export function Safeguarding({ school, mayLead }: Props) {
  const { isSaved, save, edited } = useSaving(school)
  const { edition, link, checked, lead } = school.safeguarding
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = readForm(event.currentTarget)
    await save({
      safeguarding: {
        edition: text('edition'),
        link: text('link'),
        checked: text('checked') || null,
        lead: text('lead'),
      },
    })
  }
  return (
    <SettingsSection
      title="Safeguarding"
      hint="Shown where somebody has a concern. The concern itself is never kept here."
      isSaved={isSaved}
      isReadOnly={!mayLead}
    >
      <form className={classes.form} onSubmit={(event) => void submit(event)} onChange={edited}>
        <TextInput
          name="lead"
          label="Safeguarding lead"
          description="Who it is and how to reach them"
          defaultValue={lead}
          readOnly={!mayLead}
          maxLength={200}
        />
        <TextInput
          name="edition"
          label="Guidance in force"
          description="Its name and year"
          defaultValue={edition}
          readOnly={!mayLead}
          maxLength={120}
        />
        <TextInput
          name="link"
          label="Where it stands"
          defaultValue={link}
          readOnly={!mayLead}
          maxLength={300}
        />
        <TextInput
          name="checked"
          type="date"
          label="Last checked"
          defaultValue={checked ?? ''}
          readOnly={!mayLead}
          className={classes.date}
        />
        {mayLead && (
          <Button type="submit" className={classes.act}>
            Save the guidance
          </Button>
        )}
      </form>
    </SettingsSection>
  )
}

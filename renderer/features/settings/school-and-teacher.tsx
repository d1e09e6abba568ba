import { Button, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import type { School } from '../../../shared/domain/school.ts'
import { readForm } from '../../lib/read-form.ts'
import classes from './settings-page.module.css'
import { SettingsSection } from './settings-section.tsx'
import { useSaving } from './use-saving.ts'

type Props = { school: School; mayLead: boolean }

/** Which school, and who teaches at this computer (staff.school-account). */
export function SchoolAndTeacher({ school, mayLead }: Props) {
  const { isSaved, save, edited } = useSaving(school)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = readForm(event.currentTarget)
    await save({
      name: text('name'),
      domain: text('domain'),
      teacherName: text('teacherName'),
      teacherEmail: text('teacherEmail'),
    })
  }
  return (
    <SettingsSection title="School and teacher" isSaved={isSaved}>
      <form className={classes.form} onSubmit={(event) => void submit(event)} onChange={edited}>
        <TextInput
          name="teacherName"
          label="Your name"
          defaultValue={school.teacherName}
          required
          maxLength={120}
        />
        <TextInput
          name="teacherEmail"
          label="Your school e-mail"
          defaultValue={school.teacherEmail}
          maxLength={200}
        />
        <TextInput name="name" label="School" defaultValue={school.name} required maxLength={120} />
        <TextInput
          name="domain"
          label="The school’s e-mail domain"
          description={`What stands after the @ in school addresses${mayLead ? '' : '; only a leader changes this'}`}
          defaultValue={school.domain}
          readOnly={!mayLead}
          maxLength={120}
        />
        <Button type="submit" className={classes.act}>
          Save
        </Button>
      </form>
    </SettingsSection>
  )
}

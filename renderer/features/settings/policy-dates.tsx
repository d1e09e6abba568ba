import { Button, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import type { School } from '../../../shared/domain/school.ts'
import { readForm } from '../../lib/read-form.ts'
import classes from './settings-page.module.css'
import { SettingsSection } from './settings-section.tsx'
import { useSaving } from './use-saving.ts'

type Props = { school: School; mayLead: boolean }

/** When the policy was adopted and is looked at again (policy.review). */
export function PolicyDates({ school, mayLead }: Props) {
  const { isSaved, save, edited } = useSaving(school)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = readForm(event.currentTarget)
    await save({ policyAdopted: text('adopted'), policyReview: text('review') })
  }
  return (
    <SettingsSection title="The policy’s dates" isSaved={isSaved} isReadOnly={!mayLead}>
      <form className={classes.form} onSubmit={(event) => void submit(event)} onChange={edited}>
        <TextInput
          name="adopted"
          type="date"
          label="Adopted on"
          defaultValue={school.policyAdopted}
          required
          readOnly={!mayLead}
          className={classes.date}
        />
        <TextInput
          name="review"
          type="date"
          label="Review by"
          defaultValue={school.policyReview}
          required
          readOnly={!mayLead}
          className={classes.date}
        />
        {mayLead && (
          <Button type="submit" className={classes.act}>
            Save the dates
          </Button>
        )}
      </form>
    </SettingsSection>
  )
}

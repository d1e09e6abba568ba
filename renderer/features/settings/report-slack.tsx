import { Button, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { MOST_REPORT_SLACK, type School } from '../../../shared/domain/school.ts'
import { readForm } from '../../lib/read-form.ts'
import classes from './settings-page.module.css'
import { SettingsSection } from './settings-section.tsx'
import { useSaving } from './use-saving.ts'

type Props = { school: School; mayLead: boolean }

/** From how many minutes a meeting's report and what was marked count as different. */
export function ReportSlack({ school, mayLead }: Props) {
  const { isSaved, save, edited } = useSaving(school)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    await save({ reportSlackMinutes: Number(readForm(event.currentTarget)('slack')) })
  }
  return (
    <SettingsSection
      title="Meeting reports"
      hint="At signing off, so many minutes make somebody late or gone early by the meeting’s report. Less is to and fro."
      isSaved={isSaved}
      isReadOnly={!mayLead}
    >
      <form className={classes.form} onSubmit={(event) => void submit(event)} onChange={edited}>
        <TextInput
          name="slack"
          type="number"
          label="Minutes"
          min={0}
          max={MOST_REPORT_SLACK}
          step={1}
          defaultValue={String(school.reportSlackMinutes)}
          required
          readOnly={!mayLead}
          className={classes.date}
        />
        {mayLead && (
          <Button type="submit" className={classes.act}>
            Save the minutes
          </Button>
        )}
      </form>
    </SettingsSection>
  )
}

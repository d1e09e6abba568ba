import { Button, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import type { School } from '../../../shared/domain/school.ts'
import { readForm } from '../../lib/read-form.ts'
import { useKeptFolder } from '../../lib/use-kept-folder.ts'
import { FolderLine } from './folder-line.tsx'
import classes from './settings-page.module.css'
import { SettingsSection } from './settings-section.tsx'
import { useSaving } from './use-saving.ts'

type Props = { school: School; mayLead: boolean }

/** The ways beside the office's folder: the office's address, and where the parts for others go. */
export function OtherWaysOut({ school, mayLead }: Props) {
  const { isSaved, save, edited } = useSaving(school)
  const leaders = useKeptFolder('leaders')
  const home = useKeptFolder('home')
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    await save({ officeEmail: readForm(event.currentTarget)('officeEmail') })
  }
  return (
    <SettingsSection
      title="Other ways out"
      hint="By e-mail, for leaders and for home: offered under the day on the page End of day."
      isSaved={isSaved || leaders.isSaved || home.isSaved}
    >
      <form className={classes.form} onSubmit={(event) => void submit(event)} onChange={edited}>
        <TextInput
          name="officeEmail"
          type="email"
          label="The office’s e-mail address"
          defaultValue={school.officeEmail}
          maxLength={200}
        />
        <Button type="submit" className={classes.act}>
          Save the address
        </Button>
      </form>
      <FolderLine
        choice={leaders}
        words={`For leaders${mayLead ? '' : ' (only a leader changes this)'}: ${leaders.folder ?? 'asked each time'}`}
        isReadOnly={!mayLead}
        button="Choose the folder for leaders"
        leave="Ask each time"
      />
      <FolderLine
        choice={home}
        words={`For home: ${home.folder ?? 'asked each time'}`}
        button="Choose the folder for home"
        leave="Ask each time"
      />
    </SettingsSection>
  )
}

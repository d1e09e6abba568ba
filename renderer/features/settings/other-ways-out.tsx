import { Button, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import type { School } from '../../../shared/domain/school.ts'
import { readForm } from '../../lib/read-form.ts'
import { useApi } from '../../lib/use-lesson.ts'
import classes from './settings-page.module.css'
import { SettingsSection } from './settings-section.tsx'
import { useSaving } from './use-saving.ts'

type Props = { school: School }

const words = {
  leaders: 'For leaders',
  home: 'For home',
} as const

/** The ways beside the office's folder: the office's address, and where the parts for others go. */
export function OtherWaysOut({ school }: Props) {
  const { isSaved, save, edited } = useSaving(school)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    await save({ officeEmail: readForm(event.currentTarget)('officeEmail') })
  }
  return (
    <SettingsSection
      title="Other ways out"
      hint="By e-mail, for leaders and for home: offered under the day on the page End of day."
      isSaved={isSaved}
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
      <SplitFolder school={school} split="leaders" />
      <SplitFolder school={school} split="home" />
    </SettingsSection>
  )
}

function SplitFolder({ school, split }: Props & { split: keyof typeof words }) {
  const api = useApi()
  const { save } = useSaving(school)
  const folder = school.splitFolders[split]
  const keep = (chosen: string | null) => save({ splitFolders: { ...school.splitFolders, [split]: chosen } })
  const choose = async () => {
    const reply = await api.invoke('folder.choose', {})
    if (reply.ok && reply.value.folder) await keep(reply.value.folder)
  }
  return (
    <div className={classes.line}>
      <output className={classes.path}>
        {words[split]}: {folder ?? 'asked each time'}
      </output>
      <span className={classes.button}>
        {folder !== null && (
          <Button variant="subtle" onClick={() => void keep(null)}>
            Ask each time
          </Button>
        )}
        <Button variant="default" onClick={() => void choose()}>
          Choose the folder {split === 'home' ? 'for home' : 'for leaders'}
        </Button>
      </span>
    </div>
  )
}

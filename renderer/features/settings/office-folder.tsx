import { Button } from '@mantine/core'
import type { School } from '../../../shared/domain/school.ts'
import { useApi } from '../../lib/use-lesson.ts'
import classes from './settings-page.module.css'
import { SettingsSection } from './settings-section.tsx'
import { useSaving } from './use-saving.ts'

type Props = { school: School }

/** Where the end-of-day export goes. */
export function OfficeFolder({ school }: Props) {
  const api = useApi()
  const { isSaved, save } = useSaving(school)
  const choose = async () => {
    const reply = await api.invoke('folder.choose', {})
    if (reply.ok && reply.value.folder) await save({ officeFolder: reply.value.folder })
  }
  return (
    <SettingsSection
      title="The office’s folder"
      hint="The end-of-day export is written here, usually on a drive the office can open."
      isSaved={isSaved}
    >
      <div className={classes.line}>
        <output className={classes.path}>{school.officeFolder ?? 'Not chosen yet'}</output>
        <Button variant={school.officeFolder ? 'default' : 'filled'} onClick={() => void choose()}>
          Choose the folder
        </Button>
      </div>
    </SettingsSection>
  )
}

import { useKeptFolder } from '../../lib/use-kept-folder.ts'
import { FolderLine } from './folder-line.tsx'
import { SettingsSection } from './settings-section.tsx'

/** Where the end-of-day export goes. */
export function OfficeFolder() {
  const choice = useKeptFolder('office')
  return (
    <SettingsSection
      title="The office’s folder"
      hint="The end-of-day export is written here, usually on a drive the office can open."
      isSaved={choice.isSaved}
    >
      <FolderLine choice={choice} words={choice.folder ?? 'Not chosen yet'} button="Choose the folder" />
    </SettingsSection>
  )
}

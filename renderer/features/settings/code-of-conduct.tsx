import type { School } from '../../../shared/domain/school.ts'
import { LinesForm } from './lines-form.tsx'
import { SettingsSection } from './settings-section.tsx'
import { useSaving } from './use-saving.ts'

type Props = { school: School; mayLead: boolean }

/** What every member of staff acknowledges once a term (staff.conduct). */
export function CodeOfConduct({ school, mayLead }: Props) {
  const { isSaved, save, edited } = useSaving(school)
  return (
    <SettingsSection
      title="Code of conduct"
      hint="Everyone acknowledges it once a term, in the checks or on the Staff page."
      isSaved={isSaved}
      isReadOnly={!mayLead}
    >
      <LinesForm
        label="Its rules"
        lines={school.codeOfConduct}
        most={30}
        longest={300}
        save="Save the code"
        isReadOnly={!mayLead}
        onEdit={edited}
        onSave={(codeOfConduct) => save({ codeOfConduct })}
      />
    </SettingsSection>
  )
}

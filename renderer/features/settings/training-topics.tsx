import type { School } from '../../../shared/domain/school.ts'
import { topicsTitled } from '../../../shared/domain/training.ts'
import { LinesForm } from './lines-form.tsx'
import { SettingsSection } from './settings-section.tsx'
import { useSaving } from './use-saving.ts'

type Props = { school: School; mayLead: boolean }

/** What staff are trained in before they teach live (head.training). */
export function TrainingTopics({ school, mayLead }: Props) {
  const { isSaved, save, edited } = useSaving(school)
  return (
    <SettingsSection
      title="Training"
      hint="What everyone is trained in before they teach live. Another name is another training, to be recorded anew."
      isSaved={isSaved}
      isReadOnly={!mayLead}
    >
      <LinesForm
        label="Trainings"
        lines={school.trainingTopics.map(({ title }) => title)}
        most={12}
        longest={60}
        save="Save the trainings"
        isReadOnly={!mayLead}
        onEdit={edited}
        onSave={(titles) => save({ trainingTopics: topicsTitled(titles, school.trainingTopics) })}
      />
    </SettingsSection>
  )
}

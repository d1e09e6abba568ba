import '@mantine/core/styles/Input.css'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { type SubmitEvent, useState } from 'react'
import type { Adaptation } from '../../../shared/domain/lesson.ts'
import type { LessonRecordView } from '../../../shared/ipc/contract.ts'
import { AdaptationForm } from '../../components/adaptation-form.tsx'
import { AdaptationList } from '../../components/adaptation-list.tsx'
import { Message } from '../../components/message.tsx'
import { readForm } from '../../lib/read-form.ts'
import { useApi } from '../../lib/use-lesson.ts'
import classes from './plan-page.module.css'

type Props = { record: LessonRecordView }

/** Everything the plan of a lesson holds, saved as one. */
export function PlanForm({ record: { lesson, pupils, staff, me } }: Props) {
  const api = useApi()
  /** Null: nobody has said yet. */
  const [adaptations, setAdaptations] = useState<Adaptation[] | null>(lesson.adaptations ?? null)
  const [outcome, setOutcome] = useState<'saved' | { failure: string } | null>(null)
  const adapted = (next: Adaptation[] | null) => {
    setAdaptations(next)
    setOutcome(null)
  }
  const save = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = readForm(event.currentTarget)
    const reply = await api.invoke('lesson.plan', {
      lessonId: lesson.id,
      subject: text('subject'),
      learningIntention: text('intention'),
      adaptations,
      secondAdultId: text('secondAdult') || null,
    })
    setOutcome(reply.ok ? 'saved' : { failure: reply.error.message })
  }
  return (
    <section className={classes.panel} aria-label="The plan">
      <form
        id="plan"
        className={classes.fields}
        onSubmit={(event) => void save(event)}
        onChange={() => setOutcome(null)}
      >
        <TextInput name="subject" label="Subject" defaultValue={lesson.subject} required maxLength={60} />
        <TextInput
          name="intention"
          label="Learning intention"
          description="What the pupils are to learn, in one line"
          defaultValue={lesson.learningIntention}
          maxLength={200}
        />
        <NativeSelect
          name="secondAdult"
          label="Planned second adult"
          defaultValue={lesson.secondAdultId ?? ''}
          data={[
            { value: '', label: 'Nobody yet' },
            ...staff.filter(({ id }) => id !== me.id).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </form>
      <div className={classes.group}>
        <h2 className={classes.heading}>Adaptations</h2>
        <AdaptationList
          adaptations={adaptations ?? []}
          pupils={pupils}
          onRemove={(place) => adapted((adaptations ?? []).filter((_, one) => one !== place))}
        />
        {(adaptations ?? []).length === 0 && (
          <label className={classes.check}>
            <input
              type="checkbox"
              className={classes.box}
              checked={adaptations !== null}
              onChange={(event) => adapted(event.currentTarget.checked ? [] : null)}
            />
            Nothing needs adapting
          </label>
        )}
        <AdaptationForm pupils={pupils} onAdd={(one) => adapted([...(adaptations ?? []), one])} />
      </div>
      {outcome !== null && outcome !== 'saved' && (
        <Message tone="bad" title={outcome.failure}>
          What you wrote is still here; what was saved before is kept.
        </Message>
      )}
      <div className={classes.actions}>
        <Button type="submit" form="plan">
          Save the plan
        </Button>
        {outcome === 'saved' && (
          <output className={classes.saved}>
            <IconCircleCheck size={16} stroke={1.75} aria-hidden="true" />
            Saved
          </output>
        )}
      </div>
    </section>
  )
}

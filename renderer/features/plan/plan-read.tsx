import type { LessonRecordView } from '../../../shared/ipc/contract.ts'
import { AdaptationList } from '../../components/adaptation-list.tsx'
import classes from './plan-page.module.css'

type Props = { record: LessonRecordView }

/** The plan of a lesson that was taught: to be read. */
export function PlanRead({ record: { lesson, pupils, staff } }: Props) {
  const { adaptations } = lesson
  return (
    <section className={classes.panel} aria-label="The plan">
      <dl className={classes.facts}>
        <div>
          <dt>Learning intention</dt>
          <dd>{lesson.learningIntention || 'None said'}</dd>
        </div>
        <div>
          <dt>Planned second adult</dt>
          <dd>{staff.find(({ id }) => id === lesson.secondAdultId)?.name ?? 'Nobody'}</dd>
        </div>
        <div>
          <dt>Adapted</dt>
          <dd>{!adaptations ? 'Nobody has said' : adaptations.length === 0 && 'Nothing needed adapting'}</dd>
        </div>
      </dl>
      <AdaptationList adaptations={adaptations ?? []} pupils={pupils} />
    </section>
  )
}

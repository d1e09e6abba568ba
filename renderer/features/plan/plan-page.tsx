import { Button } from '@mantine/core'
import { clockTime, dayAndMonth } from '../../../shared/domain/times.ts'
import { mayPlan } from '../../../shared/domain/lesson.ts'
import { Message } from '../../components/message.tsx'
import { Page } from '../../components/page.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useLesson, useLessonStore } from '../../lib/use-lesson.ts'
import { NotesBefore } from './notes-before.tsx'
import { PlanForm } from './plan-form.tsx'
import { PlanRead } from './plan-read.tsx'
import classes from './plan-page.module.css'

type Props = { lessonId: string }

const back = (
  <Button component="a" href="#/today" variant="default">
    Back to Today
  </Button>
)

/** What a lesson is to be: intention, what is adapted for whom, who stands beside (staff.needs), and what comes back. */
export function PlanPage({ lessonId }: Props) {
  const store = useLessonStore(lessonId)
  const record = useLesson(store, (state) => state.record)
  const failure = useLesson(store, (state) => state.failure)
  const state = useLesson(store, (one) => one.tally.state)
  if (failure) {
    return (
      <Page title="Plan" aside={back}>
        <Message tone="bad" title={failure.message}>
          Nothing was lost or changed.
        </Message>
      </Page>
    )
  }
  if (record?.lesson.id !== lessonId) {
    return (
      <Page title="Plan" aside={back}>
        <Waiting>Opening the lesson</Waiting>
      </Page>
    )
  }
  const { lesson } = record
  const verdict = mayPlan(state)
  return (
    <Page
      title={`Plan ${lesson.className} ${lesson.subject}`}
      subtitle={`${dayAndMonth(lesson.startsAt)}, ${clockTime(lesson.startsAt)} to ${clockTime(lesson.endsAt)}`}
      aside={back}
    >
      {!verdict.ok && <Message tone="quiet" title={verdict.reason} />}
      <div className={classes.columns}>
        {verdict.ok ? <PlanForm key={lessonId} record={record} /> : <PlanRead record={record} />}
        <NotesBefore notes={record.notesBefore} />
      </div>
    </Page>
  )
}

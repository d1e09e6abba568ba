import { Button } from '@mantine/core'
import { clockTime, dayAndMonth } from '../../../shared/domain/times.ts'
import { Message } from '../../components/message.tsx'
import { Page } from '../../components/page.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useApp } from '../../lib/use-app.ts'
import { useLesson, useLessonStore } from '../../lib/use-lesson.ts'
import { LessonSignOff } from './lesson-sign-off.tsx'
import { NotEndedYet } from './not-ended-yet.tsx'
import { canBeShown } from './sign-off-view.ts'
import { useOpenWindow } from './use-open-window.ts'

type Props = { lessonId: string }

/** After the lesson: who took part and how, and the teacher's signature. */
export function SignOffPage({ lessonId }: Props) {
  const store = useLessonStore(lessonId)
  const record = useLesson(store, (state) => state.record)
  const failure = useLesson(store, (state) => state.failure)
  const tally = useLesson(store, (state) => state.tally)
  const pending = useLesson(store, (state) => state.pending)
  const refusal = useLesson(store, (state) => state.refusal)
  const notTheRegister = useApp((state) => state.status?.school?.notTheRegister ?? '')
  const otherWindow = useOpenWindow(lessonId)

  if (failure) {
    return (
      <Page title="Sign off">
        <Message
          tone="bad"
          title={failure.message}
          action={
            <Button component="a" href="#/today" variant="default">
              Back to Today
            </Button>
          }
        >
          Nothing was lost or changed.
        </Message>
      </Page>
    )
  }
  if (record?.lesson.id !== lessonId) {
    return (
      <Page title="Sign off">
        <Waiting>Opening the lesson</Waiting>
      </Page>
    )
  }
  const { lesson } = record
  const isMoving = pending.some((act) => act.entries.some((entry) => entry.kind === 'moved'))
  const isToSign = tally.state === 'ended' || isMoving
  const name = `${lesson.className} ${lesson.subject}`
  return (
    <Page
      title={isToSign ? `Sign off ${name}` : name}
      subtitle={`${dayAndMonth(lesson.startsAt)}, ${clockTime(lesson.startsAt)} · ${lesson.learningIntention}`}
      aside={
        isToSign && (
          <Button component="a" href={`#/lessons/${lessonId}/share`} variant="default">
            Take in a colleague’s file
          </Button>
        )
      }
    >
      {otherWindow.failure && <Message tone="bad" title={otherWindow.failure.message} />}
      {refusal && (
        <Message
          tone="bad"
          title={refusal}
          action={
            <Button variant="default" onClick={() => store.getState().refusalSeen()}>
              All right
            </Button>
          }
        >
          The last change was not written. Everything marked before is saved.
        </Message>
      )}
      {pending.some((act) => act.notSaved) && (
        <Message tone="warn" title="Not saved yet">
          What you marked is kept here and is being tried again. Leave this page open until this goes away.
        </Message>
      )}
      {canBeShown(tally.state) ? (
        <LessonSignOff
          record={record}
          tally={tally}
          isMoving={isMoving}
          notTheRegister={notTheRegister}
          onActed={store.getState().acted}
          onLive={() => otherWindow.open('live')}
        />
      ) : (
        <NotEndedYet state={tally.state} onOpen={(show) => void otherWindow.open(show)} />
      )}
    </Page>
  )
}

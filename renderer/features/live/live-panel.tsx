import { useMemo, useState } from 'react'
import { guardAlert } from '../../../shared/domain/lesson.ts'
import { factsOf } from '../../../shared/domain/tally.ts'
import { Message } from '../../components/message.tsx'
import { useAfterPaint } from '../../lib/after-paint.ts'
import { useApi, useLessonStore } from '../../lib/use-lesson.ts'
import { LiveLesson } from './live-lesson.tsx'
import classes from './live-panel.module.css'
import { createLiveStore } from './live-store.ts'
import { PanelBar } from './panel-bar.tsx'
import { PanelFrame } from './panel-frame.tsx'
import { SafeLesson } from './safe-lesson.tsx'
import { StripLesson } from './strip-lesson.tsx'
import { usePanel } from './use-panel.ts'
import { usePanelWindow } from './use-panel-window.ts'
import { NotLive } from './not-live.tsx'
import { PanelButton } from './panel-button.tsx'
import { notSavedAmong } from './pending-acts.ts'

type Props = { lessonId: string }

/** The live panel's window: one lesson, opened again when it could not be shown. */
export function LivePanel({ lessonId }: Props) {
  const [attempt, setAttempt] = useState(0)
  return <OpenedLesson key={attempt} lessonId={lessonId} onRetry={() => setAttempt(attempt + 1)} />
}

function OpenedLesson({ lessonId, onRetry }: Props & { onRetry: () => void }) {
  const api = useApi()
  const lesson = useLessonStore(lessonId)
  const live = useMemo(() => createLiveStore(api, lesson), [api, lesson])
  const record = useAfterPaint(lesson, (one) => one.record)
  const failure = useAfterPaint(lesson, (one) => one.failure)
  const said = usePanel(live, (one) => one.said)
  const pending = useAfterPaint(lesson, (one) => one.pending)
  const trouble = useAfterPaint(lesson, (one) => one.trouble)
  const tally = useAfterPaint(lesson, (one) => one.tally)
  const panelWindow = usePanelWindow(lessonId, live)
  const { state } = tally
  if (failure) {
    return (
      <PanelBar panelWindow={panelWindow}>
        <main className={classes.message}>
          <Message
            tone="bad"
            title="The lesson could not be opened"
            action={<PanelButton onClick={onRetry}>Try again</PanelButton>}
          >
            {failure.message} Nothing was lost.
          </Message>
        </main>
      </PanelBar>
    )
  }
  if (!record || panelWindow.view === 'opening') {
    return <output className={classes.opening}>Opening the lesson…</output>
  }
  if (state !== 'live') {
    const { acts } = notSavedAmong(pending)
    return (
      <PanelBar panelWindow={panelWindow}>
        <NotLive
          lesson={record.lesson}
          state={state}
          notSaved={acts}
          trouble={trouble}
          said={said}
          onOpen={live.getState().windowOpened}
        />
      </PanelBar>
    )
  }
  const pupilIds = record.pupils.map(({ id }) => id)
  const facts = factsOf(tally, record.checkItems, pupilIds, record.optedOutIds)
  const view = { record, facts, lesson, live, panelWindow }
  return (
    <PanelFrame alert={guardAlert(facts)}>
      {panelWindow.view === 'full' && <LiveLesson {...view} />}
      {panelWindow.view === 'safe' && <SafeLesson {...view} />}
      {(panelWindow.view === 'strip' || panelWindow.view === 'safe-strip') && <StripLesson {...view} />}
    </PanelFrame>
  )
}

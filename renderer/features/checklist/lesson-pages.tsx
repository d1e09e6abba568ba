import { useEffect, useState } from 'react'
import { nextOpen, standingOf } from '../../../shared/domain/checks.ts'
import { mayBeSeen } from '../../../shared/domain/sharing.ts'
import { factsOf } from '../../../shared/domain/tally.ts'
import type { LessonRecordView } from '../../../shared/ipc/contract.ts'
import type { LessonStore } from '../../lib/lesson-store.ts'
import { useApp } from '../../lib/use-app.ts'
import { useApi, useLesson } from '../../lib/use-lesson.ts'
import { AdmitPage } from './admit-page.tsx'
import { ChecklistFooter } from './checklist-footer.tsx'
import { ChecklistHeader } from './checklist-header.tsx'
import type { ChecklistStore } from './checklist-store.ts'
import { countChecks } from './checklist-words.ts'
import { ChecksPage } from './checks-page.tsx'
import classes from './lesson-pages.module.css'
import { LessonUnderWay } from './lesson-under-way.tsx'
import { Notices } from './notices.tsx'
import { NotesLine } from './notes-line.tsx'
import { createWaitingStore } from './waiting-store.ts'

type Props = {
  store: LessonStore
  checklist: ChecklistStore
  record: LessonRecordView
  onReadAgain: () => void
}

/** Checks, then the waiting list, then the way to the lesson: which of them is decided by the lesson's own log. */
export function LessonPages({ store, checklist, record, onReadAgain }: Props) {
  const api = useApi()
  const tally = useLesson(store, (state) => state.tally)
  const [waiting] = useState(() => createWaitingStore(api, store))
  /** The check gone to on purpose; null follows the first open one. */
  const [chosen, setChosen] = useState<number | null>(null)
  const { lesson, checkItems, pupils } = record

  const standing = standingOf(checkItems, tally.checks)
  const facts = factsOf(
    tally,
    checkItems,
    pupils.map((one) => one.id),
    record.optedOutIds,
  )
  const asked = chosen ?? nextOpen(standing, -1)
  const isPreparing = tally.state === 'planned' || tally.state === 'preparing'
  const isBefore = isPreparing || tally.state === 'admitting'

  const isAsking = isPreparing && asked !== null
  const isSeenWhenSharing = useApp(({ status }) => status !== null && mayBeSeen(status.sharing))

  useEffect(() => {
    document.title = `${lesson.className} ${lesson.subject} · Checklist`
  }, [lesson])

  const backToChecks = () => {
    if (tally.state === 'admitting')
      void store.getState().acted([{ kind: 'moved', value: { to: 'preparing' } }])
    setChosen(checkItems.length - 1)
  }

  return (
    <div className={classes.window}>
      <ChecklistHeader
        lesson={lesson}
        answered={standing.filter(({ answer }) => answer !== null).length}
        checks={checkItems.length}
      />
      <main className={classes.main}>
        <Notices
          store={store}
          checklist={checklist}
          standing={standing}
          facts={facts}
          emptyClass={isAsking && pupils.length === 0 ? lesson.className : null}
        />
        {!isBefore && <LessonUnderWay lessonId={lesson.id} state={tally.state} checklist={checklist} />}
        {isAsking && <NotesLine notes={record.notesBefore} />}
        {isAsking && (
          <ChecksPage
            store={store}
            checklist={checklist}
            record={record}
            standing={standing}
            asked={asked}
            onAsk={setChosen}
          />
        )}
        {isBefore && !isAsking && (
          <AdmitPage
            store={store}
            waiting={waiting}
            checklist={checklist}
            record={record}
            facts={facts}
            standing={standing}
            onBack={backToChecks}
            onReadAgain={onReadAgain}
          />
        )}
      </main>
      {isBefore && (isAsking || pupils.length > 0) && (
        <ChecklistFooter
          facts={facts}
          checks={countChecks(standing)}
          isSeenWhenSharing={!isAsking && isSeenWhenSharing}
        />
      )}
    </div>
  )
}

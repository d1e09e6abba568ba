import '@mantine/core/styles/Input.css'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { dateInWords } from '../../../shared/domain/times.ts'
import { MakingProgress } from '../../components/making-progress.tsx'
import { Message } from '../../components/message.tsx'
import { Page } from '../../components/page.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useApi } from '../../lib/use-lesson.ts'
import { DayChoice } from './day-choice.tsx'
import { IncomingMessage } from './incoming-message.tsx'
import { OfficeDevices } from './office-devices.tsx'
import { NotInYet } from './not-in-yet.tsx'
import classes from './office-page.module.css'
import { createOfficeStore } from './office-store.ts'
import { dayInWords, reportStepWords } from './office-words.ts'
import { OfficeNotes } from './office-notes.tsx'
import { ReportChoice } from './report-choice.tsx'
import { ReportMessage } from './report-message.tsx'
import { SetAsideList } from './set-aside-list.tsx'
import { TeacherTable } from './teacher-table.tsx'

/** What teachers sent of a day, and the whole school's report of it. It changes nobody's record. */
export function OfficePage() {
  const api = useApi()
  const [store] = useState(() => createOfficeStore(api))
  useEffect(() => store.getState().opened(), [store])
  const { date, split, day, devices, failure, busy, progress, made } = useStore(store)
  const { dayChosen, daysMoved, lookedAgain, splitChosen } = store.getState()
  const { reportMade, reportStopped, reportRevealed } = store.getState()
  const { noted, takenIn, dismissed, takenOff } = store.getState()
  const isIn = day !== null && day.teachers.length > 0
  return (
    <Page
      title="Office"
      subtitle={day ? `${dateInWords(date)} · ${dayInWords(day)}` : dateInWords(date)}
      aside={
        <ReportChoice
          split={split}
          isIn={isIn}
          isDue={isIn && (!day.report || day.report.isOutdated)}
          isMaking={busy.includes('report')}
          onSplit={splitChosen}
          onMake={() => void reportMade()}
        />
      }
    >
      <DayChoice
        date={date}
        dates={day?.dates ?? []}
        isLooking={busy.includes('look')}
        onDay={dayChosen}
        onMove={daysMoved}
        onLook={() => void lookedAgain()}
      />
      {failure && (
        <Message tone="bad" title="That did not work">
          {failure.message}
        </Message>
      )}
      {!day && !failure && <Waiting>Opening the day</Waiting>}
      {day && (
        <>
          <IncomingMessage day={day} />
          {split === 'leaders' && isIn && (
            <p className={classes.quiet}>
              The leaders’ report holds what happened in incidents, what to follow up, checks passed over and
              counts. It goes into the leaders’ folder, or one that a leader chooses.
            </p>
          )}
          {busy.includes('report') ? (
            <MakingProgress
              step={progress}
              words={reportStepWords(progress, split)}
              label="Report"
              onStop={reportStopped}
            />
          ) : (
            <ReportMessage
              day={day}
              split={split}
              made={made}
              onReveal={reportRevealed}
              onAgain={() => void reportMade(true)}
            />
          )}
          {day.setAside.length > 0 && (
            <SetAsideList
              files={day.setAside}
              isBusy={busy.includes('take-in')}
              onTakeIn={takenIn}
              onDismiss={dismissed}
            />
          )}
          {isIn && <TeacherTable teachers={day.teachers} onNote={noted} />}
          {(isIn || day.hasTimetable) && <NotInYet {...day} />}
          {(isIn || day.notes.length > 0) && (
            <OfficeNotes notes={day.notes} onNote={(text) => noted(null, text)} />
          )}
          <OfficeDevices devices={devices} isBusy={busy.includes('take-off')} onTakeOff={takenOff} />
        </>
      )}
    </Page>
  )
}

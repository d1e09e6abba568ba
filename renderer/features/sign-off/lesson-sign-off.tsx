import { useState } from 'react'
import { exceptionsAmong, standingOf } from '../../../shared/domain/checks.ts'
import { mayMove } from '../../../shared/domain/lesson.ts'
import { secondAdultStays } from '../../../shared/domain/office-sheets/presence.ts'
import { factsOf, type LessonTally } from '../../../shared/domain/tally.ts'
import type { LessonRecordView } from '../../../shared/ipc/contract.ts'
import { Message } from '../../components/message.tsx'
import { asActs, type NewEntry } from '../../../shared/domain/events.ts'
import { leavingTakenBack } from '../../../shared/domain/reconcile/differences.ts'
import { notesOf } from '../../../shared/domain/notes.ts'
import { incidentsOf } from '../../../shared/domain/incidents.ts'
import { BulkMarks } from './bulk-marks.tsx'
import { CertificatesSection } from './certificates-section.tsx'
import { IncidentsSection } from './incidents-section.tsx'
import { NotesSection } from './notes-section.tsx'
import { ParticipationRow } from './participation-row.tsx'
import { ParticipationTable } from './participation-table.tsx'
import { ReportSection } from './report-section.tsx'
import { missingOfReport, reconcile } from './report-words.ts'
import { SignOffBar } from './sign-off-bar.tsx'
import { SignOffSummary } from './sign-off-summary.tsx'
import { Signature } from './signature.tsx'
import { SignedRow } from './signed-row.tsx'
import { useReport } from './use-report.ts'
import {
  countsSigned,
  countsToSign,
  exportedAt,
  madeFollowUp,
  missingMarks,
  missingWords,
  optOutsKept,
  pointsOf,
  rowsOf,
  signatureOf,
  timesInWords,
} from './sign-off-view.ts'

type Props = {
  record: LessonRecordView
  tally: LessonTally
  /** A signature is on its way to the log. */
  isMoving: boolean
  notTheRegister: string
  onActed: (entries: readonly NewEntry[]) => Promise<boolean>
  /** The lesson goes on: back to its live panel. */
  onLive: () => Promise<unknown>
}

/** An ended lesson: what it was, the class to be marked, and the signature; signed, the same to be read. */
export function LessonSignOff({ record, tally, isMoving, notTheRegister, onActed, onLive }: Props) {
  const [isSignedHere, setSignedHere] = useState(false)
  const report = useReport(record.lesson.id)
  const reconciled = report.view && reconcile(report.view, record, tally)
  const rows = rowsOf(record, tally)
  const { attitudes, checkItems, events } = record
  const { endedAt } = tally
  const incidents = incidentsOf(events)
  const isOpen = tally.state === 'ended' || isMoving
  const signature = isOpen ? null : signatureOf(events)
  const nameOf = (staffId: string) => record.staff.find(({ id }) => id === staffId)?.name ?? record.me.name
  const secondAdults = new Set(secondAdultStays(events, endedAt).map(({ staffId }) => nameOf(staffId)))
  const pupilIds = record.pupils.map(({ id }) => id)

  const marked = (entries: readonly NewEntry[]) => {
    for (const act of asActs(entries)) void onActed(act)
  }
  const signed = async () => {
    for (const act of asActs(reconciled?.toSign ?? [])) if (!(await onActed(act))) return
    setSignedHere(await onActed([...optOutsKept(rows), { kind: 'moved', value: { to: 'signed-off' } }]))
  }
  const notOver = async () => {
    if (await onActed([{ kind: 'moved', value: { to: 'live' } }])) await onLive()
  }
  const reopened = () => {
    setSignedHere(false)
    void onActed([{ kind: 'moved', value: { to: 'ended' } }])
  }
  return (
    <>
      {signature && (
        <Signature
          signer={nameOf(signature.actorId)}
          signedAt={signature.at}
          exportedAt={exportedAt(events)}
          isNew={isSignedHere}
          onCorrect={reopened}
        />
      )}
      <SignOffSummary
        facts={[
          { name: 'Lesson', value: timesInWords(tally.liveAt, endedAt) },
          { name: 'Second adult', value: secondAdults.size > 0 ? [...secondAdults].join(', ') : 'None' },
          ...(isOpen ? countsToSign(rows) : countsSigned(rows)),
          { name: 'Points', value: String(pointsOf(rows)) },
        ]}
        exceptions={exceptionsAmong(standingOf(checkItems, tally.checks))}
      />
      <ReportSection
        report={report}
        reconciled={reconciled}
        pupils={record.pupils}
        isReadOnly={!isOpen}
        onMarked={marked}
      />
      <CertificatesSection key={record.lesson.id} lessonId={record.lesson.id} />
      <IncidentsSection
        incidents={incidents}
        ladder={record.ladder}
        pupils={record.pupils}
        isReadOnly={!isOpen}
        onDescribed={({ id, pupilId }, text) =>
          marked([{ kind: 'incident-described', pupilId, value: { incident: id }, text }])
        }
        onTakenBack={(incidentId) => marked([{ kind: 'revoked', revokes: incidentId }])}
      />
      <NotesSection
        notes={notesOf(events)}
        pupils={record.pupils}
        isReadOnly={!isOpen}
        onWritten={(note) => onActed([note])}
        onFollowUp={(note) => marked(madeFollowUp(note))}
        onTakenBack={(noteId) => marked([{ kind: 'revoked', revokes: noteId }])}
      />
      {isOpen && rows.length > 0 && <BulkMarks rows={rows} attitudes={attitudes} onMarked={marked} />}
      {rows.length === 0 ? (
        <Message tone="quiet" title={`Nobody is in class ${record.lesson.className}`}>
          There is nobody to mark, so the lesson can be signed as it is. {notTheRegister}
        </Message>
      ) : (
        <ParticipationTable caption={notTheRegister} isReadOnly={!isOpen}>
          {rows.map((row) =>
            isOpen ? (
              <ParticipationRow
                key={row.pupil.id}
                row={row}
                attitudes={attitudes}
                endedAt={endedAt}
                onMarked={(entry) => marked([entry])}
                onStayed={() => marked(leavingTakenBack(events, row.pupil.id))}
              />
            ) : (
              <SignedRow key={row.pupil.id} row={row} attitudes={attitudes} endedAt={endedAt} />
            ),
          )}
        </ParticipationTable>
      )}
      {isOpen && (
        <SignOffBar
          signer={record.me.name}
          verdict={mayMove(factsOf(tally, checkItems, pupilIds, record.optedOutIds), 'signed-off')}
          hints={[
            ...missingMarks(rows),
            ...missingWords(incidents),
            ...(reconciled ? missingOfReport(reconciled) : []),
          ]}
          isSigning={isMoving}
          onSign={() => void signed()}
          onNotOver={() => void notOver()}
        />
      )}
    </>
  )
}

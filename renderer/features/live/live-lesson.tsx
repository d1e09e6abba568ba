import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { guardAlert } from '../../../shared/domain/lesson.ts'
import { isWholeClass } from '../../../shared/domain/live-choosing.ts'
import { FAVOURITES } from '../../../shared/domain/live-keys.ts'
import { factsOf, pupilTally } from '../../../shared/domain/tally.ts'
import type { LessonRecordView } from '../../../shared/ipc/contract.ts'
import { Message } from '../../components/message.tsx'
import { eventsShown, type LessonStore } from '../../lib/lesson-store.ts'
import { useApp } from '../../lib/use-app.ts'
import { useLesson } from '../../lib/use-lesson.ts'
import { adultsOf } from './adults.ts'
import { AdultsMenu } from './adults-menu.tsx'
import { BehaviourPad } from './behaviour-pad.tsx'
import { EndDialog } from './end-dialog.tsx'
import { GroupsMenu } from './groups-menu.tsx'
import { GuardBanner } from './guard-banner.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import classes from './live-panel.module.css'
import { describeLast, describeRepeatable, groupOf, type LiveStore } from './live-store.ts'
import { startOf } from './live-acts.ts'
import { LiveTiles } from './live-tiles.tsx'
import { describeHint } from './live-words.ts'
import { MarksBar } from './marks-bar.tsx'
import { PanelButton } from './panel-button.tsx'
import { PanelFooter } from './panel-footer.tsx'
import { PanelHeader } from './panel-header.tsx'
import { notSavedAmong } from './pending-acts.ts'
import { SearchLine } from './search-line.tsx'
import { TapsList } from './taps-list.tsx'
import { useLiveKeys } from './use-live-keys.ts'

type Props = { record: LessonRecordView; lesson: LessonStore; live: LiveStore }

/** The panel of a lesson that is live: everything on it, put together. */
export function LiveLesson({ record, lesson, live }: Props) {
  const tally = useLesson(lesson, (state) => state.tally)
  const pending = useLesson(lesson, (state) => state.pending)
  const refusal = useLesson(lesson, (state) => state.refusal)
  const isHiddenFromSharing = useApp((state) => state.status?.hiddenFromSharing === true)
  const panel = useStore(live)
  const { keys, showing } = panel
  const { isMore, groupNow, last } = panel
  const group = useMemo(
    () => groupOf({ record, tally }, { isMore, groupNow, last }),
    [record, tally, isMore, groupNow, last],
  )
  const facts = factsOf(
    tally,
    record.checkItems,
    record.pupils.map((one) => one.id),
    record.optedOutIds,
  )
  const notSaved = notSavedAmong(pending)
  useLiveKeys(live)
  useEffect(() => {
    document.title = `${record.lesson.className} ${record.lesson.subject} · Live`
  }, [record.lesson])

  return (
    <main className={classes.panel}>
      <PanelHeader
        lesson={record.lesson}
        liveAt={tally.liveAt ?? record.lesson.startsAt}
        onEnd={panel.endAsked}
        adults={
          <AdultsMenu
            {...adultsOf(record, tally, panel.addedStaff)}
            isOpen={showing === 'adults'}
            onOpenChange={panel.adultsToggled}
            onLeft={panel.secondAdultLeft}
            onJoined={panel.secondAdultJoined}
            onOtherJoined={(name) => void panel.otherAdultJoined(name)}
          />
        }
      />
      <GuardBanner
        alert={guardAlert(facts)}
        onEnd={panel.endAsked}
        onSecondAdult={() => panel.adultsToggled(true)}
      />
      <SearchLine
        typed={keys.typed}
        hint={describeHint(keys, group)}
        said={refusal === null ? panel.said : null}
        onTextTyped={panel.textTyped}
      />
      {refusal !== null && (
        <div className={classes.strip}>
          <Message
            tone="warn"
            title="That was not recorded"
            action={<PanelButton onClick={lesson.getState().refusalSeen}>Dismiss</PanelButton>}
          >
            {refusal}
          </Message>
        </div>
      )}
      <LiveTiles
        record={record}
        tally={tally}
        keys={keys}
        group={group}
        notSavedIds={notSaved.pupilIds}
        isOnlyUnnoticed={panel.isOnlyUnnoticed}
        onTap={panel.pupilTapped}
      />
      {keys.chosen.length > 0 && (
        <MarksBar
          chosen={keys.chosen.map((id) => pupilTally(tally, id))}
          start={startOf(tally.liveAt, record.lesson.startsAt)}
          onMark={panel.markTapped}
          onClear={panel.chosenCleared}
        />
      )}
      <BehaviourPad behaviours={record.behaviours} isMore={isMore} onTap={panel.behaviourTapped} />
      {keys.groupTyped !== null && (
        <GroupsMenu
          group={group}
          chosen={keys.chosen}
          typed={keys.groupTyped}
          actions={panel}
          onChoose={panel.groupTapped}
          onExcept={() => panel.commandTapped('except')}
          onClose={panel.groupsClosed}
        />
      )}
      {showing === 'taps' && (
        <TapsList
          events={eventsShown({ record, pending })}
          behaviours={record.behaviours}
          staff={record.staff}
          meId={record.me.id}
          group={group}
          onTakenBack={panel.tapTakenBack}
          onClose={panel.dialogClosed}
        />
      )}
      <PanelFooter
        isWholeClass={isWholeClass(keys, group)}
        isGroupsOpen={keys.groupTyped !== null}
        isTapsOpen={showing === 'taps'}
        isMore={record.behaviours.length > FAVOURITES ? isMore : null}
        repeatable={describeRepeatable(last, record.behaviours)}
        undoable={describeLast({ record, pending }, group)}
        isHiddenFromSharing={isHiddenFromSharing}
        isSaving={pending.length > 0}
        notSaved={notSaved.acts}
        unnoticed={group.pupils.filter((one) => isUnnoticed(pupilTally(tally, one.id))).length}
        isOnlyUnnoticed={panel.isOnlyUnnoticed}
        onCommand={panel.commandTapped}
        onMore={panel.moreToggled}
        onUnnoticed={panel.unnoticedToggled}
      />
      {showing === 'end' && (
        <EndDialog
          present={facts.present}
          onEnd={() => void panel.lessonEnded()}
          onClose={panel.dialogClosed}
        />
      )}
      {showing === 'keys' && <KeysDialog onClose={panel.dialogClosed} />}
    </main>
  )
}

const isUnnoticed = ({ present, noticed }: { present: boolean; noticed: boolean }): boolean =>
  present && !noticed

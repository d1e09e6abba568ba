import { useEffect, useMemo } from 'react'
import { guardAlert, type LessonFacts } from '../../../shared/domain/lesson.ts'
import { isWholeClass } from '../../../shared/domain/live-choosing.ts'
import { FAVOURITES } from '../../../shared/domain/behaviours.ts'
import { pupilTally } from '../../../shared/domain/tally.ts'
import type { LessonRecordView } from '../../../shared/ipc/contract.ts'
import { Message } from '../../components/message.tsx'
import { useAfterPaint } from '../../lib/after-paint.ts'
import { eventsShown, type LessonStore } from '../../lib/lesson-store.ts'
import { useApp } from '../../lib/use-app.ts'
import { adultsOf } from './adults.ts'
import { AdultsMenu } from './adults-menu.tsx'
import { BehaviourPad } from './behaviour-pad.tsx'
import { EndDialog } from './end-dialog.tsx'
import { GroupsMenu } from './groups-menu.tsx'
import { GuardBanner } from './guard-banner.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import classes from './live-panel.module.css'
import { describeLast, describeRepeatable, type LiveState, type LiveStore } from './live-store.ts'
import { LessonNotices } from './lesson-notices.tsx'
import { LessonTimer } from './lesson-timer.tsx'
import { LiveTiles } from './live-tiles.tsx'
import { describeHint } from './live-words.ts'
import { MarksArea } from './marks-area.tsx'
import { PanelButton } from './panel-button.tsx'
import { PanelFooter } from './panel-footer.tsx'
import { PanelHeader } from './panel-header.tsx'
import { notSavedAmong } from './pending-acts.ts'
import { PickerLine } from './picker-line.tsx'
import { shownTurn } from './picking.ts'
import { SearchLine } from './search-line.tsx'
import { TimerPopover } from './timer-popover.tsx'
import { TapsList } from './taps-list.tsx'
import { ShareStrip } from './share-strip.tsx'
import { useGroup } from './use-group.ts'
import { useLiveKeys } from './use-live-keys.ts'
import { usePanel } from './use-panel.ts'
import type { PanelWindow } from './use-panel-window.ts'
import { WindowButtons } from './window-buttons.tsx'

type Props = {
  record: LessonRecordView
  /** What its rules need to know of it, from its log. */
  facts: LessonFacts
  lesson: LessonStore
  live: LiveStore
  panelWindow: PanelWindow
}

/** The panel of a lesson that is live: everything on it, put together. */
export function LiveLesson({ record, facts, lesson, live, panelWindow }: Props) {
  const tally = useAfterPaint(lesson, (state) => state.tally)
  const pending = useAfterPaint(lesson, (state) => state.pending)
  const trouble = useAfterPaint(lesson, (state) => state.trouble)
  const refusal = useAfterPaint(lesson, (state) => state.refusal)
  const sharing = useApp((state) => state.status?.sharing ?? 'seen')
  const panel = usePanel(live, all)
  const { keys, showing } = panel
  const group = useGroup(panel, record, tally)
  const notSaved = notSavedAmong(pending)
  const adults = adultsOf(record, tally, panel.addedStaff)
  const alert = guardAlert(facts)
  const turn = shownTurn(panel, record, tally)
  // Looked up in the whole log: not for a letter typed or a tile chosen.
  const undoable = useMemo(() => describeLast({ record, pending }, group), [record, pending, group])
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
        controls={<WindowButtons onStrip={panelWindow.stripToggled} onSafe={panelWindow.safeToggled} />}
        adults={
          <AdultsMenu
            {...adults}
            isOpen={showing === 'adults'}
            onOpenChange={panel.adultsToggled}
            onLeft={panel.secondAdultLeft}
            onJoined={panel.secondAdultJoined}
            onOtherJoined={(name) => void panel.otherAdultJoined(name)}
            onShare={panel.shareAsked}
          />
        }
      />
      <GuardBanner
        alert={alert}
        isEnding={showing === 'end'}
        onEnd={panel.endAsked}
        onSecondAdult={() => {
          if (alert === 'second-adult-gone' && adults.lastId !== null) panel.secondAdultJoined(adults.lastId)
          else panel.adultsToggled(true)
        }}
      />
      <LessonNotices endsAt={record.lesson.endsAt} />
      <LessonTimer
        timer={tally.timer}
        phases={record.phases}
        onAct={panel.timerSet}
        onOpen={() => panel.commandTapped('timer')}
      />
      {turn && <PickerLine {...turn} said={panel.said} onPass={panel.turnPassed} />}
      <SearchLine
        live={live}
        hint={describeHint(keys, group)}
        said={refusal === null ? panel.said : null}
        onClear={keys.chosen.length > 0 ? panel.chosenCleared : null}
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
      <LiveTiles lesson={lesson} live={live} />
      <MarksArea record={record} tally={tally} group={group} live={live} />
      <BehaviourPad behaviours={record.behaviours} isMore={panel.isMore} onTap={panel.behaviourTapped} />
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
      <ShareStrip
        lessonId={record.lesson.id}
        isOpen={showing === 'share'}
        onOpen={panel.shareAsked}
        onClose={panel.dialogClosed}
      />
      <PanelFooter
        isMarking={keys.chosen.length > 0 && panel.asking === null}
        isWholeClass={isWholeClass(keys, group)}
        isGroupsOpen={keys.groupTyped !== null}
        showing={showing}
        isMore={record.behaviours.length > FAVOURITES ? panel.isMore : null}
        repeatable={describeRepeatable(panel.last, record.behaviours)}
        undoable={undoable}
        sharing={sharing}
        isSaving={pending.length > 0}
        notSaved={notSaved.acts}
        trouble={trouble}
        unnoticed={group.pupils.filter((one) => isUnnoticed(pupilTally(tally, one.id))).length}
        isOnlyUnnoticed={panel.isOnlyUnnoticed}
        onCommand={panel.commandTapped}
        onMore={panel.moreToggled}
        onUnnoticed={panel.unnoticedToggled}
      />
      {showing === 'timer' && (
        <TimerPopover
          timer={tally.timer}
          phases={record.phases}
          onAct={panel.timerSet}
          onClose={panel.dialogClosed}
        />
      )}
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

const all = (state: LiveState): LiveState => state

const isUnnoticed = ({ present, noticed }: { present: boolean; noticed: boolean }): boolean =>
  present && !noticed

import {
  IconArrowBackUp,
  IconCloudOff,
  IconEye,
  IconEyeOff,
  IconLayoutSidebarRightExpand,
} from '@tabler/icons-react'
import { createElement, useEffect } from 'react'
import { useStore } from 'zustand'
import { guardAlert, type LessonFacts } from '../../../shared/domain/lesson.ts'
import type { LessonRecordView } from '../../../shared/ipc/contract.ts'
import type { LessonStore } from '../../lib/lesson-store.ts'
import { useLesson } from '../../lib/use-lesson.ts'
import { behaviourIcon } from '../../components/behaviour-icons.ts'
import { describeLast, type LiveStore } from './live-store.ts'
import { notSavedAmong } from './pending-acts.ts'
import { shownTurn } from './picking.ts'
import classes from './strip-lesson.module.css'
import { StripAdults, StripButton, StripClock, StripGuard, StripTimer } from './strip-parts.tsx'
import { StripTiles } from './strip-tiles.tsx'
import { useClassKeys } from './use-class-keys.ts'
import { useLiveKeys } from './use-live-keys.ts'
import { useGroup } from './use-group.ts'
import type { PanelWindow } from './use-panel-window.ts'

type Props = {
  record: LessonRecordView
  /** What its rules need to know of it, from its log. */
  facts: LessonFacts
  lesson: LessonStore
  live: LiveStore
  panelWindow: PanelWindow
}

/** The lesson in 64 px: what a glance needs, what one gesture can do, and the way to everything else. */
export function StripLesson({ record, facts, lesson, live, panelWindow }: Props) {
  const tally = useLesson(lesson, (state) => state.tally)
  const pending = useLesson(lesson, (state) => state.pending)
  const panel = useStore(live)
  const group = useGroup(panel, record, tally)
  const isSafe = panelWindow.view === 'safe-strip'
  const { openedFor } = panelWindow
  const undoable = describeLast({ record, pending }, group)
  const notSaved = notSavedAmong(pending)
  const [first] = record.behaviours
  const alert = guardAlert(facts)
  const undo = () => panel.commandTapped('undo')
  const openAdults = () => {
    if (isSafe) panelWindow.safeToggled()
    panel.adultsToggled(true)
  }
  // Whatever asks something of the teacher, or is a name to read out, needs more room.
  const isTurnToRead = !isSafe && shownTurn(panel, record, tally) !== null
  const needsRoom = panel.showing !== null || isTurnToRead
  useEffect(() => {
    if (needsRoom) openedFor(() => undefined)
  }, [needsRoom, openedFor])
  useEffect(() => {
    document.title = isSafe
      ? 'Session Companion'
      : `${record.lesson.className} ${record.lesson.subject} · Live`
  }, [isSafe, record.lesson])

  return (
    <main className={classes.strip}>
      {isSafe ? (
        <ClassKeys onClass={panel.classTapped} onUndo={undo} onTimer={() => panel.commandTapped('timer')} />
      ) : (
        <LiveKeysOf live={live} />
      )}
      <h1 className="visually-hidden">{isSafe ? 'Safe to share' : 'The lesson, as a strip'}</h1>
      <StripClock liveAt={tally.liveAt ?? record.lesson.startsAt} />
      {tally.timer && <StripTimer timer={tally.timer} />}
      <div className={classes.pair}>
        <StripButton label="Full panel" keys="F2" onClick={panelWindow.stripToggled}>
          <IconLayoutSidebarRightExpand size={18} stroke={1.75} aria-hidden="true" />
        </StripButton>
        <StripButton
          label={isSafe ? 'Show names' : 'Safe to share'}
          keys="F4"
          onClick={panelWindow.safeToggled}
        >
          {isSafe ? (
            <IconEye size={18} stroke={1.75} aria-hidden="true" />
          ) : (
            <IconEyeOff size={18} stroke={1.75} aria-hidden="true" />
          )}
        </StripButton>
      </div>
      <StripAdults isAlone={tally.secondAdultId === null} onOpen={openAdults} />
      <StripGuard alert={alert} onEnd={panel.endAsked} onSecondAdult={openAdults} />
      {!isSafe && panel.keys.typed !== '' && <p className={classes.typed}>{panel.keys.typed}</p>}
      {isSafe ? (
        <p className={classes.in}>
          <strong>{group.presentIds.size}</strong> in
        </p>
      ) : (
        <StripTiles
          record={record}
          tally={tally}
          keys={panel.keys}
          group={group}
          notSavedIds={notSaved.pupilIds}
          onTap={(pupilId) => openedFor(() => panel.pupilTapped(pupilId))}
        />
      )}
      {first && (
        <StripButton label={`${first.label} for the whole class`} onClick={() => panel.classTapped(0)}>
          {createElement(behaviourIcon(first.icon), {
            size: 18,
            stroke: 1.75,
            'aria-hidden': true,
            className: classes.praise,
          })}
          <span>Class</span>
        </StripButton>
      )}
      <StripButton
        label={isSafe || undoable === null ? 'Undo the last tap' : `Undo ${undoable}`}
        keys="Control+Z"
        isOff={undoable === null}
        onClick={undo}
      >
        <IconArrowBackUp size={18} stroke={1.75} aria-hidden="true" />
        <span className={classes.undo}>{isSafe || undoable === null ? 'Undo' : undoable}</span>
      </StripButton>
      {notSaved.acts > 0 && (
        <p className={classes['not-saved']} title="Not saved yet, trying again">
          <IconCloudOff size={16} stroke={1.75} aria-hidden="true" />
          {notSaved.acts} <span className="visually-hidden">taps</span> not saved
        </p>
      )}
      <output className="visually-hidden">{isSafe ? '' : panel.said}</output>
    </main>
  )
}

/** Which keys count changes with the view: a hook of its own for each. */
function ClassKeys(acts: Parameters<typeof useClassKeys>[0]): null {
  useClassKeys(acts)
  return null
}
function LiveKeysOf({ live }: { live: LiveStore }): null {
  useLiveKeys(live)
  return null
}

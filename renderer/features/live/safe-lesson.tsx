import { IconArrowBackUp, IconEye } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { guardAlert, type LessonFacts } from '../../../shared/domain/lesson.ts'
import type { LessonRecordView } from '../../../shared/ipc/contract.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import type { LessonStore } from '../../lib/lesson-store.ts'
import { useLesson } from '../../lib/use-lesson.ts'
import { FAVOURITES } from '../../../shared/domain/behaviours.ts'
import { BehaviourPad } from './behaviour-pad.tsx'
import { EndDialog } from './end-dialog.tsx'
import { GuardBanner } from './guard-banner.tsx'
import { LessonClock } from './lesson-clock.tsx'
import { LessonNotices } from './lesson-notices.tsx'
import { LessonTimer } from './lesson-timer.tsx'
import { describeLast, type LiveStore } from './live-store.ts'
import { PanelButton } from './panel-button.tsx'
import { notSavedAmong } from './pending-acts.ts'
import classes from './safe-lesson.module.css'
import { SaveStatus } from './save-status.tsx'
import { TimerPopover } from './timer-popover.tsx'
import { useClassKeys } from './use-class-keys.ts'
import { useGroup } from './use-group.ts'
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

/**
 * The panel without a name, a pupil's points or letters that tell who is meant, for when pupils may see the screen.
 * What the lesson says in words (the last tap, a refusal) has names in it and stays out too.
 */
export function SafeLesson({ record, facts, lesson, live, panelWindow }: Props) {
  const tally = useLesson(lesson, (state) => state.tally)
  const pending = useLesson(lesson, (state) => state.pending)
  const trouble = useLesson(lesson, (state) => state.trouble)
  const wasRefused = useLesson(lesson, (state) => state.refusal !== null)
  const panel = useStore(live)
  const group = useGroup(panel, record, tally)
  const undoable = describeLast({ record, pending }, group) !== null
  const namesBack = (act: () => void) => () => {
    panelWindow.safeToggled()
    act()
  }
  const [done, setDone] = useState('')
  const forClass = record.behaviours
    .slice(0, FAVOURITES)
    .flatMap((behaviour, index) =>
      behaviour.group === 'praise' || behaviour.group === 'nudge' ? [{ behaviour, index }] : [],
    )
  const tapClass = (place: number) => {
    const tapped = forClass[place]
    if (!tapped) return
    panel.classTapped(tapped.index)
    setDone(`${tapped.behaviour.label}: whole class`)
  }
  const undo = () => {
    panel.commandTapped('undo')
    setDone(undoable ? 'The last tap was undone' : 'Nothing to undo')
  }
  useClassKeys({ onClass: tapClass, onUndo: undo, onTimer: () => panel.commandTapped('timer') })
  useEffect(() => {
    document.title = 'Session Companion'
  }, [])
  return (
    <main className={classes.page}>
      <header className={classes.header}>
        <div className={classes.row}>
          <h1 className={classes.title}>Safe to share</h1>
          <WindowButtons isSafe onStrip={panelWindow.stripToggled} onSafe={panelWindow.safeToggled} />
        </div>
        <div className={classes.row}>
          <LessonClock liveAt={tally.liveAt ?? record.lesson.startsAt} endsAt={record.lesson.endsAt} />
          <PanelButton onClick={panel.endAsked}>End</PanelButton>
        </div>
      </header>
      <GuardBanner
        alert={guardAlert(facts)}
        isEnding={panel.showing === 'end'}
        onEnd={panel.endAsked}
        onSecondAdult={namesBack(() => panel.adultsToggled(true))}
      />
      <LessonNotices endsAt={record.lesson.endsAt} />
      <LessonTimer
        timer={tally.timer}
        phases={record.phases}
        onAct={panel.timerSet}
        onOpen={() => panel.commandTapped('timer')}
      />
      <dl className={classes.numbers}>
        <div>
          <dt>Pupils in</dt>
          <dd>
            {group.presentIds.size} <span>of {group.pupils.length}</span>
          </dd>
        </div>
        <div>
          <dt>Adults</dt>
          <dd>{tally.secondAdultId === null ? 1 : 2}</dd>
        </div>
      </dl>
      <p className={classes.words}>Names, points and taps are hidden in this window. Recording goes on.</p>
      {wasRefused && <p role="alert">The last tap was not recorded. Show the names to read why.</p>}
      <PanelButton
        tone="accent"
        className={classes.back}
        aria-keyshortcuts="F4"
        onClick={panelWindow.safeToggled}
      >
        <IconEye size={18} stroke={1.75} aria-hidden="true" />
        Show names <KeyCap>F4</KeyCap>
      </PanelButton>
      <section aria-label="For the whole class" className={classes.class}>
        <h2 className={classes.heading}>For the whole class</h2>
        <output className={classes.done}>{done}</output>
        <BehaviourPad
          isMore={false}
          behaviours={forClass.map(({ behaviour }) => behaviour)}
          onTap={tapClass}
        />
      </section>
      <footer className={classes.footer}>
        <PanelButton tone="bare" disabled={!undoable} aria-keyshortcuts="U Control+Z" onClick={undo}>
          <IconArrowBackUp size={16} stroke={1.75} aria-hidden="true" />
          Undo the last tap <KeyCap>U</KeyCap>
        </PanelButton>
        <SaveStatus notSaved={notSavedAmong(pending).acts} trouble={trouble} />
      </footer>
      {panel.showing === 'timer' && (
        <TimerPopover
          timer={tally.timer}
          phases={record.phases}
          onAct={panel.timerSet}
          onClose={panel.dialogClosed}
        />
      )}
      {panel.showing === 'end' && (
        <EndDialog
          present={facts.present}
          onEnd={() => void panel.lessonEnded()}
          onClose={panel.dialogClosed}
        />
      )}
    </main>
  )
}

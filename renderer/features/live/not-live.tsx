import { useStore } from 'zustand'
import type { Lesson, LessonState } from '../../../shared/domain/lesson.ts'
import { nextStep } from '../../../shared/domain/today.ts'
import { useSharing } from '../../lib/use-sharing.ts'
import classes from './not-live.module.css'
import { PanelButton } from './panel-button.tsx'
import { SaveStatus } from './save-status.tsx'

type Props = {
  lesson: Lesson
  state: Exclude<LessonState, 'live'>
  notSaved: number
  trouble: string | null
  /** What went wrong with the last thing asked, in words. */
  said: string | null
  onOpen: (show: 'checklist' | 'live' | 'sign-off' | 'today') => void
}

const words: Record<Props['state'], string> = {
  planned: 'This lesson has not begun. Get ready with the checklist first.',
  preparing: 'This lesson is being prepared. Answer the checks, then admit the pupils.',
  admitting: 'Pupils are being admitted. The panel fills once the lesson starts.',
  ended: 'This lesson has ended. Everything you recorded is kept; sign it off when you are ready.',
  'signed-off': 'This lesson is signed off. Everything you recorded is kept.',
  exported: 'This lesson has gone to the office. Everything you recorded is kept.',
}

/** On the second adult's computer: preparing and signing are the teacher's. */
const joinedWords: Record<Props['state'], string> = {
  planned: 'This lesson has not begun. The panel fills once the teacher has started it.',
  preparing: 'The teacher is preparing this lesson. The panel fills once it has started.',
  admitting: 'Pupils are being admitted. The panel fills once the lesson starts.',
  ended: 'This lesson has ended. Everything you recorded is kept; the teacher signs it off.',
  'signed-off': 'The teacher has signed this lesson off. You can remove it from this computer on Today.',
  exported: 'This lesson has gone to the office. You can remove it from this computer on Today.',
}

const NOT_YET = 'This is not saved yet. Nothing is lost while this window stays open.'

/** A lesson that takes no taps now: where it stands, and the way on. */
export function NotLive({ lesson, state, notSaved, trouble, said, onOpen }: Props) {
  const isJoined = useStore(useSharing(lesson.id), (sharing) => sharing.view?.isJoined === true)
  const step = isJoined ? { label: 'Back to Today', opens: 'today' as const } : nextStep[state]
  return (
    <main className={classes.page}>
      <h1 className={classes.title}>
        {lesson.className} {lesson.subject}
      </h1>
      <p className={classes.quiet}>{notSaved > 0 ? NOT_YET : (isJoined ? joinedWords : words)[state]}</p>
      <SaveStatus notSaved={notSaved} trouble={trouble} />
      {said !== null && <p role="alert">{said}</p>}
      {step && (
        <PanelButton tone="accent" className={classes.action} onClick={() => onOpen(step.opens)}>
          {step.label}
        </PanelButton>
      )}
    </main>
  )
}

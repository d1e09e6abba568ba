import type { Lesson, LessonState } from '../../../shared/domain/lesson.ts'
import { nextStep } from '../../../shared/domain/today.ts'
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
  onOpen: (show: 'checklist' | 'live' | 'sign-off') => void
}

const words: Record<Props['state'], string> = {
  planned: 'This lesson has not begun. Get ready with the checklist first.',
  preparing: 'This lesson is being prepared. Answer the checks, then admit the pupils.',
  admitting: 'Pupils are being admitted. The panel fills once the lesson starts.',
  ended: 'This lesson has ended. Everything you recorded is kept; sign it off when you are ready.',
  'signed-off': 'This lesson is signed off. Everything you recorded is kept.',
  exported: 'This lesson has gone to the office. Everything you recorded is kept.',
}

const NOT_YET = 'This is not saved yet. Nothing is lost while this window stays open.'

/** A lesson that takes no taps now: where it stands, and the way on. */
export function NotLive({ lesson, state, notSaved, trouble, said, onOpen }: Props) {
  const step = nextStep[state]
  return (
    <main className={classes.page}>
      <h1 className={classes.title}>
        {lesson.className} {lesson.subject}
      </h1>
      <p className={classes.quiet}>{notSaved > 0 ? NOT_YET : words[state]}</p>
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

import type { ReactNode } from 'react'
import type { Lesson } from '../../../shared/domain/lesson.ts'
import { LessonClock } from './lesson-clock.tsx'
import { PanelButton } from './panel-button.tsx'
import classes from './panel-header.module.css'

type Props = {
  lesson: Lesson
  liveAt: number
  /** The chip that says how many adults are in. */
  adults: ReactNode
  /** What the panel's window can do. */
  controls: ReactNode
  onEnd: () => void
}

export function PanelHeader({ lesson, liveAt, adults, controls, onEnd }: Props) {
  const title = `${lesson.className} ${lesson.subject}`
  return (
    <header className={classes.header}>
      <div className={classes.row}>
        <h1 className={classes.title} title={title}>
          {title}
        </h1>
        <p className={classes.intention} title={lesson.learningIntention}>
          {lesson.learningIntention}
        </p>
        {adults}
      </div>
      <div className={classes.row}>
        <LessonClock liveAt={liveAt} endsAt={lesson.endsAt} />
        {controls}
        <PanelButton onClick={onEnd}>End</PanelButton>
      </div>
    </header>
  )
}

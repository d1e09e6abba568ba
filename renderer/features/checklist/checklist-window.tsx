import { useState } from 'react'
import { LessonChecklist } from './lesson-checklist.tsx'

type Props = { lessonId: string }

/** The checklist overlay: walks one lesson from planned to live. Asked again, it reads the lesson afresh. */
export function ChecklistWindow({ lessonId }: Props) {
  const [readings, setReadings] = useState(1)
  return (
    <LessonChecklist
      key={`${lessonId} ${readings}`}
      lessonId={lessonId}
      onReadAgain={() => setReadings((before) => before + 1)}
    />
  )
}

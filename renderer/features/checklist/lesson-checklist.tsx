import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { Message } from '../../components/message.tsx'
import { useApi, useLesson, useLessonStore } from '../../lib/use-lesson.ts'
import { createChecklistStore } from './checklist-store.ts'
import classes from './lesson-checklist.module.css'
import { LessonPages } from './lesson-pages.tsx'

type Props = { lessonId: string; onReadAgain: () => void }

/** One reading of a lesson: until it is here, why it cannot be shown, then its pages. */
export function LessonChecklist({ lessonId, onReadAgain }: Props) {
  const api = useApi()
  const [checklist] = useState(() => createChecklistStore(api))
  const store = useLessonStore(lessonId)
  const record = useLesson(store, (state) => state.record)
  const failure = useLesson(store, (state) => state.failure)
  const hasBegun = useRef(false)

  useEffect(() => {
    if (!record || hasBegun.current) return
    hasBegun.current = true
    const { tally, acted } = store.getState()
    const begin = async () => {
      const checklistVersion = record.checklistVersion
      if (tally.state === 'planned') {
        await acted([{ kind: 'moved', value: { to: 'preparing', checklist: checklistVersion } }])
      }
      await checklist.getState().looked(lessonId)
    }
    void begin()
  }, [record, store, checklist, lessonId])

  // What the app sees may have been put right elsewhere: in another window, or by another program.
  useEffect(() => {
    const lookAgain = () => {
      if (store.getState().tally.state === 'preparing') void checklist.getState().looked(lessonId)
    }
    const stop = api.on('school.changed', lookAgain)
    window.addEventListener('focus', lookAgain)
    return () => {
      stop()
      window.removeEventListener('focus', lookAgain)
    }
  }, [api, store, checklist, lessonId])

  if (record)
    return <LessonPages store={store} checklist={checklist} record={record} onReadAgain={onReadAgain} />
  if (!failure) {
    return (
      <main className={classes.apart}>
        <output className={classes.late}>Opening the lesson…</output>
      </main>
    )
  }
  return (
    <main className={classes.apart}>
      <Message
        tone="bad"
        title="The checklist could not be opened"
        action={
          <Button variant="default" autoFocus onClick={onReadAgain}>
            Try again
          </Button>
        }
      >
        {failure.message} What was recorded before is kept.
      </Message>
    </main>
  )
}

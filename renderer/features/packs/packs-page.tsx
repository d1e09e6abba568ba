import '@mantine/core/styles/Input.css'
import { Button } from '@mantine/core'
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { Message } from '../../components/message.tsx'
import { Page } from '../../components/page.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useApi } from '../../lib/use-lesson.ts'
import { PackOfWeekView } from './pack-of-week-view.tsx'
import { createPacksStore } from './packs-store.ts'
import { WeekChoice } from './week-choice.tsx'

type Props = {
  /** The class to begin with; the first where none is named. */
  classId?: string | undefined
}

/** What each class needs for a week of live lessons, who found it appropriate, and who has it. */
export function PacksPage({ classId }: Props) {
  const api = useApi()
  const store = useMemo(() => createPacksStore(api), [api])
  useEffect(() => store.getState().opened(classId ?? null), [store, classId])
  const classes = useStore(store, (state) => state.classes)
  const chosenId = useStore(store, (state) => state.classId)
  const week = useStore(store, (state) => state.week)
  const shown = useStore(store, (state) => state.shown)
  const failure = useStore(store, (state) => state.failure)
  const chosen = classes?.find(({ id }) => id === chosenId)
  return (
    <Page
      title="Packs"
      subtitle="What each class needs for a week of live lessons, and who has it"
      aside={
        classes &&
        chosen && (
          <WeekChoice
            classes={classes}
            classId={chosen.id}
            week={week}
            onClass={store.getState().classChosen}
            onWeek={store.getState().weekMoved}
          />
        )
      }
    >
      {failure && (
        <Message tone="bad" title={failure.message}>
          What was saved before is kept. Open this page again to try once more.
        </Message>
      )}
      {classes?.length === 0 && (
        <Message
          tone="quiet"
          title="The week’s packs of your classes stand here"
          action={
            <Button component="a" href="#/classes/import">
              Import a class list
            </Button>
          }
        >
          A pack says what a class needs for its live lessons, who found it appropriate, and which pupils have
          it. Begin with the class.
        </Message>
      )}
      {chosen && shown && (
        <PackOfWeekView
          key={`${chosen.id} ${week}`}
          className={chosen.name}
          week={week}
          shown={shown}
          store={store}
        />
      )}
      {!failure && (!classes || (chosen && !shown)) && <Waiting>Opening the packs</Waiting>}
    </Page>
  )
}

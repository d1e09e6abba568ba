import { pupilsInWords } from '../../../shared/domain/people.ts'
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { Message } from '../../components/message.tsx'
import { Page } from '../../components/page.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useApi } from '../../lib/use-lesson.ts'
import { ClassList } from './class-list.tsx'
import { createClassesStore } from './classes-store.ts'
import { ImportLink } from './import-link.tsx'

/** The school's classes, each the way to its pupils. */
export function ClassesPage() {
  const api = useApi()
  const store = useMemo(() => createClassesStore(api), [api])
  useEffect(() => store.getState().listOpened(), [store])
  const classes = useStore(store, (state) => state.classes)
  const failure = useStore(store, (state) => state.failure)
  const pupilCount = classes?.reduce((sum, one) => sum + one.pupilCount, 0) ?? 0
  return (
    <Page
      title="Classes"
      subtitle={
        classes && classes.length > 0 && `${classesInWords(classes.length)}, ${pupilsInWords(pupilCount)}`
      }
      aside={classes && classes.length > 0 && <ImportLink isMain={false} />}
    >
      {failure && (
        <Message tone="bad" title={failure.message}>
          Nothing was lost. Open this page again to try once more.
        </Message>
      )}
      {!classes && !failure && <Waiting>Opening the classes</Waiting>}
      {classes?.length === 0 && (
        <Message tone="quiet" title="Your classes and their pupils stand here" action={<ImportLink isMain />}>
          A lesson needs to know who is in its class. Import a class list from your school&rsquo;s system; you
          see what it would change before anything is written.
        </Message>
      )}
      {classes && classes.length > 0 && <ClassList classes={classes} />}
    </Page>
  )
}

const classesInWords = (count: number): string => (count === 1 ? '1 class' : `${count} classes`)

import { pupilsInWords } from '../../../shared/domain/people.ts'
import { Button } from '@mantine/core'
import { IconChevronLeft } from '@tabler/icons-react'
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { Message } from '../../components/message.tsx'
import { Page } from '../../components/page.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useApi } from '../../lib/use-lesson.ts'
import { createClassesStore } from './classes-store.ts'
import { ImportLink } from './import-link.tsx'

import { PupilList } from './pupil-list.tsx'

type Props = { classId: string }

/** One class and who is in it. */
export function ClassPage({ classId }: Props) {
  const api = useApi()
  const store = useMemo(() => createClassesStore(api), [api])
  useEffect(() => store.getState().classOpened(classId), [store, classId])
  const shown = useStore(store, (state) => state.shown)
  const failure = useStore(store, (state) => state.failure)
  const back = (
    <Button
      component="a"
      href="#/classes"
      variant="default"
      leftSection={<IconChevronLeft size={16} aria-hidden="true" />}
    >
      All classes
    </Button>
  )
  if (failure || !shown) {
    return (
      <Page title="Class" aside={back}>
        {failure ? (
          <Message tone="bad" title={failure.message}>
            Choose a class under All classes.
          </Message>
        ) : (
          <Waiting>Opening the class</Waiting>
        )}
      </Page>
    )
  }
  const { summary, pupils, joiningMarks } = shown
  const facts = [summary.yearGroup, pupilsInWords(pupils.length)].filter((fact) => fact !== null)
  return (
    <Page title={summary.name} subtitle={facts.join(' · ')} aside={back}>
      {pupils.length === 0 ? (
        <Message tone="quiet" title="Nobody is in this class yet" action={<ImportLink isMain />}>
          Its pupils come from a class list of your school&rsquo;s system.
        </Message>
      ) : (
        <PupilList classId={classId} pupils={pupils} joiningMarks={joiningMarks} />
      )}
    </Page>
  )
}

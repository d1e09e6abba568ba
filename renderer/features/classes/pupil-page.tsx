import { Button } from '@mantine/core'
import { IconChevronLeft } from '@tabler/icons-react'
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { Message } from '../../components/message.tsx'
import { Page } from '../../components/page.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useApi } from '../../lib/use-lesson.ts'
import { CameraForm } from './camera-form.tsx'
import { DifficultyForm } from './difficulty-form.tsx'
import { NamesKept } from './names-kept.tsx'
import { createPupilStore } from './pupil-store.ts'
import { TakingPartForm } from './taking-part-form.tsx'

type Props = { classId: string; pupilId: string }

/** How one pupil joins live lessons: whether they take part, what gets in the way, their camera, under which names they come. */
export function PupilPage({ classId, pupilId }: Props) {
  const api = useApi()
  const store = useMemo(() => createPupilStore(api, pupilId), [api, pupilId])
  useEffect(() => store.getState().opened(), [store])
  const { shown, failure, refusal, joiningChanged } = useStore(store)
  const back = (
    <Button
      component="a"
      href={`#/classes/${classId}`}
      variant="default"
      leftSection={<IconChevronLeft size={16} aria-hidden="true" />}
    >
      {shown ? shown.className : 'The class'}
    </Button>
  )
  if (failure || !shown) {
    return (
      <Page title="Pupil" aside={back}>
        {failure ? (
          <Message tone="bad" title={failure.message}>
            Nothing was lost. Choose a pupil in the class.
          </Message>
        ) : (
          <Waiting>Opening the pupil</Waiting>
        )}
      </Page>
    )
  }
  const { pupil, joining, className } = shown
  return (
    <Page title={`${pupil.forename} ${pupil.surname}`} subtitle={`${className} · how they join`} aside={back}>
      {refusal && (
        <Message tone="bad" title="That was not kept">
          {refusal} What was kept before is as it was.
        </Message>
      )}
      <TakingPartForm
        optOut={joining.optOut}
        label={pupil.label}
        onSave={(optOut) => joiningChanged({ optOut })}
      />
      <DifficultyForm
        difficulty={joining.difficulty}
        onSave={(difficulty) => joiningChanged({ difficulty })}
      />
      <CameraForm
        cameraOff={joining.cameraOff}
        label={pupil.label}
        onSave={(cameraOff) => joiningChanged({ cameraOff })}
      />
      <NamesKept
        title="Nicknames"
        what="nickname"
        empty={`No nicknames yet. A name kept here is taken for ${pupil.label} when it is waiting.`}
        names={joining.nicknames}
        onChange={(nicknames) => joiningChanged({ nicknames })}
      />
      <NamesKept
        title="Shared devices"
        what="device"
        empty={`No shared devices yet. When a name kept here is waiting, you are asked about ${pupil.label} first.`}
        names={joining.sharedDevices}
        onChange={(sharedDevices) => joiningChanged({ sharedDevices })}
      />
    </Page>
  )
}

import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import { type CheckStanding, nextOpen, standingOf } from '../../../shared/domain/checks.ts'
import type { LessonRecordView } from '../../../shared/ipc/contract.ts'
import type { LessonStore } from '../../lib/lesson-store.ts'
import type { NewEntry } from '../../../shared/domain/events.ts'
import { secondAdultsFor } from '../../../shared/domain/staff.ts'
import { useLesson } from '../../lib/use-lesson.ts'
import { CameraPreview } from './camera-preview.tsx'
import { CheckAnswerForm } from './check-answer-form.tsx'
import { CheckList } from './check-list.tsx'
import { CheckQuestion } from './check-question.tsx'
import { confirmed, opened, passedOver, secondAdultNamed } from './checklist-acts.ts'
import type { ChecklistStore } from './checklist-store.ts'
import { usualReasons } from './checklist-words.ts'
import { ReasonField } from './reason-field.tsx'
import { isOnControl, isTyping, useKeys } from './use-keys.ts'

type Props = {
  store: LessonStore
  checklist: ChecklistStore
  record: LessonRecordView
  standing: readonly CheckStanding[]
  /** Position of the check on screen. */
  asked: number
  /** Goes to a check; null goes to whatever comes next. */
  onAsk: (position: number | null) => void
}

/** One check at a time, with all of them below. */
export function ChecksPage({ store, checklist, record, standing, asked, onAsk }: Props) {
  const tally = useLesson(store, (state) => state.tally)
  const named = useStore(checklist, (state) => state.named)
  const sightings = useStore(checklist, (state) => state.sightings)
  const [isPassingOver, setIsPassingOver] = useState(false)
  const primary = useRef<HTMLButtonElement>(null)
  const check = standing[asked]
  const staff = secondAdultsFor(record.me, [...record.staff, ...named], record.lesson.secondAdultId)
  const planned = staff.find((one) => one.id === record.lesson.secondAdultId) ?? null
  const secondAdult = staff.find((one) => one.id === tally.secondAdultId) ?? null

  const goTo = (position: number | null) => {
    setIsPassingOver(false)
    onAsk(position)
    primary.current?.focus()
  }
  const goOn = () => goTo(nextOpen(standingOf(record.checkItems, store.getState().tally.checks), asked))
  const answer = (entries: readonly NewEntry[]) => {
    if (entries.length > 0) void store.getState().acted(entries)
    goOn()
  }
  const putRight = async () => {
    await checklist.getState().looked(record.lesson.id)
    if (check && store.getState().tally.checks.has(check.id)) goOn()
  }
  const arrowsAreTaken = check?.kind === 'second-adult' && !isPassingOver

  useKeys((event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const goToNeighbour = (position: number) => {
      event.preventDefault()
      if (standing[position]) goTo(position)
    }
    if (event.key === 'Escape' && isPassingOver) return setIsPassingOver(false)
    if (event.key === 'Escape') return goToNeighbour(asked - 1)
    if (isTyping(event)) return
    if (event.key === 'Enter' && !isOnControl(event)) {
      event.preventDefault()
      primary.current?.click()
    }
    if (event.key === 'ArrowUp' && !arrowsAreTaken) goToNeighbour(asked - 1)
    if (event.key === 'ArrowDown' && !arrowsAreTaken) goToNeighbour(asked + 1)
    if (event.key.toLowerCase() === 'n') {
      event.preventDefault()
      setIsPassingOver(true)
    }
  })

  if (!check) return null
  return (
    <>
      <CheckQuestion
        key={check.id}
        check={check}
        secondAdult={secondAdult}
        preview={
          check.kind === 'camera' &&
          !isPassingOver && (
            <CameraPreview
              checklist={checklist}
              lessonId={record.lesson.id}
              onTryAgain={() => primary.current?.focus()}
            />
          )
        }
        onOpened={() => void store.getState().acted(opened(check, tally))}
      >
        {isPassingOver && (
          <ReasonField
            reason={check.answer?.reason ?? ''}
            usual={usualReasons[check.kind === 'seen' ? 'word' : check.kind]}
            onSave={(reason) => answer(passedOver(check, reason, tally))}
            onCancel={() => setIsPassingOver(false)}
          />
        )}
        {!isPassingOver && (
          <CheckAnswerForm
            check={check}
            record={record}
            checklist={checklist}
            sighting={sightings.get(check.id) ?? null}
            staff={staff}
            secondAdult={secondAdult}
            primary={primary}
            onConfirm={() => answer(confirmed(check))}
            onPassOver={() => setIsPassingOver(true)}
            onPutRight={putRight}
            onNotInYet={goOn}
            onSecondAdult={(staffId) => answer(secondAdultNamed(check, staffId, tally))}
          />
        )}
      </CheckQuestion>
      <CheckList
        standing={standing}
        sightings={sightings}
        asked={asked}
        secondAdult={secondAdult}
        planned={planned}
        onAsk={goTo}
      />
    </>
  )
}

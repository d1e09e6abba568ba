import { useRef, useState } from 'react'
import { type CheckStanding, exceptionsAmong } from '../../../shared/domain/checks.ts'
import type { LessonFacts } from '../../../shared/domain/lesson.ts'
import { pupilTally } from '../../../shared/domain/tally.ts'
import type { LessonRecordView } from '../../../shared/ipc/contract.ts'
import type { LessonStore } from '../../lib/lesson-store.ts'
import { useLesson } from '../../lib/use-lesson.ts'
import { AdmitBar } from './admit-bar.tsx'
import { admitted, ticked } from './checklist-acts.ts'
import type { ChecklistStore } from './checklist-store.ts'
import { EmptyClass } from './empty-class.tsx'
import { standing as standingEvents } from '../../../shared/domain/events.ts'
import { mayGoBack, nextAct } from './next-act.ts'
import { PupilSearch } from './pupil-search.tsx'
import { WaitingHeading } from './waiting-heading.tsx'
import { WaitingList } from './waiting-list.tsx'
import { useFoundPupil } from './use-found-pupil.ts'
import { isOnControl, isTyping, useKeys } from './use-keys.ts'

type Props = {
  store: LessonStore
  checklist: ChecklistStore
  record: LessonRecordView
  facts: LessonFacts
  standing: readonly CheckStanding[]
  onBack: () => void
  onReadAgain: () => void
}

/** Who is waiting, who is in, and the one step that comes next. */
export function AdmitPage({ store, checklist, record, facts, standing, onBack, onReadAgain }: Props) {
  const tally = useLesson(store, (state) => state.tally)
  const field = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')
  const { acted } = store.getState()
  const outside = record.pupils.filter((one) => !pupilTally(tally, one.id).present)
  const inside = record.pupils.filter((one) => pupilTally(tally, one.id).present)
  const waitingIds = outside.flatMap((one) => (pupilTally(tally, one.id).waiting ? [one.id] : []))
  const search = useFoundPupil(outside)
  const next = nextAct(facts)
  const isBackOpen = mayGoBack(facts)

  const toggle = (pupilId: string) => {
    const isWaiting = !waitingIds.includes(pupilId)
    const name = record.pupils.find((one) => one.id === pupilId)?.label ?? ''
    setSaid(`${name} ${isWaiting ? 'is waiting' : 'is not waiting'}`)
    search.clear()
    void acted(ticked([pupilId], isWaiting))
  }
  const tickAll = () => {
    const rest = outside.map((one) => one.id).filter((pupilId) => !waitingIds.includes(pupilId))
    setSaid('')
    search.clear()
    if (rest.length > 0) void acted(ticked(rest, true))
  }
  const takeBack = (pupilId: string) => {
    const admissions = standingEvents(record.events).filter(
      (event) => event.kind === 'admitted' && event.pupilId === pupilId,
    )
    void acted([
      ...admissions.map((event) => ({ kind: 'revoked', revokes: event.id }) as const),
      { kind: 'waiting', pupilId, value: { waiting: false } },
    ])
    // The button pressed is gone with the row; the keys go on from the field.
    field.current?.focus()
  }
  const goOn = async () => {
    if (!next.verdict.ok) return
    if (next.kind === 'admit') await acted(admitted(waitingIds, tally))
    if (next.kind === 'reopen') await acted([{ kind: 'moved', value: { to: 'admitting' } }])
    if (next.kind === 'start') await start()
  }
  const start = async () => {
    const isLive = await acted([{ kind: 'moved', value: { to: 'live' } }])
    if (isLive) await checklist.getState().windowOpened(record.lesson.id, 'live')
  }

  useKeys((event) => {
    const has = (key: string) => event.key.toLowerCase() === key
    if ((event.ctrlKey || event.metaKey) && has('a')) {
      event.preventDefault()
      return tickAll()
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape' && search.typed !== '') return search.clear()
    if (event.key === 'Escape') return isBackOpen ? onBack() : undefined
    if (/^[\p{L}'-]$/u.test(event.key) && !isTyping(event)) return field.current?.focus()
    if (event.key !== 'Enter' || search.typed !== '' || isOnControl(event)) return
    // What comes next takes the focus at once and must not be pressed by the same key.
    event.preventDefault()
    void goOn()
  })

  if (record.pupils.length === 0) {
    return (
      <EmptyClass
        className={record.lesson.className}
        onOpenMain={() => void checklist.getState().windowOpened(record.lesson.id, 'today')}
        onReadAgain={onReadAgain}
      />
    )
  }
  return (
    <>
      <WaitingHeading
        waiting={waitingIds.length}
        outside={outside.length}
        inside={inside.length}
        said={said}
        onTickAll={tickAll}
      />
      {outside.length > 0 && <PupilSearch field={field} search={search} onToggle={toggle} />}
      <WaitingList
        outside={outside}
        inside={inside}
        waitingIds={waitingIds}
        foundId={search.found?.id ?? null}
        onToggle={toggle}
        onTakenBack={takeBack}
      />
      <AdmitBar
        next={next}
        exceptions={exceptionsAmong(standing).length}
        mayStart={next.kind === 'admit' && facts.state === 'admitting' && facts.present > 0}
        hasFocus={outside.length === 0}
        onGoOn={() => void goOn()}
        onStart={() => void start()}
        onBack={isBackOpen ? onBack : null}
      />
    </>
  )
}

import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import { type CheckStanding, exceptionsAmong } from '../../../shared/domain/checks.ts'
import { asActs, type NewEntry, standing as standingEvents } from '../../../shared/domain/events.ts'
import type { LessonFacts } from '../../../shared/domain/lesson.ts'
import { pupilsTakingPart, pupilTally } from '../../../shared/domain/tally.ts'
import { keptOutEntries, shownNames } from '../../../shared/domain/waiting-list.ts'
import type { LessonRecordView } from '../../../shared/ipc/contract.ts'
import type { LessonStore } from '../../lib/lesson-store.ts'
import { useLesson } from '../../lib/use-lesson.ts'
import { AdmitBar } from './admit-bar.tsx'
import { admitted, ticked } from './checklist-acts.ts'
import type { ChecklistStore } from './checklist-store.ts'
import { EmptyClass } from './empty-class.tsx'
import { NameQuestion } from './name-question.tsx'
import { NamesForm } from './names-form.tsx'
import { mayGoBack, nextAct } from './next-act.ts'
import { PupilSearch } from './pupil-search.tsx'
import { useFoundPupil } from './use-found-pupil.ts'
import { isOnControl, isTyping, useKeys } from './use-keys.ts'
import { usePaste } from './use-paste.ts'
import { WaitingHeading } from './waiting-heading.tsx'
import { WaitingList } from './waiting-list.tsx'
import { WaitingProblem } from './waiting-problem.tsx'
import { listOf, type WaitingStore } from './waiting-store.ts'

type Props = {
  store: LessonStore
  waiting: WaitingStore
  checklist: ChecklistStore
  record: LessonRecordView
  facts: LessonFacts
  standing: readonly CheckStanding[]
  onBack: () => void
  onReadAgain: () => void
}

/** Who is waiting, who is in, and the one step that comes next. */
export function AdmitPage(props: Props) {
  const { store, waiting, checklist, record, facts, standing, onBack, onReadAgain } = props
  const tally = useLesson(store, (state) => state.tally)
  const names = useStore(waiting)
  const field = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')
  const [isTypingNames, setIsTypingNames] = useState(false)
  const { acted } = store.getState()
  const expected = pupilsTakingPart(record, tally)
  const outside = expected.filter((one) => !pupilTally(tally, one.id).present)
  const inside = expected.filter((one) => pupilTally(tally, one.id).present)
  const waitingIds = outside.flatMap((one) => (pupilTally(tally, one.id).waiting ? [one.id] : []))
  const list = listOf(names, record, tally)
  const question = names.isLater || isTypingNames ? undefined : list.questions[0]
  const search = useFoundPupil(outside)
  const next = nextAct(facts)
  const isBackOpen = mayGoBack(facts)

  const actInTurn = async (entries: readonly NewEntry[]) => {
    let isInLog = false
    for (const [place, act] of asActs(entries).entries()) {
      if (place === 0 || isInLog) isInLog = await acted(act)
    }
    return isInLog
  }
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
  const read = async (pasted: string) => {
    if (await names.namesPasted(pasted)) setIsTypingNames(false)
  }
  const goOn = async () => {
    if (!next.verdict.ok) return
    if (next.kind === 'admit') {
      await actInTurn([...admitted(waitingIds, tally), ...keptOutEntries(list.keptOut)])
    }
    if (next.kind === 'reopen') await acted([{ kind: 'moved', value: { to: 'admitting' } }])
    if (next.kind === 'start') await start()
  }
  const start = async () => {
    const isLive = await actInTurn([
      { kind: 'moved', value: { to: 'live' } },
      ...keptOutEntries(list.keptOut),
    ])
    if (isLive) await checklist.getState().windowOpened(record.lesson.id, 'live')
  }

  usePaste((text) => void read(text))
  useKeys((event) => {
    if (question || isTypingNames) return
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
  const problem = <WaitingProblem problem={names.problem} onSeen={names.problemSeen} />
  if (isTypingNames) {
    return (
      <>
        {problem}
        <NamesForm
          isReading={names.isReading}
          onRead={(text) => void read(text)}
          onCancel={() => setIsTypingNames(false)}
        />
      </>
    )
  }
  return (
    <>
      {problem}
      {question ? (
        <NameQuestion
          key={question.key}
          name={question}
          open={list.questions.length}
          pupils={expected}
          onConfirmed={(pupilIds, isRemembered) => void names.nameConfirmed(question, pupilIds, isRemembered)}
          onNobody={() => names.nameTurnedAway(question)}
          onLater={names.laterChosen}
        />
      ) : (
        <>
          <WaitingHeading
            waiting={waitingIds.length}
            outside={outside.length}
            inside={inside.length}
            said={said}
            read={names.said}
            questions={list.questions.length}
            onTickAll={tickAll}
            onNames={() => setIsTypingNames(true)}
            onQuestions={names.questionsOpened}
          />
          {outside.length > 0 && <PupilSearch field={field} search={search} onToggle={toggle} />}
        </>
      )}
      <WaitingList
        outside={outside}
        inside={inside}
        optedOut={record.pupils.filter((one) => !expected.includes(one))}
        keptOut={list.keptOut}
        waitingIds={waitingIds}
        shown={shownNames(record.events)}
        foundId={search.found?.id ?? null}
        onToggle={toggle}
        onTakenBack={takeBack}
        onAsk={names.nameAsked}
      />
      {!question && (
        <AdmitBar
          next={next}
          exceptions={exceptionsAmong(standing).length}
          mayStart={next.kind === 'admit' && facts.state === 'admitting' && facts.present > 0}
          hasFocus={outside.length === 0}
          onGoOn={() => void goOn()}
          onStart={() => void start()}
          onBack={isBackOpen ? onBack : null}
        />
      )}
    </>
  )
}

import { type RefObject, type SubmitEvent, useEffect, useId, useRef, useState } from 'react'
import { foldName, type StaffMember } from '../../../shared/domain/people.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import { AnswerButtons } from './answer-buttons.tsx'
import classes from './second-adult-choice.module.css'
import { isTyping, useKeys } from './use-keys.ts'

type Props = {
  primary: RefObject<HTMLButtonElement | null>
  confirm: string
  me: StaffMember
  /** Everybody but me. */
  staff: readonly StaffMember[]
  /** Who was chosen before, if anybody. */
  present: StaffMember | null
  /** Who is planned; whether they are in is for the teacher to say. */
  plannedId: string | null
  onChoose: (staffId: string) => void
  /** Adds somebody who is not on the list; null where that did not work. */
  onName: (name: string) => Promise<StaffMember | null>
  /** Goes on with the other checks; this one stays open. */
  onNotInYet: () => void
  onPassOver: () => void
}

const OTHER = 'other'
/** Who stands chosen from the start: whoever is planned, the only colleague there is, or a new name where there is none. */
const chosenFirst = (staff: readonly StaffMember[], plannedId: string | null): string | null => {
  if (staff.some(({ id }) => id === plannedId)) return plannedId
  if (staff.length === 0) return OTHER
  return staff.length === 1 ? (staff[0]?.id ?? null) : null
}

/** Who the second adult is: a number or the arrow keys, then Enter. */
export function SecondAdultChoice(props: Props) {
  const { primary, confirm, me, staff, present, plannedId, onChoose, onName, onNotInYet, onPassOver } = props
  const planned = present ? undefined : staff.find(({ id }) => id === plannedId)
  const [chosen, setChosen] = useState(present?.id ?? chosenFirst(staff, plannedId))
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const group = useId()
  const problemId = useId()
  const choices = [...staff, { id: OTHER, name: 'Someone else' }]
  const position = choices.findIndex((one) => one.id === chosen)

  const radioAt = (at: number) => list.current?.querySelectorAll<HTMLInputElement>('input[type="radio"]')[at]
  const choose = (at: number) => {
    const choice = choices[at]
    if (!choice) return
    setChosen(choice.id)
    setProblem(null)
    if (choice.id !== OTHER) radioAt(at)?.focus()
  }

  useEffect(() => {
    const radios = list.current?.querySelectorAll<HTMLInputElement>('input[type="radio"]') ?? []
    const first = [...radios].find((radio) => radio.checked) ?? radios[0]
    first?.focus()
  }, [])

  useKeys((event) => {
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return
    if (planned && event.key.toLowerCase() === 'w') {
      event.preventDefault()
      return onNotInYet()
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined && !/^[1-9]$/.test(event.key)) return
    event.preventDefault()
    if (step === undefined) choose(Number(event.key) - 1)
    else choose(Math.min(choices.length - 1, Math.max(0, position + step)))
  })

  const confirmChoice = async (): Promise<void> => {
    if (chosen === null) return setProblem('Press a number or use the arrow keys first.')
    if (chosen !== OTHER) return onChoose(chosen)
    const wanted = foldName(name)
    if (wanted === '') return setProblem('Write their name first.')
    if (wanted === foldName(me.name)) return setProblem('That is you. The second adult is somebody else.')
    const known = staff.find((one) => foldName(one.name) === wanted) ?? (await onName(name.trim()))
    if (known) onChoose(known.id)
  }
  const submitted = (event: SubmitEvent) => {
    event.preventDefault()
    void confirmChoice()
  }

  return (
    <form noValidate className={classes.form} onSubmit={submitted}>
      <div
        ref={list}
        role="radiogroup"
        aria-label="Second adult"
        aria-describedby={problemId}
        className={classes.list}
      >
        {choices.map((choice, at) => (
          <label key={choice.id} className={classes.choice} data-chosen={choice.id === chosen || undefined}>
            <input
              type="radio"
              name={group}
              checked={choice.id === chosen}
              onChange={() => choose(at)}
              className={classes.radio}
            />
            <span className={classes.name}>{choice.name}</span>
            {choice.id === present?.id && <span className={classes.standing}>in</span>}
            {choice.id === planned?.id && <span className={classes.standing}>planned, not in yet</span>}
            {at < 9 && <KeyCap>{at + 1}</KeyCap>}
          </label>
        ))}
      </div>
      {chosen === OTHER && (
        <input
          type="text"
          autoFocus
          aria-label="Name of the second adult"
          placeholder="Their name, such as Mrs Patel"
          maxLength={120}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            setChosen(null)
            radioAt(0)?.focus()
          }}
          className={classes.field}
        />
      )}
      <p id={problemId} role="alert" className={classes.problem}>
        {problem}
      </p>
      {planned && (
        <button type="button" className={classes.notInYet} onClick={onNotInYet} aria-keyshortcuts="W">
          {planned.name} is not in yet: go on with the other checks
          <KeyCap>W</KeyCap>
        </button>
      )}
      <AnswerButtons
        primary={primary}
        confirm={confirm}
        passOver="No second adult today"
        onPassOver={onPassOver}
        hasPassOverKey={chosen !== OTHER}
      />
    </form>
  )
}

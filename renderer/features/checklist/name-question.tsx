import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Pupil } from '../../../shared/domain/people.ts'
import { mayBeSeveral, rememberAs, type WaitingName } from '../../../shared/domain/waiting-list.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import { NameCandidates } from './name-candidates.tsx'
import classes from './name-question.module.css'
import { isOnControl, isTyping, useKeys } from './use-keys.ts'
import { pupilNames, questionInWords, rememberWords } from './waiting-words.ts'

type Props = {
  name: WaitingName
  /** How many questions are open, this one included. */
  open: number
  /** Everybody who takes part. */
  pupils: readonly Pupil[]
  onConfirmed: (pupilIds: readonly string[], isRemembered: boolean) => void
  onNobody: () => void
  onLater: () => void
}

/** One name the app is not sure of, and whom it may be: never let in before a person has said so. */
export function NameQuestion({ name, open, pupils, onConfirmed, onNobody, onLater }: Props) {
  const candidates = name.candidateIds.flatMap((id) => pupils.find((one) => one.id === id) ?? [])
  const [only] = candidates
  const [picked, setPicked] = useState<readonly string[]>(candidates.length === 1 && only ? [only.id] : [])
  const as = rememberAs(name)
  const [isRemembered, setIsRemembered] = useState(true)
  const main = useRef<HTMLDivElement>(null)
  const isSeveral = mayBeSeveral(name)
  const pick = pupils.filter(({ id }) => picked.includes(id))

  useEffect(() => main.current?.querySelector<HTMLElement>('button, select')?.focus(), [])

  const confirm = (pupilIds: readonly string[]) => {
    if (pupilIds.length > 0) onConfirmed(pupilIds, isRemembered && as !== null)
  }
  const choose = (pupilId: string) => {
    if (!isSeveral) return confirm([pupilId])
    setPicked(picked.includes(pupilId) ? picked.filter((id) => id !== pupilId) : [...picked, pupilId])
  }
  useKeys((event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return
    const key = event.key.toLowerCase()
    const numbered = candidates.length > 1 && /^[1-9]$/.test(key) ? candidates[Number(key) - 1] : undefined
    if (key === 'escape') onLater()
    else if (numbered) choose(numbered.id)
    else if (key === 'r') setIsRemembered(!isRemembered)
    else if (event.target instanceof HTMLSelectElement && key !== 'enter') return
    else if (key === 'n') onNobody()
    else if (key === 'enter' && !isOnControl(event)) confirm(picked)
    else return
    event.preventDefault()
  })

  return (
    <section aria-label={`About “${name.text}”`} className={classes.question}>
      <p className={classes.count}>
        <span>{open === 1 ? '1 name to ask about' : `${open} names to ask about`}</span>
        <button type="button" className={classes.later} onClick={onLater} aria-keyshortcuts="Escape">
          Ask later <KeyCap>Esc</KeyCap>
        </button>
      </p>
      <div aria-live="polite">
        <h1 className={classes.title}>{questionInWords(name.text, pick, isSeveral)}</h1>
        <p className={classes.why}>{name.why}</p>
      </div>
      <div ref={main} className={classes.answers}>
        {candidates.length > 1 && (
          <NameCandidates candidates={candidates} picked={isSeveral ? picked : null} onChoose={choose} />
        )}
        {(pick.length > 0 || isSeveral) && (
          <Button
            aria-disabled={pick.length === 0}
            aria-keyshortcuts="Enter"
            onClick={() => confirm(picked)}
            rightSection={<KeyCap>Enter</KeyCap>}
            classNames={{ root: classes.yes, label: classes.label }}
          >
            {pick.length === 0 ? 'Choose who is there' : `Yes, ${pupilNames(pick)}`}
          </Button>
        )}
        <div className={classes.row}>
          <Button
            variant="default"
            onClick={onNobody}
            aria-keyshortcuts="N"
            rightSection={<KeyCap>N</KeyCap>}
            className={classes.nobody}
          >
            Nobody we expect
          </Button>
          <select
            aria-label="Another pupil"
            value={pick.length === 1 && !name.candidateIds.includes(picked[0] ?? '') ? picked[0] : ''}
            onChange={({ currentTarget }) =>
              setPicked(currentTarget.value === '' ? [] : [currentTarget.value])
            }
            className={classes.other}
          >
            <option value="">Another pupil…</option>
            {pupils
              .filter(({ id }) => !name.candidateIds.includes(id))
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {pupilNames([one])}
                </option>
              ))}
          </select>
        </div>
      </div>
      {as !== null && (
        <label className={classes.remember}>
          <input
            type="checkbox"
            checked={isRemembered}
            onChange={() => setIsRemembered(!isRemembered)}
            aria-keyshortcuts="R"
          />
          <span>{rememberWords[as]}</span> <KeyCap>R</KeyCap>
        </label>
      )}
    </section>
  )
}

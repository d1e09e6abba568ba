import { type KeyboardEvent, useState } from 'react'
import type { Pupil } from '../../../shared/domain/people.ts'
import type { IdentifiedName, NameAnswer } from '../../../shared/domain/reconcile/who-is-who.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import { PupilBoxes } from './pupil-boxes.tsx'
import classes from './report-section.module.css'
import { candidatesOf, nameInWords, namesOf, staysInWords } from './report-words.ts'

type Props = {
  name: IdentifiedName
  pupils: readonly Pupil[]
  onAnswer: (answer: NameAnswer) => void
}

type Choice = { key: string; label: string; answer: NameAnswer }

/** One name of the report, when it was in, and who it may be; one key says it. */
export function ReportNameQuestion({ name, pupils, onAnswer }: Props) {
  const [isChoosing, setChoosing] = useState(false)
  const shown = nameInWords(name)
  const choices = choicesOf(name, pupils)
  const keyPressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const key = event.key.toUpperCase()
    const choice = choices.find((one) => one.key === key)
    if (choice) onAnswer(choice.answer)
    else if (key === 'P') setChoosing(!isChoosing)
    else return
    event.preventDefault()
  }
  return (
    <li className={classes.question} aria-label={shown}>
      <p>
        <strong>{shown}</strong>, {staysInWords(name)}
        <span className={classes.why}>{name.who.why}</span>
      </p>
      <fieldset className={classes.choice} aria-label={`Who is ${shown}?`}>
        {choices.map(({ key, label, answer }, place) => (
          <button
            key={key}
            type="button"
            className={classes.settle}
            data-row-focus={place === 0 ? true : undefined}
            aria-keyshortcuts={key}
            onKeyDown={keyPressed}
            onClick={() => onAnswer(answer)}
          >
            {label} <KeyCap>{key}</KeyCap>
          </button>
        ))}
        <button
          type="button"
          className={classes.settle}
          aria-keyshortcuts="P"
          onKeyDown={keyPressed}
          aria-expanded={isChoosing}
          onClick={() => setChoosing(!isChoosing)}
        >
          Other pupils… <KeyCap>P</KeyCap>
        </button>
      </fieldset>
      {isChoosing && (
        <PupilBoxes
          label={`Pupils behind ${shown}`}
          pupils={pupils}
          onChosen={(pupilIds) => onAnswer({ as: 'pupils', pupilIds })}
        />
      )}
    </li>
  )
}

/** Candidates by number, all of them together where there are a few, then those who are nobody of the class. */
function choicesOf(name: IdentifiedName, pupils: readonly Pupil[]): Choice[] {
  const ids = candidatesOf(name).slice(0, 6)
  const together = ids.length === 2 ? 'Both' : 'All of them'
  return [
    ...ids.map((id, place): Choice => ({
      key: String(place + 1),
      label: namesOf([id], pupils),
      answer: { as: 'pupils', pupilIds: [id] },
    })),
    ...(ids.length > 1
      ? [{ key: 'B', label: together, answer: { as: 'pupils' as const, pupilIds: [...ids] } }]
      : []),
    { key: 'G', label: 'A grown-up of the school', answer: { as: 'adult' } },
    { key: 'N', label: 'Not ours', answer: { as: 'not-ours' } },
  ]
}

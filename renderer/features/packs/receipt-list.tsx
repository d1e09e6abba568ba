import { Button } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { heldKinds, type ReceiptKind } from '../../../shared/domain/packs.ts'
import { heldWords } from '../../../shared/domain/words.ts'
import { type Choice, MarkChoice } from '../../components/mark-choice.tsx'
import type { PackOfWeek } from './packs-store.ts'
import classes from './packs-page.module.css'

type Pupils = PackOfWeek['pupils']

type Props = {
  pupils: Pupils
  onMark: (pupilIds: readonly string[], how: ReceiptKind) => void
}

const choices: readonly Choice<ReceiptKind>[] = [
  ...heldKinds.map((value) => ({ value, label: heldWords[value] })),
  { value: 'not-received', label: 'Without', standsOut: true },
]
const keys: Readonly<Record<string, ReceiptKind>> = {
  c: 'collected',
  d: 'delivered',
  s: 'sent',
  w: 'not-received',
}

/** The class with how each has the pack: all at once, then the exceptions, a key each. */
export function ReceiptList({ pupils, onMark }: Props) {
  const unmarked = pupils.filter(({ how }) => how === null).map(({ id }) => id)
  return (
    <section className={classes.panel} aria-labelledby="receipts">
      <div className={classes.what}>
        <h2 id="receipts" className={classes.heading}>
          {pupils.length - unmarked.length} of {pupils.length} have it
        </h2>
        <Button
          variant={unmarked.length === pupils.length ? 'filled' : 'default'}
          disabled={unmarked.length === 0}
          onClick={() => onMark(unmarked, 'collected')}
        >
          {unmarked.length === pupils.length ? 'All collected' : 'The others collected'}
        </Button>
      </div>
      <p className={classes.keys}>
        In a pupil’s line: C collected, D delivered, S sent, W without; the arrows up and down go to the next.
      </p>
      <ul className={classes.pupils} aria-label="Pupils">
        {pupils.map(({ id, label, forename, surname, how }) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the choice within it
          <li
            key={id}
            className={classes.pupil}
            onKeyDown={(event) => {
              if (wentToOther(event)) return
              const mark = markOf(event)
              if (mark) onMark([id], mark)
            }}
          >
            <span className={classes.name}>
              <span className={classes.forename}>{forename}</span> {surname}
            </span>
            <MarkChoice
              label={`How ${label} has it`}
              name={`receipt-${id}`}
              choices={choices}
              value={how ?? 'not-received'}
              suggestion={null}
              onChoose={(mark) => onMark([id], mark)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function markOf(event: KeyboardEvent): ReceiptKind | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  return keys[event.key.toLowerCase()] ?? null
}

/** Up and Down go to the pupil before or after: in a choice of their own the arrows would mark at each step. */
function wentToOther(event: KeyboardEvent<HTMLLIElement>): boolean {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return false
  event.preventDefault()
  const line = event.currentTarget
  const other = event.key === 'ArrowDown' ? line.nextElementSibling : line.previousElementSibling
  other?.querySelector<HTMLInputElement>('input:checked')?.focus()
  return true
}

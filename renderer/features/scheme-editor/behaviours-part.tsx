import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type SubmitEvent, useState } from 'react'
import type { Behaviour } from '../../../shared/domain/behaviours.ts'
import { FAVOURITES, schemeLimits } from '../../../shared/domain/behaviours.ts'
import { movedEntry, newBehaviour } from '../../../shared/domain/scheme-edit.ts'
import { BehaviourRow } from './behaviour-row.tsx'
import { type PartProps, problemAt } from './part.ts'
import rows from '../../components/edit-rows.module.css'
import classes from './scheme-editor.module.css'
import { useMoving } from './use-moving.ts'

type Props = PartProps & { openId: string | null; onOpened: (id: string | null) => void }

const { most, letters } = schemeLimits.behaviours

/** The behaviours in the order of their keys, each with its fields one key away, and the way to add one. */
export function BehavioursPart({ scheme, problems, onChanged, openId, onOpened }: Props) {
  const [label, setLabel] = useState('')
  const { behaviours } = scheme
  const keep = (next: readonly Behaviour[]) => onChanged({ behaviours: [...next] })
  const { said, moving } = useMoving()
  const moved = (from: number, by: 1 | -1) =>
    moving(behaviours[from]?.label ?? '', from + by, behaviours.length, () =>
      keep(movedEntry(behaviours, from, by)),
    )
  const added = (event: SubmitEvent) => {
    event.preventDefault()
    if (label.trim() === '') return
    const one = newBehaviour(label, behaviours)
    keep([...behaviours, one])
    onOpened(one.id)
    setLabel('')
  }
  const isFull = behaviours.length >= most
  return (
    <section aria-labelledby="behaviours" className={classes.part}>
      <h2 id="behaviours" className={classes.heading}>
        Behaviours
      </h2>
      <p className={classes.quiet}>
        The first nine are the favourites, on the keys 1 to 9; the next nine come with Shift.
      </p>
      <ol className={rows.list}>
        {behaviours.map((one, index) => (
          <BehaviourRow
            key={one.id}
            behaviour={one}
            scheme={scheme}
            place={index}
            startsMore={index === FAVOURITES}
            problemAt={(field) => problemAt(problems, 'behaviours', index, field)}
            isOpen={one.id === openId}
            onToggled={() => onOpened(one.id === openId ? null : one.id)}
            onChanged={(change) => keep(behaviours.with(index, change))}
            onMoved={(by) => moved(index, by)}
            onRemoved={() => {
              keep(behaviours.toSpliced(index, 1))
              onOpened(null)
            }}
          />
        ))}
      </ol>
      <output className="visually-hidden">{said}</output>
      <form className={classes.add} onSubmit={added}>
        <TextInput
          aria-label="Name of a new behaviour"
          placeholder="Name of a new behaviour, such as Curious"
          className={classes.name ?? ''}
          maxLength={letters}
          autoComplete="off"
          disabled={isFull}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          disabled={isFull || label.trim() === ''}
          leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
        >
          Add a behaviour
        </Button>
      </form>
      {isFull && (
        <p className={classes.quiet}>
          There are {most}, and {most} have a key: take one off first.
        </p>
      )}
      <label className={classes.tick}>
        <input
          type="checkbox"
          className={classes.box}
          checked={scheme.mayTakeAway}
          aria-describedby="take-away"
          onChange={(event) => onChanged({ mayTakeAway: event.currentTarget.checked })}
        />
        Points may be taken away
      </label>
      <p id="take-away" className={classes.under}>
        Off: what needs work is said and counted, and costs nobody a point they earned.
      </p>
    </section>
  )
}

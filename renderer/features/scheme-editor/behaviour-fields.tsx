import { NativeSelect, TextInput } from '@mantine/core'
import { useId } from 'react'
import { type Behaviour, behaviourColours, schemeLimits } from '../../../shared/domain/behaviours.ts'
import { groupWords, regrouped } from '../../../shared/domain/scheme-edit.ts'
import { pointsOf, type Scheme } from '../../../shared/domain/scheme.ts'
import { pointsInWords } from '../../../shared/domain/words.ts'
import { behaviourIconNames } from '../../components/behaviour-icons.ts'
import { BehaviourMark } from '../../components/behaviour-mark.tsx'
import classes from './behaviour-fields.module.css'

type Props = {
  behaviour: Behaviour
  scheme: Scheme
  problemAt: (field: string) => string | undefined
  onChanged: (one: Behaviour) => void
}

const groups = Object.entries(groupWords).map(([value, label]) => ({ value, label }))

/** What a tap on one behaviour means, and how it looks. */
export function BehaviourFields({ behaviour, scheme, problemAt, onChanged }: Props) {
  const { toStep, ...rest } = behaviour
  return (
    <div className={classes.fields}>
      <div className={classes.line}>
        <TextInput
          label="Name"
          value={behaviour.label}
          maxLength={schemeLimits.behaviours.letters}
          autoComplete="off"
          error={problemAt('label')}
          onChange={(event) => onChanged({ ...behaviour, label: event.currentTarget.value })}
        />
        <NativeSelect
          label="What it is"
          data={groups}
          value={behaviour.group}
          onChange={(event) =>
            onChanged(
              regrouped(behaviour, event.currentTarget.value as Behaviour['group'], scheme.mayTakeAway),
            )
          }
        />
        <NativeSelect
          label="Points"
          data={pointChoices(behaviour, scheme.mayTakeAway)}
          value={String(behaviour.points)}
          error={problemAt('points')}
          onChange={(event) => onChanged({ ...behaviour, points: Number(event.currentTarget.value) })}
        />
        {behaviour.group === 'step' && (
          <NativeSelect
            label="Goes to"
            data={[
              { value: '', label: 'One step further' },
              ...scheme.ladder.map(({ name }, index) => ({ value: String(index + 1), label: name })),
            ]}
            value={toStep === undefined ? '' : String(toStep)}
            error={problemAt('toStep')}
            onChange={(event) => {
              const { value } = event.currentTarget
              onChanged(value === '' ? rest : { ...rest, toStep: Number(value) })
            }}
          />
        )}
      </div>
      <Look
        legend="Colour"
        choices={behaviourColours}
        value={behaviour.colour ?? 'grey'}
        markOf={(colour) => ({ icon: behaviour.icon, colour })}
        onChosen={(colour) => onChanged({ ...behaviour, colour })}
      />
      <Look
        legend="Icon"
        choices={behaviourIconNames}
        value={behaviour.icon}
        markOf={(icon) => ({ icon, colour: behaviour.colour })}
        onChosen={(icon) => onChanged({ ...behaviour, icon })}
      />
    </div>
  )
}

/** Points a behaviour of its group can carry, and those it has, if they are not among them. */
function pointChoices({ group, points }: Behaviour, mayTakeAway: boolean) {
  const { least, most } = pointsOf(group, mayTakeAway)
  const all = Array.from({ length: most - least + 1 }, (_, index) => most - index)
  return (all.includes(points) ? all : [points, ...all]).map((value) => ({
    value: String(value),
    label: value === 0 ? 'None' : pointsInWords(value),
  }))
}

type LookProps<T extends string> = {
  legend: string
  choices: readonly T[]
  value: T
  markOf: (choice: T) => Parameters<typeof BehaviourMark>[0]['behaviour']
  onChosen: (choice: T) => void
}

/** One of several looks, chosen by arrow keys or a tap; each has its name in words. */
function Look<T extends string>({ legend, choices, value, markOf, onChosen }: LookProps<T>) {
  const name = useId()
  return (
    <fieldset className={classes.look}>
      <legend>{legend}</legend>
      <div className={classes.choices}>
        {choices.map((choice) => (
          <label key={choice} className={classes.choice} title={inWords(choice)}>
            <input
              type="radio"
              name={name}
              className={classes.radio}
              aria-label={inWords(choice)}
              checked={choice === value}
              onChange={() => onChosen(choice)}
            />
            <BehaviourMark behaviour={markOf(choice)} />
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** `Hand stop` of `hand-stop`. */
const inWords = (name: string): string =>
  `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`

import { Button } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconTrash } from '@tabler/icons-react'
import { useId } from 'react'
import type { Behaviour } from '../../../shared/domain/behaviours.ts'
import { keyOf } from '../../../shared/domain/scheme-edit.ts'
import type { Scheme } from '../../../shared/domain/scheme.ts'
import { movedByKey, MoveButtons } from '../../components/move-buttons.tsx'
import { BehaviourFields } from './behaviour-fields.tsx'
import { BehaviourMark } from '../../components/behaviour-mark.tsx'
import rows from '../../components/edit-rows.module.css'
import classes from './scheme-editor.module.css'
import { natureOf } from './scheme-words.ts'

type Props = {
  behaviour: Behaviour
  scheme: Scheme
  /** From 0. */
  place: number
  /** The first of those that come with Shift. */
  startsMore: boolean
  problemAt: (field: string) => string | undefined
  isOpen: boolean
  onToggled: () => void
  onChanged: (one: Behaviour) => void
  onMoved: (by: 1 | -1) => void
  onRemoved: () => void
}

/** One behaviour to be edited: its key and what it means, and opened, its fields. */
export function BehaviourRow({ behaviour, scheme, place, startsMore, isOpen, ...rest }: Props) {
  const panel = useId()
  const name = behaviour.label.trim() || 'No name yet'
  const hasProblem = ['label', 'points', 'toStep'].some((field) => rest.problemAt(field) !== undefined)
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of the controls in it
    <li
      className={`${rows.item ?? ''} ${startsMore ? (classes.more ?? '') : ''}`}
      onKeyDown={movedByKey(rest.onMoved)}
    >
      <div className={rows.line}>
        <button
          type="button"
          className={rows.open}
          aria-expanded={isOpen}
          aria-controls={panel}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onClick={rest.onToggled}
        >
          <Chevron size={16} stroke={1.75} aria-hidden="true" className={rows.chevron} />
          <span className={classes.key}>{keyOf(place)}</span>
          <BehaviourMark behaviour={behaviour} />
          <span className={rows.words}>
            <span className={rows.title}>{name}</span>
            <span className={hasProblem ? classes.problem : rows.nature}>
              {hasProblem ? 'Something to put right' : natureOf(behaviour, scheme)}
            </span>
          </span>
        </button>
        <MoveButtons name={name} place={place + 1} of={scheme.behaviours.length} onMoved={rest.onMoved} />
      </div>
      <div id={panel} hidden={!isOpen} className={rows.panel}>
        {isOpen && (
          <>
            <BehaviourFields
              behaviour={behaviour}
              scheme={scheme}
              problemAt={rest.problemAt}
              onChanged={rest.onChanged}
            />
            <Button
              variant="default"
              className={classes.remove ?? ''}
              leftSection={<IconTrash size={16} stroke={1.75} aria-hidden="true" />}
              onClick={rest.onRemoved}
            >
              Take off the list
            </Button>
            <p className={classes.under}>What was recorded under it stays, with its words.</p>
          </>
        )}
      </div>
    </li>
  )
}

import { Button } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconTrash } from '@tabler/icons-react'
import { useId } from 'react'
import { mayRemove } from '../../../shared/domain/checklist-edit.ts'
import type { CheckItem } from '../../../shared/domain/checks.ts'
import { movedByKey, MoveButtons } from '../../components/move-buttons.tsx'
import { CheckFields } from './check-fields.tsx'
import classes from '../../components/edit-rows.module.css'
import { natureInWords } from './editor-words.ts'

type Props = {
  check: CheckItem
  /** Its place in the list, from 1, and how many there are. */
  place: number
  of: number
  isOpen: boolean
  onToggled: () => void
  onChanged: Parameters<typeof CheckFields>[0]['onChanged']
  /** A place up (-1) or down (1). */
  onMoved: (by: 1 | -1) => void
  onRemoved: () => void
}

/** One check to be edited: its place, and opened, its wording. */
export function EditRow({ check, place, of, isOpen, onToggled, onChanged, onMoved, onRemoved }: Props) {
  const panel = useId()
  const title = check.title.trim() || 'No title yet'
  const removal = mayRemove(check)
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of the controls in it
    <li className={classes.item} onKeyDown={movedByKey(onMoved)}>
      <div className={classes.line}>
        <button
          type="button"
          className={classes.open}
          aria-expanded={isOpen}
          aria-controls={panel}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onClick={onToggled}
        >
          <Chevron size={16} stroke={1.75} aria-hidden="true" className={classes.chevron} />
          <span className={classes.place}>{place}</span>
          <span className={classes.words}>
            <span className={classes.title}>{title}</span>
            <span className={classes.nature}>{natureInWords(check)}</span>
          </span>
        </button>
        <MoveButtons name={title} place={place} of={of} onMoved={onMoved} />
      </div>
      <div id={panel} hidden={!isOpen} className={classes.panel}>
        {isOpen && (
          <>
            <CheckFields check={check} onChanged={onChanged} />
            {removal.ok ? (
              <Button
                variant="default"
                className={classes.remove ?? ''}
                leftSection={<IconTrash size={16} stroke={1.75} aria-hidden="true" />}
                onClick={onRemoved}
              >
                Remove this check
              </Button>
            ) : (
              <p className={classes.stays}>{removal.reason}</p>
            )}
          </>
        )}
      </div>
    </li>
  )
}

import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type SubmitEvent, useState } from 'react'
import { flushSync } from 'react-dom'
import { addedCheck, changedCheck, movedCheck, removedCheck } from '../../../shared/domain/checklist-edit.ts'
import { type CheckItem, wordingLimits } from '../../../shared/domain/checks.ts'
import classes from './edit-list.module.css'
import rows from '../../components/edit-rows.module.css'
import { EditRow } from './edit-row.tsx'

type Props = {
  items: readonly CheckItem[]
  openId: string | null
  onOpened: (id: string | null) => void
  onEdited: (items: readonly CheckItem[]) => void
}

/** The checks in their order, each with its wording one key away, and the way to add one. */
export function EditList({ items, openId, onOpened, onEdited }: Props) {
  const [title, setTitle] = useState('')
  const [said, setSaid] = useState('')

  const moved = (id: string, by: 1 | -1) => {
    const focused = document.activeElement
    const next = movedCheck(items, id, by)
    const place = next.findIndex((item) => item.id === id) + 1
    flushSync(() => {
      onEdited(next)
      setSaid(`${next[place - 1]?.title} is now ${place} of ${next.length}`)
    })
    // The row may have been taken out and put in again, and the focus with it.
    if (focused instanceof HTMLElement) focused.focus()
  }
  const added = (event: SubmitEvent) => {
    event.preventDefault()
    if (title.trim() === '') return
    const next = addedCheck(items, title)
    onEdited(next)
    onOpened(next.at(-1)?.id ?? null)
    setTitle('')
  }
  const removed = (id: string) => {
    onEdited(removedCheck(items, id))
    onOpened(null)
  }
  return (
    <section aria-label="Checks" className={classes.part}>
      <ol className={rows.list}>
        {items.map((check, index) => (
          <EditRow
            key={check.id}
            check={check}
            place={index + 1}
            of={items.length}
            isOpen={check.id === openId}
            onToggled={() => onOpened(check.id === openId ? null : check.id)}
            onChanged={(change) => onEdited(changedCheck(items, check.id, change))}
            onMoved={(by) => moved(check.id, by)}
            onRemoved={() => removed(check.id)}
          />
        ))}
      </ol>
      <output className="visually-hidden">{said}</output>
      <form className={classes.add} onSubmit={added}>
        <TextInput
          aria-label="Title of a new check"
          placeholder="Title of a new check, such as Pets away"
          className={classes.title ?? ''}
          maxLength={wordingLimits.title}
          autoComplete="off"
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          disabled={title.trim() === ''}
          leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
        >
          Add a check
        </Button>
      </form>
    </section>
  )
}

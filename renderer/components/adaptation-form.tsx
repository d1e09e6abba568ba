import '@mantine/core/styles/Combobox.css'
import '@mantine/core/styles/Input.css'
import '@mantine/core/styles/Pill.css'
import '@mantine/core/styles/PillsInput.css'
import '@mantine/core/styles/Popover.css'
import { Button, MultiSelect, TextInput } from '@mantine/core'
import { type KeyboardEvent, type SubmitEvent, useRef, useState } from 'react'
import type { Adaptation } from '../../shared/domain/lesson.ts'
import type { Pupil } from '../../shared/domain/people.ts'
import classes from './adaptation-form.module.css'

type Props = {
  pupils: readonly Pupil[]
  autoFocus?: boolean
  onAdd: (adaptation: Adaptation) => void
  onCancel?: () => void
}

/** What is adapted, and for whom: for everybody, unless pupils are named. */
export function AdaptationForm({ pupils, autoFocus = false, onAdd, onCancel }: Props) {
  const [text, setText] = useState('')
  const [pupilIds, setPupilIds] = useState<string[]>([])
  const [isMissing, setIsMissing] = useState(false)
  /** Closed once somebody is chosen, so that the next Enter adds the adaptation and not the first of the class. */
  const [isListOpen, setIsListOpen] = useState(false)
  const field = useRef<HTMLInputElement>(null)

  const submitted = (event: SubmitEvent) => {
    event.preventDefault()
    field.current?.focus()
    if (text.trim() === '') return setIsMissing(true)
    onAdd({ text: text.trim(), pupilIds })
    setText('')
    setPupilIds([])
  }
  const keyPressed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !onCancel) return
    event.preventDefault()
    onCancel()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc anywhere in it leaves it
    <form noValidate className={classes.form} onSubmit={submitted} onKeyDown={keyPressed}>
      <TextInput
        ref={field}
        label="What is adapted"
        placeholder="Bar models to draw on"
        autoFocus={autoFocus}
        error={isMissing && 'Say in a few words what is adapted.'}
        maxLength={300}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setIsMissing(false)
        }}
      />
      <MultiSelect
        label="For whom"
        placeholder={pupilIds.length === 0 ? 'Everyone, or type a name' : ''}
        data={pupils.map(({ id, label }) => ({ value: id, label }))}
        value={pupilIds}
        onChange={(chosen) => {
          setPupilIds(chosen)
          setIsListOpen(false)
        }}
        dropdownOpened={isListOpen}
        onDropdownOpen={() => setIsListOpen(true)}
        onDropdownClose={() => setIsListOpen(false)}
        searchable
        selectFirstOptionOnChange
        openOnFocus={false}
        withScrollArea={false}
        classNames={{ dropdown: classes.dropdown, option: classes.option }}
        nothingFoundMessage="Nobody of that name in this class"
      />
      <div className={classes.buttons}>
        <Button type="submit" variant="default">
          Add
        </Button>
        {onCancel && (
          <Button variant="subtle" color="gray" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  )
}

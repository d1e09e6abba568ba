import { Button, TextInput } from '@mantine/core'
import '@mantine/core/styles/Input.css'
import { useRef, useState } from 'react'
import { KeyCap } from '../../components/key-cap.tsx'
import classes from './reason-field.module.css'

type Props = {
  /** The reason given before, if any. */
  reason: string
  /** Reasons that come up often. */
  usual: readonly string[]
  onSave: (reason: string) => void
  onCancel: () => void
}

const LONGEST_REASON = 200

/** Why a check is passed over. There is no way past it without words. */
export function ReasonField({ reason, usual, onSave, onCancel }: Props) {
  const [text, setText] = useState(reason)
  const [isMissing, setIsMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const save = () => {
    if (text.trim() === '') {
      setIsMissing(true)
      field.current?.focus()
    } else onSave(text.trim())
  }
  const take = (words: string) => {
    setText(words)
    setIsMissing(false)
    field.current?.focus()
  }
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextInput
        ref={field}
        autoFocus
        required
        withAsterisk={false}
        label="Why does this not apply?"
        description="A leader will see this reason."
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={isMissing && 'Say why in a few words, then press Enter.'}
        maxLength={LONGEST_REASON}
        autoComplete="off"
        value={text}
        onChange={(event) => take(event.currentTarget.value)}
        classNames={{
          input: classes.input,
          label: classes.label,
          description: classes.note,
          error: classes.error,
        }}
      />
      <fieldset className={classes.usual} aria-label="Usual reasons">
        {usual.map((words) => (
          <button key={words} type="button" className={classes.chip} onClick={() => take(words)}>
            {words}
          </button>
        ))}
      </fieldset>
      <div className={classes.buttons}>
        <Button type="submit" rightSection={<KeyCap>Enter</KeyCap>} className={classes.save}>
          Save the reason
        </Button>
        <Button
          variant="default"
          onClick={onCancel}
          rightSection={<KeyCap>Esc</KeyCap>}
          className={classes.cancel}
        >
          Cancel
        </Button>
      </div>
    </form>
  )
}

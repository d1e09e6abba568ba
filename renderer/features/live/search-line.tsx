import { IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useId, useRef } from 'react'
import { useStore } from 'zustand'
import type { LiveStore } from './live-store.ts'
import { PanelButton } from './panel-button.tsx'
import classes from './search-line.module.css'

type Props = {
  live: LiveStore
  /** Whom the next key would act on. */
  hint: string
  /** What was just done or is missing; stands before the hint. */
  said: string | null
  /** Lets those chosen go; null while nobody is. */
  onClear: (() => void) | null
}

/** Where typed letters show. It has the focus from the start, but keys work from anywhere in the panel. */
export function SearchLine({ live, hint, said, onClear }: Props) {
  const typed = useStore(live, (state) => state.keys.typed)
  const onTextTyped = useStore(live, (state) => state.textTyped)
  const input = useRef<HTMLInputElement>(null)
  const inputId = useId()
  const hintId = useId()
  useEffect(() => input.current?.focus(), [])
  return (
    <div className={classes.line}>
      <IconSearch size={18} stroke={1.75} aria-hidden="true" className={classes.icon} />
      <label htmlFor={inputId} className="visually-hidden">
        Find a pupil
      </label>
      <input
        ref={input}
        id={inputId}
        type="text"
        data-find-pupil
        className={classes.input}
        placeholder="Find a pupil"
        autoComplete="off"
        spellCheck={false}
        aria-describedby={hintId}
        value={typed}
        onChange={(event) => onTextTyped(event.currentTarget.value)}
      />
      <output id={hintId} htmlFor={inputId} className={classes.hint} data-said={said !== null}>
        {said ?? hint}
      </output>
      {onClear && (
        <PanelButton
          tone="bare"
          className={classes.clear}
          aria-label="Clear"
          aria-keyshortcuts="Escape"
          title="Let those chosen go (Esc)"
          onClick={onClear}
        >
          <IconX size={16} stroke={2} aria-hidden="true" />
        </PanelButton>
      )}
    </div>
  )
}

import { type KeyboardEvent, useEffect, useRef } from 'react'
import classes from './asking.module.css'
import { PanelButton } from './panel-button.tsx'

type Props = {
  /** Whose attitude, in words. */
  whom: string
  /** The school's scale, best first. */
  scale: readonly string[]
  /** `place` counts from 1. */
  onChoose: (place: number) => void
  onClose: () => void
}

/** The school's scale in place of the marks: one tap or one digit, and Esc for none. */
export function AttitudeStrip({ whom, scale, onChoose, onClose }: Props) {
  const strip = useRef<HTMLElement>(null)
  useEffect(() => strip.current?.querySelector('button')?.focus(), [])
  const keyPressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    const place = /^[1-6]$/.test(event.key) ? Number(event.key) : 0
    if (place > 0 && place <= scale.length) onChoose(place)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- digits for the buttons inside it
    <section
      ref={strip}
      aria-label={`Attitude: ${whom}`}
      className={classes.strip}
      data-own-keys
      onKeyDown={keyPressed}
    >
      <p className={classes.title}>Attitude to learning: {whom}</p>
      {scale.map((words, index) => (
        <PanelButton key={words} aria-keyshortcuts={String(index + 1)} onClick={() => onChoose(index + 1)}>
          {words}
          <span className={classes.key} aria-hidden="true">
            {index + 1}
          </span>
        </PanelButton>
      ))}
      <PanelButton tone="bare" aria-keyshortcuts="Escape" onClick={onClose}>
        Cancel
      </PanelButton>
    </section>
  )
}

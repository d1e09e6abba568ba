import { type ReactNode, useEffect, useRef } from 'react'
import classes from './panel-popover.module.css'
import { useDismiss } from './use-dismiss.ts'

type Props = {
  title: string
  /** Beside the title: what was typed, or how much there is. */
  aside?: ReactNode
  children: ReactNode
  onClose: () => void
}

/** A list that stands over the tiles, above the footer's buttons. Keys of the panel go on working under it. */
export function PanelPopover({ title, aside, children, onClose }: Props) {
  const popover = useRef<HTMLElement>(null)
  useDismiss(popover, true, onClose)
  useEffect(() => {
    const before = document.activeElement
    return () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <div className={classes.anchor}>
      <section ref={popover} aria-label={title} className={classes.popover}>
        <header className={classes.header}>
          <h2 className={classes.title}>{title}</h2>
          {aside}
        </header>
        {children}
      </section>
    </div>
  )
}

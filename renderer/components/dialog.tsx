import { type ReactNode, useEffect, useId, useRef } from 'react'
import classes from './dialog.module.css'

type Props = {
  title: string
  kind: 'dialog' | 'alertdialog'
  /** The first button has the focus: the one that changes nothing. */
  actions: ReactNode
  children: ReactNode
  onClose: () => void
}

/** Stands over the window until it is answered; Esc closes it. The browser keeps the focus inside and gives it back. */
export function Dialog({ title, kind, actions, children, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const bodyId = useId()
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    element?.querySelector('button')?.focus()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      role={kind}
      aria-labelledby={titleId}
      aria-describedby={bodyId}
      className={classes.dialog}
      onClose={onClose}
      data-own-keys
    >
      <h2 id={titleId} className={classes.title}>
        {title}
      </h2>
      <div id={bodyId} className={classes.body}>
        {children}
      </div>
      <div className={classes.actions}>{actions}</div>
    </dialog>
  )
}

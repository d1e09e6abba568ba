import { Button } from '@mantine/core'
import type { Ref } from 'react'
import { KeyCap } from '../../components/key-cap.tsx'
import classes from './answer-buttons.module.css'

type Props = {
  primary: Ref<HTMLButtonElement>
  confirm: string
  passOver: string
  /** Without it the button sends the form it stands in. */
  onConfirm?: () => void
  onPassOver: () => void
  /** False while letters go into a field. */
  hasPassOverKey?: boolean
  /** Whether the first takes the focus as it appears; by itself where it sends no form. */
  hasFocus?: boolean
}

/** The two ways to answer a check. The focus waits on the first, unless a form has its own first field. */
export function AnswerButtons({
  primary,
  confirm,
  passOver,
  onConfirm,
  onPassOver,
  hasPassOverKey = true,
  hasFocus = onConfirm !== undefined,
}: Props) {
  return (
    <div className={classes.buttons}>
      <Button
        ref={primary}
        type={onConfirm ? 'button' : 'submit'}
        autoFocus={hasFocus}
        onClick={onConfirm}
        rightSection={<KeyCap>Enter</KeyCap>}
        aria-keyshortcuts="Enter"
        classNames={{ root: classes.confirm, inner: classes.inner, label: classes.label }}
      >
        {confirm}
      </Button>
      <Button
        variant="default"
        onClick={onPassOver}
        rightSection={hasPassOverKey && <KeyCap>N</KeyCap>}
        aria-keyshortcuts="N"
        classNames={{ root: classes.passOver, inner: classes.inner, label: classes.label }}
      >
        {passOver}
      </Button>
    </div>
  )
}

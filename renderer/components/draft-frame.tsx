import { Button } from '@mantine/core'
import { type ReactNode, useRef } from 'react'
import { Dialog } from './dialog.tsx'
import classes from './draft-frame.module.css'
import { Message } from './message.tsx'
import { SaveBar } from './save-bar.tsx'

type Props = {
  /** What is edited: `checklist`. */
  what: string
  /** The version in force now, and the one that was edited from. */
  inForce: { version: number; changes: readonly string[] }
  basedOn: number
  isOvertaken: boolean
  /** What is not saved yet, a line each; and what stands against it. */
  changes: readonly string[]
  problems: readonly string[]
  /** The version just saved, until something is edited again. */
  savedAs: number | null
  /** Somebody is about to leave with something not saved. */
  isLeaving: boolean
  onSave: () => Promise<void>
  onDiscard: () => void
  onPutOnTop: () => void
  onStay: () => void
  onLeave: () => void
  children: ReactNode
}

/** Around what a leader edits and keeps as versions: what is not saved, who was quicker, and leaving too early. */
export function DraftFrame({ what, inForce, basedOn, changes, children, ...rest }: Props) {
  const foot = useRef<HTMLDivElement>(null)
  const isUnsaved = changes.length > 0
  // The button pressed is gone; the keys go on from where it stood.
  const saved = async () => {
    await rest.onSave()
    foot.current?.focus()
  }
  const undone = () => {
    rest.onDiscard()
    foot.current?.focus()
  }
  return (
    <>
      {isUnsaved && rest.isOvertaken && (
        <Message
          tone="warn"
          title={`Version ${inForce.version} was saved meanwhile`}
          action={
            <div className={classes.ways}>
              <Button variant="default" onClick={rest.onDiscard}>
                Take version {inForce.version}
              </Button>
              <Button onClick={rest.onPutOnTop}>Put mine on top</Button>
            </div>
          }
        >
          Yours is not saved, and nothing of it is lost. {inForce.changes.join('. ')}.
        </Message>
      )}
      {children}
      <div ref={foot} className={classes.foot} tabIndex={-1}>
        {isUnsaved && !rest.isOvertaken && (
          <SaveBar
            version={basedOn + 1}
            changes={changes}
            problems={rest.problems}
            onSave={() => void saved()}
            onDiscard={undone}
          />
        )}
        {!isUnsaved && rest.savedAs !== null && (
          <Message tone="good" title={`Version ${rest.savedAs} is in force`}>
            Lessons that are not begun yet take it.
          </Message>
        )}
      </div>
      {rest.isLeaving && <LeaveDialog what={what} onStay={rest.onStay} onLeave={rest.onLeave} />}
    </>
  )
}

type LeaveProps = Pick<Props, 'what' | 'onStay' | 'onLeave'>

const LeaveDialog = ({ what, onStay, onLeave }: LeaveProps) => (
  <Dialog
    kind="alertdialog"
    title={`The ${what} is not saved yet`}
    onClose={onStay}
    actions={
      <>
        <Button onClick={onStay}>Stay here</Button>
        <Button variant="default" onClick={onLeave}>
          Leave without saving
        </Button>
      </>
    }
  >
    <p>
      What you changed is still here. Leaving without saving undoes it; the version in force stays as it is.
    </p>
  </Dialog>
)

import { Button } from '@mantine/core'
import type { SharingView } from '../../shared/ipc/commands/sharing.ts'
import { Message } from './message.tsx'
import classes from './share-panel.module.css'
import { shareLine, shareNotes } from './share-words.ts'

type Props = {
  view: SharingView
  /** What came of the last thing asked, in words. */
  said: string | null
  /** UTC ms. */
  now: number
  onChooseFolder: () => void
  onLeaveFolder: () => void
  onSaveFile: () => void
  onTakeIn: () => void
}

/** How a lesson is shared: its code, the folder or a file, and how the two computers stand. */
export function SharePanel({ view, said, now, ...on }: Props) {
  const line = shareLine(view, now)
  const look = { variant: 'default', size: 'xs', h: 32 } as const
  return (
    <div className={classes.panel}>
      <p className={classes.label} id="share-code">
        {view.isJoined ? 'The code of this lesson' : 'Code for the second adult’s computer'}
      </p>
      <output className={classes.code} aria-labelledby="share-code">
        {view.code}
      </output>
      {!view.isJoined && (
        <p className={classes.quiet}>
          On their computer: Today, Join a lesson. Say the code; do not write it into the meeting’s chat.
        </p>
      )}

      <h3 className={classes.heading}>By a folder both computers see</h3>
      {view.folder === null ? (
        <p className={classes.quiet}>Taps of each reach the other within a few seconds.</p>
      ) : (
        <p className={classes.folder}>{view.folder}</p>
      )}
      {line && (
        <output className={classes.state} data-tone={line.tone}>
          {line.line}
        </output>
      )}
      <div className={classes.row}>
        <Button {...look} onClick={on.onChooseFolder}>
          {view.folder === null ? 'Choose the folder' : 'Choose another folder'}
        </Button>
        {view.folder !== null && (
          <Button {...look} onClick={on.onLeaveFolder}>
            Stop using it
          </Button>
        )}
      </div>

      <h3 className={classes.heading}>By hand</h3>
      <p className={classes.quiet}>
        Save a file, pass it on, take theirs in. As often as you like, until you sign.
      </p>
      <div className={classes.row}>
        <Button {...look} onClick={on.onSaveFile}>
          Save a file
        </Button>
        <Button {...look} onClick={on.onTakeIn}>
          Take in a file
        </Button>
      </div>
      {said !== null && <Message tone="quiet" title={said} />}
      {shareNotes(view).map(({ line: words, advice, tone }) => (
        <Message key={words} tone={tone} title={words}>
          {advice}
        </Message>
      ))}
    </div>
  )
}

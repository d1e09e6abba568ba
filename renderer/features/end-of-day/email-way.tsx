import { Button } from '@mantine/core'
import { useState } from 'react'
import { fullDate, instantOf } from '../../../shared/domain/times.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { Dialog } from '../../components/dialog.tsx'
import { MakingProgress } from '../../components/making-progress.tsx'
import { Message } from '../../components/message.tsx'
import { useApp } from '../../lib/use-app.ts'
import { useApi } from '../../lib/use-lesson.ts'
import classes from './email-way.module.css'
import { stepWords } from './end-of-day-words.ts'
import { ShowFolder } from './show-folder.tsx'
import { useFileProgress } from './use-file-progress.ts'

type Props = {
  /** ISO `YYYY-MM-DD`. */
  date: string
  onClose: () => void
}

type Made = Extract<Output<'export.mail'>, { outcome: 'written' }>

/** The way by e-mail: says what is made and who can open it, then shows the password, this once. */
export function EmailWay({ date, onClose }: Props) {
  const api = useApi()
  const to = useApp((state) => state.status?.school?.officeEmail ?? '')
  const from = useApp((state) => state.status?.school?.teacherEmail ?? '')
  const [isMaking, setMaking] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [made, setMade] = useState<Made | null>(null)
  const make = async () => {
    setMaking(true)
    setFailure(null)
    const reply = await api.invoke('export.mail', { date })
    setMaking(false)
    if (!reply.ok && reply.error.code === 'stopped') return
    if (!reply.ok) setFailure(reply.error.message)
    else if (reply.value.outcome === 'written') setMade(reply.value)
  }
  const progress = useFileProgress(date, isMaking ? 'mail' : null)
  if (made) return <Written date={date} made={made} onClose={onClose} />
  const missing = whatIsMissing(to, from)
  return (
    <Dialog
      kind="dialog"
      title={`Send ${fullDate(instantOf(date, '12:00'))} by e-mail`}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          {missing ? (
            <Button component="a" href="#/settings">
              Go to Settings
            </Button>
          ) : (
            <Button loading={isMaking} onClick={() => void make()}>
              Choose a folder
            </Button>
          )}
        </>
      }
    >
      <div className={classes.body}>
        {missing ? (
          <Message tone="warn" title={missing}>
            Nothing is lost: come back here when it is written.
          </Message>
        ) : (
          <p>
            Makes a locked zip with the office’s part of the day, and a draft to{' '}
            <strong className={classes.address}>{to}</strong> with the zip in it. You open the draft and send
            it.
          </p>
        )}
        <Opens />
        {isMaking && (
          <MakingProgress
            step={progress}
            words={stepWords(progress)}
            label="Files for the e-mail"
            onStop={() => void api.invoke('export.stop-files', { date, way: 'mail' })}
          />
        )}
        {failure !== null && (
          <Message tone="bad" title="Nothing was made">
            {failure}
          </Message>
        )}
      </div>
    </Dialog>
  )
}

function whatIsMissing(to: string, from: string): string | null {
  if (to === '') return 'The office’s e-mail address is not known yet'
  return from.includes('@') ? null : 'Your own e-mail address is not known yet'
}

/** Said before and after: the office must be able to open it. */
function Opens() {
  return (
    <p className={classes.quiet}>
      The office needs 7-Zip or WinZip on Windows, Keka on a Mac. “Extract all” of Windows cannot open it: it
      is locked with AES‑256.
    </p>
  )
}

function Written({ date, made, onClose }: Props & { made: Made }) {
  return (
    <Dialog
      kind="dialog"
      title="Tell the office this password"
      onClose={onClose}
      actions={<Button onClick={onClose}>I have passed it on</Button>}
    >
      <div className={classes.body}>
        <output className={classes.password} aria-label="Password of the zip">
          {made.password}
        </output>
        <p>
          <strong>By telephone or in person, never in an e-mail.</strong> The dashes are part of it.
        </p>
        <p className={classes.quiet}>
          It is shown only now and kept nowhere. Should it get lost, make the files again: they get another
          one.
        </p>
        <Message
          tone="good"
          title="The zip and the draft are in"
          action={<ShowFolder date={date} way="mail" />}
        >
          <span className={classes.folder}>{made.folder}</span>
        </Message>
        <Opens />
      </div>
    </Dialog>
  )
}

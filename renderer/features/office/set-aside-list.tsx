import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { decisionFor, setAsideWords } from '../../../shared/domain/office-set-aside.ts'
import { clockTime, fullDate } from '../../../shared/domain/times.ts'
import type { SetAsideView } from '../../../shared/ipc/commands/office.ts'
import { Dialog } from '../../components/dialog.tsx'
import classes from './office-page.module.css'

type Props = {
  files: readonly SetAsideView[]
  isBusy: boolean
  onTakeIn: (contentHash: string) => Promise<boolean>
  onDismiss: (contentHash: string) => Promise<boolean>
}

const decisionWords = {
  'list-device': {
    ask: 'Compare and take in',
    title: 'Is this the fingerprint on the teacher’s computer?',
    yes: 'It is the same: take it in',
  },
  'our-school': { ask: 'It is our school', title: 'Is this your school?', yes: 'Yes, take it in' },
  'its-own': {
    ask: 'It is this teacher’s',
    title: 'Did this teacher teach it, on this computer?',
    yes: 'Yes, take it in',
  },
} as const

/** Files that were not taken in: what happened, and what to do. */
export function SetAsideList({ files, isBusy, onTakeIn, onDismiss }: Props) {
  const heading = useId()
  const [deciding, setDeciding] = useState<SetAsideView | null>(null)
  const takeIn = async ({ contentHash }: SetAsideView) => {
    await onTakeIn(contentHash)
    setDeciding(null)
  }
  return (
    <section className={classes.card} data-tone="warn" aria-labelledby={heading}>
      <h2 id={heading} className={classes.heading}>
        Set aside
      </h2>
      <p className={classes.quiet}>
        These files were not taken in. They are kept in the folder “set aside” beside the others.
      </p>
      <ul className={classes.plain}>
        {files.map((file) => (
          <li key={file.contentHash} className={classes.file}>
            <div className={classes.fileWords}>
              <strong>{setAsideWords[file.reason].happened}</strong>
              <p>{setAsideWords[file.reason].toDo}</p>
              <p className={classes.small}>
                {file.from ? `${fromWords(file)} · ` : ''}
                {file.fileName} · {fullDate(file.at)} at {clockTime(file.at)}
              </p>
            </div>
            <div className={classes.acts}>
              {decisionFor(file.reason) !== null && file.from && (
                <Button h={32} size="xs" onClick={() => setDeciding(file)}>
                  {decisionWords[decisionFor(file.reason) ?? 'list-device'].ask}
                </Button>
              )}
              <Button
                h={32}
                size="xs"
                variant="subtle"
                aria-label={`Take ${file.fileName} off this list`}
                onClick={() => void onDismiss(file.contentHash)}
              >
                Take off this list
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {deciding?.from && (
        <Dialog
          title={decisionWords[decisionFor(deciding.reason) ?? 'list-device'].title}
          kind="alertdialog"
          onClose={() => setDeciding(null)}
          actions={
            <>
              <Button variant="default" onClick={() => setDeciding(null)}>
                Not now
              </Button>
              <Button loading={isBusy} onClick={() => void takeIn(deciding)}>
                {decisionWords[decisionFor(deciding.reason) ?? 'list-device'].yes}
              </Button>
            </>
          }
        >
          <p>{fromWords(deciding)}</p>
          {decisionFor(deciding.reason) === 'list-device' && (
            <p className={classes.fingerprint}>{deciding.from.fingerprint}</p>
          )}
        </Dialog>
      )}
    </section>
  )
}

const fromWords = ({ from }: SetAsideView): string =>
  from ? `${from.teacherName}, computer ${from.deviceName}, ${from.schoolName}` : ''

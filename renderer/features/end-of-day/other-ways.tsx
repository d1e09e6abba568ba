import { Button } from '@mantine/core'
import { useState } from 'react'
import type { SeenBefore } from '../../../shared/domain/version-warnings.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { IntoView } from '../../components/into-view.tsx'
import { MakingProgress } from '../../components/making-progress.tsx'
import { Message } from '../../components/message.tsx'
import { VersionWarnings } from '../../components/version-warnings.tsx'
import { useApi } from '../../lib/use-lesson.ts'
import { EmailWay } from './email-way.tsx'
import { stepWords } from './end-of-day-words.ts'
import classes from './other-ways.module.css'
import { ShowFolder } from './show-folder.tsx'
import { useFileProgress } from './use-file-progress.ts'

type Props = {
  /** ISO `YYYY-MM-DD`. */
  date: string
}

type Said = SeenBefore & { tone: 'good' | 'quiet' | 'bad'; title: string; detail: string; made?: Split }
type Split = 'leaders' | 'home'

/** Where else a signed day goes than the office's folder: by e-mail, to leaders, home. */
export function OtherWays({ date }: Props) {
  const api = useApi()
  const [isMailing, setMailing] = useState(false)
  const [making, setMaking] = useState<Split | null>(null)
  const [said, setSaid] = useState<Said | null>(null)
  const make = async (split: Split) => {
    setMaking(split)
    setSaid(null)
    const reply = await api.invoke('export.split', { date, split })
    setMaking(null)
    if (!reply.ok && reply.error.code === 'stopped') return
    if (!reply.ok) setSaid({ tone: 'bad', title: 'Nothing was made', detail: reply.error.message })
    else if (reply.value.outcome !== 'cancelled') setSaid(wordsFor(split, reply.value))
  }
  const progress = useFileProgress(date, making)
  const look = { variant: 'default', size: 'xs', h: 32 } as const
  return (
    <details className={classes.ways}>
      <summary className={classes.heading}>Other ways: by e-mail, for leaders, for home</summary>
      <div className={classes.row}>
        <p className={classes.words}>
          <strong>To the office by e-mail</strong>
          <span>A locked zip and a draft to send, where there is no folder both see.</span>
        </p>
        <Button {...look} onClick={() => setMailing(true)}>
          Send by e-mail
        </Button>
      </div>
      <div className={classes.row}>
        <p className={classes.words}>
          <strong>For leaders</strong>
          <span>Checks passed over, incidents, what to follow up, and counts.</span>
        </p>
        <Button {...look} loading={making === 'leaders'} onClick={() => void make('leaders')}>
          Make for leaders
        </Button>
      </div>
      <div className={classes.row}>
        <p className={classes.words}>
          <strong>For home</strong>
          <span>Praise notes and certificates, a PDF each and one of the class to print. Nothing else.</span>
        </p>
        <Button {...look} loading={making === 'home'} onClick={() => void make('home')}>
          Make for home
        </Button>
      </div>
      {making && (
        <IntoView>
          <MakingProgress
            step={progress}
            words={stepWords(progress)}
            label={making === 'home' ? 'Files for home' : 'Files for leaders'}
            onStop={() => void api.invoke('export.stop-files', { date, way: making })}
          />
        </IntoView>
      )}
      {said && (
        <IntoView>
          <Message
            tone={said.tone}
            title={said.title}
            action={said.made && <ShowFolder date={date} way={said.made} />}
          >
            {said.made ? <span className={classes.folder}>{said.detail}</span> : said.detail}
          </Message>
          <VersionWarnings {...said} />
        </IntoView>
      )}
      {isMailing && <EmailWay date={date} onClose={() => setMailing(false)} />}
    </details>
  )
}

function wordsFor(split: Split, made: Exclude<Output<'export.split'>, { outcome: 'cancelled' }>): Said {
  if (made.outcome === 'nothing') {
    return {
      tone: 'quiet',
      title: 'There is nothing to take home',
      detail: 'Nobody was praised in a lesson signed off that day, so nothing was made.',
    }
  }
  const count = made.files.length === 1 ? 'One file' : `${made.files.length} files`
  return {
    tone: 'good',
    title: split === 'home' ? `${count} for home made` : `${count} for leaders made`,
    detail: made.folder,
    made: split,
    earlierIsDated: made.earlierIsDated,
    openFiles: made.openFiles,
  }
}

import { useEffect } from 'react'
import { Link } from 'wouter'
import { useStore } from 'zustand'
import { Message } from '../../components/message.tsx'
import { Page } from '../../components/page.tsx'
import { SharePanel } from '../../components/share-panel.tsx'
import { useNow } from '../../lib/clock.ts'
import { useHandedFile } from '../../lib/use-handed-file.ts'
import { useSharing } from '../../lib/use-sharing.ts'
import classes from './share-page.module.css'

type Props = { lessonId: string }

/** Sharing a lesson from the main window, before it, during it and until it is signed. */
export function SharePage({ lessonId }: Props) {
  const store = useSharing(lessonId)
  const sharing = useStore(store)
  const now = useNow(1000)
  useEffect(() => store.getState().started(), [store])
  useHandedFile(`/lessons/${lessonId}/share`, sharing.fileHanded)
  const { view, said } = sharing
  return (
    <Page
      title="Share with the second adult"
      subtitle="Two computers, one lesson: what either of you taps is in both."
      aside={<Link href="/today">Back to Today</Link>}
    >
      {!view && said !== null && <Message tone="bad" title={said} />}
      {view && (
        <div className={classes.card}>
          <SharePanel
            view={view}
            said={said}
            now={now}
            onChooseFolder={sharing.folderChosen}
            onLeaveFolder={sharing.folderLeft}
            onSaveFile={sharing.fileSaved}
            onTakeIn={sharing.fileTakenIn}
          />
        </div>
      )}
    </Page>
  )
}

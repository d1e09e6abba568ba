import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { changesBetween, judgeChecklist } from '../../../shared/domain/checklist-edit.ts'
import type { ChecklistVersion } from '../../../shared/ipc/commands/checklists.ts'
import { Dialog } from '../../components/dialog.tsx'
import { Message } from '../../components/message.tsx'
import { Page } from '../../components/page.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useApi } from '../../lib/use-lesson.ts'
import { useApp } from '../../lib/use-app.ts'
import { CheckPreview } from './check-preview.tsx'
import classes from './checklist-editor-page.module.css'
import { EditList } from './edit-list.tsx'
import { editorStoreOf, type EditorStore, isOvertaken } from './editor-store.ts'
import { SaveBar } from './save-bar.tsx'
import { useLeaving } from './use-leaving.ts'
import { VersionHistory } from './version-history.tsx'
import { WordingList } from './wording-list.tsx'

/** The checks before every lesson, as this school words them; a leader edits them, everybody may read them. */
export function ChecklistEditorPage() {
  const store = editorStoreOf(useApi())
  const isLeader = useApp((state) => state.status?.me?.role === 'leader')
  const versions = useStore(store, (state) => state.versions)
  const failure = useStore(store, (state) => state.failure)
  useEffect(() => store.getState().opened(), [store])
  const inForce = versions?.[0]
  return (
    <Page
      title="Checklist"
      subtitle={
        isLeader
          ? 'What is asked before pupils are let in. Lessons already begun keep their version.'
          : 'A leader edits these.'
      }
    >
      {failure && (
        <Message tone="bad" title="That did not work">
          {failure.message} What you edited is still here.
        </Message>
      )}
      {!versions && !failure && <Waiting>Opening the checklist</Waiting>}
      {versions && !inForce && (
        <Message tone="quiet" title="There is no checklist yet">
          The app brings the policy&rsquo;s checks when it next starts.
        </Message>
      )}
      {versions && inForce && (
        <>
          {isLeader ? (
            <Editor store={store} inForce={inForce} />
          ) : (
            <WordingList label="Checks" items={inForce.items} />
          )}
          <VersionHistory versions={versions} />
        </>
      )}
    </Page>
  )
}

type EditorProps = { store: EditorStore; inForce: ChecklistVersion }

function Editor({ store, inForce }: EditorProps) {
  const { draft, savedAs, versions, edited, discarded, putOnTop, save } = useStore(store)
  const [openId, setOpenId] = useState<string | null>(null)
  const base = draft?.base ?? inForce
  const items = draft?.items ?? inForce.items
  const changes = changesBetween(base.items, items)
  const isUnsaved = changes.length > 0
  const isOld = isOvertaken({ draft, versions })
  const leaving = useLeaving(isUnsaved)
  const shown = Math.max(
    0,
    items.findIndex(({ id }) => id === openId),
  )
  const preview = items[shown]
  const foot = useRef<HTMLDivElement>(null)
  // The button pressed is gone; the keys go on from where it stood.
  const saved = async () => {
    await save()
    foot.current?.focus()
  }
  const undone = () => {
    discarded()
    foot.current?.focus()
  }
  return (
    <>
      {isUnsaved && isOld && (
        <Message
          tone="warn"
          title={`Version ${inForce.version} was saved meanwhile`}
          action={
            <div className={classes.ways}>
              <Button variant="default" onClick={discarded}>
                Take version {inForce.version}
              </Button>
              <Button onClick={putOnTop}>Put mine on top</Button>
            </div>
          }
        >
          Yours is not saved, and nothing of it is lost. {inForce.changes.join('. ')}.
        </Message>
      )}
      <div className={classes.columns}>
        <EditList items={items} openId={openId} onOpened={setOpenId} onEdited={edited} />
        {preview && <CheckPreview check={preview} place={shown + 1} of={items.length} />}
      </div>
      <div ref={foot} className={classes.foot} tabIndex={-1}>
        {isUnsaved && !isOld && (
          <SaveBar
            version={base.version + 1}
            changes={changes}
            problems={judgeChecklist(items, base.items)}
            onSave={() => void saved()}
            onDiscard={undone}
          />
        )}
        {!isUnsaved && savedAs !== null && (
          <Message tone="good" title={`Version ${savedAs} is in force`}>
            Lessons that are not begun yet take it.
          </Message>
        )}
      </div>
      {leaving.to !== null && (
        <LeaveDialog
          onStay={leaving.stay}
          onLeave={() => {
            discarded()
            leaving.leave()
          }}
        />
      )}
    </>
  )
}

type LeaveProps = { onStay: () => void; onLeave: () => void }

const LeaveDialog = ({ onStay, onLeave }: LeaveProps) => (
  <Dialog
    kind="alertdialog"
    title="The checklist is not saved yet"
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

import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { changesBetween, judgeChecklist } from '../../../shared/domain/checklist-edit.ts'
import type { ChecklistVersion } from '../../../shared/ipc/commands/checklists.ts'
import { DraftFrame } from '../../components/draft-frame.tsx'
import { Message } from '../../components/message.tsx'
import { Page } from '../../components/page.tsx'
import { VersionHistory } from '../../components/version-history.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useApi } from '../../lib/use-lesson.ts'
import { useApp } from '../../lib/use-app.ts'
import { useLeaving } from '../../lib/use-leaving.ts'
import { isOvertaken } from '../../lib/version-editor.ts'
import { CheckPreview } from './check-preview.tsx'
import classes from './checklist-editor-page.module.css'
import { EditList } from './edit-list.tsx'
import { editorStoreOf, type EditorStore } from './editor-store.ts'
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
          <VersionHistory
            versions={versions}
            why="A lesson keeps the version it was begun under, so its evidence always shows the wording it was given for."
            first="The first checklist"
            summaryOf={({ items }) => `The ${items.length} checks as they were worded`}
            renderContent={({ version, items }) => <WordingList label={`Version ${version}`} items={items} />}
          />
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
  const items = draft?.content ?? inForce.items
  const changes = changesBetween(base.items, items)
  const leaving = useLeaving(changes.length > 0)
  const shown = Math.max(
    0,
    items.findIndex(({ id }) => id === openId),
  )
  const preview = items[shown]
  return (
    <DraftFrame
      what="checklist"
      inForce={inForce}
      basedOn={base.version}
      isOvertaken={isOvertaken({ draft, versions })}
      changes={changes}
      problems={judgeChecklist(items, base.items)}
      savedAs={savedAs}
      isLeaving={leaving.to !== null}
      onSave={save}
      onDiscard={discarded}
      onPutOnTop={putOnTop}
      onStay={leaving.stay}
      onLeave={() => {
        discarded()
        leaving.leave()
      }}
    >
      <div className={classes.columns}>
        <EditList items={items} openId={openId} onOpened={setOpenId} onEdited={edited} />
        {preview && <CheckPreview check={preview} place={shown + 1} of={items.length} />}
      </div>
    </DraftFrame>
  )
}

import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { changesBetween, judgeChecklist } from '../../../shared/domain/checklist-edit.ts'
import type { ChecklistVersion } from '../../../shared/ipc/commands/checklists.ts'
import { DraftFrame } from '../../components/draft-frame.tsx'
import { VersionHistory } from '../../components/version-history.tsx'
import { VersionPage } from '../../components/version-page.tsx'
import { useApi } from '../../lib/use-lesson.ts'
import { useApp } from '../../lib/use-app.ts'
import { useDraft } from '../../lib/use-draft.ts'
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
  return (
    <VersionPage
      title="Checklist"
      subtitle={
        isLeader
          ? 'What is asked before pupils are let in. Lessons already begun keep their version.'
          : 'A leader edits these.'
      }
      versions={versions}
      failure={failure}
      waiting="Opening the checklist"
      none={{
        title: 'There is no checklist yet',
        words: 'The app brings the policy’s checks when it next starts.',
      }}
    >
      {(inForce, all) => (
        <>
          {isLeader ? (
            <Editor store={store} inForce={inForce} />
          ) : (
            <WordingList label="Checks" items={inForce.items} />
          )}
          <VersionHistory
            versions={all}
            why="A lesson keeps the version it was begun under, so its evidence always shows the wording it was given for."
            first="The first checklist"
            summaryOf={({ items }) => `The ${items.length} checks as they were worded`}
            renderContent={({ version, items }) => <WordingList label={`Version ${version}`} items={items} />}
          />
        </>
      )}
    </VersionPage>
  )
}

const ofItems = { contentOf: ({ items }: ChecklistVersion) => items, changesBetween }

type EditorProps = { store: EditorStore; inForce: ChecklistVersion }

function Editor({ store, inForce }: EditorProps) {
  const [openId, setOpenId] = useState<string | null>(null)
  const { before, content: items, edited, frame } = useDraft(store, inForce, ofItems)
  const shown = Math.max(
    0,
    items.findIndex(({ id }) => id === openId),
  )
  const preview = items[shown]
  return (
    <DraftFrame {...frame} what="checklist" problems={judgeChecklist(items, before)}>
      <div className={classes.columns}>
        <EditList items={items} openId={openId} onOpened={setOpenId} onEdited={edited} />
        {preview && <CheckPreview check={preview} place={shown + 1} of={items.length} />}
      </div>
    </DraftFrame>
  )
}

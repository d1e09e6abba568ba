import '@mantine/core/styles/Input.css'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { VersionHistory } from '../../components/version-history.tsx'
import { VersionPage } from '../../components/version-page.tsx'
import { useApp } from '../../lib/use-app.ts'
import { useApi } from '../../lib/use-lesson.ts'
import { PadPreview } from './pad-preview.tsx'
import { SchemeEditor } from './scheme-editor.tsx'
import classes from './scheme-editor.module.css'
import { schemeStoreOf } from './scheme-store.ts'
import { SchemeView } from './scheme-view.tsx'

/** The school's behaviours, ladder and rewards; a leader edits them, everybody may read them (staff.standards). */
export function SchemePage() {
  const store = schemeStoreOf(useApi())
  const isLeader = useApp((state) => state.status?.me?.role === 'leader')
  const versions = useStore(store, (state) => state.versions)
  const failure = useStore(store, (state) => state.failure)
  useEffect(() => store.getState().opened(), [store])
  return (
    <VersionPage
      title="Behaviours and rewards"
      subtitle={
        isLeader
          ? 'One set for all staff. Lessons already begun keep their version.'
          : 'One set for all staff. A leader edits it.'
      }
      versions={versions}
      failure={failure}
      waiting="Opening the behaviours"
      none={{
        title: 'There are no behaviours yet',
        words: 'The app brings its own when it next starts.',
      }}
    >
      {(inForce, all) => (
        <>
          {isLeader ? (
            <SchemeEditor store={store} inForce={inForce} />
          ) : (
            <div className={classes.columns}>
              <SchemeView scheme={inForce.scheme} />
              <PadPreview scheme={inForce.scheme} />
            </div>
          )}
          <VersionHistory
            versions={all}
            why="A lesson keeps the version it was begun under, so what was recorded always keeps its words."
            first="The first scheme"
            summaryOf={({ scheme }) => `The ${scheme.behaviours.length} behaviours and the rest as they were`}
            renderContent={({ scheme }) => <SchemeView scheme={scheme} />}
          />
        </>
      )}
    </VersionPage>
  )
}

import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { NamedColumns } from '../../../shared/domain/column-meanings.ts'
import { Message } from '../../components/message.tsx'
import { Page } from '../../components/page.tsx'
import { useHandedFile } from '../../lib/use-handed-file.ts'
import { useApi } from '../../lib/use-lesson.ts'
import { ImportDone } from './import-done.tsx'
import { ImportPreview } from './import-preview.tsx'
import { ImportRefused } from './import-refused.tsx'
import { ImportStart } from './import-start.tsx'
import { createImportStore, type ImportStep } from './import-store.ts'

const subtitles: Record<ImportStep['name'], string> = {
  explaining: 'From your school’s system: CSV, Excel or OneRoster',
  reading: 'From your school’s system: CSV, Excel or OneRoster',
  refused: 'From your school’s system: CSV, Excel or OneRoster',
  checking: 'Check what would change. Nothing is written yet.',
  done: 'Done',
}

/** A class list comes in: choose a file, see what it would change, confirm. */
export function ImportPage() {
  const api = useApi()
  const store = useMemo(() => createImportStore(api), [api])
  const step = useStore(store, (state) => state.step)
  const failure = useStore(store, (state) => state.failure)
  const { fileAsked, folderAsked, readingCancelled, columnsSaid, confirmed, cancelled } = store.getState()
  const ask = () => void fileAsked()
  const say = (columns: NamedColumns) => void columnsSaid(columns)
  useHandedFile('/classes/import', (token) => void fileAsked(token))
  return (
    <Page title="Import a class list" subtitle={subtitles[step.name]}>
      {failure && (
        <Message tone="bad" title={failure.message}>
          Nothing was changed.
        </Message>
      )}
      {(step.name === 'explaining' || step.name === 'reading') && (
        <ImportStart
          reading={step.name === 'reading' ? step : null}
          onChoose={ask}
          onChooseFolder={() => void folderAsked()}
          onCancel={readingCancelled}
        />
      )}
      {step.name === 'refused' && (
        <ImportRefused
          fileName={step.fileName}
          refusal={step.refusal}
          columns={step.unnamed?.columns ?? null}
          onColumns={say}
          onChoose={ask}
        />
      )}
      {step.name === 'checking' && (
        <ImportPreview
          preview={step.preview}
          isSaving={step.isSaving}
          onConfirm={(leftPupils) => void confirmed(leftPupils)}
          onCancel={cancelled}
          onChoose={ask}
          onColumns={say}
        />
      )}
      {step.name === 'done' && <ImportDone counts={step.counts} />}
    </Page>
  )
}

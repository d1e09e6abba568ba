import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { isPastedTable } from '../../shared/domain/pasted-table.ts'
import { clockTime, dayAndMonth } from '../../shared/domain/times.ts'
import { Dialog } from '../components/dialog.tsx'
import { Message } from '../components/message.tsx'
import { ReadingProgress } from '../components/reading-progress.tsx'
import type { FilesStore } from '../lib/files-store.ts'
import { useApi } from '../lib/use-lesson.ts'
import classes from './files-in.module.css'
import notices from './notices.module.css'

type Props = { store: FilesStore }

/** Files may be dropped anywhere in the main window, and tables pasted: what became of them stands above any page. */
export function FilesIn({ store }: Props) {
  const api = useApi()
  const step = useStore(store, (state) => state.step)
  const isOver = useDropping(store)
  usePasting(store)
  useEffect(() => {
    const ask = () => void store.getState().askedFor()
    ask()
    return api.on('file.asked', ask)
  }, [api, store])
  const { stopped, closed, lessonChosen } = store.getState()
  const close = (
    <Button variant="subtle" size="xs" h={32} onClick={closed}>
      Close
    </Button>
  )
  return (
    <>
      {isOver && <DropHere />}
      {step?.name === 'reading' && (
        <div className={notices.notices}>
          <ReadingProgress opened={step.opened} onCancel={stopped} />
        </div>
      )}
      {step?.name === 'refused' && (
        <div className={notices.notices}>
          <Message tone="bad" title={step.refusal.message} action={close}>
            <p>{step.refusal.advice}</p>
            <p className={classes.file}>File: {step.fileName}</p>
          </Message>
        </div>
      )}
      {step?.name === 'failed' && (
        <div className={notices.notices}>
          <Message tone="bad" title={step.failure.message} action={close} />
        </div>
      )}
      {step?.name === 'asking' && (
        <Dialog
          kind="dialog"
          title="Which lesson is this report of?"
          onClose={closed}
          actions={
            <Button variant="default" onClick={closed}>
              None of them
            </Button>
          }
        >
          <p className={classes.file}>{step.fileName}</p>
          <ul className={classes.lessons}>
            {step.lessons.map((lesson) => (
              <li key={lesson.id}>
                <Button variant="default" fullWidth onClick={() => lessonChosen(lesson.id)}>
                  {lesson.className} {lesson.subject}, {dayAndMonth(lesson.startsAt)},{' '}
                  {clockTime(lesson.startsAt)}
                </Button>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  )
}

function DropHere() {
  return (
    <div className={classes.over}>
      <p className={classes.here}>
        <strong>Drop it here</strong>
        <span>A class list, a calendar, a meeting’s report or a lesson file</span>
      </p>
    </div>
  )
}

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false

/** The one folder that was dropped; null for a file, and for several things at once. */
function droppedFolder({ dataTransfer }: DragEvent): FileSystemDirectoryEntry | null {
  const entries = [...(dataTransfer?.items ?? [])].map((item) => item.webkitGetAsEntry())
  const [entry] = entries
  return entries.length === 1 && entry?.isDirectory ? (entry as FileSystemDirectoryEntry) : null
}

/** Whether files are being dragged over the window; what is dropped goes to the store. */
function useDropping(store: FilesStore): boolean {
  const [isOver, setIsOver] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setIsOver(true)
    }
    const left = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setIsOver(false)
    }
    const dropped = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setIsOver(false)
      const folder = droppedFolder(event)
      if (folder) void store.getState().folderHandedIn(folder)
      else void store.getState().handedIn([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', left)
    window.addEventListener('drop', dropped)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', left)
      window.removeEventListener('drop', dropped)
    }
  }, [store])
  return isOver
}

/** Fields take what is pasted into them; anywhere else a file or a table is meant for the app. */
function usePasting(store: FilesStore): void {
  useEffect(() => {
    const pasted = (event: ClipboardEvent) => {
      const { clipboardData, target } = event
      if (!clipboardData || event.defaultPrevented || isField(target)) return
      const text = clipboardData.getData('text/plain')
      const files = [...clipboardData.files]
      // A spreadsheet puts a picture of the cells beside their text: the text is meant.
      const handed = isPastedTable(text) ? [new File([text], 'Pasted table')] : files
      if (handed.length > 0) void store.getState().handedIn(handed)
    }
    window.addEventListener('paste', pasted)
    return () => window.removeEventListener('paste', pasted)
  }, [store])
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog') !== null

import { IconChevronDown, IconChevronRight, IconMessageCircle } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { type NoteBefore, notesInWords } from '../../../shared/domain/notes.ts'
import { KeyCap } from '../../components/key-cap.tsx'
import { NotesList } from '../../components/notes-list.tsx'
import classes from './notes-line.module.css'
import { isTyping, useKeys } from './use-keys.ts'

type Props = { notes: readonly NoteBefore[] }

/** What the class's last lessons left to come back to: one quiet line, read on a key, in nobody's way (staff.feedback). */
export function NotesLine({ notes }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const list = useId()
  useKeys((event) => {
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key.toLowerCase() !== 'l' || notes.length === 0) return
    event.preventDefault()
    setIsOpen((before) => !before)
  })
  if (notes.length === 0) return null
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <section className={classes.notes} aria-label="To come back to">
      <button
        type="button"
        className={classes.line}
        aria-expanded={isOpen}
        aria-controls={list}
        aria-keyshortcuts="L"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setIsOpen(!isOpen)}
      >
        <IconMessageCircle size={16} stroke={1.75} aria-hidden="true" className={classes.icon} />
        <span className={classes.words}>{notesInWords(notes)}</span>
        <KeyCap>L</KeyCap>
        <Chevron size={16} stroke={1.75} aria-hidden="true" className={classes.icon} />
      </button>
      <div id={list} aria-live="polite" className={classes.list} hidden={!isOpen}>
        {isOpen && <NotesList notes={notes} />}
      </div>
    </section>
  )
}

import { IconSearch } from '@tabler/icons-react'
import type { KeyboardEvent, RefObject } from 'react'
import classes from './pupil-search.module.css'
import type { PupilFinder } from './use-found-pupil.ts'

type Props = {
  field: RefObject<HTMLInputElement | null>
  search: PupilFinder
  onToggle: (pupilId: string) => void
}

/** Type the start of a name, Enter or Space ticks who is found. Empty, its keys belong to the page. */
export function PupilSearch({ field, search, onToggle }: Props) {
  const { typed, found } = search
  const pressed = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      search.step(step)
    }
    if (event.key !== 'Enter' && event.key !== ' ') return
    if (event.key === ' ' || typed !== '') event.preventDefault()
    if (found) onToggle(found.id)
  }
  return (
    <div className={classes.search}>
      <IconSearch size={18} stroke={1.75} aria-hidden="true" className={classes.icon} />
      <input
        ref={field}
        type="text"
        autoFocus
        aria-label="Find a pupil by name"
        placeholder="Type a name"
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        value={typed}
        onChange={(event) => search.type(event.currentTarget.value)}
        onKeyDown={pressed}
        className={classes.field}
      />
      <output className={classes.found}>{foundInWords(search)}</output>
    </div>
  )
}

function foundInWords({ typed, found, matches }: PupilFinder): string {
  if (typed === '') return ''
  if (!found) return 'Nobody begins like that'
  const name = `${found.forename} ${found.surname}`
  return matches === 1 ? `${name}: press Enter` : `${name}, 1 of ${matches}`
}

import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { schemeLimits } from '../../../shared/domain/behaviours.ts'
import { type ListName, movedEntry } from '../../../shared/domain/scheme-edit.ts'
import { movedByKey, MoveButtons } from '../../components/move-buttons.tsx'
import { type PartProps, problemAt } from './part.ts'
import rows from '../../components/edit-rows.module.css'
import classes from './scheme-editor.module.css'
import { useMoving } from './use-moving.ts'

type Props<T> = Pick<PartProps, 'problems'> & {
  list: ListName
  title: string
  hint: string
  /** What one entry is called: `step`. */
  one: string
  entries: readonly T[]
  nameOf: (entry: T) => string
  renamed: (entry: T, name: string) => T
  /** What else an entry has, beside its name. */
  renderFields?: (
    entry: T,
    keep: (entry: T) => void,
    problem: (field: string) => string | undefined,
  ) => ReactNode
  /** A new one, still without a name. */
  added: () => T
  onChanged: (entries: T[]) => void
}

/** A short list of names with what belongs to each, in an order that matters. */
export function EntryList<T>({ list, title, hint, one, entries, problems, onChanged, ...rest }: Props<T>) {
  const heading = useId()
  const { said, moving } = useMoving()
  const { most, letters } = schemeLimits[list]
  const isFull = entries.length >= most
  const ofList = problemAt(problems, list)
  return (
    <section aria-labelledby={heading} className={classes.part}>
      <h2 id={heading} className={classes.heading}>
        {title}
      </h2>
      <p className={classes.quiet}>{hint}</p>
      {entries.length > 0 && (
        <ol className={rows.list}>
          {entries.map((entry, index) => {
            const name = rest.nameOf(entry).trim() || `${one} ${index + 1}`
            const keep = (next: T) => onChanged(entries.with(index, next))
            const problem = (field: string) => problemAt(problems, list, index, field)
            const moved = (by: 1 | -1) =>
              moving(name, index + by, entries.length, () => onChanged(movedEntry(entries, index, by)))
            return (
              // Entries have nothing but their place to be told by: a name is changed letter by letter.
              // oxlint-disable-next-line react/no-array-index-key, jsx-a11y/no-noninteractive-element-interactions
              <li key={index} className={rows.item} onKeyDown={movedByKey(moved)}>
                <div className={classes.entry}>
                  <span className={rows.place}>{index + 1}</span>
                  <TextInput
                    aria-label={`Name of ${one} ${index + 1}`}
                    className={classes.name ?? ''}
                    value={rest.nameOf(entry)}
                    maxLength={letters}
                    autoComplete="off"
                    error={problem('name')}
                    onChange={(event) => keep(rest.renamed(entry, event.currentTarget.value))}
                  />
                  {rest.renderFields?.(entry, keep, problem)}
                  <span className={classes.ways}>
                    <MoveButtons name={name} place={index + 1} of={entries.length} onMoved={moved} />
                    <button
                      type="button"
                      className={classes.take}
                      aria-label={`Remove ${name}`}
                      title={`Remove ${name}`}
                      onClick={() => onChanged(entries.toSpliced(index, 1))}
                    >
                      <IconTrash size={16} stroke={1.75} aria-hidden="true" />
                    </button>
                  </span>
                </div>
              </li>
            )
          })}
        </ol>
      )}
      <output className="visually-hidden">{said}</output>
      {ofList && <p className={classes.problem}>{ofList}</p>}
      <Button
        variant="default"
        className={classes.further ?? ''}
        disabled={isFull}
        leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
        onClick={() => onChanged([...entries, rest.added()])}
      >
        Add a {one}
      </Button>
    </section>
  )
}

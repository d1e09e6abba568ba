import { randomUUID } from 'node:crypto'
import type { ClassListPreview, ClassListReading, ClassListRow } from '../../../shared/domain/class-list.ts'
import { type MergedRow, mergeClassList } from '../../../shared/domain/class-list-merge.ts'
import { type NamedColumns, remember } from '../../../shared/domain/column-meanings.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { ChosenFile } from '../../reading/file-reader.ts'
import { readColumnMemory, rememberColumns } from '../../store/column-memory.ts'
import { findClass, listClasses, listPupils } from '../../store/classes-repository.ts'
import { importClassList, knownForMerge } from '../../store/class-list-import.ts'
import { marksOf } from '../../../shared/domain/joining.ts'
import { calledForename, calledSurname } from '../../../shared/domain/people.ts'
import { schoolDateOf } from '../../../shared/domain/times.ts'
import { listJoining } from '../../store/joining-repository.ts'
import type { Store } from '../../store/open-store.ts'
import { chooseFolder, chooseOrTake } from '../chosen-file.ts'
import { type Context, storeOf, whoIsHere } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'

/**
 * A file that was read, and the records it was read for: `rows` is null where no names were found in it, `said` what a
 * person said of its columns.
 */
type Waiting = {
  token: string
  file: ChosenFile
  rows: ClassListRow[] | null
  source: string
  said: NamedColumns | null
  store: Store
}
type Said = { key: string; columns: NamedColumns }

/** Classes, and how they come in: a file is read and shown first, written only when a person confirms it. */
export function classHandlers(
  context: Context,
): Pick<
  Handlers,
  'classes.list' | 'classes.get' | 'class-list.choose' | 'class-list.map' | 'class-list.confirm'
> {
  let waiting: Waiting | null = null
  return {
    'classes.list': () => ({ classes: listClasses(storeOf(context)) }),
    'classes.get': ({ classId }) => {
      const store = storeOf(context)
      const summary = findClass(store, classId)
      if (!summary) throw new Refusal('no-such-class', 'That class is not here any more.')
      const pupils = listPupils(store, classId)
      const joinings = listJoining(
        store,
        pupils.map(({ id }) => id),
      )
      const today = schoolDateOf(context.now())
      const marks = [...joinings].map(([id, known]) => [id, marksOf(known, today)] as const)
      return {
        summary,
        pupils,
        joiningMarks: Object.fromEntries(marks.filter(([, those]) => those.length > 0)),
      }
    },
    'class-list.choose': async ({ handed, what }) => {
      whoIsHere(context)
      const file =
        what === 'folder'
          ? await chooseFolder(context, 'Choose the folder of the OneRoster export')
          : await chooseOrTake(context, 'class-list', handed)
      if (file === null) return { outcome: 'cancelled' }
      return look(file, null)
    },
    'class-list.map': async ({ token, columns }) => {
      const { file, source } = waitingFor(token)
      return look(file, { key: source, columns })
    },
    'class-list.confirm': ({ token, leftPupils }) => {
      const { store, rows, source, said } = waitingFor(token)
      if (rows === null) throw new Refusal('no-such-file', 'This file could not be read as a class list.')
      const counts = importClassList(store, rows, leftPupils)
      if (said) rememberColumns(store, source, said)
      waiting = null
      context.windows.tell('school.changed', {})
      return counts
    },
  }

  /** The file that waits under this token, if the same records are still open. */
  function waitingFor(token: string): Waiting {
    const { store } = whoIsHere(context)
    if (waiting?.token !== token || waiting.store !== store)
      throw new Refusal('no-such-file', 'Choose the file again: it was not kept.')
    return waiting
  }

  async function look(file: ChosenFile, said: Said | null): Promise<Output<'class-list.map'>> {
    const { store } = whoIsHere(context)
    const memory = readColumnMemory(store)
    const columnMemory = said ? remember(memory, said.key, said.columns) : memory
    const known = said ? null : context.handed.takeReading(file)
    const read =
      known && 'list' in known
        ? { outcome: 'read' as const, answer: known.list }
        : await context.files.read('class-list', file, { columnMemory })
    if (read.outcome === 'cancelled') return read
    const fileName = file.name
    if (read.outcome === 'refused') return { ...read, fileName, unnamed: null }
    const { reading } = read.answer
    const token = randomUUID()
    const source = reading.source?.key ?? ''
    const kept = { token, file, source, said: said?.columns ?? null, store }
    if (!reading.understood) {
      const unnamed = reading.columns ? { token, columns: reading.columns } : null
      if (unnamed) waiting = { ...kept, rows: null }
      return { outcome: 'refused', fileName, refusal: reading.refusal, unnamed }
    }
    waiting = { ...kept, rows: reading.rows }
    return { outcome: 'understood', token, preview: previewOf(store, fileName, reading) }
  }
}

type Understood = Extract<ClassListReading, { understood: true }>

function previewOf(store: Store, fileName: string, reading: Understood): ClassListPreview {
  const { merged, questions, left } = mergeClassList(reading.rows, knownForMerge(store))
  return {
    fileName,
    rows: merged.map(previewRow),
    left: left.map(({ className, identity }) => ({
      forename: calledForename(identity),
      surname: calledSurname(identity),
      className,
    })),
    classes: previewClasses(merged, new Set(listClasses(store).map((one) => one.name))),
    columns: reading.columns,
    canChange: reading.source !== null,
    isRemembered: reading.source?.isRemembered ?? false,
    droppedColumns: reading.droppedColumns,
    warnings: [...reading.warnings, ...questions],
  }
}

const previewRow = ({ row, change, movedFrom, identity }: MergedRow): ClassListPreview['rows'][number] => ({
  line: row.line,
  className: row.className,
  forename: calledForename(identity),
  surname: calledSurname(identity),
  legalName: `${identity.legalForename} ${identity.legalSurname}`,
  change,
  ...(movedFrom !== undefined && { movedFrom }),
})

function previewClasses(
  merged: readonly MergedRow[],
  known: ReadonlySet<string>,
): ClassListPreview['classes'] {
  const sizes = new Map<string, number>()
  for (const { row } of merged) sizes.set(row.className, (sizes.get(row.className) ?? 0) + 1)
  return [...sizes].map(([name, pupils]) => ({ name, pupils, isNew: !known.has(name) }))
}

import { randomUUID } from 'node:crypto'
import type { ClassListPreview, ClassListRow } from '../../../shared/domain/class-list.ts'
import { type MergedRow, mergeClassList } from '../../../shared/domain/class-list-merge.ts'
import { findClass, listClasses, listPupils } from '../../store/classes-repository.ts'
import { importClassList, knownForMerge } from '../../store/class-list-import.ts'
import { marksOf } from '../../../shared/domain/joining.ts'
import { calledForename, calledSurname } from '../../../shared/domain/people.ts'
import { schoolDateOf } from '../../../shared/domain/times.ts'
import { listJoining } from '../../store/joining-repository.ts'
import type { Store } from '../../store/open-store.ts'
import { chooseOrTake } from '../chosen-file.ts'
import { type Context, storeOf, whoIsHere } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'

/** A file that was read, and the records it was read for. */
type Waiting = { token: string; rows: ClassListRow[]; store: Store }

/** Classes, and how they come in: a file is read and shown first, written only when a person confirms it. */
export function classHandlers(
  context: Context,
): Pick<Handlers, 'classes.list' | 'classes.get' | 'class-list.choose' | 'class-list.confirm'> {
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
    'class-list.choose': async ({ handed }) => {
      const { store } = whoIsHere(context)
      const file = await chooseOrTake(context, 'class-list', handed)
      if (file === null) return { outcome: 'cancelled' }
      const fileName = file.name
      const read = await context.files.read('class-list', file)
      if (read.outcome === 'cancelled') return read
      if (read.outcome === 'refused') return { ...read, fileName }
      const { reading } = read.answer
      if (!reading.understood) return { outcome: 'refused', fileName, refusal: reading.refusal }
      const token = randomUUID()
      const known = knownForMerge(store)
      const { merged, questions, left } = mergeClassList(reading.rows, known)
      waiting = { token, rows: reading.rows, store }
      return {
        outcome: 'understood',
        token,
        preview: {
          fileName,
          rows: merged.map(previewRow),
          left: left.map(({ className, identity }) => ({
            forename: calledForename(identity),
            surname: calledSurname(identity),
            className,
          })),
          classes: previewClasses(merged, new Set(listClasses(store).map((one) => one.name))),
          columns: reading.columns,
          droppedColumns: reading.droppedColumns,
          warnings: [...reading.warnings, ...questions],
        },
      }
    },
    'class-list.confirm': ({ token, leftPupils }) => {
      const { store } = whoIsHere(context)
      if (waiting?.token !== token || waiting.store !== store)
        throw new Refusal('no-such-file', 'Choose the file again: it was not kept.')
      const counts = importClassList(store, waiting.rows, leftPupils)
      waiting = null
      context.windows.tell('school.changed', {})
      return counts
    },
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

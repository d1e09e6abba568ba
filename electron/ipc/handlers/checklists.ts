import { changesBetween, judgeChecklist } from '../../../shared/domain/checklist-edit.ts'
import { addChecklist, listChecklists, newestChecklist } from '../../store/checklist-repository.ts'
import { type Context, whoIsHere } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'
import { refuseOvertaken, versionsTold } from '../versions-told.ts'

/** The school's checks and their versions. */
export function checklistHandlers(context: Context): Pick<Handlers, 'checklists.list' | 'checklist.save'> {
  return {
    'checklists.list': () => {
      const { store } = whoIsHere(context)
      const versions = versionsTold(store, listChecklists(store), (before, after) =>
        changesBetween(before.items, after.items),
      )
      return { versions }
    },
    'checklist.save': ({ basedOn, items }) => {
      const { store, me } = whoIsHere(context)
      if (me.role !== 'leader') {
        throw new Refusal('leaders-only', 'A leader edits the checklist. Nothing was changed.')
      }
      const inForce = newestChecklist(store)
      refuseOvertaken(inForce.version, basedOn)
      const [problem] = judgeChecklist(items, inForce.items)
      if (problem) throw new Refusal('not-a-checklist', `${problem} Nothing was changed.`)
      if (changesBetween(inForce.items, items).length === 0) return { version: inForce.version }
      const version = addChecklist(store, { items, madeAt: context.now(), madeBy: me.id })
      context.windows.tell('school.changed', {})
      return { version }
    },
  }
}

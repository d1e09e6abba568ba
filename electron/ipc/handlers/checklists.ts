import { changesBetween, judgeChecklist } from '../../../shared/domain/checklist-edit.ts'
import type { ChecklistVersion } from '../../../shared/ipc/commands/checklists.ts'
import { addChecklist, listChecklists, newestChecklist } from '../../store/checklist-repository.ts'
import type { Store } from '../../store/open-store.ts'
import { listStaff } from '../../store/school-repository.ts'
import { type Context, whoIsHere } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'

/** The school's checks and their versions. */
export function checklistHandlers(context: Context): Pick<Handlers, 'checklists.list' | 'checklist.save'> {
  return {
    'checklists.list': () => ({ versions: versionsOf(whoIsHere(context).store) }),
    'checklist.save': ({ basedOn, items }) => {
      const { store, me } = whoIsHere(context)
      if (me.role !== 'leader') {
        throw new Refusal('leaders-only', 'A leader edits the checklist. Nothing was changed.')
      }
      const inForce = newestChecklist(store)
      if (inForce.version !== basedOn) {
        throw new Refusal(
          'newer-checklist',
          `Version ${inForce.version} was saved meanwhile. Yours is not saved yet, and nothing of it is lost: look at what changed, then save it on top.`,
        )
      }
      const [problem] = judgeChecklist(items, inForce.items)
      if (problem) throw new Refusal('not-a-checklist', `${problem} Nothing was changed.`)
      if (changesBetween(inForce.items, items).length === 0) return { version: inForce.version }
      const version = addChecklist(store, { items, madeAt: context.now(), madeBy: me.id })
      context.windows.tell('school.changed', {})
      return { version }
    },
  }
}

function versionsOf(store: Store): ChecklistVersion[] {
  const names = new Map(listStaff(store).map(({ id, name }) => [id, name]))
  const versions = listChecklists(store)
  return versions.map(({ madeBy, ...one }, place) => {
    const before = versions[place + 1]
    return {
      ...one,
      madeBy: madeBy === null ? null : (names.get(madeBy) ?? 'Somebody not on the staff list'),
      changes: before ? changesBetween(before.items, one.items) : [],
    }
  })
}

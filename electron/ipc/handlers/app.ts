import { newSchool, type School } from '../../../shared/domain/school.ts'
import { mayLead, maySaveSettings } from '../../../shared/domain/staff.ts'
import { listStaff, readMe, readSchool, saveSchool } from '../../store/school-repository.ts'
import { type Context, storeOf } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'
import { folderTitles } from '../kept-folders.ts'

/** The app itself: how it stands, the school's settings, the example school. */
export function appHandlers(
  context: Context,
): Pick<
  Handlers,
  | 'app.status'
  | 'app.quit'
  | 'example.create'
  | 'example.remove'
  | 'school.begin'
  | 'school.save'
  | 'folder.choose'
> {
  const { session, windows } = context
  const save = (school: School) => {
    refuseLeaderSettings(context, school)
    saveSchool(storeOf(context), school)
    windows.tell('school.changed', {})
    return {}
  }
  const schoolChanged = () => {
    windows.closeLessonWindows()
    windows.tell('school.changed', {})
    return {}
  }
  return {
    'app.status': () => {
      const store = session.problem ? null : session.store()
      const me = store && readMe(store)
      return {
        now: context.now(),
        problem: session.problem,
        isExample: session.isExample,
        school: store && readSchool(store),
        me,
        mayLead: store !== null && me !== null && mayLead(me, listStaff(store)),
        computer: { name: context.deviceName, account: context.account },
        sharing: context.sharing,
      }
    },
    'app.quit': () => {
      context.quit()
      return {}
    },
    'example.create': async () => {
      storeOf(context)
      const { openExampleSchool } = await import('../../store/example-school-store.ts')
      openExampleSchool(context)
      return schoolChanged()
    },
    'example.remove': () => {
      if (session.isExample) session.removeExample()
      return schoolChanged()
    },
    'school.begin': ({ name, teacherName }) => {
      if (readSchool(storeOf(context))) {
        throw new Refusal('already-set-up', 'This school is set up already. Change it in Settings.')
      }
      return save(newSchool(name, teacherName, context.preset.notTheRegister))
    },
    'school.save': save,
    'folder.choose': async ({ of }) => ({ folder: await context.chooseFolder(folderTitles[of]) }),
  }
}

/** What the school holds its lessons to is a leader's to change; before the first start there is nobody to ask. */
function refuseLeaderSettings(context: Context, after: School): void {
  const store = storeOf(context)
  const before = readSchool(store)
  const me = readMe(store)
  if (!before || !me) return
  const verdict = maySaveSettings(me, listStaff(store), { before, after, account: context.account })
  if (!verdict.ok) throw new Refusal('not-yours', verdict.reason)
}

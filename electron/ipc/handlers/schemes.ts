import { schemeChanges } from '../../../shared/domain/scheme-edit.ts'
import { addScheme, listSchemes, newestScheme } from '../../store/scheme-repository.ts'
import { type Context, whoIsHere } from '../context.ts'
import { type Handlers, Refusal } from '../dispatch.ts'
import { refuseOvertaken, versionsTold } from '../versions-told.ts'

/** The school's behaviours, ladder and rewards, and their versions. */
export function schemeHandlers(context: Context): Pick<Handlers, 'schemes.list' | 'schemes.save'> {
  return {
    'schemes.list': () => {
      const { store } = whoIsHere(context)
      const versions = versionsTold(store, listSchemes(store), (before, after) =>
        schemeChanges(before.scheme, after.scheme),
      )
      return { versions }
    },
    'schemes.save': ({ basedOn, scheme }) => {
      const { store, me } = whoIsHere(context)
      if (me.role !== 'leader') {
        throw new Refusal('leaders-only', 'A leader decides behaviours and rewards. Nothing was changed.')
      }
      const inForce = newestScheme(store)
      refuseOvertaken(inForce.version, basedOn)
      if (schemeChanges(inForce.scheme, scheme).length === 0) return { version: inForce.version }
      const version = addScheme(store, { scheme, madeAt: context.now(), madeBy: me.id })
      context.windows.tell('school.changed', {})
      return { version }
    },
  }
}

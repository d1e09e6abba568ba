import type { Context } from '../context.ts'
import type { Handlers } from '../dispatch.ts'

/** What is remembered for this computer, whoever teaches at it. */
export function preferencesHandlers({
  preferences,
}: Context): Pick<Handlers, 'preferences.get' | 'preferences.save'> {
  return {
    'preferences.get': () => preferences.view(),
    'preferences.save': (change) => {
      preferences.save(change)
      return preferences.view()
    },
  }
}

import { join } from 'node:path'
import { isProblem, openStore } from '../../electron/store/open-store.ts'
import { readMe, updateStaff } from '../../electron/store/school-repository.ts'

/** Makes the person at a school's computer its leader, in the data folder of an app that is not running. */
export function makeLeader(userData: string, which: 'school' | 'example' = 'school'): void {
  const store = openStore(join(userData, 'records'), which)
  if (isProblem(store)) throw new Error(store.message)
  const me = readMe(store)
  if (!me) throw new Error('Nobody has begun with this school yet.')
  updateStaff(store, { ...me, role: 'leader' })
  store.close()
}

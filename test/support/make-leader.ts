import { join } from 'node:path'
import { readMe, updateStaff } from '../../electron/store/school-repository.ts'
import { openSchoolSession } from '../../electron/store/school-session.ts'

/** The person at this computer leads from the next start on. The app must be closed. */
export function makeLeader(userData: string): void {
  const session = openSchoolSession(join(userData, 'records'), () => undefined)
  const me = readMe(session.store())
  if (!me) throw new Error('Nobody has set this school up.')
  updateStaff(session.store(), { ...me, role: 'leader' })
  session.close()
}

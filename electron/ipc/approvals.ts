import type { Approval, GivenApproval } from '../../shared/domain/approval.ts'
import { listStaff } from '../store/school-repository.ts'
import { type Context, whoIsHere } from './context.ts'
import { Refusal } from './dispatch.ts'

/** The agreement as it is kept: dated, and with who typed it. Refused when the person named is no leader here. */
export function recordedApproval(context: Context, given: GivenApproval): Approval {
  const { store, me } = whoIsHere(context)
  const leader = listStaff(store).find((one) => one.id === given.leaderId)
  if (leader?.role !== 'leader') {
    throw new Refusal('not-a-leader', 'Only a leader of the school can approve this. Choose who agreed.')
  }
  return { ...given, at: context.now(), recordedBy: me.id }
}

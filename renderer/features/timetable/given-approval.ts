import type { GivenApproval } from '../../../shared/domain/approval.ts'
import type { Week } from './timetable-store.ts'

/** What the fields of `ApprovalFields` say; null where they are not shown or not filled in. */
export function approvalFrom(text: (name: string) => string): GivenApproval | null {
  const [leaderId, reason] = [text('leader'), text('approvalReason')]
  return leaderId && reason ? { leaderId, reason } : null
}

export const leadersOf = ({ staff }: Pick<Week, 'staff'>) => staff.filter(({ role }) => role === 'leader')

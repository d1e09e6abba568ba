import type { StaffMember } from './people.ts'

type Staff = readonly StaffMember[]

export const isLeader = ({ role }: StaffMember): boolean => role === 'leader'

/** What a leader decides is open to everyone while the staff list has none: somebody has to begin. */
export const mayLead = (me: StaffMember, staff: Staff): boolean => isLeader(me) || !staff.some(isLeader)

import { type Binds, binds, type Clause } from './clause.ts'
import { headTeacherClauses } from './head-teacher.ts'
import { parentClauses } from './parents-and-carers.ts'
import { pupilClauses } from './pupils.ts'
import { staffClauses } from './staff.ts'
import { policyClauses } from './the-policy.ts'

/** The school's policy for live lessons, every clause once. */
export const policy: readonly Clause[] = [
  ...headTeacherClauses,
  ...staffClauses,
  ...pupilClauses,
  ...parentClauses,
  ...policyClauses,
]

/** The clauses by whom they bind, in the policy's order. */
export const policyByBinds: readonly { binds: Binds; clauses: readonly Clause[] }[] = binds.map((one) => ({
  binds: one,
  clauses: policy.filter((clause) => clause.binds === one),
}))

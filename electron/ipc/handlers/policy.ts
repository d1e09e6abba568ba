import { policyStandings } from '../../../shared/domain/policy/standing.ts'
import { newestChecklist } from '../../store/checklist-repository.ts'
import { listExceptions, readPolicyFacts } from '../../store/policy-repository.ts'
import { type Context, whoIsHere } from '../context.ts'
import type { Handlers } from '../dispatch.ts'

/** How the policy is kept: today for everybody, with the exceptions of the last days for a leader. */
export function policyHandlers(context: Context): Pick<Handlers, 'policy.get'> {
  return {
    'policy.get': () => {
      const { store, school, me } = whoIsHere(context)
      const now = context.now()
      const toLeader = me.role === 'leader'
      return {
        standings: policyStandings(readPolicyFacts(store, { school, now, toLeader })),
        checkTitles: Object.fromEntries(newestChecklist(store).items.map(({ id, title }) => [id, title])),
        exceptions: toLeader ? listExceptions(store, now) : null,
      }
    },
  }
}

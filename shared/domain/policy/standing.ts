import { isWhollyPlanned } from './clause.ts'
import { standingByChecks } from './check-standing.ts'
import { ownStandings } from './own-standings.ts'
import { policy } from './policy.ts'
import type { PolicyFacts, Standing } from './standing-facts.ts'

const nothingDaily: Standing = { tone: 'none', words: 'In place. Nothing is counted from day to day.' }

/** How every clause of the policy stands, by its id. */
export const policyStandings = (facts: PolicyFacts): Record<string, Standing> =>
  Object.fromEntries(
    policy.map((clause): [string, Standing] => {
      const [planned] = clause.metBy
      if (isWhollyPlanned(clause) && planned?.kind === 'planned') {
        return [clause.id, { tone: 'planned', words: `To come with ${planned.with}.` }]
      }
      const parts = [standingByChecks(clause.id, facts), ownStandings[clause.id]?.(facts) ?? null]
      return [clause.id, together(parts.filter((part) => part !== null))]
    }),
  )

const gravity: readonly Standing['tone'][] = ['warn', 'open', 'good', 'none', 'planned']

/** What is said of one clause from two sides: all the words, under the graver tone. */
function together(parts: readonly Standing[]): Standing {
  const tone = gravity.find((one) => parts.some((part) => part.tone === one))
  return tone === undefined ? nothingDaily : { tone, words: parts.map(({ words }) => words).join(' ') }
}

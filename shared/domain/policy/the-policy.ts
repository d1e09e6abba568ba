import { type Clause, rule } from './clause.ts'
import { screens } from './screens.ts'

export const policyClauses: readonly Clause[] = [
  {
    id: 'policy.review',
    binds: 'policy',
    title: 'Looked at again in time',
    asks: 'The policy is read again by its review date, or before where there is cause.',
    satisfiedBy:
      'The dates are on view; past the review date leaders are told on Today until there is a new one.',
    metBy: [screens.settings, screens.today, rule('policy/review.ts', 'reviewStanding')],
  },
]

import { Button } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { policy, policyByBinds } from '../../../shared/domain/policy/policy.ts'
import { reviewStanding } from '../../../shared/domain/policy/review.ts'
import { schoolDateOf } from '../../../shared/domain/times.ts'
import { Message } from '../../components/message.tsx'
import { Page } from '../../components/page.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useNow } from '../../lib/clock.ts'
import { useApp } from '../../lib/use-app.ts'
import { useApi } from '../../lib/use-lesson.ts'
import { ClauseGroup } from './clause-group.tsx'
import { Exceptions } from './exceptions.tsx'
import { FilterChoice } from './filter-choice.tsx'
import { type Filter, filters, isShown } from './policy-filter.ts'
import { createPolicyStore } from './policy-store.ts'

/** Every clause of the school's policy: how it is met, and how it stands today. */
export function PolicyPage() {
  const api = useApi()
  const store = useMemo(() => createPolicyStore(api), [api])
  useEffect(() => store.getState().opened(), [store])
  const kept = useStore(store, (state) => state.kept)
  const failure = useStore(store, (state) => state.failure)
  const review = useReview()
  const [filter, setFilter] = useState<Filter>('all')
  const standings = kept?.standings ?? {}
  const shown = (one: Filter) => policy.filter((clause) => isShown(clause, one, standings[clause.id]))
  return (
    <Page
      title="Policy"
      subtitle={review && [review.adopted, ...(review.isPast ? [] : [review.words])].join('. ')}
    >
      {review?.isPast && (
        <Message
          tone="warn"
          title={review.words}
          action={
            <Button component="a" href="#/settings" variant="default">
              Set a new date
            </Button>
          }
        >
          Read it again with the governors, then give the next review date in Settings.
        </Message>
      )}
      {failure && (
        <Message tone="bad" title={failure.message}>
          Nothing was lost. Open this page again to try once more.
        </Message>
      )}
      {!kept && !failure && <Waiting>Looking at today’s lessons</Waiting>}
      {kept?.exceptions && <Exceptions exceptions={kept.exceptions} />}
      {kept && (
        <>
          <FilterChoice
            chosen={filter}
            options={filters.map((one) => ({ ...one, count: shown(one.id).length }))}
            onChosen={setFilter}
          />
          {shown(filter).length === 0 && (
            <Message tone="good" title="Nothing here">
              {filter === 'attention'
                ? 'No clause needs attention just now.'
                : 'Every clause is met in full.'}
            </Message>
          )}
          {policyByBinds.map(({ binds, clauses }) => (
            <ClauseGroup
              key={binds}
              binds={binds}
              clauses={clauses.filter((clause) => isShown(clause, filter, standings[clause.id]))}
              standings={standings}
              checkTitles={kept.checkTitles}
            />
          ))}
        </>
      )}
    </Page>
  )
}

function useReview() {
  const school = useApp((state) => state.status?.school ?? null)
  const now = useNow(60_000)
  return school && reviewStanding(school, schoolDateOf(now))
}

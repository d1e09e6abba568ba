import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useStore } from 'zustand'
import { reviewStanding } from '../../../shared/domain/policy/review.ts'
import { focusOf } from '../../../shared/domain/today.ts'
import { dayAndMonth, schoolDateOf } from '../../../shared/domain/times.ts'
import { Message } from '../../components/message.tsx'
import { Page } from '../../components/page.tsx'
import { useNow } from '../../lib/clock.ts'
import { useApp } from '../../lib/use-app.ts'
import { BeforeTheBell } from './before-the-bell.tsx'
import { EndOfDay } from './end-of-day.tsx'
import { LessonCardView } from './lesson-card-view.tsx'
import { NoLessons } from './no-lessons.tsx'
import classes from './today-page.module.css'
import type { TodayStore } from './today-store.ts'
import { WithAColleague } from './with-a-colleague.tsx'

type Props = { store: TodayStore }

/** The day's lessons with their state, what is missing, and one big next step. */
export function TodayPage({ store }: Props) {
  const today = useStore(store, (state) => state.today)
  const failure = useStore(store, (state) => state.failure)
  const lessonOpened = useStore(store, (state) => state.lessonOpened)
  const now = useNow(15_000)
  const reviewDue = useReviewDue(now)
  if (failure) {
    return (
      <Page title="Today">
        <Message tone="bad" title={failure.message} />
      </Page>
    )
  }
  if (!today) return null
  const { lessons, isWaiting } = today
  const focus = focusOf([...today.unfinished, ...lessons], now)
  return (
    <Page
      title={dayAndMonth(now)}
      subtitle={summaryOf(lessons.length)}
      aside={
        <div className={classes.ways}>
          <Button component="a" href="#/lessons/join" variant="default">
            Join a lesson
          </Button>
          <Button
            component="a"
            href="#/lessons/new"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden="true" />}
          >
            Start a lesson
          </Button>
        </div>
      }
    >
      <div className={classes.columns}>
        <div className={classes.cards}>
          <WithAColleague onOpen={lessonOpened} />
          {lessons.length === 0 && <NoLessons />}
          {lessons.map((card) => (
            <LessonCardView
              key={card.id}
              card={card}
              now={now}
              isFocus={card.id === focus?.id}
              onOpen={lessonOpened}
            />
          ))}
          {(lessons.length > 0 || isWaiting) && <EndOfDay lessons={lessons} isWaiting={isWaiting} />}
        </div>
        <BeforeTheBell
          lessons={lessons}
          unfinished={today.unfinished}
          reviewDue={reviewDue}
          packs={today.packs}
          now={now}
          onOpen={lessonOpened}
        />
      </div>
    </Page>
  )
}

/** That the policy is past its review date, in words, for a leader; null for everybody else and before. */
function useReviewDue(now: number): string | null {
  const school = useApp((state) => state.status?.school ?? null)
  const isLeader = useApp((state) => state.status?.me?.role === 'leader')
  if (!school || !isLeader) return null
  const { isPast, words } = reviewStanding(school, schoolDateOf(now))
  return isPast ? words : null
}

function summaryOf(count: number): string {
  if (count === 0) return 'No live lessons in the timetable today'
  return count === 1 ? 'One live lesson today' : `${wordFor(count)} live lessons today`
}

const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']
const wordFor = (count: number): string => words[count] ?? String(count)

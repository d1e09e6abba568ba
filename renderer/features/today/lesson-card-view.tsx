import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { mayPlan } from '../../../shared/domain/lesson.ts'
import { clockTime, relativeToNow } from '../../../shared/domain/times.ts'
import { type LessonCard, nextStep } from '../../../shared/domain/today.ts'
import classes from './lesson-card-view.module.css'

type Props = {
  card: LessonCard
  /** UTC ms. */
  now: number
  /** The one card with the big next step. */
  isFocus: boolean
  onOpen: (lessonId: string, show: 'checklist' | 'live') => void
}

/** One lesson of the day: when, what, where in its life, what is missing, what to do next. */
export function LessonCardView({ card, now, isFocus, onOpen }: Props) {
  const { label: nextLabel, opens } = nextStep[card.state]
  const name = `${card.className} ${card.subject}`
  const label = isFocus || card.state !== 'planned' ? nextLabel : 'Open'
  return (
    <article
      className={classes.card}
      data-focus={isFocus}
      aria-label={`${name}, ${clockTime(card.startsAt)}`}
    >
      <div className={classes.time}>
        <span className={classes.starts}>{clockTime(card.startsAt)}</span>
        <span className={classes.ends}>{clockTime(card.endsAt)}</span>
      </div>
      <div className={classes.words}>
        <h2 className={classes.name}>
          <span>{name}</span>
          <span className={classes.chip} data-tone={toneOf(card, isFocus)}>
            {chipOf(card, now)}
          </span>
        </h2>
        <p className={classes.intention}>{card.learningIntention}</p>
        <Missing card={card} />
      </div>
      <div className={classes.acts}>
        {isShareable.has(card.state) && (
          <Link href={`/lessons/${card.id}/share`} className={classes.plan} aria-label={`Share: ${name}`}>
            Share
          </Link>
        )}
        {mayPlan(card.state).ok && (
          <Link href={`/lessons/${card.id}/plan`} className={classes.plan} aria-label={`Plan: ${name}`}>
            Plan
          </Link>
        )}
        {opens === 'sign-off' ? (
          <Button
            component={Link}
            href={`/sign-off/${card.id}`}
            variant={isFocus ? 'filled' : 'default'}
            aria-label={`${label}: ${name}`}
          >
            {label}
          </Button>
        ) : (
          <Button
            variant={isFocus ? 'filled' : 'default'}
            onClick={() => onOpen(card.id, opens)}
            aria-label={`${label}: ${name}`}
          >
            {label}
          </Button>
        )}
      </div>
    </article>
  )
}

/** From when it is prepared until it has gone to the office: before, there is nothing to pass on. */
const isShareable: ReadonlySet<LessonCard['state']> = new Set([
  'preparing',
  'admitting',
  'live',
  'ended',
  'signed-off',
])

type MissingProps = { card: LessonCard }

/** What still stands between this lesson and its next step, in one line. */
function Missing({ card }: MissingProps) {
  const isBefore = card.state === 'planned' || card.state === 'preparing'
  if (card.pupilCount === 0) return <p className={classes.warn}>No pupils in this class yet</p>
  if (isBefore && card.checksAnswered === 0) {
    return <p className={classes.quiet}>{card.checksTotal} checks before you admit</p>
  }
  if (isBefore) {
    return (
      <p className={classes.progress}>
        {card.checksAnswered} of {card.checksTotal} checks done
      </p>
    )
  }
  if (card.state === 'ended') return <p className={classes.warn}>Not signed off yet</p>
  if (card.state === 'live' && !card.secondAdultNamed) {
    return <p className={classes.warn}>No second adult: end for everyone together</p>
  }
  if (card.incidentsToDescribe > 0) {
    const [incidents, are] = card.incidentsToDescribe === 1 ? ['incident', 'is'] : ['incidents', 'are']
    return (
      <p className={classes.warn}>
        {card.incidentsToDescribe} {incidents} {are} not described yet
      </p>
    )
  }
  return null
}

const states: Record<LessonCard['state'], string> = {
  planned: 'Later',
  preparing: 'Being prepared',
  admitting: 'Admitting',
  live: 'Live now',
  ended: 'Ended',
  'signed-off': 'Signed off',
  exported: 'Exported',
}

function chipOf(card: LessonCard, now: number): string {
  if (card.state !== 'planned' && card.state !== 'preparing') return states[card.state]
  if (now > card.endsAt) return 'Time has passed'
  const words = relativeToNow(card.startsAt, now)
  if (words.startsWith('at ')) return states[card.state]
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function toneOf(card: LessonCard, isFocus: boolean): 'accent' | 'good' | 'quiet' {
  if (card.state === 'live' || card.state === 'signed-off' || card.state === 'exported') return 'good'
  return isFocus ? 'accent' : 'quiet'
}

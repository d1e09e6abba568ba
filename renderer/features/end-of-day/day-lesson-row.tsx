import { Button } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { Link } from 'wouter'
import { type DayLesson, type LooseEnd, looseEndsOf } from '../../../shared/domain/end-of-day.ts'
import { clockTime } from '../../../shared/domain/times.ts'
import classes from './day-lesson-row.module.css'
import { stateWords } from './end-of-day-words.ts'

type Props = {
  lesson: DayLesson
  /** UTC ms. */
  now: number
  onOpen: (lessonId: string, show: 'checklist' | 'live') => void
}

/** A lesson of the day: how it stands, what of it is unfinished, and the one click to finish it. */
export function DayLessonRow({ lesson, now, onOpen }: Props) {
  const ends = looseEndsOf(lesson, now)
  const name = `${lesson.className} ${lesson.subject}`
  return (
    <li className={classes.row}>
      <span className={classes.time}>{clockTime(lesson.startsAt)}</span>
      <div className={classes.words}>
        <div className={classes.line}>
          {hasPage.has(lesson.state) ? (
            <Link href={`/sign-off/${lesson.id}`} className={classes.name} aria-label={`View: ${name}`}>
              {name}
            </Link>
          ) : (
            <span className={classes.name}>{name}</span>
          )}
          <span className={classes.chip} data-state={lesson.state}>
            {stateWords(lesson, now)}
          </span>
        </div>
        {ends.map((end) => (
          <Loose key={end.what} end={end} lesson={lesson} name={name} onOpen={onOpen} />
        ))}
      </div>
    </li>
  )
}

/** What was given has a page to be seen and signed on. */
const hasPage: ReadonlySet<DayLesson['state']> = new Set(['ended', 'signed-off', 'exported'])

type LooseProps = { end: LooseEnd; lesson: DayLesson; name: string; onOpen: Props['onOpen'] }

function Loose({ end: { what, words, way }, lesson, name, onOpen }: LooseProps) {
  const isQuiet = what === 'not-begun' || what === 'corrected'
  const Icon = isQuiet ? IconInfoCircle : IconAlertTriangle
  const look = { variant: 'default', size: 'xs', h: 32 } as const
  const show = way && way.opens !== 'sign-off' ? way.opens : null
  return (
    <div className={classes.end} data-quiet={isQuiet}>
      <Icon size={16} stroke={1.75} aria-hidden="true" className={classes.icon} />
      <span className={classes.what}>{words}</span>
      {way && show && (
        <Button {...look} onClick={() => onOpen(lesson.id, show)} aria-label={`${way.label}: ${name}`}>
          {way.label}
        </Button>
      )}
      {way && !show && (
        <Button
          {...look}
          component={Link}
          href={`/sign-off/${lesson.id}`}
          aria-label={`${way.label}: ${name}`}
        >
          {way.label}
        </Button>
      )}
    </div>
  )
}

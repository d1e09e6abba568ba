import { Button } from '@mantine/core'
import { IconClipboardCheck, IconUserPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { clockTime, dayAndMonth } from '../../../shared/domain/times.ts'
import { type LessonCard, nextStep } from '../../../shared/domain/today.ts'
import classes from './before-the-bell.module.css'

type Props = {
  lessons: readonly LessonCard[]
  unfinished: readonly LessonCard[]
  /** UTC ms. */
  now: number
  onOpen: (lessonId: string, show: 'checklist' | 'live') => void
}

/** What needs a person before the next lesson; nothing else. */
export function BeforeTheBell({ lessons, unfinished, now, onOpen }: Props) {
  const alone = lessons.filter(
    (card) => !card.secondAdultNamed && card.endsAt > now && ['planned', 'preparing'].includes(card.state),
  )
  return (
    <aside className={classes.panel} aria-labelledby="before-the-bell">
      <h2 id="before-the-bell" className={classes.title}>
        Before the bell
      </h2>
      {unfinished.map((card) => (
        <Unfinished key={card.id} card={card} onOpen={onOpen} />
      ))}
      {alone.map((card) => (
        <Item
          key={card.id}
          icon={<IconUserPlus size={18} stroke={1.75} aria-hidden="true" className={classes.warn} />}
          title={`No second adult named at ${clockTime(card.startsAt)}`}
        >
          Name one in the checks, or let two pupils wait before you admit
        </Item>
      ))}
      {unfinished.length + alone.length === 0 && (
        <p className={classes.nothing}>Nothing needs you just now.</p>
      )}
    </aside>
  )
}

type UnfinishedProps = { card: LessonCard; onOpen: Props['onOpen'] }

function Unfinished({ card, onOpen }: UnfinishedProps) {
  const step = nextStep[card.state]
  return (
    <Item
      icon={<IconClipboardCheck size={18} stroke={1.75} aria-hidden="true" className={classes.warn} />}
      title={`${card.className} ${card.subject} was not finished`}
    >
      {dayAndMonth(card.startsAt)}, {clockTime(card.startsAt)}
      <div>
        {step.opens === 'sign-off' ? (
          <Button component={Link} href={`/sign-off/${card.id}`} variant="default" size="xs" h={32} mt={6}>
            {step.label}
          </Button>
        ) : (
          <Button
            variant="default"
            size="xs"
            h={32}
            mt={6}
            onClick={() => onOpen(card.id, step.opens === 'live' ? 'live' : 'checklist')}
          >
            {step.label}
          </Button>
        )}
      </div>
    </Item>
  )
}

type ItemProps = { icon: ReactNode; title: string; children: ReactNode }

function Item({ icon, title, children }: ItemProps) {
  return (
    <div className={classes.item}>
      {icon}
      <div>
        <p className={classes.what}>{title}</p>
        <div className={classes.detail}>{children}</div>
      </div>
    </div>
  )
}

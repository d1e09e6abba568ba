import { Button } from '@mantine/core'
import { IconClipboardCheck, IconShieldCheck, IconUserPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { clockTime, dayAndMonth, schoolDateOf } from '../../../shared/domain/times.ts'
import { type LessonCard, nextStep } from '../../../shared/domain/today.ts'
import classes from './before-the-bell.module.css'

type Props = {
  lessons: readonly LessonCard[]
  unfinished: readonly LessonCard[]
  /** That the policy is past its review date, in words; null where it is not, or not for this person. */
  reviewDue: string | null
  /** UTC ms. */
  now: number
  onOpen: (lessonId: string, show: 'checklist' | 'live') => void
  /** Exports the day of an earlier lesson, ISO `YYYY-MM-DD`. */
  onExport: (date: string) => void
}

/** What needs a person before the next lesson; nothing else. */
export function BeforeTheBell({ lessons, unfinished, reviewDue, now, onOpen, onExport }: Props) {
  const alone = lessons.filter(
    (card) =>
      !card.secondAdultNamed &&
      card.checksAnswered < card.checksTotal &&
      card.endsAt > now &&
      ['planned', 'preparing'].includes(card.state),
  )
  return (
    <aside className={classes.panel} aria-labelledby="before-the-bell">
      <h2 id="before-the-bell" className={classes.title}>
        Before the bell
      </h2>
      {unfinished.map((card) => (
        <Unfinished key={card.id} card={card} onOpen={onOpen} onExport={onExport} />
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
      {reviewDue !== null && (
        <Item
          icon={<IconShieldCheck size={18} stroke={1.75} aria-hidden="true" className={classes.warn} />}
          title="The policy is past its review date"
        >
          {reviewDue}. <Link href="/policy">Open the policy</Link>
        </Item>
      )}
      {unfinished.length + alone.length === 0 && reviewDue === null && (
        <p className={classes.nothing}>Nothing needs you just now.</p>
      )}
    </aside>
  )
}

type UnfinishedProps = { card: LessonCard } & Pick<Props, 'onOpen' | 'onExport'>

function Unfinished({ card, onOpen, onExport }: UnfinishedProps) {
  const { label, opens } = nextStep[card.state]
  const isSigned = card.state === 'signed-off'
  const look = { variant: 'default', size: 'xs', h: 32, mt: 6 } as const
  return (
    <Item
      icon={<IconClipboardCheck size={18} stroke={1.75} aria-hidden="true" className={classes.warn} />}
      title={`${card.className} ${card.subject} was not ${isSigned ? 'exported' : 'finished'}`}
    >
      {dayAndMonth(card.startsAt)}, {clockTime(card.startsAt)}
      <div>
        {isSigned && (
          <Button {...look} onClick={() => onExport(schoolDateOf(card.startsAt))}>
            Export that day
          </Button>
        )}
        {!isSigned && opens === 'sign-off' && (
          <Button {...look} component={Link} href={`/sign-off/${card.id}`}>
            {label}
          </Button>
        )}
        {opens !== 'sign-off' && (
          <Button {...look} onClick={() => onOpen(card.id, opens)}>
            {label}
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

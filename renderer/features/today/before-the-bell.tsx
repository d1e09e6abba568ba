import { Button } from '@mantine/core'
import {
  IconBackpack,
  IconClipboardCheck,
  IconShieldCheck,
  IconUserPlus,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { clockTime, dayAndMonth } from '../../../shared/domain/times.ts'
import { type LessonCard, nextStep, type PackOpen } from '../../../shared/domain/today.ts'
import classes from './before-the-bell.module.css'

type Props = {
  lessons: readonly LessonCard[]
  unfinished: readonly LessonCard[]
  /** That the policy is past its review date, in words; null where it is not, or not for this person. */
  reviewDue: string | null
  /** The packs of today's classes that need somebody. */
  packs: readonly PackOpen[]
  /** UTC ms. */
  now: number
  onOpen: (lessonId: string, show: 'checklist' | 'live') => void
}

/** What needs a person before the next lesson; nothing else. */
export function BeforeTheBell(props: Props) {
  const { lessons, unfinished, packs, reviewDue, now, onOpen } = props
  const ahead = lessons.filter((card) => card.endsAt > now && ['planned', 'preparing'].includes(card.state))
  const alone = ahead.filter(
    (card) =>
      !card.secondAdultNamed && card.secondAdultId === undefined && card.checksAnswered < card.checksTotal,
  )
  const unsaid = ahead.filter((card) => card.adaptations === undefined)
  const isNothing =
    unfinished.length + alone.length + packs.length + unsaid.length === 0 && reviewDue === null
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
      {reviewDue !== null && (
        <Item
          icon={<IconShieldCheck size={18} stroke={1.75} aria-hidden="true" className={classes.warn} />}
          title="The policy is past its review date"
        >
          {reviewDue}. <Link href="/policy">Open the policy</Link>
        </Item>
      )}
      {packs.map((pack) => (
        <Item
          key={pack.classId}
          icon={<IconBackpack size={18} stroke={1.75} aria-hidden="true" className={classes.warn} />}
          title={packInWords(pack)}
        >
          <Link href={`/packs/${pack.classId}`} className={classes.link}>
            Packs of {pack.className}
          </Link>
        </Item>
      ))}
      {unsaid.length > 0 && (
        <Item
          icon={<IconUsersGroup size={18} stroke={1.75} aria-hidden="true" className={classes.quiet} />}
          title="Nobody has said what is adapted"
        >
          {unsaid.map((card) => (
            <Link key={card.id} href={`/lessons/${card.id}/plan`} className={classes.link}>
              Plan {card.className} {card.subject}, {clockTime(card.startsAt)}
            </Link>
          ))}
        </Item>
      )}
      {isNothing && <p className={classes.nothing}>Nothing needs you just now.</p>}
    </aside>
  )
}

/** From so many on they are counted, and named on the page of packs. */
const MOST_NAMED = 4

function packInWords({ className, isApproved, without }: PackOpen): string {
  const count = without.length
  if (count === 0) return `The pack of ${className} is not approved yet`
  const named = count > MOST_NAMED ? '' : `: ${without.join(', ')}`
  return `${count} without the pack${named}${isApproved ? '' : '; not approved yet'}`
}

type UnfinishedProps = { card: LessonCard } & Pick<Props, 'onOpen'>

function Unfinished({ card, onOpen }: UnfinishedProps) {
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
          <Button {...look} component={Link} href="/end-of-day">
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

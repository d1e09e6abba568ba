import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconClock } from '@tabler/icons-react'
import { type Pack, packStanding } from '../../../shared/domain/packs.ts'
import { clockTime, dayAndMonth, fullDate, instantOf, schoolDateOf } from '../../../shared/domain/times.ts'
import { now } from '../../lib/clock.ts'
import type { PackOfWeek } from './packs-store.ts'
import classes from './packs-page.module.css'

type Props = {
  shown: PackOfWeek
  pack: Pack
  onChange: () => void
  onApprove: () => void
}

/** What the pack is, from when, and who found it appropriate; late in words, a shape and a colour. */
export function PackCard({ shown: { approvedBy, mayApprove, pupils }, pack, onChange, onApprove }: Props) {
  const received = pupils.filter(({ how }) => how !== null).length
  const standing = packStanding(pack, received, schoolDateOf(now()))
  const { Icon, words, tone } = looks[standing]
  const approval =
    pack.approval &&
    `Found appropriate by ${approvedBy ?? 'somebody no longer on the staff list'}, ${dayAndMonth(pack.approval.at)}, ${clockTime(pack.approval.at)}`
  return (
    <section className={classes.panel} aria-label="The pack">
      <div className={classes.what}>
        <p className={classes.contents}>{pack.contents}</p>
        <Button variant="default" onClick={onChange}>
          Change
        </Button>
      </div>
      <p className={classes.quiet}>
        Can be collected from {fullDate(instantOf(pack.availableFrom, '12:00'))}
      </p>
      <div className={classes.standing} data-tone={tone}>
        <Icon size={18} stroke={1.75} aria-hidden="true" className={classes.icon} />
        <p className={classes.standingWords}>
          {[approval, words].filter(Boolean).join('. ')}
          {pack.approval === null && !mayApprove && ' A leader finds it appropriate.'}
        </p>
        {pack.approval === null && mayApprove && <Button onClick={onApprove}>It is appropriate</Button>}
      </div>
    </section>
  )
}

const looks = {
  approved: { Icon: IconCircleCheck, words: '', tone: 'good' },
  'not-approved-yet': { Icon: IconClock, words: 'Not approved yet.', tone: 'quiet' },
  'late-not-approved': { Icon: IconAlertTriangle, words: 'Late: not approved yet.', tone: 'warn' },
  'late-not-out': {
    Icon: IconAlertTriangle,
    words: 'Late: its date has gone by and nobody has it yet.',
    tone: 'warn',
  },
} as const

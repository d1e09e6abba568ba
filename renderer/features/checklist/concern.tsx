import { IconShieldHeart } from '@tabler/icons-react'
import { useApp } from '../../lib/use-app.ts'
import classes from './concern.module.css'

/** The way to the safeguarding lead, one tap away; nothing is written here (staff.safeguarding). */
export function Concern() {
  const lead = useApp((state) => state.status?.school?.safeguarding.lead ?? '')
  return (
    <details className={classes.concern}>
      <summary className={classes.summary}>
        <IconShieldHeart size={16} stroke={1.75} aria-hidden="true" />I have a concern
      </summary>
      <p className={classes.words}>
        {lead === ''
          ? 'Settings does not name the safeguarding lead yet. Tell the head teacher now, in the school’s own way.'
          : `Safeguarding lead: ${lead}. Tell them now, in the school’s own way.`}{' '}
        Nothing about it is kept here.
      </p>
    </details>
  )
}

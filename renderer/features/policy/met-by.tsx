import { IconHourglass } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { Means } from '../../../shared/domain/policy/clause.ts'
import classes from './met-by.module.css'

type Props = { means: readonly Means[]; checkTitles: Readonly<Record<string, string>> }

/** What in the app carries a clause out: pages as links, checks by their titles, and plainly what is still to come. */
export function MetBy({ means, checkTitles }: Props) {
  const hasRule = means.some(({ kind }) => kind === 'rule')
  return (
    <ul className={classes.list} aria-label="Met by">
      {means.map((one) => {
        if (one.kind === 'rule') return null
        return (
          <li key={JSON.stringify(one)} className={classes.item}>
            {one.kind === 'check' && `Check: ${checkTitles[one.item] ?? 'no longer on the checklist'}`}
            {one.kind === 'screen' && <Screen path={one.path} label={one.label} />}
            {one.kind === 'planned' && (
              <span className={classes.planned}>
                <IconHourglass size={14} stroke={1.75} aria-hidden="true" />
                Planned: {one.with}
              </span>
            )}
          </li>
        )
      })}
      {hasRule && <li className={classes.item}>Held to by the app’s own rules</li>}
    </ul>
  )
}

/** A page of its own is a link; one that belongs to a lesson or class is opened from there. */
function Screen({ path, label }: { path: string; label: string }) {
  return path.includes(':') ? label : <Link href={path}>{label}</Link>
}

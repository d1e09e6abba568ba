import type { PackOfWeek } from './packs-store.ts'
import classes from './packs-page.module.css'

type Props = { pupils: PackOfWeek['pupils'] }

/** The pupils without, and whom to ring about each (head.pack-receipt). */
export function RingList({ pupils }: Props) {
  const without = pupils.filter(({ how }) => how === null)
  return (
    <aside className={classes.panel} aria-labelledby="without">
      <h2 id="without" className={classes.heading}>
        {without.length === 0 ? 'Everybody has it' : `${without.length} without`}
      </h2>
      {without.length === 0 && <p className={classes.quiet}>There is nobody to ring.</p>}
      <ul className={classes.ring} aria-label="Whom to ring">
        {without.map(({ id, forename, surname, ring }) => (
          <li key={id} className={classes.call}>
            <span className={classes.forename}>
              {forename} {surname}
            </span>
            {ring ? (
              <span className={classes.contact}>
                Ring {ring.name}
                {ring.relationship ? `, ${ring.relationship.toLowerCase()}` : ''}:{' '}
                <strong className={classes.telephone}>{ring.telephone}</strong>
              </span>
            ) : (
              <span className={classes.contact}>No telephone number on file</span>
            )}
          </li>
        ))}
      </ul>
    </aside>
  )
}

import type { CheckStanding } from '../../../shared/domain/checks.ts'
import type { Fact } from './sign-off-view.ts'
import classes from './sign-off-summary.module.css'

type Props = {
  facts: readonly Fact[]
  /** Checks passed over with a reason. */
  exceptions: readonly CheckStanding[]
}

/** The lesson at a glance: when, with whom, how many, and which checks were passed over and why. */
export function SignOffSummary({ facts, exceptions }: Props) {
  return (
    <section className={classes.summary} aria-label="The lesson">
      <dl className={classes.facts}>
        {facts.map(({ name, value }) => (
          <div key={name} className={classes.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {exceptions.length > 0 && (
        <ul className={classes.exceptions} aria-label="Checks passed over">
          {exceptions.map(({ id, title, answer }) => (
            <li key={id}>
              <strong>Passed over: {title}.</strong> {answer?.reason ?? 'No reason was given.'}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

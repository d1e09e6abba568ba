import { Button, TextInput } from '@mantine/core'
import type { Period } from '../../../shared/domain/school-calendar.ts'
import classes from './entry-page.module.css'

type Props = {
  title: string
  explanation: string
  /** What one of them is called: `term`, `closed day`. */
  what: string
  periods: readonly Period[]
  onChange: (periods: Period[]) => void
}

/** Named stretches of days, to add to, change and take away. */
export function PeriodList({ title, explanation, what, periods, onChange }: Props) {
  const put = (index: number, given: Partial<Period>) =>
    onChange(periods.map((one, place) => (place === index ? { ...one, ...given } : one)))
  return (
    <section className={classes.card} aria-label={title}>
      <h2 className={classes.heading}>{title}</h2>
      <p className={classes.quiet}>{explanation}</p>
      {periods.map((period, index) => (
        <fieldset key={index} className={classes.period} aria-label={period.name || `New ${what}`}>
          <TextInput
            label="Name"
            value={period.name}
            required
            maxLength={60}
            onChange={(event) => put(index, { name: event.currentTarget.value })}
          />
          <TextInput
            label="First day"
            type="date"
            value={period.from}
            required
            onChange={(event) => put(index, { from: event.currentTarget.value })}
          />
          <TextInput
            label="Last day"
            type="date"
            value={period.until}
            required
            onChange={(event) => put(index, { until: event.currentTarget.value })}
          />
          <Button
            variant="subtle"
            aria-label={`Remove ${period.name || `the new ${what}`}`}
            onClick={() => onChange(periods.filter((_, place) => place !== index))}
          >
            Remove
          </Button>
        </fieldset>
      ))}
      <div className={classes.actions}>
        <Button variant="default" onClick={() => onChange([...periods, { name: '', from: '', until: '' }])}>
          Add a {what}
        </Button>
      </div>
    </section>
  )
}

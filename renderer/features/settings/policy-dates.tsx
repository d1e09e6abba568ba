import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { readForm } from '../../lib/read-form.ts'
import { useApp } from '../../lib/use-app.ts'
import { Saved } from './saved.tsx'
import classes from './settings-page.module.css'

/** When the policy was adopted and when it must be looked at again (policy.review). */
export function PolicyDates() {
  const school = useApp((state) => state.status?.school ?? null)
  const schoolSaved = useApp((state) => state.schoolSaved)
  const [isSaved, setSaved] = useState(false)
  if (!school) return null
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = readForm(event.currentTarget)
    setSaved(
      await schoolSaved({
        ...school,
        policyAdopted: text('policyAdopted'),
        policyReview: text('policyReview'),
      }),
    )
  }
  return (
    <form
      className={classes.section}
      onSubmit={(event) => void save(event)}
      onChange={() => setSaved(false)}
      aria-labelledby="policy-dates"
    >
      <h2 id="policy-dates" className={classes.heading}>
        The policy&rsquo;s dates
      </h2>
      <p className={classes.quiet}>
        Past the review date, leaders are told on Today until there is a new one.
      </p>
      <TextInput
        name="policyAdopted"
        label="Adopted"
        type="date"
        defaultValue={school.policyAdopted}
        required
      />
      <TextInput
        name="policyReview"
        label="Review by"
        type="date"
        defaultValue={school.policyReview}
        required
      />
      <div className={classes.folder}>
        <Button type="submit">Save the dates</Button>
        {isSaved && <Saved />}
      </div>
    </form>
  )
}

import '@mantine/core/styles/Input.css'
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import { readForm } from '../../lib/read-form.ts'
import { useApp } from '../../lib/use-app.ts'
import classes from './welcome-page.module.css'

/** The first start: who and where, or the example school. */
export function WelcomePage() {
  const schoolBegun = useApp((state) => state.schoolBegun)
  const exampleCreated = useApp((state) => state.exampleCreated)
  const [busy, setBusy] = useState<'saving' | 'example' | null>(null)
  const isOffice = useApp((state) => state.computer?.preferences.isOffice ?? false)
  const preferencesSaved = useApp((state) => state.preferencesSaved)
  const [, navigate] = useHashLocation()

  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = readForm(event.currentTarget)
    setBusy('saving')
    if (await schoolBegun(text('school'), text('teacher'))) navigate(isOffice ? '/office' : '/classes/import')
    else setBusy(null)
  }
  const tryExample = async () => {
    setBusy('example')
    if (await exampleCreated()) navigate('/today')
    else setBusy(null)
  }

  return (
    <main className={classes.page}>
      <header>
        <h1 className={classes.title}>Welcome to Session Companion</h1>
        <p className={classes.quiet}>
          It sits beside your live online lessons: checks before pupils come in, points while you teach, and
          the record for the office afterwards. Everything stays on this laptop until you export it.
        </p>
      </header>
      <div className={classes.ways}>
        <form className={classes.way} onSubmit={(event) => void save(event)}>
          <h2 className={classes.heading}>Set up for your school</h2>
          <TextInput
            name="teacher"
            label="Your name"
            description="As colleagues know you"
            required
            autoFocus
            maxLength={120}
          />
          <TextInput name="school" label="School" required maxLength={120} />
          <Button type="submit" loading={busy === 'saving'}>
            {isOffice ? 'Go on to the Office view' : 'Go on to your class list'}
          </Button>
          <Button variant="subtle" onClick={() => void preferencesSaved({ isOffice: !isOffice })}>
            {isOffice ? 'This is a teacher’s computer after all' : 'This is the school office’s computer'}
          </Button>
        </form>
        <section className={classes.way} aria-labelledby="example">
          <h2 id="example" className={classes.heading}>
            Just looking?
          </h2>
          <p className={classes.quiet}>
            Try it with an example school: invented classes, pupils and three weeks of lessons, clearly
            marked, and removed with one click.
          </p>
          <Button variant="default" loading={busy === 'example'} onClick={() => void tryExample()}>
            Try it with an example school
          </Button>
        </section>
      </div>
    </main>
  )
}

import '@mantine/core/styles/Input.css'
import { Button, TextInput, Textarea } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { Page } from '../../components/page.tsx'
import { readForm } from '../../lib/read-form.ts'
import { useApi } from '../../lib/use-lesson.ts'
import { useApp } from '../../lib/use-app.ts'
import classes from './settings-page.module.css'

/** What this school decides for itself. */
export function SettingsPage() {
  const api = useApi()
  const school = useApp((state) => state.status?.school ?? null)
  const schoolSaved = useApp((state) => state.schoolSaved)
  const [saved, setSaved] = useState<'folder' | 'settings' | null>(null)
  if (!school) return null

  const chooseFolder = async () => {
    const reply = await api.invoke('folder.choose', {})
    if (!reply.ok || !reply.value.folder) return
    setSaved((await schoolSaved({ ...school, officeFolder: reply.value.folder })) ? 'folder' : null)
  }
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = readForm(event.currentTarget)
    const settings = {
      ...school,
      name: text('name'),
      domain: text('domain'),
      teacherName: text('teacherName'),
      teacherEmail: text('teacherEmail'),
      notTheRegister: text('notTheRegister'),
    }
    setSaved((await schoolSaved(settings)) ? 'settings' : null)
  }

  return (
    <Page title="Settings" subtitle="Kept on this laptop">
      <section className={classes.section} aria-labelledby="office-folder">
        <h2 id="office-folder" className={classes.heading}>
          The office&rsquo;s folder
        </h2>
        <p className={classes.quiet}>
          The end-of-day export is written here, usually on a drive the office can open.
        </p>
        <div className={classes.folder}>
          <output className={classes.path}>{school.officeFolder ?? 'Not chosen yet'}</output>
          <Button variant={school.officeFolder ? 'default' : 'filled'} onClick={() => void chooseFolder()}>
            Choose the folder
          </Button>
        </div>
        {saved === 'folder' && <Saved />}
      </section>
      <section className={classes.section} aria-labelledby="checklist">
        <h2 id="checklist" className={classes.heading}>
          The checklist
        </h2>
        <div className={classes.folder}>
          <p className={classes.quiet}>
            What is asked before pupils are let in: its order, wording, and which checks are required.
          </p>
          <Button component="a" href="#/checklist-editor" variant="default" className={classes.button ?? ''}>
            Open the checklist
          </Button>
        </div>
      </section>
      <form
        className={classes.section}
        onSubmit={(event) => void save(event)}
        onChange={() => setSaved(null)}
      >
        <h2 className={classes.heading}>School and teacher</h2>
        <TextInput
          name="teacherName"
          label="Your name"
          defaultValue={school.teacherName}
          required
          maxLength={120}
        />
        <TextInput
          name="teacherEmail"
          label="Your school e-mail"
          defaultValue={school.teacherEmail}
          maxLength={200}
        />
        <TextInput name="name" label="School" defaultValue={school.name} required maxLength={120} />
        <TextInput
          name="domain"
          label="The school's e-mail domain"
          description="What stands after the @ in school addresses"
          defaultValue={school.domain}
          maxLength={120}
        />
        <Textarea
          name="notTheRegister"
          label="Said on every export"
          defaultValue={school.notTheRegister}
          required
          maxLength={400}
          rows={3}
        />
        <div className={classes.folder}>
          <Button type="submit">Save</Button>
          {saved === 'settings' && <Saved />}
        </div>
      </form>
    </Page>
  )
}

const Saved = () => (
  <output className={classes.saved}>
    <IconCircleCheck size={16} stroke={1.75} aria-hidden="true" />
    Saved
  </output>
)

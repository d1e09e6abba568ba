import '@mantine/core/styles/Input.css'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import { pupilsInWords } from '../../../shared/domain/people.ts'
import { clockTime, dayAndMonth } from '../../../shared/domain/times.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { Message } from '../../components/message.tsx'
import { Page } from '../../components/page.tsx'
import { readForm } from '../../lib/read-form.ts'
import { useHandedFile } from '../../lib/use-handed-file.ts'
import { useApi } from '../../lib/use-lesson.ts'
import classes from './join-page.module.css'

type Found = Extract<Output<'join.look'>, { outcome: 'found' }>
type Opened = Extract<Output<'join.open'>, { outcome: 'opened' }>

/** A colleague's lesson, joined on this computer: where it is, its code, and who one is in it. */
export function JoinPage() {
  const api = useApi()
  const [, navigate] = useHashLocation()
  const [found, setFound] = useState<Found | null>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [failure, setFailure] = useState<string | null>(null)

  const look = async (where: 'file' | 'folder', handed?: string) => {
    const reply = await api.invoke('join.look', { where, ...(handed !== undefined && { handed }) })
    if (!reply.ok || reply.value.outcome === 'refused') {
      setFailure(reply.ok && reply.value.outcome === 'refused' ? reply.value.message : lostWords(reply))
      return
    }
    if (reply.value.outcome === 'cancelled') return
    setFailure(null)
    setOpened(null)
    setFound(reply.value)
  }
  useHandedFile('/lessons/join', (token) => void look('file', token))
  const open = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!found) return
    const code = readForm(event.currentTarget)('code')
    const reply = await api.invoke('join.open', { token: found.token, code })
    if (!reply.ok || reply.value.outcome === 'refused') {
      setFailure(reply.ok && reply.value.outcome === 'refused' ? reply.value.message : lostWords(reply))
      return
    }
    setFailure(null)
    setOpened(reply.value)
  }
  const join = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!found) return
    const staffId = readForm(event.currentTarget)('staff')
    const reply = await api.invoke('join.confirm', { token: found.token, staffId })
    if (!reply.ok) {
      setFailure(reply.error.message)
      return
    }
    await api.invoke('window.open', { lessonId: reply.value.lessonId, show: 'live' })
    navigate('/today')
  }

  return (
    <Page
      title="Join a lesson"
      subtitle="Help in a colleague’s lesson from this computer: what either of you taps is in both."
    >
      {failure !== null && <Message tone="bad" title={failure} />}
      {!opened && (
        <section className={classes.step} aria-label="Where the lesson is">
          <h2 className={classes.heading}>1. Where is the lesson?</h2>
          <p className={classes.quiet}>
            {found ? found.path : 'The teacher shares it in a folder you both see, or gives you a file.'}
          </p>
          <div className={classes.row}>
            <Button variant={found ? 'default' : 'filled'} onClick={() => void look('folder')}>
              Choose the shared folder
            </Button>
            <Button variant="default" onClick={() => void look('file')}>
              Choose a file
            </Button>
          </div>
        </section>
      )}
      {found && !opened && (
        <form className={classes.step} onSubmit={(event) => void open(event)}>
          <h2 className={classes.heading}>2. The code on the teacher’s screen</h2>
          <TextInput
            name="code"
            label="Code"
            placeholder="7K3Q-9MWX-4HPT"
            autoFocus
            autoComplete="off"
            spellCheck={false}
            required
            maxLength={60}
            classNames={{ input: classes.code ?? '' }}
          />
          <div className={classes.row}>
            <Button type="submit">Open the lesson</Button>
          </div>
        </form>
      )}
      {opened && (
        <form className={classes.step} onSubmit={(event) => void join(event)}>
          <h2 className={classes.heading}>
            {opened.lesson.className} {opened.lesson.subject}, {opened.teacherName}
          </h2>
          <p>
            {dayAndMonth(opened.lesson.startsAt)}, {clockTime(opened.lesson.startsAt)} to{' '}
            {clockTime(opened.lesson.endsAt)}; {pupilsInWords(opened.pupils)}.{' '}
            {opened.lesson.learningIntention}
          </p>
          <NativeSelect
            name="staff"
            label="Who are you?"
            description="What you tap is recorded under this name"
            autoFocus
            required
            defaultValue={opened.suggestedId ?? ''}
            data={[
              ...(opened.suggestedId === null ? [{ value: '', label: 'Choose your name' }] : []),
              ...opened.staff.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <p className={classes.quiet}>
            The pupils’ names are kept sealed on this computer until the lesson is signed off and you remove
            it. It is not in your own classes, exports or figures.
          </p>
          <div className={classes.row}>
            <Button type="submit">Join and open the panel</Button>
            <Button component="a" href="#/today" variant="default">
              Cancel
            </Button>
          </div>
        </form>
      )}
    </Page>
  )
}

const lostWords = (reply: { ok: boolean; error?: { message: string } }): string =>
  reply.error?.message ?? 'That did not work. Nothing was changed: try again.'

import { pupilsInWords, type StaffMember } from '../../../shared/domain/people.ts'
import '@mantine/core/styles/Input.css'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import type { ClassSummary } from '../../../shared/ipc/contract.ts'
import { ApprovalFields, isApprovalField } from '../../components/approval-fields.tsx'
import { Message } from '../../components/message.tsx'
import { Page } from '../../components/page.tsx'
import { readForm } from '../../lib/read-form.ts'
import { useApi } from '../../lib/use-lesson.ts'
import classes from './start-lesson-page.module.css'

const lengths = [20, 30, 40, 50, 60]

/** A lesson outside the timetable, started on the spot, with its reason (staff.within-day). */
export function StartLessonPage() {
  const api = useApi()
  const [, navigate] = useHashLocation()
  const [schoolClasses, setSchoolClasses] = useState<ClassSummary[] | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [refused, setRefused] = useState<{ problem: string; leaders: StaffMember[] } | null>(null)
  useEffect(() => {
    void api.invoke('classes.list', {}).then((reply) => {
      if (reply.ok) setSchoolClasses(reply.value.classes)
      else setFailure(reply.error.message)
    })
  }, [api])

  const askForApproval = async (problem: string) => {
    const reply = await api.invoke('timetable.get', {})
    const leaders = reply.ok ? reply.value.staff.filter(({ role }) => role === 'leader') : []
    setRefused({ problem, leaders })
    setFailure(null)
  }
  const start = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = readForm(event.currentTarget)
    const [leaderId, reason] = [text('leader'), text('approvalReason')]
    const reply = await api.invoke('lesson.start', {
      ...(leaderId && reason && { approval: { leaderId, reason } }),
      classId: text('class'),
      subject: text('subject'),
      learningIntention: text('intention'),
      minutes: Number(text('minutes')),
      outsideTimetable: text('reason'),
    })
    if (!reply.ok) {
      if (reply.error.code === 'needs-approval') await askForApproval(reply.error.message)
      else setFailure(reply.error.message)
      return
    }
    await api.invoke('window.open', { lessonId: reply.value.lessonId, show: 'checklist' })
    navigate('/today')
  }

  return (
    <Page title="Start a lesson" subtitle="Now, outside the timetable. The checks come next.">
      {failure && <Message tone="bad" title={failure} />}
      {schoolClasses?.length === 0 && (
        <Message
          tone="quiet"
          title="There is no class to teach yet"
          action={
            <Button component="a" href="#/classes/import">
              Import a class list
            </Button>
          }
        >
          A lesson needs its pupils. Import a class list from your school&rsquo;s system first.
        </Message>
      )}
      {schoolClasses && schoolClasses.length > 0 && (
        <form
          className={classes.form}
          onSubmit={(event) => void start(event)}
          onChange={({ target }) => isApprovalField(target) || setRefused(null)}
        >
          <NativeSelect
            name="class"
            label="Class"
            autoFocus
            data={schoolClasses.map((one) => ({
              value: one.id,
              label: `${one.name} (${pupilsInWords(one.pupilCount)})`,
            }))}
          />
          <TextInput name="subject" label="Subject" required maxLength={60} />
          <TextInput
            name="intention"
            label="Learning intention"
            description="What the pupils are to learn, in one line"
            required
            maxLength={200}
          />
          <NativeSelect
            name="minutes"
            label="Length"
            defaultValue="40"
            data={lengths.map((length) => ({ value: String(length), label: `${length} minutes` }))}
          />
          <TextInput
            name="reason"
            label="Why is it outside the timetable?"
            description="A leader will see this reason"
            required
            maxLength={300}
          />
          {refused && <ApprovalFields problems={[refused.problem]} leaders={refused.leaders} />}
          <div className={classes.actions}>
            <Button type="submit">{refused ? 'Start with this approval' : 'Start with the checks'}</Button>
            <Button component="a" href="#/today" variant="default">
              Cancel
            </Button>
          </div>
        </form>
      )}
    </Page>
  )
}

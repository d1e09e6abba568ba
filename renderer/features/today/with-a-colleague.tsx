import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { clockTime } from '../../../shared/domain/times.ts'
import type { LessonCard } from '../../../shared/domain/today.ts'
import type { JoinedLesson } from '../../../shared/ipc/commands/sharing.ts'
import { Dialog } from '../../components/dialog.tsx'
import { Message } from '../../components/message.tsx'
import { useApi } from '../../lib/use-lesson.ts'
import classes from './with-a-colleague.module.css'

type Props = { onOpen: (lessonId: string, show: 'live') => void }

/** Lessons of colleagues that are on this computer: theirs to prepare and sign, ours to help in. */
export function WithAColleague({ onOpen }: Props) {
  const api = useApi()
  const [lessons, setLessons] = useState<readonly JoinedLesson[]>([])
  const [failure, setFailure] = useState<string | null>(null)
  const [asked, setAsked] = useState<JoinedLesson | null>(null)
  useEffect(() => {
    const refresh = () =>
      void api.invoke('joined.list', {}).then((reply) => reply.ok && setLessons(reply.value.lessons))
    refresh()
    const stops = [
      api.on('school.changed', refresh),
      api.on('lesson.changed', ({ events }) => events.some(({ kind }) => kind === 'moved') && refresh()),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [api])
  const remove = async ({ card }: JoinedLesson) => {
    setAsked(null)
    const reply = await api.invoke('joined.remove', { lessonId: card.id })
    setFailure(reply.ok ? null : reply.error.message)
  }
  if (lessons.length === 0) return null
  return (
    <section className={classes.section} aria-labelledby="with-a-colleague">
      <h2 id="with-a-colleague" className={classes.heading}>
        With a colleague
      </h2>
      {failure !== null && <Message tone="bad" title={failure} />}
      {lessons.map((one) => (
        <Joined key={one.card.id} lesson={one} onOpen={onOpen} onRemove={() => setAsked(one)} />
      ))}
      {asked && (
        <Dialog
          kind="alertdialog"
          title={`Remove ${nameOf(asked.card)} from this computer?`}
          onClose={() => setAsked(null)}
          actions={
            <>
              <Button variant="default" onClick={() => setAsked(null)}>
                Keep it
              </Button>
              <Button color="var(--bad)" c="var(--surface)" onClick={() => void remove(asked)}>
                Remove
              </Button>
            </>
          }
        >
          <p>
            The pupils’ names go from here for good. {asked.teacherName}’s computer keeps the lesson, with
            everything you recorded.
          </p>
        </Dialog>
      )}
    </section>
  )
}

const nameOf = ({ className, subject }: LessonCard): string => `${className} ${subject}`

const states: Record<LessonCard['state'], string> = {
  planned: 'Not begun',
  preparing: 'Being prepared',
  admitting: 'Admitting',
  live: 'Live now',
  ended: 'Ended',
  'signed-off': 'Signed off',
  exported: 'With the office',
}

type JoinedProps = { lesson: JoinedLesson; onOpen: Props['onOpen']; onRemove: () => void }

function Joined({ lesson: { card, teacherName, meName, mayRemove }, onOpen, onRemove }: JoinedProps) {
  const name = nameOf(card)
  return (
    <article
      className={classes.card}
      aria-label={`${name}, ${clockTime(card.startsAt)}, with ${teacherName}`}
    >
      <span className={classes.starts}>{clockTime(card.startsAt)}</span>
      <div className={classes.words}>
        <h3 className={classes.name}>
          {name} <span className={classes.state}>{states[card.state]}</span>
        </h3>
        <p className={classes.quiet}>
          {teacherName}’s lesson; you are {meName}
        </p>
      </div>
      <a className={classes.share} href={`#/lessons/${card.id}/share`} aria-label={`Share: ${name}`}>
        Share
      </a>
      {mayRemove ? (
        <Button variant="default" onClick={onRemove} aria-label={`Remove from this computer: ${name}`}>
          Remove from this computer
        </Button>
      ) : (
        <Button
          variant={card.state === 'live' ? 'filled' : 'default'}
          onClick={() => onOpen(card.id, 'live')}
          aria-label={`Open the panel: ${name}`}
        >
          Open the panel
        </Button>
      )}
    </article>
  )
}

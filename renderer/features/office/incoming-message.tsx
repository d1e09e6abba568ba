import { Button } from '@mantine/core'
import type { OfficeDayView } from '../../../shared/ipc/commands/office.ts'
import { Message } from '../../components/message.tsx'
import { counted } from '../../../shared/domain/words.ts'

type Props = { day: OfficeDayView }

/** What this page is for while nothing is in, and what keeps days from coming in. */
export function IncomingMessage({ day }: Props) {
  const { incoming, hasKey, teachers } = day
  if (incoming.state === 'not-chosen') {
    return (
      <Message tone="quiet" title="Choose the office’s folder first" action={<ToSettings />}>
        Teachers’ computers put their day into it, sealed, and this page takes it from there.
      </Message>
    )
  }
  if (!hasKey) {
    return (
      <Message tone="quiet" title="Make the office’s key first" action={<ToSettings />}>
        Teachers’ days are sealed for it, and nobody else can open them. Settings makes the key and prints its
        recovery copy; teachers take it in once.
      </Message>
    )
  }
  if (incoming.state === 'missing' || incoming.state === 'slow') {
    const isSlow = incoming.state === 'slow'
    return (
      <Message
        tone="warn"
        title={isSlow ? 'The office’s folder does not answer' : 'The office’s folder cannot be opened'}
        action={<ToSettings />}
      >
        {incoming.folder}. Nothing is lost: what teachers sent is taken in by itself as soon as the folder is
        back. Check the school’s network, or choose the folder again.
      </Message>
    )
  }
  if (incoming.state === 'not-saving') {
    return (
      <Message tone="warn" title="This computer’s records take nothing just now">
        {incoming.notSaved > 0 ? `${counted(incoming.notSaved, 'file waits', 'files wait')}. ` : ''}
        Nothing is lost: what teachers sent stays in the office’s folder and is taken in by itself. Make room
        on this computer’s disk, or end another Session Companion on it.
      </Message>
    )
  }
  if (incoming.waiting > 0) {
    return (
      <Message
        tone="quiet"
        title={`${counted(incoming.waiting, 'file is', 'files are')} still being written`}
      >
        Taken in by itself as soon as all of it is there.
      </Message>
    )
  }
  if (teachers.length > 0) return null
  return (
    <Message tone="quiet" title="No teacher’s day has come in yet">
      When a teacher exports the day, it appears here by itself: lessons, sums and what is missing. Then you
      make the whole school’s report with one button.
    </Message>
  )
}

const ToSettings = () => (
  <Button component="a" href="#/settings" variant="default" size="xs" h={32}>
    Open Settings
  </Button>
)

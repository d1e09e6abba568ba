import { Button } from '@mantine/core'
import { Message } from '../components/message.tsx'
import { useApp } from '../lib/use-app.ts'
import classes from './notices.module.css'

/** What the app itself has to say, above any page. */
export function Notices() {
  const notice = useApp((state) => state.notice)
  const failure = useApp((state) => state.failure)
  const noticeSeen = useApp((state) => state.noticeSeen)
  if (!notice && !failure) return null
  return (
    <div className={classes.notices}>
      {failure && (
        <Message tone="bad" title="That did not work">
          {failure.message}
        </Message>
      )}
      {notice && (
        <Message
          tone="quiet"
          title={notice}
          action={
            <Button variant="subtle" size="xs" h={32} onClick={noticeSeen}>
              Close
            </Button>
          }
        />
      )}
    </div>
  )
}

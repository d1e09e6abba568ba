import { Button } from '@mantine/core'
import { Message } from '../../components/message.tsx'

/** An empty day says what the page is for and offers the first step. */
export function NoLessons() {
  return (
    <Message
      tone="quiet"
      title="Your live lessons of the day stand here"
      action={
        <Button component="a" href="#/lessons/new">
          Start a lesson
        </Button>
      }
    >
      Each takes you from the checks before pupils come in, through the lesson, to signing off and the export
      to the office.
    </Message>
  )
}

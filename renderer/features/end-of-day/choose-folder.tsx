import { Button } from '@mantine/core'
import { Message } from '../../components/message.tsx'
import { useKeptFolder } from '../../lib/use-kept-folder.ts'

type Props = {
  /** Something is ready for it now. */
  isDue: boolean
}

/** Chooses the office's folder there and then. */
export function ChooseFolder({ isDue }: Props) {
  const { choose, failure } = useKeptFolder('office')
  return (
    <>
      <Button variant={isDue ? 'filled' : 'default'} onClick={() => void choose()}>
        Choose the folder
      </Button>
      {failure !== null && <Message tone="bad" title={failure} />}
    </>
  )
}

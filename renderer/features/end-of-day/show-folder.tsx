import { Button } from '@mantine/core'
import type { FileWay } from '../../../shared/ipc/commands/export-files.ts'
import { useApi } from '../../lib/use-lesson.ts'

type Props = { date: string; way: FileWay }

/** Opens the folder of what was just made, in the system's own window. */
export function ShowFolder({ date, way }: Props) {
  const api = useApi()
  const show = () => void api.invoke('export.reveal-files', { date, way })
  return (
    <Button variant="default" size="xs" h={32} onClick={show}>
      Show the folder
    </Button>
  )
}

import { Button } from '@mantine/core'
import { useState } from 'react'
import { Message } from '../../components/message.tsx'
import { useApp } from '../../lib/use-app.ts'
import { useApi } from '../../lib/use-lesson.ts'

type Props = {
  /** Something is ready for it now. */
  isDue: boolean
}

/** Chooses the office's folder there and then. */
export function ChooseFolder({ isDue }: Props) {
  const api = useApi()
  const school = useApp((state) => state.status?.school ?? null)
  const [failure, setFailure] = useState<string | null>(null)
  const choose = async () => {
    setFailure(null)
    const chosen = await api.invoke('folder.choose', {})
    if (!chosen.ok) return setFailure(chosen.error.message)
    if (!school || chosen.value.folder === null) return
    const saved = await api.invoke('school.save', { ...school, officeFolder: chosen.value.folder })
    if (!saved.ok) setFailure(saved.error.message)
  }
  return (
    <>
      <Button variant={isDue ? 'filled' : 'default'} onClick={() => void choose()}>
        Choose the folder
      </Button>
      {failure !== null && <Message tone="bad" title={failure} />}
    </>
  )
}

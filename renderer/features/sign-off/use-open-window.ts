import { useState } from 'react'
import type { Failure, Input } from '../../../shared/ipc/contract.ts'
import { useApi } from '../../lib/use-lesson.ts'

/** Asks for another window of a lesson; `failure` says why it did not come. */
export function useOpenWindow(lessonId: string) {
  const api = useApi()
  const [failure, setFailure] = useState<Failure | null>(null)
  const open = async (show: Input<'window.open'>['show']) => {
    const reply = await api.invoke('window.open', { lessonId, show })
    setFailure(reply.ok ? null : reply.error)
  }
  return { failure, open }
}
